"""Words with a wrong character, and words that stand twice. All sentences are made up."""

from __future__ import annotations

import pytest

from summarizer.rules import Context, run
from summarizer.rules.clipped import CLIPPED
from summarizer.rules.clipped import STRAY as STRAY_WORDS
from summarizer.rules.lexicon import alike, pairs_of, signs, words_of
from summarizer.rules.miswritten import GUARDED
from summarizer.rules.wording import _LOOKS, _tables, slips

WRONG = (
    "灌溉用水{咱}全县总用水的64.7%。", "农户{咱}总户数的38%。",
    "省财政{下拔}补助资金68万元。", "新造林3.05万亩，{基中}油茶1.2万亩。", "全县林地面积17.8万{公项}。", "流域面积320{公倾}。",
    "农民收入比上年{翻一翻}。", "各乡镇残疾人分布{大至}如下：", "渠道工程{累积}完成投资100万元。",
    "全年财政总{收人}3.2亿元。", "接待游客36{万入次}。", "工程{己}完成总量的八成。", "年内{末}发生安全事故。",
    "全县{天燃气}用户1.2万户。", "完成{冶理}面积12平方公里。", "举办{培讯}班6期。", "收到{损赠}物资折款12万元。",
    "新建{混泥土}路面6公里。", "{竟聘}上岗32人。", "项目{峻工}12个。", "生猪{存拦}6.3万头。",
)  # fmt: skip
RIGHT = (
    "由小到大至少三档。", "宣传下拔河比赛圆满结束。", "自己完成作业。", "“十三五”末完成目标。", "期末完成考核。", "广泛吸纳人才。",
    "万无一失。", "全力以赴，以经济建设为中心。", "按装机容量计算补贴。", "按排名发放奖金。", "企业平台作用明显。", "兵役情况良好。",
    "强化预防犯罪工作。", "严防迅速蔓延。", "推动社会治理法治化。", "保健设施齐全。", "一般迁入户32户。", "人畜水池12口。",
    "边缘化问题突出。", "研究讨论，研究讨论。", "逐步逐步推进，来来往往。", "办结37个，销号37个，销号率100%。",
    "完成收入的完成任务率32%。",
)  # fmt: skip
LOST = (
    "用水户比年初{净}136户。",
    "辖区易燃{易爆场}、加油站全部查到。",
    "管护22个村的{农家书}。", "{推进污染防}、植树造林。", "村级{建档卡}工作完成。",
    "土地纠纷{仍当前}信访的热点。", "35至60岁的1860人，18{岁以}860人。", "城镇{居民均可支配}收入3.6万元。", "9条干{渠总}36.9公里。",
)  # fmt: skip
STRAY = (
    "辖区有1{所以}初中，16所小学。", "{上半年年}完成投资36万元。",
    "6{月份份}开工。", "{参参加}培训36人。", "全市{共共}检查36家。",
)  # fmt: skip
WHOLE = (
    "上半年年均增长3%。", "人人参与，户户受益。", "36人，人人有责。", "排名第12，底线守牢。", "1所，以初中为主。",
    "自己已完成，悦己消费，利己不损人。",
    "咱全村人都来了，咱总算修好了渠。",
    "支付主任津贴。", "引进一部设备，靠近一步。", "既使企业受益，又使群众受益。",
    "劳动动员，投资资金，管理理念。", "公共共享平台，成片造林。",
    "基础设施，隐患查处。", "18岁以上36人，60岁以下86人。", "2023年6月底，12份文件。",
)  # fmt: skip
TWICE = (
    "地下车位{640个640个}、路内车位380个。",
    "{元至7月全市元至7月全市}各类事故下降13.7%。",
    "【{社会保障社会保障}】农村低保811户。",
    "{完成城镇医保完成参保}305人。",
    "继续{进一步进一步}加强管理。",
)


@pytest.mark.parametrize("line", WRONG)
def test_a_wrong_character_is_told_at_its_word(line: str) -> None:
    start, end = line.index("{"), line.index("}") - 1
    text = line.replace("{", "").replace("}", "")
    hits = list(slips(text))
    assert [hit.code for hit in hits] == ["WORD001"]
    assert start <= hits[0].start < hits[0].end <= end


@pytest.mark.parametrize(("code", "line"), [*(("WORD003", line) for line in LOST), *(("WORD004", line) for line in STRAY)])
def test_what_has_lost_a_character_or_has_one_too_many(code: str, line: str) -> None:
    start, end = line.index("{"), line.index("}") - 1
    hits = list(slips(line.replace("{", "").replace("}", "")))
    assert [hit.code for hit in hits] == [code]
    assert start <= hits[0].start < hits[0].end <= end


@pytest.mark.parametrize("text", [*RIGHT, *WHOLE])
def test_what_looks_like_one_is_let_be(text: str) -> None:
    assert not list(slips(text))


@pytest.mark.parametrize("line", TWICE)
def test_words_that_stand_twice(line: str) -> None:
    start, end = line.index("{"), line.index("}") - 1
    hits = list(slips(line.replace("{", "").replace("}", "")))
    assert [(hit.code, hit.start, hit.end) for hit in hits] == [("WORD002", start, end)]


def test_the_tables_are_of_plain_words_and_no_right_word_is_called_wrong() -> None:
    pairs = [tuple(pair.split("/")) for pair in words_of("wrong")]
    assert all(len(right) - len(wrong) in (0, 1) and right != wrong for right, wrong in pairs)
    assert len(set(pairs)) == len(pairs)
    for _right, pattern in (*GUARDED, *CLIPPED, *STRAY_WORDS):
        assert all("一" <= character <= "鿿" for character in _LOOKS.sub("", pattern)), pattern
    assert not list(slips("，".join(right for right, _wrong in pairs) + "。" + "，".join(right for right, _pattern in GUARDED)))


LEXICON = tuple(words_of("phrases"))
DAMAGED = (
    ("WORD003", "全县{一般务限额}81亿元。", "一般债务限额"), ("WORD003", "全年{一般公预算收入}6.2亿元。", "一般公共预算收入"),
    ("WORD003", "工作稳步推进，{般公共预算收入}6.2亿元。", "一般公共预算收入"), ("WORD003", "{粮食播种积}36万亩。", "粮食播种面积"),
    ("WORD003", "全县{专项债务限}36亿元。", "专项债务限额"), ("WORD003", "{年末滚存结}3亿元。", "年末滚存结余"),
    ("WORD004", "{一般公公共预算收入}6.2亿元。", "一般公共预算收入"), ("WORD001", "{一般共公预算收入}6.2亿元。", "一般公共预算收入"),
    ("WORD004", "年末{余余额}6.2亿元。", "余额"),
    ("WORD001", "{全县成完}投资3亿元。", "完成"), ("WORD003", "农林水{支出完}69万元。", "完成"),
    ("WORD003", "{当年结}3.6亿元。", "结余"), ("WORD003", "{教育支}3.6亿元。", "支出"),
    ("WORD003", "户籍{人}36万人。", "人口"),
    ("WORD001", "全县{一般公供预算收入}6.2亿元。", "一般公共预算"), ("WORD001", "{规模以上工业增加职}增长6%。", "规模以上工业增加值"),
    ("WORD001", "{预算技效管理}全面铺开。", "预算绩效管理"), ("WORD001", "{控辍保雪}工作。", "控辍保学"),
    ("WORD001", "{组织事实}方案36个。", "组织实施"), ("WORD001", "{化解提防债务}3亿元。", "化解地方债务"),
    ("WORD001", "利润同比{争长}5%。", "增长"), ("WORD001", "部门{联河执法}36次。", "联合执法"), ("WORD001", "全面{推近}乡村振兴。", "推进"),
    ("WORD003", "深入学习{党的十九}精神。", "党的十九大"), ("WORD003", "传达{二十}三中全会精神。", "二十届"),
    ("WORD003", "乡镇{货物吞量}36万吨。", "货物吞吐量"), ("WORD003", "{机插秧面}90%以上。", "机插秧面积"),
)  # fmt: skip
UNDAMAGED = (
    "支持打造先进制造业高地。", "加强生态保护修复。", "城乡区域差距缩小。", "促消费、扩内需。",
    "认认真真办事，普普通通的人。", "建成人饮工程36座。", "财税改革纵深推进。", "惠民实事圆满办结。", "全市国资国企改革。",
    "学习党的二十大精神，传达二十届三中全会精神。",
    "同步争取支持，互联河网。", "查出违规金额36万元。", "二级路网36公里。", "从事实出发。", "实施方案。", "防患未然，防患于未然。",
    "跑完10公里，审结3亿元案件。", "增支3.6亿元，税收3.6亿元，增收6万元。", "全国第3名。", "偏远乡村设“小厨”2处。",
)  # fmt: skip


@pytest.mark.parametrize(("code", "line", "right"), DAMAGED)
def test_a_phrase_with_a_slip_is_told_with_what_is_meant(code: str, line: str, right: str) -> None:
    start, end = line.index("{"), line.index("}") - 1
    hits = list(slips(line.replace("{", "").replace("}", "")))
    assert [(hit.code, hit.start, hit.end) for hit in hits] == [(code, start, end)]
    assert right in hits[0].hint


@pytest.mark.parametrize("text", UNDAMAGED)
def test_words_that_meet_are_no_damaged_phrase(text: str) -> None:
    assert not list(slips(text))


def test_phrases_of_the_lexicon_are_right() -> None:
    assert len(set(LEXICON)) == len(LEXICON) > 5000
    assert all(3 <= len(phrase) <= 9 for phrase in LEXICON)
    assert not [hit for phrase in LEXICON for hit in slips(f"一是，{phrase}，共3项。")]


def _lost(phrase: str) -> list[tuple[str, tuple[str, ...], str]]:
    """The forms of a phrase with one character lost, the signs that allow each, and the kind of sign."""
    found: list[tuple[str, tuple[str, ...], str]] = [(phrase[1:], (phrase[1:3],), "begun"), (phrase[:-1], (phrase[-3:-1],), "ended")]
    for n in range(1, len(phrase) - 1):
        form = phrase[:n] + phrase[n + 1 :]
        found.append((form, tuple(form[at : at + 3] for at in (n - 2, n - 1) if 0 <= at <= len(form) - 3), "within"))
    return found


def test_each_phrase_without_a_character_is_told_where_a_sign_allows_it() -> None:
    allowed = {name: set(entries.split()) for name, entries in signs().items()}
    told = 0
    for phrase in (phrase for phrase in LEXICON if len(phrase) >= 4):
        for form, triples, kind in _lost(phrase):
            if any(triple in allowed[kind] or (len(phrase) > 4 and triple in allowed[f"{kind} long"]) for triple in triples):
                text = f"一是，{form}，共3项。"
                hits = [hit for hit in slips(text) if hit.start < 3 + len(form) and hit.end > 3]
                assert hits, (phrase, form)
                told += 1
    assert told > 10000


def test_each_phrase_with_a_character_of_the_same_sound_or_shape_is_told_where_a_pair_allows_it() -> None:
    pairs = [*pairs_of("pairs"), *pairs_of("mistyped")]
    allowed = set(pairs)
    assert len(allowed) == len(pairs) > 15000
    allowed -= _tables().words.keys()
    told = 0
    for phrase in (phrase for phrase in LEXICON[::9] if len(phrase) >= 4):
        for n, character in enumerate(phrase):
            for wrong in alike().get(character, ()):
                form = phrase[:n] + wrong + phrase[n + 1 :]
                if allowed.intersection(form[at : at + 2] for at in (n - 1, n) if at >= 0):
                    text = f"一是，{form}，共3项。"
                    assert any(hit.start < 3 + n + 1 and hit.end > 3 + n for hit in slips(text)), (phrase, form)
                    told += 1
    assert told > 3000


def test_a_text_of_one_word_and_characters_beyond_the_first_plane() -> None:
    assert not list(slips("其中" * 5000))
    text = "𠮷县" + "社会保障社会保障工作。"
    assert [text[hit.start : hit.end] for hit in slips(text)] == ["社会保障社会保障"]


def test_half_a_word_before_a_figure_is_told_once() -> None:
    for text in ("全年支出完69万元。", "累计完69万元。"):
        assert [finding.code for finding in run(Context(text=text, path="a.txt"))] == ["BLANK004"]
