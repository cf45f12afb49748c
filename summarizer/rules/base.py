"""What a rule gets and gives: a context of facts, document or plain text; findings with their place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from importlib import import_module

from ..claims.base import EXPLANATIONS, Place, Settings
from ..document import Document
from ..facts.factset import Fact, FactSet
from ..findings import Anchor, Finding, Severity
from ..memos import of_text
from ..patterns import at_places, each, in_order, lazy, places_for, places_in
from .odd import tell
from .passages import Passage, Prose


@dataclass(frozen=True)
class Context:
    """What a rule may look at. Either a report of our own (facts and document) or a text that was read.

    Args:
        facts, document: of one report; a rule that needs one that is missing stays silent.
        text: a text as it was read; used where there is no document. path: its file.
        today: the day of the check. settings: as for the claims.
    """

    facts: FactSet | None = None
    document: Document | None = None
    text: str = ""
    path: str = ""
    today: date | None = None
    settings: Settings = field(default_factory=Settings)

    @cached_property
    def prose(self) -> Prose:
        """The prose of the document or of the text, with the way back to the file."""
        return Prose(self.facts, self.document, self.text, self.path)

    @property
    def written(self) -> tuple[Fact, ...]:
        """The facts that somebody wrote; derived ones left out."""
        return tuple(fact for fact in self.facts.facts.values() if fact.derivation is None) if self.facts is not None else ()

    @cached_property
    def anchors(self) -> dict[str, tuple[Anchor, ...]]:
        """Where each fact stands in the document, by its id."""
        return self.prose.figure_anchors()

    def anchored(self, ids: Iterable[str]) -> tuple[Anchor, ...]:
        """Return the anchors of several facts."""
        return tuple(anchor for fact_id in ids for anchor in self.anchors.get(fact_id, ()))


@dataclass(frozen=True)
class Rule:
    """A rule of the registry.

    Args:
        kind: one of the kinds of the contract.
        module, name: where the function stands. It yields what it finds, and is silent where the context has not what it needs.
    """

    kind: str
    module: str
    name: str

    @cached_property
    def function(self) -> Callable[[Context], Iterator[Finding]]:
        """Import the function."""
        found: Callable[[Context], Iterator[Finding]] = getattr(import_module(f"summarizer.rules.{self.module}"), self.name)
        return found


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found in a text, which is ``text[start:end]``.

    Args:
        code: of the explanation. message, hint: in the user's language.
        severity: if not that of the explanation.
    """

    code: str
    start: int
    end: int
    message: str
    hint: str = ""
    severity: Severity | None = None


#: The commonest surnames, without those that are common words; for telling names of people.
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖"
    "田董潘袁蔡蒋余杜叶程魏苏吕丁任卢姚沈姜崔谭陆范汪廖石金韦贾夏傅方"
    "邹熊白孟秦邱侯江尹薛闫雷龙史陶贺顾毛郝龚邵万覃武钱戴严莫孔汤"
)
#: Words that begin like a name.
NO_NAMES = (
    "方[便式案法向面]|任[务何意]|程[序度]|万[人元户]|金[额融]|石[油化头]|杜绝|谢绝|严[格禁重]|周[边围期]|马[上路]|曾经"
    "|许[多可]|田间|余下|陆续|夏季|范围|林[区地场]|武装|何[时处]|陈旧|顾[问客]|江[边河]|龙头|雷[雨电]|董事"
)
#: All but what nearly all text is written with: ASCII, dashes and quotation marks, Chinese marks and the 20,902 first characters. Of the
#: full-width ones the digits are unusual.
_UNUSUAL = lazy("[^\0-\x7e\u2010-\u2027\u3000-\u3011\u4e00-\u9fa5\uff01-\uff0f\uff1a-\uff5e]")
Find = Callable[[str], Iterable[Hit]]
Sign = re.Pattern[str] | tuple[re.Pattern[str], ...]
"""A pattern that is cheap to look for, or several that begin with one character each, which are cheaper still."""


def found(
    code: str, message: str, place: Place, *, hint: str = "", working: str = "", severity: Severity | None = None,
    facts: Iterable[str] = (), anchors: Iterable[Anchor] = (),
) -> Finding:  # fmt: skip
    """Return a finding; name, kind and severity are those of the code's explanation."""
    page = EXPLANATIONS[code]
    return Finding(
        code, page.name, page.kind, severity or page.severity, message, working, hint,
        place.path, place.line, place.column, place.start, place.end, place.quote, tuple(facts), tuple(anchors),
    )  # fmt: skip


def over(
    context: Context, find: Find, skip: Callable[[Passage, Hit], bool] | None = None, passages: Iterable[Passage] | None = None, *,
    wide: bool = False,
) -> Iterator[Finding]:
    """Run a rule for plain text over the prose of ``context``.

    What stands once in a file and several times in the document (text and table) is one finding with several anchors.

    Args:
        find: takes a text, gives hits with offsets into it.
        skip: says which hits are none, or are told by another finding.
        passages: these only; each is then a text of its own. Else all are one text, a line each.
        wide: half-width marks are shown to it in full width where they are the text's habit, see :attr:`.Prose.wide`.
    """
    findings: dict[tuple[object, ...], Finding] = {}
    for passage, hit in _hits(context.prose, find, passages, wide=wide):
        if skip is not None and skip(passage, hit):
            continue
        place = context.prose.place(passage, hit.start, hit.end)
        anchor, facts = passage.anchor(hit.start, hit.end)
        anchors = (anchor,) if anchor else ()
        key = (hit.code, place.path, place.start, place.end) if place.end else (passage.start, hit)
        if (known := findings.get(key)) is not None:
            findings[key] = replace(known, facts=tuple(dict.fromkeys((*known.facts, *facts))), anchors=(*known.anchors, *anchors))
        else:
            findings[key] = found(hit.code, hit.message, place, hint=hit.hint, severity=hit.severity, facts=facts, anchors=anchors)
    yield from findings.values()


def _hits(prose: Prose, find: Find, passages: Iterable[Passage] | None, *, wide: bool) -> Iterator[tuple[Passage, Hit]]:
    if passages is not None:
        yield from ((passage, hit) for passage in passages for hit in find(passage.text))
        return
    text = prose.wide if wide else prose.close
    tell(text)
    for hit in find(text):
        start, end = prose.open(hit.start, hit.end)
        if passage := prose.passage_at(start, end):
            start, end = start - passage.start, end - passage.start
            yield passage, hit if start == hit.start and end == hit.end else replace(hit, start=start, end=end)


def apart(text: str, *finders: Find) -> Iterator[Hit]:
    """Yield what the finders find; of hits that overlap the first, in the order of the finders."""
    told = bytearray(len(text))
    for find in finders:
        for hit in find(text):
            if told.find(1, hit.start, hit.end) < 0:
                told[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
                yield hit


def lines_with(sign: Sign, text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each line in which ``sign`` is found: a cheap sign spares the rest a costly pattern."""
    lines: dict[int, int] = {}
    told = places_in(text).told
    for pattern in sign if isinstance(sign, tuple) else (sign,):
        few = told[pattern] if pattern in told else places_for(text, pattern)
        if few is not None:
            stop = -1
            for match in at_places(few, text, pattern) if few else ():
                if match.end() > stop:  # a line that is told is not looked for again: it may be long, and its signs many
                    start, stop = line_of(text, match.start(), match.end())
                    lines[start] = stop
            continue
        position = 0
        while found := pattern.search(text, position):
            start, position = line_of(text, found.start(), found.end())
            lines[start] = position
    yield from sorted(lines.items())


def line_of(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the line begins and ends that ``text[start:end]`` stands in."""
    stop = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, len(text) if stop < 0 else stop


@of_text
def unusual(text: str) -> tuple[str, ...]:
    """Return the characters of a text that hardly any text has; most have none that a rule would look at."""
    return tuple(_UNUSUAL.findall(text))


def around(text: str, at: int, back: int, ahead: int) -> tuple[int, int]:
    """Return the stretch of so many characters before and behind ``at`` that lies in its line."""
    end = text.find("\n", at, at + ahead)
    return max(text.rfind("\n", max(0, at - back), at) + 1, at - back, 0), min(at + ahead, len(text)) if end < 0 else end


def matches_at(sign: Sign, pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of ``pattern`` that begin where ``sign`` is found and do not overlap."""
    last = 0
    for start in in_order(text, sign) if isinstance(sign, tuple) else each(text, sign):
        if start.start() >= last and (match := pattern.match(text, start.start())):
            yield match
            last = match.end()
