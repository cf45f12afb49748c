"""Processes: the same bytes and words for any number, and what becomes of a batch when one of them dies."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from summarizer.batch.results import lines_into
from tests.batch.conftest import SUMMARIZER, Command, children, forking, runs, wait_for
from tests.conftest import EXAMPLES, Folder, files


@forking
def test_processes_give_the_same_bytes_and_words(command: Command, reports: Path) -> None:
    alone = command("build", reports, "-o", "out", "--results", "alone.jsonl")
    inline = files(reports.parent / "out")
    (reports.parent / "out").rename(reports.parent / "kept")
    many = command("build", reports, "-o", "out", "--jobs", 2, "--results", "many.jsonl")
    assert files(reports.parent / "out") == inline
    assert {name.split("/")[0] for name in inline} == {"a", "c", "e"}
    assert (many.stdout, many.stderr, many.returncode) == (alone.stdout, alone.stderr, 2)
    assert (reports.parent / "many.jsonl").read_bytes() == (reports.parent / "alone.jsonl").read_bytes()


@forking
def test_the_failures_are_told_where_they_happen_and_named_at_the_end(command: Command, reports: Path) -> None:
    result = command("build", reports, "-o", "out", "--jobs", 2, "-f", "text")
    assert result.stderr.count("a number with too many points") == 2
    assert result.stderr.endswith(
        f"5 reports: 3 written, 2 failed\n  failed: {reports / 'b'}\n  failed: {reports / 'd'}\n",
    )
    again = command("build", reports, "-o", "out", "--jobs", 2, "-f", "text")
    assert "5 reports: 3 up to date, 2 failed" in again.stderr
    assert again.returncode == 2


@forking
def test_messages_of_a_process_are_in_the_users_language(
    command: Command, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZER_LANG", "zh_CN")
    said = command("build", reports, "-o", "out", "--jobs", 2, "-f", "text", "-f", "facts")
    assert "错误" in said.stderr
    assert "共 5 份报告：生成 3 份，失败 2 份" in said.stderr
    assert "已写入 report-draft.txt、facts-draft.json" in said.stdout


@forking
def test_results_on_standard_output_are_nothing_but_json_lines(command: Command, reports: Path) -> None:
    result = command("build", reports, "-o", "out", "--jobs", 2, "-f", "text", "--results", "-")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(row["id"], row["status"]) for row in rows] == [
        ("a", "written"),
        ("b", "failed"),
        ("c", "written"),
        ("d", "failed"),
        ("e", "written"),
    ]
    assert {row["version"] for row in rows} == {1}
    (error,) = rows[1]["errors"]
    assert error["path"] == str(reports / "b" / "projects.yaml")
    assert (error["line"], error["written"]) == (10, "41..5万元")
    assert rows[0]["written"] == ["report-draft.txt"]


@forking
def test_a_batch_that_is_up_to_date_loads_nothing_heavy(command: Command, reports: Path) -> None:
    command("build", reports / "a", reports / "c", "-o", "out")
    script = (
        "import sys; from summarizer.cli.main import cli\n"
        f"try: cli(['build', {str(reports / 'a')!r}, {str(reports / 'c')!r}, '-o', 'out', '--jobs', '2'])\n"
        "finally: print(sorted(name for name in ('weasyprint', 'docx', 'jinja2', 'summarizer.check') if name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=reports.parent, capture_output=True, text=True, timeout=60)
    assert done.stderr == "2 reports: 2 up to date\n"
    assert done.stdout.splitlines()[-1] == "[]"


@forking
def test_audit_and_check_report_the_same_from_processes(command: Command, reports: Path, tmp_path: Path) -> None:
    documents = tmp_path / "documents"
    documents.mkdir()
    for n in range(6):
        text = f"完成投资{3000 + n}万元，占年度计划4000万元的9{n}%。\n"
        (documents / f"{n}.txt").write_text(text, encoding="utf-8")
    (documents / "2.docx").write_bytes(b"not a document")
    for words in (("audit", documents), ("check", reports, "--prose")):
        for format in ("text", "jsonl"):
            alone = command(*words, "--format", format, "--claims")
            many = command(*words, "--format", format, "--claims", "--jobs", 2)
            assert (many.stdout, many.stderr, many.returncode) == (alone.stdout, alone.stderr, alone.returncode)
            assert alone.returncode == 2


DYING = """
import os, signal, sys
from summarizer.batch.base import Work, in_order
from summarizer.batch.processes import Processes
from summarizer.batch.progress import Progress

class Fragile(Work):
    def do(self, item):
        if item == 3 or (item == 5 and not os.path.exists("tried")):
            if item == 5:
                open("tried", "w").close()
            os.kill(os.getpid(), signal.SIGKILL)
        return item, os.getpid()

    def failed(self, item, error):
        return item, str(error)

results = list(in_order(Fragile(), list(range(8)), Processes(2), Progress()))
assert [item for item, _ in results] == list(range(8))
print([how for item, how in results if isinstance(how, str)])
print(len({how for _, how in results if isinstance(how, int)}), os.getpid() in dict(results).values())
"""


@forking
def test_what_kills_its_process_twice_fails_and_what_kills_it_once_is_done(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", DYING], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert done.stderr == ""
    failed, others = done.stdout.splitlines()
    assert failed.startswith("['the process that worked on it ended with signal SIGKILL, twice")
    assert failed.count("SIGKILL") == 1
    assert others.endswith(" False")


GROUPED = """
import os, signal, sys
from summarizer.batch.base import Work, in_order
from summarizer.batch.processes import Processes
from summarizer.batch.progress import Progress

class Grouped(Work):
    def groups(self, items, most):
        return [items[n : n + most] for n in range(0, len(items), most)]

    def do_together(self, items):
        if 5 in items:
            os.kill(os.getpid(), signal.SIGKILL)
        return [(item, len(items)) for item in items]

    def failed(self, item, error):
        return item, str(error).splitlines()[0]

results = list(in_order(Grouped(), list(range(24)), Processes(2), Progress()))
assert [item for item, _ in results] == list(range(24))
print(*[how for _, how in results], sep="|")
"""


@forking
def test_those_of_a_group_whose_process_died_are_tried_alone(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", GROUPED], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert done.stderr == ""
    results = done.stdout.rstrip().split("|")
    assert results[:5] == ["3", "3", "3", "1", "1"]
    assert results[5].startswith("the process that worked on it ended with signal SIGKILL, twice")
    assert results[6:] == ["3"] * 18


UNREADABLE = """
from summarizer.batch.base import Work, in_order
from summarizer.batch.processes import Processes
from summarizer.batch.progress import Progress

class Unreadable:
    def __reduce__(self):
        return int, ("not a number",)

class Odd(Work):
    def groups(self, items, most):
        return [items[n : n + GROUP] for n in range(0, len(items), GROUP)]

    def do(self, item):
        return Unreadable() if item == 1 else item

    def failed(self, item, error):
        return str(error)

print(*in_order(Odd(), list(range(4)), Processes(2), Progress()), sep="|")
"""


@forking
@pytest.mark.parametrize("group", [1, 3])
def test_an_answer_that_cannot_be_read_is_the_failure_of_one(tmp_path: Path, group: int) -> None:
    program = UNREADABLE.replace("GROUP", str(group))
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert done.stderr == ""
    first, second, *others = done.stdout.rstrip().split("|")
    assert second.startswith("unexpected: ValueError: invalid literal for int()")
    assert [first, *others] == ["0", "2", "3"]


CROWDED = """
import os, resource
from summarizer.batch.base import Work, in_order
from summarizer.batch.processes import Processes
from summarizer.batch.progress import Progress

soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 4096), hard))
taken = [os.open(os.devnull, os.O_RDONLY) for _ in range(1100)]

class Double(Work):
    def do(self, item):
        return item * 2

print(*in_order(Double(), [1, 2, 3], Processes(2), Progress()))
"""


@forking
def test_more_than_a_thousand_open_files_are_no_hindrance(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    if 0 <= resource.getrlimit(resource.RLIMIT_NOFILE)[1] < 1200:
        pytest.skip("this system lets nobody open so many")
    done = subprocess.run([sys.executable, "-c", CROWDED], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == ("2 4 6\n", "")


@forking
def test_a_killed_worker_costs_nothing(command: Command, make_folder: Callable[[str], Folder], tmp_path: Path) -> None:
    content = [make_folder(f"r{n}").path for n in range(4)]
    command("build", *content, "-o", "inline", "-f", "docx", "-f", "pdf")
    words = [*SUMMARIZER, "build", *map(str, content), "-o", "out", "-f", "docx", "-f", "pdf", "--jobs", "2"]
    batch = subprocess.Popen(words, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    workers = _started(batch.pid)
    os.kill(workers[0], signal.SIGKILL)
    _out, err = batch.communicate(timeout=60)
    assert (batch.returncode, err) == (0, "4 reports: 4 written\n")
    assert files(tmp_path / "out") == files(tmp_path / "inline")


TOLD_WHILE_SOMETHING_GOES = """
import os, signal, time, weakref
from summarizer.batch.processes import leave_when_told

class Thing: pass

leave_when_told()
thing = Thing()
seen = weakref.ref(thing, lambda _gone: os.kill(os.getpid(), signal.SIGTERM))
del thing
try:
    time.sleep(20)
finally:
    print("tidied")
"""


@forking
def test_a_process_leaves_even_if_it_is_told_so_while_an_object_is_taken_away(tmp_path: Path) -> None:
    """There Python lets no exception out, and would print it among the messages."""
    done = subprocess.run([sys.executable, "-c", TOLD_WHILE_SOMETHING_GOES], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (1, "tidied\n", "")


@forking
@pytest.mark.parametrize("whole_group", [True, False], ids=["Ctrl-C", "only the first process"])
def test_broken_off_leaves_no_process_and_nothing_half(tmp_path: Path, whole_group: bool) -> None:
    # So many whole reports that the batch is never done before it is broken off.
    content = [str(shutil.copytree(EXAMPLES[0], tmp_path / f"r{n:02}")) for n in range(40)]
    words = [*SUMMARIZER, "build", *content, "-o", "out", "-f", "pdf", "--jobs", "2", "--results", "results.jsonl"]
    # A shell has its background jobs ignore Ctrl-C, and what they start inherits that.
    heeding = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    batch = subprocess.Popen(
        words, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True, preexec_fn=heeding
    )
    workers = _started(batch.pid)
    wait_for(lambda: any((tmp_path / "out").glob("*/report-draft.pdf")))
    if whole_group:
        os.killpg(batch.pid, signal.SIGINT)
    else:
        os.kill(batch.pid, signal.SIGINT)
    _out, err = batch.communicate(timeout=60)
    assert batch.returncode == 1
    assert "Traceback" not in err
    assert [pid for pid in workers if runs(pid)] == []
    assert list((tmp_path / "out").rglob(".*")) == []
    for manifest in (tmp_path / "out").glob("*/manifest-draft.json"):
        for name, written in json.loads(manifest.read_text(encoding="utf-8"))["written"].items():
            assert (manifest.parent / name).stat().st_size == written["size"]
    assert all(json.loads(line)["status"] == "written" for line in (tmp_path / "results.jsonl").read_text(encoding="utf-8").splitlines())


def _started(pid: int) -> list[int]:
    wait_for(lambda: len(children(pid)) == 2)
    return children(pid)


def test_a_pipe_that_is_closed_is_no_fault_of_the_results(tmp_path: Path) -> None:
    def told() -> None:
        with lines_into(str(tmp_path / "results.jsonl")) as stream:
            stream.write("{}\n")
            raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        told()
    assert [path.read_text() for path in tmp_path.iterdir()] == ["{}\n"]
