"""Marks that bar publication: 密级, 内部资料, 此件不公开. Precise on purpose: 保守国家秘密 and 机密性 are prose, and stay silent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..patterns import lazy

_LEVEL = "秘密|机密|绝密"
_BLANK = "[ \u3000]*"
_TERM = rf"(?:[★☆*]?{_BLANK}(?:[0-9０-９一二三四五六七八九十]{{1,3}}(?:年|个月)|长期))"
#: What is a mark when it stands alone in a line or in brackets.
_WORD = (
    rf"(?:(?:{_LEVEL}){_TERM}?|工作秘密|内部(?:资料|文件|材料|刊物|使用|参考|参阅|传阅|掌握|明电)"
    r"|仅供内部(?:使用|参考|参阅|传阅|掌握)|(?:请?(?:注意|妥善)保[密存管])|(?:请勿|严禁|不得|切勿|禁止)(?:外传|外泄|翻印|扩散|公开|转载)"
    r"|阅后(?:收回|销毁)|此件不(?:予)?(?:对外)?公开|不予公开|不宜公开|(?:此件)?依申请公开)"
)
_JOINED = rf"{_WORD}(?:[，,、；; \u3000]{{1,3}}{_WORD}){{0,3}}"
_OPEN, _CLOSE = "【（(［\\[〔", "】）)］\\]〕"
#: A level with its star, a label with a level, a warning behind the word: marks wherever they stand.
_ANYWHERE = lazy(
    rf"(?:{_LEVEL}){_BLANK}[★☆]{_BLANK}{_TERM}?|[★☆]{_BLANK}(?:{_LEVEL})"
    rf"|(?:密级|秘密等级|保密级别){_BLANK}[：:]{_BLANK}(?:{_LEVEL}|内部|工作秘密)"
    rf"|(?:(?<=[\s\u3000。{_OPEN}])|^)内部(?:资料|文件|材料|刊物)[，,、 \u3000]{{0,3}}"
    r"(?:请?(?:注意|妥善)保[密存管]|(?:请勿|严禁|不得|切勿|禁止)(?:外传|外泄|翻印|扩散|公开|转载))"
)
_BRACKETED = lazy(rf"[{_OPEN}]{_BLANK}(?P<mark>{_JOINED}){_BLANK}[{_CLOSE}]")
_ALONE = lazy(rf"{_BLANK}[{_OPEN}]?(?P<mark>{_JOINED})[{_CLOSE}]?[。！!]?{_BLANK}")
#: One of these stands in every mark.
_SIGNS = lazy("[密内保外公阅★☆]")
#: Ways of disclosure that are none.
_CLOSED = lazy("不予公开|不公开|依申请|免予公开|免于公开|内部|秘密|机密|绝密")


def marks(text: str, *, alone: bool) -> Iterator[tuple[int, int]]:
    """Yield where marks stand in ``text``, as start and end.

    Args:
        alone: whether ``text`` is a whole line, of which a mark may be all there is.
    """
    if not _SIGNS.search(text):
        return
    found = [match.span() for match in _ANYWHERE.finditer(text)]
    found += [match.span("mark") for match in _BRACKETED.finditer(text)]
    if alone and (match := _ALONE.fullmatch(text)):
        found.append(match.span("mark"))
    last = -1
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        # （秘密、机密、绝密） lists the levels and is none of them.
        if start >= last and len(set(re.findall(_LEVEL, text[start:end]))) < 2:
            yield start, end
            last = end


def closed(openness: str) -> bool:
    """Whether a report with this 公开方式 is not to be published."""
    return bool(_CLOSED.search(openness))
