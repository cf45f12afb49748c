"""What the parsers of YAML and Jinja, and Python under them, say of a mistake, in words for whoever made it."""

from __future__ import annotations

import re

from .i18n import N_
from .i18n import gettext as _

#: The parsers' words, and ours: ``{0}`` is the first group. A line is one message; one without a line stays as it is.
_WORDS: tuple[tuple[str, str], ...] = (
    # YAML
    (r"mapping values are not allowed .*", N_("a colon stands where no value can follow")),
    (r"(?:block )?sequence entries are not allowed .*", N_("an item of a list (`- `) stands where none may begin")),
    (r"could not find expected ':'", N_("a line that should be `key: value` has no colon")),
    (r"found character .*that cannot start any token", N_("a value cannot begin with this character; put it between quotes")),
    (r"found unexpected end of stream", N_("the file ends before a quote or bracket is closed")),
    (r"found unexpected document (?:indicator|separator)", N_("`---` or `...` stands in the middle of a value")),
    (r"found unknown escape character.*", N_("between double quotes a backslash has a meaning of its own; use single quotes")),
    (r"found (?:an indentation indicator equal to 0|.*indentation indicator.* 0)", N_("behind `|` stands a 0; leave it out")),
    (r"found a tab character .*", N_("a tab is used for indentation")),
    (r"found unexpected '(.)'", N_("{0} stands where it does not belong")),
    (r"found undefined tag handle.*", N_("`!` at the beginning of a value has a meaning of its own; put the value between quotes")),
    (r"found unknown directive name", N_("`%` at the beginning of a line has a meaning of its own")),
    (r"did not find expected key|expected <block end>.*", N_("the line begins under no other key, or text follows a quote or bracket")),
    (r"did not find expected '-' indicator", N_("an item of this list does not begin with `- `")),
    (r"(?:did not find )?expected ',' or '(.)'.*", N_("a comma or a closing {0} is missing")),
    (r"(?:did not find )?expected (?:the )?node content.*", N_("a value is missing, or begins with a sign of another meaning")),
    (r"(?:did not find expected|expected a) comment or (?:a )?line break.*", N_("behind `|` nothing else may stand on the line")),
    (r"(?:did not find )?expected '?<document start>'?.*", N_("text stands behind the end of what the file began with")),
    (r"(?:did not find )?expected alphabetic or numeric character.*", N_("`&` or `*` at the start of a value has a meaning of its own")),
    # Jinja
    (r"unexpected end of template, expected '(.+)'\.?", N_("the text ends where {0} is missing")),
    (r"Unexpected end of template\. .*needs to be closed is '(\w+)'\.", N_("{{% {0} %}} is never closed: {{% end{0} %}} is missing")),
    (r"Encountered unknown tag '(\w+)'\. .*needs to be closed is '(\w+)'\.", N_("{{% {0} %}} stands where {{% {1} %}} is still open")),
    (r"Encountered unknown tag '(\w+)'\.", N_("{{% {0} %}} is no command, or closes what was never opened")),
    (r"unexpected char (?:'(.)'|\"(')\") at \d+", N_("{0} does not belong between the braces")),
    (r"unexpected '(.+)', expected '(.+)'", N_("{0} stands where {1} is missing")),
    (r"unexpected '(.+)'", N_("{0} stands where it does not belong")),
    (r"expected token '(.+)', got '(.+)'", N_("{1} stands where {0} is expected")),
    (r"Expected an expression, got '(.+)'", N_("{0} stands where a name is missing")),
    (r"No filter named '(.+)'\.", N_("there is no filter {0}")),
    (r"No test named '(.+)'\.", N_("there is no test {0}")),
    (r"Missing end of comment tag", N_("a comment is never closed: #}} is missing")),
    (r"Missing end of raw directive", N_("{{% raw %}} is never closed: {{% endraw %}} is missing")),
    (r"block '(.+)' defined twice", N_("the block {0} stands twice")),
    (r"tag name expected", N_("behind {{% a command is missing")),
    (r"expected name or number", N_("behind the full stop a name is missing")),
    # Python
    (r"'(.+)' object is not callable", N_("a {0} takes no brackets behind it")),
    (r"'(.+)' object is not iterable", N_("a {0} is no list, so nothing can go through it")),
    (r"unsupported operand type\(s\) for (.+): '(.+)' and '(.+)'", N_("{0} does not go with '{1}' and '{2}'")),
    (r"'(.+)' not supported between instances of '(.+)' and '(.+)'", N_("{0} does not go with '{1}' and '{2}'")),
    (r"(?:\w+\.)*_?(\w+)\(\) missing \d+ required positional arguments?: .*", N_("{0}() needs something between its brackets")),
    (r"(?:\w+\.)*_?(\w+)\(\) takes (?:from )?\d+ .* but \d+ (?:was|were) given", N_("too much stands between the brackets of {0}()")),
    (r"(?:\w+\.)*_?(\w+)\(\) got an unexpected keyword argument '(.+)'", N_("{0}() knows no {1}=")),
    (r"can only concatenate (\w+) \(not \"(.+)\"\) to \w+", N_("+ does not go with '{0}' and '{1}'")),
    (r"bad operand type for unary (.): '(.+)'", N_("{0} does not go with '{1}'")),
    (r"Range too big\..*", N_("range() would give too many numbers")),
    (r"(?:integer )?division.* by zero", N_("division by zero")),
)
#: What Jinja calls its signs, and Python its values.
_SIGNS = {
    "end of print statement": "}}",
    "begin of print statement": "{{",
    "end of statement block": "%}",
    "begin of statement block": "{%",
    "name": N_("a name"),
    "integer": N_("a number"),
    "float": N_("a number"),
    "string": N_("a text between quotes"),
    "end of template": N_("the end of the text"),
    "int": N_("int"),
    "str": N_("str"),
    "list": N_("list"),
}


def in_words(problem: str) -> str:
    """Return a parser's message in the user's words; one that is not known here stays as it is."""
    for pattern, words in _WORDS:
        if match := re.fullmatch(pattern, problem, re.DOTALL):
            return _(words).format(*(_(_SIGNS[sign]) if sign in _SIGNS else sign for sign in match.groups() if sign))
    return problem
