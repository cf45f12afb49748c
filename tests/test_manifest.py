"""Manifests: those of earlier releases are read for as long as the program lives."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from summarizer.build import build
from summarizer.manifest import MANIFEST_VERSION, load_manifest
from summarizer.resources import shipped

#: A draft of the shipped example as release 0.1.0 built it, with its text. Never made anew: add a file for a new version.
KEPT = Path(__file__).parent / "manifests"
EXAMPLE = "xianju-minzheng-2023"


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    """An output folder in which a release with version 1 has built the example."""
    folder = tmp_path / "out" / EXAMPLE
    folder.mkdir(parents=True)
    shutil.copy(KEPT / "version-1.json", folder / "manifest-draft.json")
    shutil.copy(KEPT / "version-1.txt", folder / "report-draft.txt")
    return folder


def test_version_1_is_read(earlier: Path) -> None:
    manifest = load_manifest(earlier / "manifest-draft.json")
    assert manifest is not None
    assert (manifest.id, manifest.state) == (EXAMPLE, "draft")
    assert set(manifest.content) == {"report.yaml", "projects.yaml", "indicators.yaml", "services.yaml", "plans.yaml"}
    assert set(manifest.written) == {
        "report-draft.docx",
        "report-draft.pdf",
        "index-draft.html",
        "report-draft.txt",
        "facts-draft.json",
        "model-draft.json",
    }
    assert manifest.versions["summarizer"] == "0.1.0"
    assert {finding["code"] for finding in manifest.findings} >= {"RATE002", "BLANK001"}


def test_a_file_of_an_earlier_release_is_known_as_our_own(earlier: Path) -> None:
    built = build(shipped("content") / EXAMPLE, earlier.parent, formats=["text"])
    assert built.moved == []
    assert sorted(path.name for path in earlier.glob("report*")) == ["report-draft.txt"]


def test_an_edited_file_of_an_earlier_release_is_kept(earlier: Path) -> None:
    text = earlier / "report-draft.txt"
    text.write_text(f"改{text.read_text(encoding='utf-8')}", encoding="utf-8")
    built = build(shipped("content") / EXAMPLE, earlier.parent, formats=["text"])
    assert built.moved == [("report-draft.txt", "report-draft.1.txt")]


def test_what_a_later_release_has_added_does_no_harm_but_a_later_version_is_not_guessed_at(earlier: Path) -> None:
    path = earlier / "manifest-draft.json"
    raw = json.loads(path.read_text(encoding="utf-8"))
    raw["added"] = raw["written"]["report-draft.txt"]["added"] = 1
    path.write_text(json.dumps(raw), encoding="utf-8")
    assert load_manifest(path) is not None
    raw["version"] = MANIFEST_VERSION + 1
    path.write_text(json.dumps(raw), encoding="utf-8")
    assert load_manifest(path) is None
