"""Where one right word ends and the next begins, so that what looks wrong is the end of the one with the beginning of the other.

峻工 is no word, but 严峻工作 are two; a character stands twice in 调研研判 and 监督督查, and each of the two has its own word.
"""

from __future__ import annotations

#: What stands before a wrong word of two characters where its first one ends another word, with that word.
_MEETINGS = (
    "推进渡 严峻工 险峻工 职工俱 员工俱 捐赠设 并非富 认真破 宣传移 职责务 法规档 会审纪 评审纪 帮扶品 财政侧 行政侧 统筹急 给予拨 不予拨 "
    "团结沟 总结沟 抽检排 质检排 巡检排 全省庭 气氛维 冲突初 差异情 变异情 纠纷围 新增填 从严尽 检疫清 防疫清 免疫清 招聘清 体检免 "
    "抽检免 纪检负 质检负 意识践 知识践 共识践 村庄修 助残集 帮扶待 责任识 一直树 养殖被 繁殖被 农牧厂 吸引患 指引患 申请视 提请视 "
    "邀请视 宏观策 种植备 栽植备 廉洁约 给予备 不予备 语言讨 干预负 科研致 调研致 挂钩通 上述求 外汇议 遗留失 保留失 新闻题 航空汽 "
    "力推近 公证务 论证务 自筹错 不符台 中介值 客运盈 货运盈 下拨种 划拨种 弥补冲 教材务 内涵动 劳务派 视频种 记载至 满载至 仲裁至 "
    "制裁至 国画拨 园林料 内容誉 展示饭 工具背 用具背 治污尼 一直勤 义务务"
)
_MEET = frozenset(_MEETINGS.split())
#: Characters that may stand twice: with what before them makes a word, and what behind them.
_TWICE = {
    "例": "比条案惯/会外行如", "储": "仓存/备存能量蓄", "免": "减避豁任/费除征税疫", "典": "经庆法词古/型礼范籍",
    "判": "审裁谈研批/决断处定例", "参": "人海/加与展观", "围": "范周包外氛/绕墙栏挡垦", "境": "环边困处县全/内外界",
    "延": "蔓绵顺/伸续长期", "执": "争/行法", "控": "调监管防/制股告辍", "援": "支救增/助建疆藏", "故": "事/障意居",
    "材": "教木药题建器/料质积", "构": "机结架/成建筑件造想", "注": "关专/册重入意销", "派": "各党学选/出遣驻发",
    "研": "科调教考钻/究发讨制判学修训", "移": "转迁/民交动植送", "筑": "建修/牢成巢基", "筹": "统/集备建措划资", "织": "组/密牢造",
    "罪": "犯认/名犯行", "置": "设配处布装闲/换于业物", "良": "优改/种好田", "获": "收/得奖取批", "订": "签制修/单购立",
    "贯": "一/彻穿通", "遇": "机待遭/到见难", "障": "保故/碍", "督": "监/查办促导察", "授": "教传/课权予牌旗", "捐": "募/款赠资物",
    "除": "拆清扫消排解免/险尘雪冰草四", "患": "医隐/者病", "损": "亏破/失坏毁", "异": "差变/常地议", "府": "政/院际",
    "益": "公效/民农贫", "投": "招/资产", "适": "舒/应用合宜", "序": "程工时/列时", "禁": "严/止毒烧捕", "策": "政决/划略",
    "献": "贡奉/血计策",
}  # fmt: skip


def meet(text: str, start: int, end: int) -> bool:
    """Whether two right words meet in a stretch that is no word."""
    if end - start == 1:
        start, end = (start - 1, end) if text[start - 1 : start] == text[start:end] else (start, end + 1)
    if end - start != 2 or not start:
        return False
    if text[start] != text[start + 1]:
        return text[start - 1 : end] in _MEET
    ends, _slash, begins = _TWICE.get(text[start], "/").partition("/")
    return text[start - 1] in ends and text[end : end + 1] in tuple(begins)
