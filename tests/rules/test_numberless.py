"""Measure words before what they count, and units in a list, whose number is gone. All sentences are made up."""

from __future__ import annotations

import pytest
from touching import told, touches

FORMS = (
    "召开了{}次用水会议", "新建{}座提灌站", "下辖{}个灌区，供水正常", "印发{}份用水指南", "查处{}起盗水案件", "维修{}台水泵机组",
    "举办{}场节水讲座", "设置了{}个服务窗口",
)  # fmt: skip


@pytest.mark.parametrize("before", ["", "全年", "1—6月，我局"])
@pytest.mark.parametrize("form", FORMS)
def test_behind_what_was_done(before: str, form: str) -> None:
    lost, right = f"{before}{form.format('')}。", f"{before}{form.format('36')}。"
    assert touches(told(lost, "blank"), lost, form[form.index("}") + 1])
    assert not told(right, "blank")


@pytest.mark.parametrize(
    "rest", ["座水库除险加固", "项工程通过验收", "件提案正在办理", "个泵站完工", "台机组投用", "家合作社用水", "条渠道清淤"]
)
@pytest.mark.parametrize("before", ["供水正常，", "共有用水户36户；", "完成清淤3公里。"])
def test_at_the_beginning_of_a_clause(before: str, rest: str) -> None:
    lost, right = f"{before}{rest}。", f"{before}36{rest}。"
    assert touches(told(lost, "blank"), lost, rest[0])
    assert not told(right, "blank")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("三年水费分别为36万元、42万元、万元，逐年增长。", "万元，"), ("供水分别增长3%、%和5%。", "%和"),
        ("受益的有3名教师、名学生、5名医生。", "名学生"), ("惠及2个镇、36个村、所学校。", "所学校"),
        ("事故造成5人死亡、人受伤。", "人受伤"), ("节水考核由第位升至第3位。", "第位"), ("收割()公里渠道两侧水草。", "()"),
        ("水费收入——亿元，增长3%。", "——"), ("水费收入增长/%。", "/"), ("骨干山塘口，电排1座。", "山塘口"),
        ("根据有关通知（水发20xx9号）要求办理。", "20xx"),
    ],
)  # fmt: skip
def test_in_a_list_and_elsewhere(text: str, quote: str) -> None:
    assert touches(told(text, "blank"), text, quote)


@pytest.mark.parametrize(
    "text",
    [
        "打造家门口的灌区，开展家校共育。受理件中，节水类36件。研究解决了所挂渠道的问题。",
        "支持个转企，有个单位反映，名列第一，项目顺利。",
        "条件成熟，处于前列，座谈会3场，起步早，场地平整，次日通水，家庭农场36家。", "建设名镇名村，等处谋划选址，完成台账3本。",
        "3名教师、名校长1名。新建食堂57家、家门口服务站3个。收、支平衡，干、支渠畅通。", "安全达标，人人有责，人员到位，人均用水3吨。",
        "元/亩、元/%。门第名望。水费——水资源费除外。",
        "追缴水费18.2万元，处滞纳金3.1万元。立案6起，处有期徒刑2人，处拘役1人。核查12家，处违约金4万元，处行政拘留1人。",
        "挂牌3宗，起拍价2600万元，宗地面积86亩。育苗完成，起苗12万株。投放水质药剂，次氯酸钠用量3吨。",
        "农机推广顺利，条锈病防治3万亩，场平工程完成60%，家蚕饲养500张。学校开放，家委会参与3次，名老中医坐诊12场。",
    ],
)  # fmt: skip
def test_right_words(text: str) -> None:
    assert told(text, "blank") == []


@pytest.mark.parametrize(
    "form", ["评选“书香家庭”{}户，其中市级6户。", "新建“职工之家”{}个，覆盖各镇。", "命名“节水单位”{}家。", "创建市级“示范站”{}座，"]
)
def test_behind_a_name_in_quotes(form: str) -> None:
    lost, right = form.format(""), form.format("36")
    assert touches(told(lost, "blank"), lost, form[form.index("}") + 1])
    assert not told(right, "blank")
    assert not told("走访“五保”户、低保户320户，评选“文明”户。", "blank")


@pytest.mark.parametrize(
    "form",
    [
        "带动茶农420户，户均增收{}元。",
        "带动茶农420户，人均年增收{}元以上，其中脱贫户86户。",
        "务工月工资{}元左右。",
        "鲜果均价{}元/公斤，产值820万元。",
        "按每户收益{}元、每亩租金460元计算。",
        "养老服务补助标准{}元，惠及86人。",
        "亩均节约成本{}元；",
    ],
)
def test_amounts_for_one(form: str) -> None:
    assert not told(form.format(620), "blank")
    assert [found.code for found in told(form.format(""), "blank")] == ["BLANK003"]


@pytest.mark.parametrize(
    "form",
    [
        "根据《关于印发改厕方案的通知》（岭农字〔2024〕{}号）要求，整改52处。",
        "县政府印发岭政办发〔2024〕{}号文件，安排资金86万元。",
        "按照岭政发[2024]{}号，整改52处。",
        "按照岭政发〔2024〕第{}号，整改52处。",
    ],
)
def test_numbers_of_papers(form: str) -> None:
    assert not told(form.format(16), "blank")
    for space in ("", " ", "　　"):
        assert [found.code for found in told(form.format(space), "blank")] == ["BLANK003"]


@pytest.mark.parametrize("year", ["", " ", "202", "20", "20241"])
def test_years_of_papers(year: str) -> None:
    assert not told("按照岭政发〔2024〕16号文件，整改52处。", "blank")
    assert told(f"按照岭政发〔{year}〕16号文件，整改52处。")


def test_what_is_no_number_of_a_paper() -> None:
    assert not told("（2024）号召、〔2024〕16号、[3]号召全县群众。单价（元）。", "blank")
