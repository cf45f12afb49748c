"""Many generated reports: how fast by number of processes, what a change costs, memory, length, and a large audit."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from summarizer.build import build

from . import reports
from .timing import SUMMARIZER, Row, environment, run

COUNTS = (1, 40, 400)
JOBS = (1, 2)
LENGTHS = (1, 2, 4, 10, 25, 40, 55)
DOCUMENTS = 1000


def rows(folder: Path) -> Iterator[Row]:
    content = folder / "content"
    made = [reports.write(content, n) for n in range(max(COUNTS))]
    rates: dict[tuple[int, int], float] = {}
    for count in COUNTS:
        for jobs in JOBS:
            output = folder / f"out-{count}-{jobs}"
            seconds, cpu, memory = _watched(made[:count], output, jobs)
            rates[count, jobs] = count / seconds
            note = f"{cpu / count:.3f} CPU s each"
            if jobs > 1:
                note = f"× {rates[count, jobs] / rates[count, 1]:.2f} of one, at least 1.8; {note}"
            yield (f"{count} report{'s' * (count > 1)}, {jobs} process{'es' * (jobs > 1)}, all formats", f"{count / seconds:.2f}/s", note)
            if count == max(COUNTS) and jobs == 1:
                early, late = memory[100], memory[count]
                yield ("  memory of the worker after 100, after 400", f"{early:.0f}, {late:.0f} MB", f"× {late / early:.2f}, at most 1.3")
    output = folder / f"out-{max(COUNTS)}-1"
    nothing = run([SUMMARIZER, "build", str(content), "--output", str(output)])
    plans = made[200] / "plans.yaml"
    text = plans.read_text(encoding="utf-8")
    at = text.index("amount: ") + len("amount: ")
    plans.write_text(f"{text[:at]}1{text[at:]}", encoding="utf-8")
    changed = run([SUMMARIZER, "build", str(content), "--output", str(output)])
    yield (f"nothing changed among {max(COUNTS)}", f"{nothing.seconds:.2f} s", f"{nothing.cpu:.2f} CPU s")
    yield (f"one figure changed among {max(COUNTS)}", f"{changed.seconds:.2f} s", f"under 2 s; {changed.cpu:.2f} CPU s")


def _watched(content: list[Path], output: Path, jobs: int) -> tuple[float, float, dict[int, float]]:
    """Build; return wall seconds, CPU seconds, and the largest worker's resident megabytes after so many reports."""
    memory: dict[int, float] = {}
    words = [SUMMARIZER, "build", *map(str, content), "--output", str(output), "--jobs", str(jobs), "--results", "-"]
    start = time.perf_counter()
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment()) as process:
        assert process.stdout is not None
        for n, _line in enumerate(process.stdout, 1):
            memory[n] = _resident(process.pid) if n in (100, len(content)) else 0.0
        _pid, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"a batch ended with {process.returncode}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, memory


def _resident(parent: int) -> float:
    """Return the megabytes of the largest process that ``parent`` has started, of itself if there is none."""
    sizes = [0]
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            lines = dict(line.split(":", 1) for line in (folder / "status").read_text().splitlines() if ":" in line)
        except OSError:
            continue
        if lines["PPid"].strip() == str(parent) and "VmRSS" in lines:
            sizes.append(int(lines["VmRSS"].split()[0]))
    return max(sizes) / 1024


def length(folder: Path) -> Iterator[Row]:
    """The cost of reports of growing length, warm, in this process."""
    build(reports.write(folder / "first", 0), folder / "out", formats=["docx", "pdf"], final=True)
    first = 0.0
    for times in LENGTHS:
        best = float("inf")
        for attempt in range(3 if times < 10 else 1):
            # Another text each time: a process remembers some of what it has set.
            content = reports.write(folder / f"{times}-{attempt}", attempt + 1, times)
            start = time.process_time()
            built = build(content, folder / f"out{times}-{attempt}", formats=["docx", "pdf"], final=True)
            best = min(best, time.process_time() - start)
        pages = _pages(built.folder / "report.pdf")
        first = first or best
        note = f"× {best / times / first:.2f} of the first as many times, at most 1 up to 200 pages; {best / pages * 1000:.0f} ms a page"
        yield (f"{times} × as long, {pages} pages", f"{best:.2f} CPU s", note)


def _pages(path: Path) -> int:
    import pypdf

    return len(pypdf.PdfReader(path).pages)


def audit(folder: Path) -> Iterator[Row]:
    """Generated reports as Word files, read and judged."""
    made = [reports.write(folder / "content", n) for n in range(20)]
    run([SUMMARIZER, "build", *map(str, made), "--output", str(folder / "out"), "--final", "-f", "docx", "--jobs", "0"])
    documents = folder / "documents"
    documents.mkdir()
    for n in range(DOCUMENTS):
        shutil.copy(folder / "out" / made[n % len(made)].name / "report.docx", documents / f"{n:04}.docx")
    first = 0.0
    for jobs in JOBS:
        done = run([SUMMARIZER, "audit", str(documents), "--format", "jsonl", "--jobs", str(jobs)])
        first = first or done.seconds
        note = f"{done.cpu / DOCUMENTS * 1000:.1f} CPU ms each, {done.megabytes:.0f} MB"
        if jobs > 1:
            note = f"× {first / done.seconds:.2f} of one; {note}"
        yield (f"audit of {DOCUMENTS} Word files, {jobs} process{'es' * (jobs > 1)}", f"{DOCUMENTS / done.seconds:.0f}/s", note)
