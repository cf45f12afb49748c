"""Names of people and posts in a text, for a person to verify: nobody here knows who holds which post today."""

from __future__ import annotations

from dataclasses import dataclass

from ..document import Document, Paragraph, Table, inlines_of, plain
from ..patterns import lazy
from ..rules.base import SURNAMES
from ..writers.wording import lead_text

_POSTS = (
    "(?:总书记|书记|副书记|主席|副主席|总理|副总理|省长|副省长|市长|副市长|县长|副县长|区长|副区长|州长|盟长|旗长|镇长|副镇长|乡长|副乡长"
    "|部长|副部长|厅长|副厅长|局长|副局长|处长|副处长|科长|副科长|主任|副主任|会长|副会长|秘书长|委员长|常委|委员|巡视员|调研员|组长|副组长"
    "|院长|副院长|所长|副所长|站长|馆长|校长|政委|主委|领导)"
)
_NAME = f"[{SURNAMES}][\u4e00-\u9fff]{{1,2}}"
#: 县委书记张三, 张三副局长, 张三同志; else the post alone with what stands before it. A word too much is better than a name too few.
_FOUND = lazy(
    f"[\u4e00-\u9fff]{{0,8}}?{_POSTS}{_NAME}"
    f"|{_NAME}(?:{_POSTS}|同志)"
    f"|[\u4e00-\u9fff]{{0,6}}{_POSTS}"
)
_AROUND = 18


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that names a person or a post.

    Args:
        text: the name or post as it stands there. around: the words it stands in.
    """

    text: str
    around: str


def mentions(document: Document) -> tuple[Mention, ...]:
    """Return who is named in ``document``, each once, in reading order."""
    found: dict[str, Mention] = {}
    for text in _texts(document):
        for match in _FOUND.finditer(text):
            start, end = max(match.start() - _AROUND, 0), match.end() + _AROUND
            around = f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
            found.setdefault(match.group(), Mention(match.group(), around))
    return tuple(found.values())


def _texts(document: Document) -> list[str]:
    texts = [document.title_text]
    for block in document.blocks():
        if isinstance(block, Table):
            texts += [plain(cell) for cell in inlines_of(block)]
        else:
            texts.append((lead_text(block) if isinstance(block, Paragraph) else block.number) + plain(block.content))
    return texts
