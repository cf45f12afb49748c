"""The Chinese catalogue is complete and compiled."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from summarizer import i18n

sys.path.insert(0, str(Path(__file__).parent.parent / "scripts"))
messages = pytest.importorskip("messages", reason="babel is not installed")

_PLACE = re.compile(r"\{[^{}]*\}")


def test_every_message_has_a_translation() -> None:
    assert messages.missing(messages.catalogue()) == []


def test_the_compiled_catalogue_is_that_of_the_texts() -> None:
    assert messages.MO.read_bytes() == messages.compiled(messages.catalogue())


def test_translations_keep_the_places() -> None:
    for message in messages.catalogue():
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        if ids[0] and "{{" not in ids[0]:
            assert {p for text in texts for p in _PLACE.findall(text)} <= {p for text in ids for p in _PLACE.findall(text)}, ids


@pytest.mark.parametrize(
    ("settings", "name"), [({"LANG": "zh_CN.UTF-8"}, "zh_CN"), ({"LANG": "C"}, "en"), ({"LANG": "de_DE", "SUMMARIZER_LANG": "zh"}, "zh_CN")]
)
def test_the_language_follows_the_locale(monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], name: str) -> None:
    for variable in ("SUMMARIZER_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    for variable, value in settings.items():
        monkeypatch.setenv(variable, value)
    assert i18n.language() == name
    with i18n.speaking("zh_CN"):
        assert i18n.gettext("no such folder") != "no such folder"


#: Click's words for those who write commands, and for prompts of passwords and editors, which there are none of.
_DEVELOPERS = re.compile(
    r"editor|Windows|[Dd]eprecat|Positional|Value must|defined twice|Boolean option|Could not determine|No options defined|Arguments take"
    r"|Bash|start character|Unknown (colour|color|standard)|Unknown color|UUID|executable|values are required|^d$|^Choice\("
)


def test_what_click_says_is_translated() -> None:
    import click
    from babel.messages.extract import extract_from_dir

    catalog = messages.catalogue()
    folder = str(Path(click.__file__).parent)
    found = {message for _f, _l, message, *_ in extract_from_dir(folder, [("**.py", "python")], keywords={"_": None, "ngettext": (1, 2)})}
    assert len(found) > 40
    for message in found:
        key = message if isinstance(message, str) else message[0]
        if not _DEVELOPERS.search(key):
            entry = catalog.get(key)
            assert entry is not None, message
            assert isinstance(entry.id, tuple) == isinstance(message, tuple), message
