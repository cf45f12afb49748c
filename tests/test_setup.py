"""What the setting-up says, in the user's language. It is not run here: it may install packages."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent / "scripts" / "setup.sh"


@pytest.mark.skipif(shutil.which("sh") is None, reason="no sh")
@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ({"LANG": "en_US.UTF-8"}, "usage: "),
        ({"LANG": "zh_CN.UTF-8"}, "用法："),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "usage: "),
        ({"LANG": "en_US.UTF-8", "SUMMARIZER_LANG": "zh_CN"}, "用法："),
        ({}, "usage: "),
    ],
)
def test_it_speaks_as_the_program_does(setting: dict[str, str], words: str) -> None:
    kept = {name: value for name, value in os.environ.items() if name not in ("SUMMARIZER_LANG", "LC_ALL", "LC_MESSAGES", "LANG")}
    done = subprocess.run(["sh", SCRIPT, "nonsense"], env=kept | setting, capture_output=True, text=True, timeout=20)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"setup: {words}")


def test_every_message_is_written_in_both_languages() -> None:
    text = SCRIPT.read_text(encoding="utf-8").replace("\\\n", " ")
    said = re.findall(r'(?<![\w"])(?:say|warn|stop) ("(?:\$\([^)]*\)|[^"])*")(.*)', text)
    assert len(said) > 12
    for english, chinese in said:
        assert english == '"$@"' or re.search("[\u4e00-\u9fff]", chinese), english
