"""Lists that nothing announces, what one slip tells of them, and what each gets times how many there are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from judging import accused, claims_of, silent, stands

from summarizer.findings import Severity

STANDING = (
    # lists right behind their total, and the second and third list of one total
    ("sum", "现有职工214人，在职126人，退休88人。"),
    ("sum", "发布预警信号187条，暴雨71条、雷电58条、大风34条、高温24条；外呼责任人652人次。"),
    ("sum", "年末户籍人口10000人，其中城镇4000人、乡村6000人；男性5100人、女性4900人；0-17岁2000人，18-59岁6000人，60岁及以上2000人。"),
    ("sum", "全年发债600亿元，一是新增债券400亿元（一般150亿元、专项250亿元），投向交通250亿元、水利150亿元；二是再融资债券200亿元。"),
    ("sum", "地方收入1720万元。地方收入中，税收1035万元，非税685万元；税务部门征收1431万元，财政部门征收289万元。"),
    ("sum", "发放到81名优抚对象手中，其中老复员军人11人、伤残军人49人、烈属21人。"),
    ("sum", "投放单车900辆，一期300辆，二期250辆，三期350辆。"),
    ("sum", "查处案件573件（其中食品类231件、药械类84件、价格类113件、其他145件，移送公安机关11件）。"),
    # what lies between, what is left, what goes on
    ("growth", "大班额由29个减至9个，一年化解20个。"),
    ("growth", "新招消防员40名，队员总数由186名增至226名。"),
    ("difference", "全年出口12.4亿元、进口10.4亿元，贸易顺差2.0亿元。"),
    ("difference", "支出预算428000万元，实际完成412655万元，结转下年支出15345万元。"),
    ("difference", "核定编制86名，实有79名，空编7名。"),
    ("difference", "年初余额1.86亿元，动用0.9亿元，补充1.24亿元，年末余额2.2亿元。"),
    ("difference", "到位资金486万元，支出412万元，结余74万元。"),
    # averages as factors
    ("average", "灌溉面积31.5万亩，亩均用水412立方米，渠首引水1.3亿立方米。"),
    ("average", "兑付补贴1136万元，补贴机具2048台（套），台均5547元。"),
    ("average", "放流资金396万元，每万尾750元，放流鱼苗5280万尾。"),
    ("average", "核定移民5316人，按每人每年600元标准，发放318.96万元。"),
    ("average", "按每人每月120元标准，为350名孤儿发放生活费50.4万元。"),
    ("average", "快递业务量1.27亿件，业务收入9.4亿元，单件收入7.4元。"),
    ("average", "安装路灯386盏，投入131.24万元，每盏3400元。"),
    # proportions, and shares one after the other
    ("rate", "城镇居民人均收入33487元，增长4.8%；农村居民人均收入21597元，增长6%。城乡居民收入比值为1.55。"),
    ("rate", "男性110.27万人，女性104.36万人，性别比105.66。"),
    ("rate", "男生5775人、女生5488人，性别比105.23:100。"),
    ("rate", "执业医师1974人、注册护士2361人，医护比1∶1.20。"),
    ("share", "处理1005人次，四种形态依次为663人次、262人次、35人次、45人次，占比分别为66%、26%、3.5%、4.5%。"),
)

LIKELY = (
    ("sum", "处分9455人，按职级分为厅级42人、处级546人、科级1573人、一般干部1183人、其他人员6147人。"),
    ("sum", "用电客户26.4万户，居民23.1万户，非居民4.3万户。"),
    ("sum", "年末户籍人口10000人，其中城镇4000人、乡村6000人；0-17岁2000人，18-59岁6100人，60岁及以上2000人。"),
    ("sum", "剩余68户中已开工50户、未开工28户。"),
    ("sum", "专职消防队员552名，专职378名、兼职180名。"),
    ("sum", "办理建议提案114件，人大建议36件、政协提案87件。"),
    ("sum", "全县参保47.47万人，职工医保26.01万人，居民医保61.46万人。"),
    ("sum", "安排预算2668.03万元，人员经费948.19万元，公用经费360.11万元，项目支出1395.73万元。"),
    ("sum", "实施改造36个，已完工17个，在建12个，未开工9个。"),
    ("sum", "改造户厕3200座，其中一类村1450座、二类村1270座、三类村380座。"),
    ("sum", "为2070名残疾人提供服务，其中视力412人、听力268人、肢体1357人、智力386人。"),
    ("growth", "大班额由29个减至9个，一年化解21个。"),
    ("growth", "新招消防员40名，队员总数由186名增至262名。"),
    ("difference", "全年出口12.4亿元、进口10.4亿元，贸易顺差2.8亿元。"),
    ("difference", "核定编制86名，实有79名，空编17名。"),
    ("average", "按每人每月120元标准，为350名孤儿发放生活费54.0万元。"),
    ("average", "改造户厕2130户，每户补助1200元，共发放补助265.6万元。"),
    ("average", "快递业务量1.27亿件，日均36万件。"),
    ("rate", "男生5775人、女生5488人，性别比150.23:100。"),
    ("share", "签约项目218个，开工199个，占91.28%；竣工投产（含试生产）118个，占51.43%。"),
    ("count", "开展“春雷”“夏安”“秋风”“冬防”3次专项行动。"),
    ("count", "编印《大事记》《组织沿革》《数字汇编》《档案选编》《旧志点校》6种资料。"),
)

SILENT = (
    "全年培训140人次，其中消防90人次、急救45人次。",
    "培训干部300人，选派教师120人、医生150人、农技员90人。",
    "能源矿产6种，金属矿产5种，非金属矿产20种。",
    "处分334人（党纪处分315人、政务处分40人）。",
    "存栏270.5万头，下降9.0%；出栏牛13.8万头，下降19.4%；出栏羊132.5万头，下降17.8%。",
    "年初在册2343人，全年新收9人，解除10人，年末在册2342人。",
    "招生3938人，在校生9909人，毕业3000人（其中技工学校招生1591人，在校生3964人，毕业1519人）。",
    "利润总额69.12亿元，增长6.4%。分所有制看，公有制企业亏损1.52亿元；非公有制企业利润70.64亿元。",
    "新建学校3所，学校总数由45所增至47所。",
    "一般公共预算支出119.72亿元，加上上解上级支出110.79亿元、结转下年28.91亿元，支出总计259.42亿元。",
    "低保标准为每人每月630元，保障对象9974人，累计发放低保金4113.81万元。",
    "保费收入133.7亿元。其中财产险44.5亿元，增长0.6%；健康险12.5亿元，下降3.4%；寿险76.0亿元，增长12.9%。",
    "职工食堂每餐标准25元，全年就餐3400人次，支出9.1万元。",
    "男女同工同酬，比上年提高2.1个百分点，两地人口之比为3比2。",
)


@pytest.mark.parametrize(("kind", "text"), STANDING)
def test_what_is_so_is_recognised(kind: str, text: str) -> None:
    assert stands(text, kind) >= 1


@pytest.mark.parametrize(("kind", "text"), LIKELY)
def test_what_is_not_so_is_told_as_likely(kind: str, text: str) -> None:
    assert Severity.WARNING in accused(text, kind)


@pytest.mark.parametrize("text", SILENT)
def test_what_may_be_so_is_left_alone(text: str) -> None:
    assert silent(text)


def test_a_part_of_one_total_is_none_of_another() -> None:
    text = "上划收入2628万元；地方收入1720万元。地方收入中，税收1035万元，非税685万元；税务部门征收1431万元，财政部门征收289万元。"
    assert silent(text)


def test_ages_without_a_gap_reach_all() -> None:
    assert accused("0—14岁人口占17.6%，15—59岁占61.2%，60岁及以上占22.1%。", "share") == [Severity.ERROR]
    assert silent("0—14岁人口占17.6%，15—59岁占61.2%，65岁及以上占15.1%。")


def test_a_number_given_twice_is_noticed() -> None:
    assert accused("（一）社保基金。收支平衡。（一）国有资本。收支平衡。（二）稳定调节基金。余额不变。", "enumeration") == [Severity.ERROR]


def test_a_list_found_by_its_numbers_is_weak() -> None:
    (claim,) = claims_of("现有职工214人，在职126人，退休88人。", "sum")
    assert claim.searched


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(200, 4000), min_size=3, max_size=5), st.integers(0, 3))
def test_two_digits_swapped_in_a_list_are_noticed(parts: list[int], at: int) -> None:
    names = ("国道", "省道", "县道", "乡道", "村道")
    text = "全县公路{}公里，" + "、".join(f"{name}{part}公里" for name, part in zip(names, parts, strict=False)) + "。"
    total = str(sum(parts))
    assert stands(text.format(total), "sum")
    n = at % (len(total) - 1)
    swapped = total[:n] + total[n + 1] + total[n] + total[n + 2 :]
    if swapped != total and swapped[0] != "0":
        assert accused(text.format(swapped), "sum")


@settings(max_examples=40, deadline=None)
@given(st.integers(11, 90), st.integers(10, 40), st.integers(2, 9))
def test_what_each_gets_times_how_many_is_the_total(tens: int, hundreds: int, off: int) -> None:
    many, each = tens * 10 + 3, hundreds * 100
    text = "补助{}户，每户{}元，共发放补助{}元。"
    assert stands(text.format(many, each, many * each), "average")
    assert accused(text.format(many, each, many * each + off * each), "average")
