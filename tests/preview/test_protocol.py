"""Who may speak with the preview, and what it answers: no browser, only requests."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from summarizer.preview.aside import Aside, Lost
from tests.conftest import EXAMPLES, Folder
from tests.preview.conftest import PORT, SECRET

HERE = f"/{SECRET}"


def post(client: Any, name: str, data: bytes, **headers: str) -> Any:
    return client.post(f"{HERE}/audit", params={"name": name}, content=data, headers=headers)


# -- Who may speak ------------------------------------------------------------------------------


def test_the_page_is_there_for_whoever_knows_the_address(client: Any) -> None:
    answer = client.get(f"{HERE}/")
    assert answer.status_code == 200
    assert "示例县林业局2023年工作总结" in answer.text
    assert "7600" in answer.text


@pytest.mark.parametrize("path", ["/", "/geheim-124/", f"/{SECRET[:-1]}/", f"/x/{SECRET}/", "/favicon.ico", "/preview.js", "/秘密/", ""])
def test_without_the_secret_nothing_is_told(client: Any, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 403
    assert "terminal" in answer.text
    assert SECRET not in answer.text
    assert client.post(f"{path.rstrip('/')}/print").status_code == 403


ELSEWHERE = ["http://evil.example", "null", f"https://127.0.0.1:{PORT}", "http://127.0.0.1:1", f"http://localhost:{PORT}"]


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", f"evil.example:{PORT}", f"127.0.0.1.evil.example:{PORT}", "[::]:1", ""])
def test_a_foreign_host_is_refused_even_with_the_secret(client: Any, host: str) -> None:
    assert client.get(f"{HERE}/", headers={"host": host}).status_code == 403


def test_localhost_is_the_same_machine(client: Any) -> None:
    origin = f"http://localhost:{PORT}"
    assert client.get(f"{HERE}/", headers={"host": f"localhost:{PORT}"}).status_code == 200
    assert client.post(f"{HERE}/print", headers={"host": f"localhost:{PORT}", "origin": origin}).status_code == 202


@pytest.mark.parametrize("origin", ELSEWHERE)
def test_a_foreign_origin_is_refused(client: Any, origin: str) -> None:
    assert client.post(f"{HERE}/print", headers={"origin": origin}).status_code == 403
    assert post(client, "a.txt", "总投资10万元。".encode(), origin=origin).status_code == 403
    assert client.get(f"{HERE}/events", headers={"origin": origin}).status_code == 403


def test_another_page_gets_nothing_but_may_link_here(client: Any) -> None:
    foreign = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}
    assert client.get(f"{HERE}/preview.js", headers=foreign).status_code == 403
    assert client.get(f"{HERE}/", headers={**foreign, "sec-fetch-mode": "navigate"}).status_code == 200


def test_state_is_changed_by_post_only(client: Any) -> None:
    for path in ("print", "audit"):
        assert client.get(f"{HERE}/{path}").status_code == 405


def test_every_answer_is_locked_down(client: Any) -> None:
    for path in (f"{HERE}/", f"{HERE}/preview.css", f"{HERE}/nothing", "/"):
        headers = client.get(path).headers
        policy = dict(rule.split(" ", 1) for rule in headers["content-security-policy"].split("; "))
        assert policy["default-src"] == "'none'"
        assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
        assert policy["frame-ancestors"] == "'none'"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cache-control"] == "no-store"


def test_the_page_brings_nothing_inline_and_nothing_from_elsewhere(client: Any) -> None:
    from lxml import html

    tree = html.document_fromstring(client.get(f"{HERE}/").text)
    assert [script.get("src") or script.get("type") for script in tree.iter("script")] == ["application/json", "preview.js"]
    assert not list(tree.iter("style"))
    for element in tree.iter():
        assert not [name for name in element.attrib if name == "style" or name.startswith("on")]
        for name in ("src", "href"):
            assert "//" not in element.get(name, "")


def test_files_are_those_of_the_page_only(client: Any) -> None:
    assert client.get(f"{HERE}/preview.js").headers["content-type"].startswith("text/javascript")
    assert "22pt" not in client.get(f"{HERE}/paper.css").text  # scaled by --pt
    for path in ("page.html.j2", "../../pyproject.toml", "%2e%2e/official.css.j2", "pdf/x.png", "pdf/report.pdf", "report.yaml"):
        assert client.get(f"{HERE}/{path}").status_code in (403, 404)


def test_the_web_page_as_it_will_be_published(client: Any) -> None:
    answer = client.get(f"{HERE}/web")
    assert "<data value" in answer.text
    assert "script-src" not in answer.headers["content-security-policy"]
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")


def test_whatever_stands_in_the_yaml_is_text(folder: Folder) -> None:
    from starlette.testclient import TestClient

    from summarizer.preview.app import Preview

    evil = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'</article>"
    folder.change("projects.yaml", "name: 森林公园", f"name: '{evil.replace(chr(39), chr(39) * 2)}'")
    folder.change("report.yaml", "year: 2023", f"year: 2023\ntitle: '{evil.replace(chr(39), chr(39) * 2)}'")
    with TestClient(Preview(folder.path).app(PORT, SECRET), base_url=f"http://127.0.0.1:{PORT}") as client:
        text = client.get(f"{HERE}/").text
    assert "&lt;img src=x" in text
    assert "<img" not in text
    assert text.count("<script") == 2
    assert text.count("</article>") == 1


# -- Documents that are dropped -----------------------------------------------------------------


def package(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return out.getvalue()


def bomb() -> bytes:
    body = b"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>" + b" " * (8 * 2**20)
    return package({"[Content_Types].xml": b"<Types/>", "word/document.xml": body})


def entities() -> bytes:
    body = b"<!DOCTYPE w [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><w:document xmlns:w='x'>&a;</w:document>"
    return package({"[Content_Types].xml": b"<Types/>", "word/document.xml": body})


ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "WordDocument".encode("utf-16-le") + b"\0" * 600


def test_hostile_documents_are_refused_in_words(client: Any) -> None:
    cases = {
        "bomb.docx": (bomb(), "unpacks to more"),
        "entities.docx": (entities(), "DTD or entities"),
        "random.docx": (bytes(range(256)) * 40, "no DOCX file"),
        "cut.docx": (package({"[Content_Types].xml": b"<Types/>"})[:-8], "cut off or damaged"),
        "secret.docx": (ENCRYPTED, "encrypted"),
        "old.doc": (OLD_WORD, "old Word or WPS file"),
        "empty.docx": (b"", "empty"),
        "table.xlsx": (package({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<a/>"}), "spreadsheet"),
    }
    for name, (data, words) in cases.items():
        answer = post(client, name, data)
        assert answer.status_code == 200, name
        assert words in answer.json()["error"], name
        assert "Traceback" not in answer.text
    # None of them has harmed the process that reads them.
    assert post(client, "good.txt", "总投资10万元。".encode()).status_code == 200


def test_a_document_beyond_the_limit_is_not_read_to_its_end(client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    import summarizer.preview.app as app

    monkeypatch.setattr(app, "MAX_BYTES", 1000)
    assert post(client, "large.docx", b"x" * 1001).status_code == 413
    taken: list[int] = []

    def chunks() -> Any:
        for _n in range(100):
            taken.append(1)
            yield b"x" * 500

    answer = client.post(f"{HERE}/audit", params={"name": "endless.docx"}, content=chunks())
    assert answer.status_code == 413
    assert "larger than" in answer.json()["error"]


def test_a_document_that_takes_too_long_is_given_up(client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def ended(_self: object, *_request: object, seconds: float) -> None:
        assert seconds > 1
        raise Lost

    with monkeypatch.context() as patch:
        patch.setattr(Aside, "ask", ended)
        answer = post(client, "slow.txt", "总投资10万元。".encode()).json()
    assert "too much time" in answer["error"]
    assert answer["name"] == "slow.txt"
    assert "error" not in post(client, "slow.txt", "总投资10万元。".encode()).json()


def test_a_document_is_judged_like_our_own(client: Any, tmp_path: Path) -> None:
    from summarizer.build import build

    build(EXAMPLES[-1], tmp_path, formats=["docx"])
    data = next(tmp_path.rglob("report-draft.docx")).read_bytes()
    answer = post(client, "..\\..\\附件/<b>报告</b>.docx", data).json()
    assert answer["name"] == "b>.docx"  # the last part of the name, and text
    assert answer["findings"] == len(answer["parts"]["dropped"]["order"])
    said = "".join(answer["parts"]["said"]["html"].values())
    assert "figures checked" in said
    assert "<b>" not in said


def test_findings_of_a_document_lead_to_their_words(client: Any) -> None:
    text = "全年建成蓄水池60处，完成率145.45%，位列全市第二。"
    answer = post(client, "a.txt", text.encode()).json()
    (note,) = answer["parts"]["dropped"]["html"].values()
    words = "".join(answer["parts"]["text"]["html"].values())
    assert "RATE002" in note
    assert "60处 ÷ 145.45%" in note
    assert 'href="#mark-1"' in note
    assert '<mark class="error">' in words
    assert 'id="mark-1" href="#finding-1"' in words
    assert json.dumps(answer)
