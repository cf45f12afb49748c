"""The second process: it works, gives errors back, and its death is noticed."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from summarizer.errors import FigureError, Position

SCRIPT = """
import os, sys
from summarizer.errors import FigureError, Position
from summarizer.second_core import SecondCore, possible

def work(request):
    if request == "die":
        os._exit(3)
    if request == "fail":
        raise FigureError("wrong", where=Position("a.yaml", 3))
    return len(request), os.getpid()

assert possible() or os.cpu_count() == 1
core = SecondCore(lambda: None, work)
core.send("x" * 3_000_000)
length, pid = core.receive()
assert length == 3_000_000 and pid != os.getpid()
core.send("fail")
try:
    core.receive()
except FigureError as error:
    assert str(error.where) == "a.yaml:3"
else:
    sys.exit("no error came back")
core.send("die")
try:
    core.receive()
except EOFError:
    print("noticed")
core.close()
idle = SecondCore(lambda: None, work)
idle.close()
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_work_errors_and_death() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "noticed\n", "")


def test_errors_cross_the_border() -> None:
    import pickle

    error = pickle.loads(pickle.dumps(FigureError("wrong", where=Position("a.yaml", 3), hint="mend")))
    assert (str(error.where), error.hint) == ("a.yaml:3", "mend")
