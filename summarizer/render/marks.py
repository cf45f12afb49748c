"""Private marks that carry figures, names and origins through a template.

Jinja works on strings; these strings must still know their figures afterwards. Characters of planes
15 and 16 (private use, refused in sources) do it:

* a **name** has each of its UTF-16 units moved to plane 15: it survives every string operation and
  means nothing to Markdown; a **generated** number is moved to plane 16;
* a **figure** stands between two marks with its index, its own text in between;
* an **origin** or a **step** is a mark with an index and no text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

_NAME = 0xF0000
_GENERATED = 0x100000
#: Where private-use characters would move to, which no text can hold.
_MARKS = 0x10E000
FIGURE, FIGURE_END, ORIGIN, STEP, CLOSE = (chr(_MARKS + n) for n in range(5))
_DIGITS = [chr(_MARKS + 0x10 + n) for n in range(10)]
_TO_DIGIT = {ord(digit): str(n) for n, digit in enumerate(_DIGITS)}
_FROM_DIGIT = {ord(str(n)): digit for n, digit in enumerate(_DIGITS)}
_INDEX = "[" + "".join(_DIGITS) + "]{1,15}"
_IN_NAME = f"[{chr(_NAME)}-{chr(_GENERATED - 1)}]"
_IN_GENERATED = f"[{chr(_GENERATED)}-{chr(_MARKS - 1)}{chr(_GENERATED + 0xF900)}-{chr(_GENERATED + 0xFFFF)}]"

_ORIGIN_MARK = re.compile(f"{ORIGIN}({_INDEX}){CLOSE}")
_STEP_MARK = re.compile(f"{STEP}({_INDEX}){CLOSE}")
_TOKEN = re.compile(
    f"{FIGURE}(?P<figure>{_INDEX}){CLOSE}(?P<text>[^{FIGURE}{FIGURE_END}]*){FIGURE_END}"
    f"|{STEP}(?P<step>{_INDEX}){CLOSE}"
    f"|(?P<name>{_IN_NAME}+)"
    f"|(?P<generated>{_IN_GENERATED}+)"
    f"|(?P<broken>[{chr(_MARKS)}-{chr(_MARKS + 0x1F)}])"
)
_QUOTED = re.compile(f"{_IN_NAME}+|{_IN_GENERATED}+")


def _index(n: int) -> str:
    return str(n).translate(_FROM_DIGIT)


@lru_cache(maxsize=4096)
def _number(marks: str) -> int:
    return int(marks.translate(_TO_DIGIT))


@lru_cache(maxsize=4096)
def _moved(text: str, offset: int) -> str:
    if not text.isascii() and max(text) > "\uffff":
        units = text.encode("utf-16-le", "surrogatepass")
        return "".join(chr(offset + int.from_bytes(units[n : n + 2], "little")) for n in range(0, len(units), 2))
    return "".join(chr(offset + ord(char)) for char in text)


@lru_cache(maxsize=4096)
def _moved_back(text: str) -> str:
    shown = "".join(chr(ord(char) & 0xFFFF) for char in text)
    if any("\ud800" <= char <= "\udfff" for char in shown):
        return shown.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return shown


def name(text: str) -> str:
    """Return ``text`` as the characters of a name."""
    return _moved(text, _NAME)


def generated(text: str) -> str:
    """Return ``text`` as a number the program made."""
    return _moved(text, _GENERATED)


def figure(n: int, text: str) -> str:
    """Return the marked display of figure ``n``."""
    return f"{FIGURE}{_index(n)}{CLOSE}{text}{FIGURE_END}"


def origin(n: int) -> str:
    """Return the mark of origin ``n``; what follows comes from there."""
    return f"{ORIGIN}{_index(n)}{CLOSE}"


def step(n: int) -> str:
    """Return the mark of the next step of style ``n``."""
    return f"{STEP}{_index(n)}{CLOSE}"


def reveal(text: str) -> str:
    """Return what a reader would see of a marked string; for messages and comparisons."""
    text = _ORIGIN_MARK.sub("", text)
    text = _TOKEN.sub(lambda m: (m["text"] or "") if m["figure"] else "" if m["step"] or m["broken"] else m.group(), text)
    return _QUOTED.sub(lambda m: _moved_back(m.group()), text)


def replace_steps(text: str, number: Callable[[int], str]) -> str:
    """Return ``text`` with each step's mark replaced by what ``number`` gives for its style."""
    return _STEP_MARK.sub(lambda m: generated(number(_number(m[1]))), text)


def without_origins(text: str) -> str:
    """Return ``text`` without its origin marks."""
    return _ORIGIN_MARK.sub("", text)


def split_origins(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return ``text`` without its origin marks, and (offset, origin) in order."""
    parts, found, last, length = [], [], 0, 0
    for match in _ORIGIN_MARK.finditer(text):
        parts.append(text[last : match.start()])
        length += match.start() - last
        found.append((length, _number(match[1])))
        last = match.end()
    parts.append(text[last:])
    return "".join(parts), found


@dataclass(slots=True)  # not frozen: thousands are made, and a frozen one costs three times as much
class Token:
    """A stretch of a marked string: ``text``, ``name``, ``generated``, ``figure``, ``step`` or ``broken``.

    Args:
        text: as displayed. index: of the figure or the step's style.
        start, end: offsets in the marked string.
    """

    kind: str
    text: str
    index: int
    start: int
    end: int


def tokens(text: str, *, words: bool = True) -> Iterator[Token]:
    """Yield the stretches of a marked string in order; ``broken`` is a mark without its partner.

    Args:
        words: plain text, names and generated numbers, too.
    """
    last = 0
    for match in _TOKEN.finditer(text):
        if words and match.start() > last:
            yield Token("text", text[last : match.start()], 0, last, match.start())
        kind = str(match.lastgroup) if match.lastgroup != "text" else "figure"
        if kind == "figure":
            yield Token("figure", match["text"], _number(match["figure"]), *match.span())
        elif kind == "step":
            yield Token("step", "", _number(match["step"]), *match.span())
        elif kind == "broken":
            yield Token("broken", "", 0, *match.span())
        elif words:
            yield Token(kind, _moved_back(match.group()), 0, *match.span())
        last = match.end()
    if words and last < len(text):
        yield Token("text", text[last:], 0, last, len(text))
