"""``blank``: a figure that the sentence needs and lacks, a placeholder that was never filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..claims.base import Explanation, explained
from ..document import FigureRef
from ..findings import Finding, Severity
from ..i18n import N_
from ..i18n import gettext as _
from ..patterns import beginning, lazy
from .awaited import awaited
from .base import SURNAMES, Context, Hit, apart, found, lines_with, over
from .emptied import emptied
from .filler import fillers
from .garbled import garbled
from .lost import lost
from .missing import missing
from .numberless import numberless
from .odd import percent
from .paper_numbers import paper_numbers
from .passages import Passage
from .places import fact_place
from .uncounted import uncounted
from .unnamed import unnamed
from .yearless import yearless

_MEASURE = "年|月|日|万|亿|元|%|％|个|项|家|名|人|户|件|次|处|位|亩|公里|座"

_PLACEHOLDER = lazy(
    rf"""
    (?:排名|名列|位列|位居|列|居|排)[^，。；、,;\d第\n]{{0,8}}第[ \t\u3000]{{0,6}}
      (?:[名位](?![次列置于居])|(?=[，。；,;]|、[\u4e00-\u9fff]{{1,8}}第))
    | (?:排名|位次|名次)[ \t\u3000]{{0,6}}[名位](?=[，。；、,;）)\n]|$)
    | _{{2,}}(?:[ ]?(?:{_MEASURE}))? | _[ ]?[%％]
    | (?<![A-Za-z0-9{SURNAMES}])[XxＸｘ]{{2,8}}(?![A-Za-z0-9]) | (?<![0-9])20[XxＸｘ×]{{2}}(?=年)
    | (?<![A-Za-z0-9])[XxＸｘ]{{2,8}}(?=[ ]?(?:[万亿]|元|[%％]|[亩吨]|公[里顷]|平方|立方|人次|个(?!人)|[件项处座](?![\u4e00-\u9fff])))
    | (?<=[\u4e00-\u9fff])[XＸ]{{2,4}}[0-9]{{1,4}}(?=[亩户元人万吨公平])
    | (?<![0-9{SURNAMES}])×{{2,8}}
    | (?<![A-Za-z0-9])[XＸ](?=年|月[份底\d，XＸ]|万元|亿元|[%％]|个百分点)
    | (?<=[A-Za-z0-9])[xX](?=吨[，。；、,;])
    | (?<![0-9A-Za-z长宽高])×(?=万元|亿元|[%％]|年×|月×)
    | (?<=[\u4e00-\u9fff])(?<![长宽高{SURNAMES}])×(?=[人户个家项件名次场亩座处起宗例辆](?![\u4e00-\u9fff]))
    | (?<=[\u4e00-\u9fff])(?<![长宽高{SURNAMES}])×(?=[个条所座项张](?![人别子头])[\u4e00-\u9fff]|元[，、])
    | (?<![{SURNAMES}某])某某(?!某)(?:(?<![\u4e00-\u9fff]某某)|(?=[省市县区乡镇村局委办厅处科所院校厂公企单部门同领年月项]))
    | (?<![有亟尚还仍正急等期])待(?:补充|补|填写|填|定)(?=[）)\]】，。；、,;\s]|$)
    | (?<=[【（(\[])(?:此处|请在此)(?:填写|插入|补充)[^】）)\]\n]{{0,20}}
    | [?？]{{2,6}}(?=(?:万元|亿元|[%％]|个百分点|[个项家名]))
    | (?:增长|下降|提高|达到|完成率|占比|占|超)[ \t\u3000]{{0,4}}[%％](?=[，。；,;])
    | (?:投资|资金|金额|支出|补助|达到|完成|增加|减少|约|为)[ \t\u3000]{{1,6}}[万亿]
      (?:美?元|吨|亩|公顷|平方米|人次|人|户)(?=[，。；、,;）)])
    | (?:投资|资金|金额|支出|补助|投入|达到|完成|增加|减少)[ \t\u3000]{{3,12}}[万亿](?:美?元|吨|亩|公顷|平方米|人次|人|户)
    | (?<=[率比])(?:重|例)?(?:约为|达到|达|为)[ ]?(?=[，。；,;]|[/／](?:10|十)万)
    | (?:满意度|总数|总额|金额|人数|件数|户数|指数|得分|余额|收入|支出|产值|投资)(?:约为|达到|达|为)[ ]?(?=[，。；,;])
    | \[标签[:：][^\]\n]{{1,12}}\]
    | [{{｛]{{1,2}}[^{{}}｛｝%\n]{{0,80}}[}}｝]{{1,2}} | \{{%[^{{}}\n]{{0,80}}%\}}
    """,
    re.X,
)
#: One of these stands in every placeholder; most texts have none.
_SIGNS = (
    *beginning("第", r"[ \t\u3000]{0,6}[名位，。；、,;]"), *beginning("名", "名"), *beginning("次", "[名位]"),
    *beginning("_XxＸｘ×{｛*＊", ""), *beginning("[", "标签"),
    *beginning("某", "某"), *beginning("待", "[补填定]"), *beginning("此", "处"), *beginning("请", "在此"), *beginning("?？", "[?？]"),
    *percent(r"(?<![0-9０-９.．％%）)\]】].)(?=[，。；,;])"), *beginning(" \t\u3000", r"[万亿](?<![0-9.]..)[美元吨亩公平人户]"),
    *beginning("率比度数额分", "[重例]?[约达为][到为]?[ ]?[，。；,;/／]"),
)  # fmt: skip


def blank(context: Context) -> Iterator[Finding]:
    """Yield blank facts, and placeholders in the prose."""
    yield from _facts(context)
    yield from over(context, blanks, _beside_blank, wide=True)


def _facts(context: Context) -> Iterator[Finding]:
    for fact in context.written:
        if context.facts is None or fact.quantity is None or not fact.quantity.is_blank:
            continue
        anchors = context.anchors.get(fact.id, ())
        used = bool(anchors) or context.document is None
        yield found(
            "BLANK001",
            _("{label} is published blank").format(label=fact.label)
            if used
            else _("{label} is blank, and the document does not use it").format(label=fact.label),
            fact_place(context.facts, fact),
            hint=_("look up the figure and write it here; if it was published so and must stay, acknowledge it in report.yaml"),
            severity=Severity.ERROR if used else Severity.WARNING,
            facts=(fact.id,),
            anchors=anchors,
        )


def placeholders(text: str) -> Iterator[Hit]:
    """Yield what was to be filled in and was not."""
    for line in lines_with(_SIGNS, text):
        for match in _PLACEHOLDER.finditer(text, *line):
            message = _("“{quote}” was never filled in").format(quote=match.group())
            hint = _("write what belongs here, or take the words out")
            if match.group()[0] in "{｛" and (name := match.group().strip("{}｛｝ ")):
                hint = _("write what belongs here; a report's own prose calls a figure so: {call}").format(call=f"{{{{ {name} }}}}")
            yield Hit("BLANK002", *match.span(), message, hint)


def blanks(text: str) -> Iterator[Hit]:
    """Yield every place of a text where something is missing, once."""
    numbers = (uncounted, yearless, numberless, paper_numbers, unnamed)
    yield from apart(text, placeholders, fillers, garbled, lost, missing, emptied, awaited, *numbers)


def _beside_blank(passage: Passage, hit: Hit) -> bool:
    """The blank fact itself is the finding."""
    return any(isinstance(inline, FigureRef) and not inline.text for inline, *_rest in passage.parts(hit.start, hit.end))


explained(
    Explanation(
        "BLANK001",
        "blank-figure",
        "blank",
        Severity.ERROR,
        N_("A fact whose value is written '' is used in the document. One that the document does not use is a warning."),
        N_("The sentence reads “ranked No.” and no number follows; every reader sees that something was lost."),
        "水质考核得分92.1分，全市排名第名。",
        "水质考核得分92.1分，全市排名第五名。",
        N_("Look up the figure. If it was published blank and must stay so, acknowledge the finding with the reason."),
    ),
    Explanation(
        "BLANK002",
        "placeholder",
        "blank",
        Severity.ERROR,
        N_(
            "A placeholder stands in the finished text: ××, XX, __%, a rank without a number, 某某, 待补充, or a template "
            "expression that was not filled in."
        ),
        N_("A placeholder in a published report shows that nobody read it to the end."),
        "全年新修渠道XX公里，完成投资__万元。",
        "全年新修渠道36公里，完成投资820万元。",
        N_("Write the figure or the name, or take the sentence out."),
    ),
)
