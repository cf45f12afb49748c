"""Measure words as a part of other words: 起 of 起诉 and 户 of 低保户 count nothing, so no number is lost before them.

A list in which 次 or 名 is followed by a noun says how many; 累计起诉12人 and 共有名师3人 do not.
"""

from __future__ import annotations

#: What makes another word of a measure word that it follows.
BEGUN = {
    "个": "别体人性案头子儿数股税私旧把位例展",
    "名": "称字胜单额义片贵为列词誉茶将优次师气头著目利录言医号作册次画产品酒牌嘴家",
    "家": "庭里长族中具务电园畜禽常用居眷事传暴政破财世底宴谱训纺装访乡数户",
    "件": "数均",
    "项": "目链城圈下次",
    "户": "部口籍外数主型均头用厕容通户",
    "场": "合所面景上地次内子外馆边院站域均镇",
    "次": "数日年之要生序于级第贷新品均贫月",
    "处": "理于长罚置分境方决以所级室警突死女刑遇治暑身",
    "条": "件例约款文子理目码块形带状规幅",
    "座": "谈位舱椅次机落",
    "所": "有以在说属长得知用致指学作为需涉辖述列见示持收获提报",
    "台": "湾上阶下独海地基风站式商州词资中账帐区胞贸班",
    "辆": "次",
    "人": "民口们大员物类才数家士生体均力群选事为造心身文格性行影际次道品气权手声种质命名寿证机防社居工代保流间伙马武像情",
    "起": "来义身源到点伏飞草诉步因落降重获底征用航运吊网付始居效早跑",
    "份": "额子儿量数内",
    "期": "间望限待货刊满末内权中许房初",
    "元": "年素旦首件宵器代月气音",
    "批": "准评判量次发复示阅改文零捕",
    "支": "持出付部撑援队委线农",
    "套": "餐路装间用取利种期现改",
    "亩": "产均",
    "吨": "位袋均",
}  # fmt: skip


def uncompounded(units: str) -> str:
    """Return a pattern of ``units`` (split by |) that begin no other word."""
    return "|".join(f"{unit}(?![{BEGUN[unit]}])" if unit in BEGUN else unit for unit in units.split("|"))


#: The last characters of what is counted by a measure word that ends other words, too: 台 of 电视台, 起 of 发起, 件 of 信访件.
COUNTED = {
    "件": "纷议诉求询利标品资械索照", "台": "备机车器脑梯桩具调端械仪屏泵炉灶箱", "套": "房备统品装具材器机施源宅寓",
    "起": "件故纷灾情案诉报端险警为章驾骗盗议突例", "批": "访商客资备品具货苗种款项", "册": "料书籍刊",
    "份": "料单卷书议同案表告知证报刊样本明函见题",
    "张": "证票单卡位页表图照", "架": "机器梯", "根": "管杆线条桩柱", "床": "被褥毯", "对": "妻妇人", "枚": "章弹牌签币",
    "只": "鸡鸭鹅羊禽兔箱犬盖灯", "篇": "息件文道告章讯稿",
    "块": "牌匾碑", "本": "证册", "幅": "语幅", "顶": "篷", "尾": "苗", "羽": "苗雏",
    "株": "苗木树松杉竹", "宗": "件易案地纷求诉", "盏": "灯", "棵": "树木苗", "艘": "船舶艇轮",
}  # fmt: skip


def behind_counted() -> str:
    """Return looks back for a unit behind what it counts."""
    return "|".join(f"(?<=[{nouns}]{unit})" for unit, nouns in COUNTED.items())


#: Names of amounts in a row have no figure between them: 旅游人次、旅游收入分别增长12%.
NOT_TOGETHER = r"(?!、[^0-9，。；、\n]{1,24}(?:[，。；、\n]|分别|双双|均|同比|增长|统计))"
