"""``numeral`` (GB/T 15835): figures in a form that is not written, or in two forms side by side."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..claims.base import Explanation, explained
from ..findings import Finding, Severity
from ..i18n import N_, ngettext
from ..i18n import gettext as _
from ..patterns import beginning, each, in_order, lazy
from .base import Context, Hit, apart, lines_with, matches_at, over
from .decimals import decimals
from .letters import letters
from .odd import comma, point

_HAN = "\u4e00-\u9fff"
_COUNTED = "元人户亩个名家件次场项处座所条台套辆张册株头只吨斤"
_BEFORE = "(?<![0-9A-Za-z.．,，第])"
#: An arabic figure with a Chinese 千 or 百, or with two scales; 千瓦, 千米, 千公顷 and the like are units.
_SCALES = lazy(
    rf"{_BEFORE}[1-9](?:[千百][余多]?(?:[{_COUNTED}]|平方|公里)|(?P<million>[千百])[余多]?万(?!瓦))"
    rf"|{_BEFORE}(?P<two>[0-9]{{1,4}}(?:亿[0-9]{{1,4}}万|万[0-9]{{4}}(?=[余多]?(?:[{_COUNTED}]|平方|公))|[万亿][1-9]千(?![瓦米克伏])))"
)
_SCALES_SIGN = (*beginning("千百", "(?<=[0-9].)"), *beginning("万亿", "(?<=[0-9].)[0-9]"))
_ADJACENT = lazy(
    rf"[一二两三四五六七八](?<=[{_HAN}].)(?<![第一二三四五六七八九十百千零].)"
    r"(?:(?<=一)、[二两]|(?<=[二两])、三|(?<=三)、四|(?<=四)、五|(?<=五)、六|(?<=六)、七|(?<=七)、八|(?<=八)、九)"
    r"(?:[十百千](?=[十百千万亿多余]?[^、])|万?(?:个(?!百分点)|名(?!字)|家|户|人(?!称)|天|倍|斤|公里|千米|米|亩|岁))"
)
#: The same looked for from its mark, which is faster; most texts have none.
_ANY_ADJACENT = lazy("、(?<=[一二两三四五六七八]、)[二两三四五六七八九]")
_ADJACENT_SIGN = lazy("[一二两三四五六七八]、[二两三四五六七八九]")
_YEARS = lazy(r"(?<![0-9/A-Za-z.-])((?:19|20)[0-9]{2})年?[-－]((?:19|20)[0-9]{2})(?=[年）)》〉”，。；、 \u4e00-\u9fff]|[,;](?![0-9]))")
_YEARS_SIGN = beginning("-－", "(?:19|20)[0-9]")
_RANGE = lazy(
    r"(?<![0-9A-Za-z.．,，%％年月/—~～-])(?P<low>[0-9]{1,6}(?:\.[0-9]{1,3})?)[-－–—~～至]{1,2}(?P<high>[0-9]{1,6}(?:\.[0-9]{1,3})?)[万亿%％]"
)
_RANGE_SIGN = lazy(r"[0-9]{1,6}(?:\.[0-9]{1,3})?[-－–—~～至]{1,2}[0-9]")
#: Most texts have none, and most figures are in no range.
_ANY_RANGE = beginning("-－–—~～至", "(?<=[0-9].)[-－–—~～至]?[0-9.]{1,10}[万亿%％]")
_CHINESE = "二两三四五六七八九十"
#: Items of a series, each ending with a count: 新建3所、改建两所、扩建1所.
_ITEM = lazy(
    rf"(?<![{_HAN}0-9])[{_HAN}]{{1,10}}?(?:(?P<arabic>[0-9]{{1,6}})|(?P<chinese>[{_CHINESE}]{{1,3}}))(?P<unit>[{_COUNTED}])(?P<end>[、，,；;。\n]|$)"
)
_ITEM_SIGN = beginning(_CHINESE, rf"[{_COUNTED}](?:[、，,；;。\n]|$)")
#: A year half in digits: 二0一三年.
_MIXED_YEAR = lazy("二[0０Oo○〇]?[0０Oo][一二三四五六七八九〇]年|二[0０Oo][一二][一二三四五六七八九〇0０]年")
_PERCENT = lazy(r"百分之[一二三四五六七八九十零点]{1,8}(?=[，。；、,;以左）)])(?!、百分之)")
_SIZE = "(?:[万亿]?(?:元|人|户|亩|吨|平方米|公里|千瓦时|立方米|件|头|只|株)|[%％])"
#: The number of an item and a figure: 1.亿元以上项目12个, 2.3.5亿元债券.
_NO_ITEM = r"(?<!\A[0-9]\.)(?<![\n。][0-9]\.)(?<![\n。][0-9]{2}\.)"
_MALFORMED = lazy(
    r"(?<![0-9A-Za-z.,，/:：-])(?<![,，] )(?:"
    rf"[0-9]{{1,3}}(?:,[0-9]{{3}}){{0,3}},(?:[0-9]{{1,2}}|[0-9]{{4,6}})(?:,[0-9]{{3}}){{0,2}}(?:\.[0-9]{{1,4}})?[ ]?[万亿]元"
    rf"|[0-9]{{1,3}}(?:,[0-9]{{3}}){{1,3}},(?:[0-9]{{1,2}}|[0-9]{{4,6}})(?:\.[0-9]{{1,4}})?(?={_SIZE})"
    rf"|[0-9]{{1,9}}\.(?:{_NO_ITEM}[0-9]{{1,4}}\.[0-9]{{0,4}}|\.[0-9]{{1,4}}|{_NO_ITEM}(?=[万亿]元|%))(?={_SIZE})"
    rf"|(?:[0-9]{{1,3}},)?[0-9]{{0,6}}[0-9.][OoＯ〇○][0-9OoＯ〇○.]{{0,6}}(?=[%％{_HAN}])"
    rf"|(?:[0-9]{{1,3}},)?[0-9]{{0,6}}[0-9.][OoIlＯ][0-9OoIl.]{{0,6}}(?=[万亿]元|[万亿][人户亩吨]|[元%％年亩人户吨件家项起处所名个公])"
    rf"|[0-9]{{1,4}}[XxＸ×]{{2,4}}(?=[亩户人吨个件元万名家项处座]|公[里顷斤])"
    rf"|0[0-9]{{1,6}}(?:\.[0-9]{{1,4}})?(?=[万亿]元)"
    r")"
)
_MALFORMED_SIGN = (
    comma("(?<=[0-9].)(?:[0-9]{1,2}(?![0-9])|[0-9]{4})"), point(r"(?<=[0-9].)(?:[0-9]{0,4}\.|[万亿%])"),
    *beginning("OoＯ〇○", rf"(?<=[0-9.].)[0-9OoＯ〇○.%％{_HAN}]"),
    *beginning("Il", "(?<=[0-9.].)[0-9.万亿元%％年OoIl亩人户吨件家项起处所名个公]"),
    *beginning("XxＸ×", "(?<=[0-9].)[XxＸ×]"),
    *beginning("0", "(?<![0-9.,].)[0-9]"),
)  # fmt: skip
#: A number that a mark of text cuts: 3。5%, 12，345万元 — what stands before it has no unit of its own.
_CUT = lazy(
    r"[0-9]{1,9}。[0-9]{1,3}(?=[ ]?(?:[万亿]元|[%％])|[万亿]|个百分点|元|公里|亩|吨)"
    r"|(?<![0-9.,，])[0-9]{1,3}(?:，[0-9]{3}){1,3}(?:\.[0-9]{1,4})?"
    r"(?=[ ]?[万亿]?(?:元|人|亩|吨|户|件)|[%％])"
    r"|(?<![0-9.，])[0-9]{1,6}，[0-9]{1,2}(?=[ ][万亿]元)|(?<![0-9.,，])[0-9]{1,3}，[0-9]{1,2}(?=[%％]|[万亿]元|个百分点)|"
    r"(?<![0-9.,，年月日])[0-9]{1,3}，[0-9]{2}(?=万[吨亩人户]|公里|吨|亩)|[0-9]{1,9}．[0-9]{1,4}"
)
#: Two marks in one number: 3.。9%.
_POINTED = (
    point(r"(?<=[0-9].)[。，、.．](?=[0-9])"), comma(r"(?<=[0-9].)\.(?=[0-9])"), *beginning("，。", r"(?<=[0-9].)\.(?=[0-9])"),
)  # fmt: skip
#: A point without the digits behind it: 3.万人, 占73.；
_POINTLESS_SIGN = point(rf"(?<=[0-9].)(?=[ ]?[{_HAN}，；、）])")
_POINTLESS = lazy(
    rf"(?<=[{_HAN}])[0-9]{{1,6}}(?:,[0-9]{{3}})?\.(?:(?=[ ]?(?:[万亿](?!元)|个百分点|公[里顷]|[亩吨米元倍]|毫米|平方|立方|人次))"
    rf"|(?=[个人户件项家名起处头](?![{_HAN}]))|(?=[，；、）]|[,;](?![0-9])))"
    rf"|(?<=[{_HAN}])[0-9]{{1,6}}\.[0-9]{{1,4}}\.(?=[{_HAN}]{{2}})"
)
_WHOLE = lazy(r"[0-9,]{1,9}[.。，、,．]{2}[0-9]{1,6}(?=[%％万亿元个公亩吨人户件])|[0-9]{1,9}\.\.[0-9]{1,6}")
_CUT_LENGTH = 24
_CUT_SIGN = (
    *beginning("。，", "(?=[0-9])(?<=[0-9].)(?=[0-9]{1,3}(?:，[0-9]{3}){0,2}(?:[%％万亿元个公亩吨人户件.]| [万亿]元))"),
    *beginning("．", "(?<=[0-9].)(?=[0-9])"),
)  # fmt: skip
_FULL_WIDTH = lazy("[０-９]+")
_FEW = 3
#: More than a round figure, behind one that is exact: 37余家.
_MORE = beginning("余多", "(?<=[0-9][1-9].)(?=[家个人户件名次场项处座所条亩吨辆台册份起宗套](?![年月日]))")
_EXACT = lazy(r"(?<![0-9.．第])(?<![0-9][,，])[0-9]{2,6}[余多]\Z")
_YEAR = lazy("(?:19|20)[0-9]{2}[余多]")
#: A text with so many % writes its shares with the sign.
_SIGNED = 3


def numerals(context: Context) -> Iterator[Finding]:
    """Yield figures whose form GB/T 15835 does not know."""
    yield from over(context, forms, wide=True)


def forms(text: str) -> Iterator[Hit]:
    """Yield what is wrong with the form of the figures of a text."""
    for find in (_scales, _more, _adjacent, _years, _ranges, _series, _percents):
        yield from find(text)
    yield from apart(text, _malformed, _cut, decimals, letters)


def _scales(text: str) -> Iterator[Hit]:
    for line in lines_with(_SCALES_SIGN, text):
        for match in _SCALES.finditer(text, *line):
            quote = match.group()
            if match["two"]:
                message = _("two scales in one figure: {quote}").format(quote=quote)
                yield Hit("NUM002", *match.span(), message, _("write one scale with a decimal point: 3.45亿, not 3亿4500万"))
            else:
                message = _("an arabic digit before 千 or 百: {quote}").format(quote=quote)
                yield Hit("NUM001", *match.span(), message, _("write all digits: 3000, or 3000万"))


def _malformed(text: str) -> Iterator[Hit]:
    told: set[int] = set()
    for line in lines_with(_MALFORMED_SIGN, text):
        for match in _MALFORMED.finditer(text, *line):
            told.update(range(*match.span()))
            yield _no_number(match)
    for sign in in_order(text, _POINTED):
        pointed = _WHOLE.search(text, max(0, sign.start() - 6), sign.end() + 8)
        if pointed is not None and told.isdisjoint(range(*pointed.span())):
            yield _no_number(pointed)


def _cut(text: str) -> Iterator[Hit]:
    """Numbers with a mark of text inside, and the few in full width among others."""
    for sign in in_order(text, _CUT_SIGN):
        start = max(0, sign.start() - 9)
        if (match := _CUT.search(text, start, sign.end() + _CUT_LENGTH)) and match.start() < sign.end() <= match.end():
            yield _no_number(match)
    for sign in each(text, _POINTLESS_SIGN):
        if match := _POINTLESS.search(text, max(0, sign.start() - 12), sign.end() + 4):
            yield _no_number(match)
    wide = list(_FULL_WIDTH.finditer(text)) if any(char in text for char in "０１２３４５６７８９") else []
    if 0 < len(wide) <= _FEW and any(char in text for char in "0123456789"):
        for match in wide:
            message = _("{quote} is written in full width, the other figures are not").format(quote=match.group())
            yield Hit("NUM007", *match.span(), message, _("type it anew in half width"))


def _more(text: str) -> Iterator[Hit]:
    """A figure that is exact and about so many."""
    for sign in in_order(text, _MORE):
        start = max(0, sign.end() - 8)
        if (match := _EXACT.search(text[start : sign.end()])) and not _YEAR.fullmatch(match.group()):
            message = _("{quote} is both exact and about so many").format(quote=match.group())
            yield Hit("NUM008", start + match.start(), sign.end(), message, _("write 30余 or 37"))


def _no_number(match: re.Match[str]) -> Hit:
    message = _("{quote} is no number: a comma, a point or a letter stands where a digit belongs").format(quote=match.group())
    if "," in match.group() or "，" in match.group():
        hint = _("write 54,262万元 with a comma before every three digits, or without")
    else:
        hint = _("look the number up and write it anew")
    return Hit("NUM007", *match.span(), message, hint)


def _adjacent(text: str) -> Iterator[Hit]:
    for match in matches_at(_ADJACENT_SIGN, _ADJACENT, text) if any(each(text, _ANY_ADJACENT)) else ():
        message = _("an approximation is written without 、: {quote}").format(quote=match.group())
        yield Hit("NUM003", *match.span(), message, _("write {form}").format(form=match.group().replace("、", "")))


def _years(text: str) -> Iterator[Hit]:
    found = [match for line in lines_with(_YEARS_SIGN, text) for match in _YEARS.finditer(text, *line) if match[1] < match[2]]
    yield from _once(
        "NUM004",
        found,
        lambda n: ngettext("a span of years with a half-width hyphen", "{n} spans of years with a half-width hyphen", n),
        _("write 2023—2035"),
    )


def _ranges(text: str) -> Iterator[Hit]:
    if not in_order(text, _ANY_RANGE):
        return
    found = [match for match in matches_at(_RANGE_SIGN, _RANGE, text) if float(match["low"]) < float(match["high"])]
    yield from _once(
        "NUM005",
        found,
        lambda n: ngettext("a range whose first figure lacks its %, 万 or 亿", "{n} ranges whose first figure lacks its %, 万 or 亿", n),
        _("write 9亿～16亿, 15%～30%"),
    )


def _once(code: str, found: list[re.Match[str]], message: Callable[[int], str], hint: str) -> Iterator[Hit]:
    """One finding for the whole document, at the first place."""
    if found:
        yield Hit(code, *found[0].span(), message(len(found)).format(n=len(found)), hint)


def _series(text: str) -> Iterator[Hit]:
    for line in lines_with(_ITEM_SIGN, text):
        row: list[re.Match[str]] = []
        for match in _ITEM.finditer(text, *line):
            if row and (row[-1].end() != match.start() or row[-1]["unit"] != match["unit"]):
                yield from _mixed(text, row)
                row = []
            row.append(match)
        yield from _mixed(text, row)


def _mixed(text: str, row: list[re.Match[str]]) -> Iterator[Hit]:
    """A series of three or more items with one measure word, some in digits and some in characters."""
    odd = [match for match in row if match["chinese"]]
    if len(row) >= 3 and 0 < len(odd) < len(row):
        start, end = row[0].start(), row[-1].end("unit")
        message = _("one series in two forms: {quote}").format(quote=text[start:end])
        yield Hit("NUM006", start, end, message, _("write all of them in digits"))


def _percents(text: str) -> Iterator[Hit]:
    for year in in_order(text, (_MIXED_YEAR,)):
        message = _("one series in two forms: {quote}").format(quote=year.group())
        yield Hit("NUM006", *year.span(), message, _("write all of them in digits"))
    if "百分之" in text and text.count("%") + text.count("％") >= _SIGNED:
        for match in _PERCENT.finditer(text):
            message = _("a share in characters between shares with %: {quote}").format(quote=match.group())
            yield Hit("NUM006", *match.span(), message, _("write it with digits and %"))


explained(
    Explanation(
        "NUM001",
        "digit-before-thousand",
        "numeral",
        Severity.WARNING,
        N_("An arabic figure takes 万 and 亿 as scales, not 千 and 百. Units such as 千瓦 and 千公顷 are no scales."),
        N_("3千 is half digits, half characters; beside 3000 and 0.3万 it is misread in tables."),
        "发放宣传册3千册。",
        "发放宣传册3000册。",
        N_("Write all digits: 3000, 3000万."),
    ),
    Explanation(
        "NUM002",
        "two-scales",
        "numeral",
        Severity.WARNING,
        N_("One figure has one scale: 3.45亿元, never 3亿4500万元."),
        N_("Two scales in one figure are read as two figures, and cannot be compared with the others of the text."),
        "落实资金2亿1500万元。",
        "落实资金2.15亿元。",
        N_("Write one scale with a decimal point."),
    ),
    Explanation(
        "NUM003",
        "approximation-with-pause",
        "numeral",
        Severity.INFO,
        N_("Two neighbouring numerals that mean about so many stand in characters, without 、: 三四个."),
        N_("三、四个 reads as three and four."),
        "每月检修三、四个泵站。",
        "每月检修三四个泵站。",
        N_("Take 、 out."),
    ),
    Explanation(
        "NUM004",
        "hyphen-between-years",
        "numeral",
        Severity.INFO,
        N_("Between two years stands — or ～, not a half-width hyphen. One finding for a document."),
        N_("A hyphen joins document numbers and models; a span of years needs the dash of a range."),
        "编制2021-2035年水网规划。",
        "编制2021—2035年水网规划。",
        N_("Write 2021—2035."),
    ),
    Explanation(
        "NUM005",
        "range-without-unit",
        "numeral",
        Severity.INFO,
        N_("Both figures of a range carry their %, 万 or 亿: 15%～30%, 9亿～16亿. One finding for a document."),
        N_("9～16亿 may be nine, or nine hundred million."),
        "用水量下降5～8%。",
        "用水量下降5%～8%。",
        N_("Repeat it at the first figure."),
    ),
    Explanation(
        "NUM006",
        "mixed-forms",
        "numeral",
        Severity.WARNING,
        N_("The items of one series are all in digits, or all in characters; shares with % do not stand beside 百分之."),
        N_("GB/T 15835 wants one form for figures of one kind; the odd one out is overlooked when the series is added up."),
        "新建水闸3座、改建两座、加固5座。",
        "新建水闸3座、改建2座、加固5座。",
        N_("Write all of them in digits."),
    ),
    Explanation(
        "NUM007",
        "malformed-number",
        "numeral",
        Severity.WARNING,
        N_("A number has a comma before every three digits or none, one decimal point with digits behind it, no letters and no spaces."),
        N_("In 542,62万元 the comma or a digit is wrong; nobody can tell which, and a spreadsheet reads 54262."),
        "支出比上年增加542,62万元。",
        "支出比上年增加54,262万元。",
        N_("Look the number up and write it anew."),
    ),
    Explanation(
        "NUM008",
        "exact-and-about",
        "numeral",
        Severity.WARNING,
        N_("余 and 多 stand behind round figures: 30余家, not 37余家."),
        N_("A figure that is exact to the last one cannot be about so many; one of the two is wrong."),
        "走访企业37余家。",
        "走访企业30余家。",
        N_("Write the round figure with 余, or the exact one without."),
    ),
)
