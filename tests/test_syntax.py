"""What the parsers say, in the user's words: every line of the table from a text that really makes the parser say it."""

from __future__ import annotations

import re

import pytest
import yaml

from summarizer.i18n import speaking
from summarizer.syntax import _WORDS, in_words
from tests.conftest import Folder

YAML = [
    ("a: b: c", "a colon stands where no value can follow"),
    ("a: - b", "an item of a list (`- `) stands where none may begin"),
    ("a: 1\nbcd\n? e", "a line that should be `key: value` has no colon"),
    ("a: @x", "a value cannot begin with this character"),
    ("a: 'x", "the file ends before a quote or bracket is closed"),
    ("a: '\n---\n'", "`---` or `...` stands in the middle of a value"),
    ('a: "\\q"', "a backslash has a meaning of its own"),
    ("a: |0\n  x", "behind `|` stands a 0"),
    ("a: |\n x\n\ty: 2\n z: 3", "a tab is used for indentation"),
    ("a: !x!y z", "`!` at the beginning of a value"),
    ("%x", "`%` at the beginning of a line"),
    ("a: 'b' c", "text follows a quote or bracket"),
    ("- a\nb: c", "an item of this list does not begin with `- `"),
    ("a: [1\nb: 2", "a comma or a closing ] is missing"),
    ("a: {b: 1\nc: 2", "a comma or a closing } is missing"),
    ("a: ]", "a value is missing, or begins with a sign of another meaning"),
    ("a: | x\n  y", "behind `|` nothing else may stand on the line"),
    ("{a: 1}\nb", "text stands behind the end of what the file began with"),
    ("a: &\nb", "`&` or `*` at the start of a value"),
]
JINJA = [
    ("{{ step() ", "the text ends where }} is missing"),
    ("{% if x %}a", "{% if %} is never closed: {% endif %} is missing"),
    ("{% for x in y %}a{% endif %}", "{% endif %} stands where {% for %} is still open"),
    ("{% fo x in y %}{% endfor %}", "{% fo %} is no command, or closes what was never opened"),
    ("{{ 完成投资。 }}", "。 does not belong between the braces"),
    ("{{ 'a }}", "' does not belong between the braces"),
    ("{{ [1,2 }}", "} stands where ] is missing"),
    ("{{ step ) }}", ") stands where it does not belong"),
    ("{{ 完成 投资 }}", "投资 stands where }} is expected"),
    ("{{ invested || 1 }}", "| stands where a name is expected"),
    ("{{ }}", "}} stands where a name is missing"),
    ("{{ invested | foo }}", "there is no filter foo"),
    ("{{ invested is foo }}", "there is no test foo"),
    ("{# a", "a comment is never closed: #} is missing"),
    ("{% raw %}x", "{% raw %} is never closed: {% endraw %} is missing"),
    ("{% block a %}{% endblock %}{% block a %}{% endblock %}", "the block a stands twice"),
    ("{% %}", "behind {% a command is missing"),
    ("{{ invested.+ }}", "behind the full stop a name is missing"),
    ("{{ invested() }}", "a figure takes no brackets behind it"),
    ("{% for x in invested %}{% endfor %}", "a figure is no list, so nothing can go through it"),
    ("{{ 5 - invested }}", "- does not go with 'int' and 'figure'"),
    ("{{ 'a' < 5 }}", "< does not go with 'str' and 'int'"),
    ("{{ section() }}", "section() needs something between its brackets"),
    ("{{ step('是', 2) }}", "too much stands between the brackets of step()"),
    ("{{ step(art='是') }}", "step() knows no art="),
    ("{{ 'x' + 1 }}", "+ does not go with 'str' and 'int'"),
    ("{{ -name }}", "- does not go with 'a name'"),
    ("{{ range(10**9) }}", "range() would give too many numbers"),
    ("{{ 1 // 0 }}", "division by zero"),
]


def said_of(text: str) -> str:
    with pytest.raises(yaml.YAMLError) as caught:
        list(yaml.parse(text, Loader=yaml.CLoader))
    return str(caught.value.problem)  # type: ignore[attr-defined]


@pytest.mark.parametrize(("text", "words"), YAML)
def test_yaml(text: str, words: str) -> None:
    problem = said_of(text)
    assert words in in_words(problem)
    with speaking("zh_CN"):
        assert re.search("[\u4e00-\u9fff]", in_words(problem))


@pytest.mark.parametrize(("text", "words"), JINJA)
def test_jinja(folder: Folder, text: str, words: str) -> None:
    assert words in folder.error_in(text).message
    with speaking("zh_CN"):
        shown = folder.error_in(text).message
    # What is left in Latin letters are the signs and names that the template is written with.
    assert not re.search("[a-z]{3,} [a-z]{2,} [a-z]{2,}", shown)


def test_every_line_of_the_table_is_tried(folder: Folder) -> None:
    words = [words for _text, words in (*YAML, *JINJA)]
    for _pattern, ours in _WORDS:
        shape = re.sub(r"\\\{\d\\}", ".+", re.escape(ours)).replace(r"\{\{", r"\{").replace(r"\}\}", r"\}")
        assert any(re.search(shape, word) or word in ours for word in words), ours


def test_what_is_not_known_stays() -> None:
    assert in_words("found a thing that nobody knows") == "found a thing that nobody knows"


@pytest.mark.parametrize("text", ["{{ step（） }}", "{{ 完成投资。 }}"])
def test_full_width_marks_between_braces(folder: Folder, text: str) -> None:
    assert "half-width marks" in folder.error_in(text).hint
