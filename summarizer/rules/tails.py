"""Words whose last character stands twice: 完成成, 建设设, 企业业.

Not where the second one begins the next word: 完成成果汇编, 建设设施.
"""

from __future__ import annotations

from collections.abc import Iterator

from .doubling import doubling

#: Words of every report, and what makes another word of their last character before it.
_TAILS = {
    "完成": "果效绩本员功长立都交品型为熟人套片年分", "建成": "都套片本年功交品型", "建设": "施备计立置区有在定想点厂法摊",
    "推进": "度出一程展口入行场步村校社城军京修驻取而货水香士", "增加": "强快大工油密班固减速装入分盟征拿气之权价热注压息上开",
    "减少": "数年儿许量先部于有不", "增长": "期效江远三沙度春势寿治短城安江白龙者假",
    "新增": "长加值收速幅量强设至到产资殖补效绿容发派建配开支减进印订色雨温信", "企业": "务绩态主内界余已户",
    "其中": "央国小型心等部学医西外山期标高低东南北药级年考层旬专游介共间原华亚断", "收入": "库选园围户驻学统账股不市住口境会网",
    "支出": "台口现让资租版国差现台警动具厂行来发访席生入血炉土彩众力苗", "投资": "金产本源助格质料深讯历",
    "提高": "质于效标新校等中度速水端层压技龄位考原铁温产风档空寒粱温危铬", "下降": "低至到幅本温水雨为费价成息解压",
    "上升": "级至到幅学温值降旗华腾本", "累计": "划算量入件时生提费价", "目标": "准志杆识的段题本兵点注签配",
    "项目": "标前的录光睹击", "开展": "示览会现销馆望出厅演位品播台露翅", "检查": "处获办封看找实阅验明摆扣出询缉漏破禁收控",
    "发放": "宽管心贷养权大射款下牧学松水置活飞开火", "办理": "赔论事顺由念财想应疗工解清", "受理": "赔论事顺由念财想应疗工解",
    "落实": "施现名事效行际体时地业验训物干招战质惠名", "任务": "必实农工虚求", "工作": "用为风出物业品了好战答报保价家业",
    "改造": "林价血福成纸船型就假影田地", "培训": "练诫词政育导", "资金": "额融属秋牌银山华三昌沙川昌堂湖",
    "面积": "极累分水雪压存肥温淀蓄食", "工程": "序度控式", "计划": "定转拨分入归片块算出", "组织": "密牢造就补网布",
    "预算": "法账力式出得上是", "占全": "国省市县区部年面州镇球社", "全市": "场民政区直委容值属级人中县辖域内局长",
    "全县": "城域委级直乡区局长政", "全省": "级委直政会城内外道域市", "达到": "位期了", "实现": "价代金有场状行役任",
    "进行": "业政动为人程驶车使贿长",
}  # fmt: skip


def tails(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where a word of reports stands with its last character twice, and the word."""
    for at in doubling(text).pairs:
        word = text[at - 1 : at + 1] if at else ""
        begins = _TAILS.get(word)
        if begins is not None and text[at + 2 : at + 3] not in tuple(begins) and text[at + 2 : at + 3] != text[at]:
            yield at - 1, at + 2, word
