"""What a person most likely did where a line is not YAML, in words that tell what to do.

The parser says what it expected; a clerk wants to know which character to change.
"""

from __future__ import annotations

from ..i18n import gettext as _
from ..patterns import lazy

_WIDE_COLON = lazy(r"^\s*(?:- )?([^\s:：'\"#{\[]{1,40})：")
_TIGHT_COLON = lazy(r"^\s*(?:- )?([\w㐀-鿿]{1,40}):(?=[^\s:/])")
_LONE_DASH = lazy(r"[:：]\s*[-—–]+\s*(?:#.*)?$")
_FLOW = lazy(r"[{\[]")
_VALUE = lazy(r"^\s*[\w㐀-鿿]{1,40}:\s+[^\s#|>]")
_KEY = lazy(r"^\s*[\w㐀-鿿]{1,40}:(?:\s|$)")


def slip(problem: str, line: str, before: str) -> tuple[str, str] | None:
    """Return what is wrong with a line and what to do; None where nothing is known of it.

    Args:
        problem: the parser's words. line: as written, with its indentation. before: the line before it.
    """
    if "end of stream" in problem and ("'" in line or '"' in line):
        return _("a quotation mark has no partner"), _("close it at the end of the value, or take it out: most values need none")
    if "block sequence entries" in problem and _LONE_DASH.search(line):
        return _("a lone dash is no value"), _("delete the line; write '' for a figure that is published as a blank")
    if "',' or" in problem and _FLOW.search(line):
        return _between_brackets(line)
    return colon(line) or _indented(problem, line, before)


def colon(line: str) -> tuple[str, str] | None:
    """Return what is wrong with the colon of a line that should be a key and its value; None where nothing is."""
    if found := _WIDE_COLON.match(line):
        return _("the colon behind {key} is a full-width one").format(key=found[1]), _wanted(found[1])
    if found := _TIGHT_COLON.match(line):
        return _("no blank stands behind the colon of {key}").format(key=found[1]), _wanted(found[1])
    return None


def _wanted(key: str) -> str:
    return _("write “{key}: ” with a half-width colon and a blank behind it").format(key=key)


def _between_brackets(line: str) -> tuple[str, str]:
    if "，" in line or "：" in line:
        return _("full-width commas or colons between brackets"), _("write half-width ones, each with a blank behind it")
    return _("a bracket has no partner"), _("close the bracket where the values end")


def _indented(problem: str, line: str, before: str) -> tuple[str, str] | None:
    """Whether a key stands deeper than the one before it, which has a value, or as deep as none."""
    if not _KEY.match(line) or "{{" in line:
        return None
    deep, above = (len(text) - len(text.lstrip(" ")) for text in (line, before))
    if "mapping values are not allowed" in problem and deep > above and _VALUE.match(before):
        return _("this line is indented more than the one before it"), _("begin it under the key before it, with the same blanks")
    if "did not find expected key" in problem:
        return _("this line begins under no other key"), _("give it the same blanks at the start as the keys it belongs with")
    return None
