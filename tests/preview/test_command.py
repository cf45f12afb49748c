"""``summarizer preview`` as a command: its address, its port, its end, and what it says when it cannot."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from summarizer.errors import SummarizerError
from summarizer.preview import server
from tests.conftest import Folder
from tests.preview.conftest import address_of, command, interrupt


def test_it_says_the_address_answers_there_and_ends_quietly(folder: Folder) -> None:
    process = command(folder.path, language="en")
    address, lines = address_of(process)
    assert lines[-1] == f"Preview of {folder.path}: {address}"
    secret = address.rstrip("/").rpartition("/")[2]
    assert len(secret) >= 24
    with urlopen(address, timeout=10) as answer:
        assert "示例县林业局".encode() in answer.read()
    with pytest.raises(HTTPError) as refused:
        urlopen(address.replace(secret, "x"), timeout=10)
    refused.value.close()
    assert refused.value.code == 403
    # A page that is open does not keep the preview from ending.
    with urlopen(f"{address}events", timeout=10) as events:
        assert events.readline().startswith(b"event: patch")
        status, out, err = interrupt(process)
    assert (status, err) == (0, "")
    assert out.splitlines()[-1] == "The preview has ended."


def test_a_page_that_is_closed_while_it_sends_a_document_is_no_fault(folder: Folder) -> None:
    process = command(folder.path, language="en")
    address, _lines = address_of(process)
    host, path = address.removeprefix("http://").split("/", 1)
    with urlopen(address, timeout=10), socket.create_connection(host.split(":")) as sending:  # type: ignore[arg-type]
        sending.sendall(f"POST /{path}audit?name=a.txt HTTP/1.1\r\nHost: {host}\r\nContent-Length: 99\r\n\r\n1".encode())
    with urlopen(f"{address}icon.svg", timeout=10) as answer:
        assert answer.status == 200
    status, _out, err = interrupt(process)
    assert (status, err) == (0, "")


def test_a_taken_port_leads_to_the_next_and_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as other:
        other.bind((server.HOST, 0))
        other.listen()
        taken = other.getsockname()[1]
        monkeypatch.setattr(server, "PORT", taken)
        with server.listen(None) as listening:
            host, port = listening.getsockname()
            assert host == "127.0.0.1"
            assert taken < port < taken + server.TRIED
        with pytest.raises(SummarizerError) as error:
            server.listen(taken)
        assert f"port {taken} is taken" in str(error.value)
        assert "Leave --port out" in str(error.value)
        monkeypatch.setattr(server, "TRIED", 1)
        with pytest.raises(SummarizerError, match="no port from"):
            server.listen(None)


def test_the_browser_is_opened_at_the_address(folder: Folder, tmp_path: Path) -> None:
    opener = tmp_path / "browser"
    opener.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/asked.new && mv {tmp_path}/asked.new {tmp_path}/asked\n', encoding="utf-8")
    opener.chmod(0o755)
    process = command(folder.path, "--open", language="en", BROWSER=f"{opener} %s")
    try:
        address, _lines = address_of(process)
        with urlopen(address, timeout=10) as answer:  # which it does only once it has started
            assert answer.status == 200
        for _n in range(100):
            if (tmp_path / "asked").exists():
                break
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(0.05)
        assert (tmp_path / "asked").read_text(encoding="utf-8").strip() == address
    finally:
        interrupt(process)


def test_folders_that_are_no_report(tmp_path: Path, make_folder, run) -> None:  # type: ignore[no-untyped-def]
    make_folder("one"), make_folder("two")
    for folder, words in ((tmp_path / "none", "no such folder"), (tmp_path / "content", "there are 2 in this folder")):
        result = run("preview", folder, "--no-open")
        assert result.status == 2
        assert words in result.err


def test_without_the_extra_it_says_what_to_install(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "hide").mkdir()
    (tmp_path / "hide" / "sitecustomize.py").write_text("import sys\nsys.modules['watchfiles'] = None\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "hide"), "SUMMARIZER_LANG": "en"}
    words = [sys.executable, "-m", "summarizer", "preview", str(folder.path), "--no-open"]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 2
    assert re.search(r"needs the package watchfiles.*\n.*pip install 'summarizer\[preview\]'", done.stderr)
    assert "Traceback" not in done.stderr
