"""The document model: what is saved is read back."""

from __future__ import annotations

import dataclasses
import json
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import document as model
from summarizer.document import Document, dumps, figures_of, loads
from summarizer.facts import load
from summarizer.render import render
from summarizer.resources import Resources
from tests.conftest import EXAMPLES

text = st.text(st.characters(exclude_categories=("Cs",)), max_size=8)
origins = st.builds(model.Origin, st.sampled_from(["yaml", "template"]), text, st.integers(0, 99), st.integers(1, 9), text)
inlines = st.lists(
    st.one_of(
        *(st.builds(kind, text) for kind in (model.Text, model.Name, model.Generated)),
        st.builds(model.FigureRef, text, text, text, text, text),
    ),
    max_size=3,
).map(tuple)
blocks = st.one_of(
    st.builds(model.Heading, st.integers(1, 4), text, inlines, st.none() | origins),
    st.builds(
        model.Paragraph,
        inlines,
        inlines,
        st.integers(0, 4),
        text,
        st.none() | origins,
        st.lists(st.builds(model.Span, st.integers(0, 9), origins), max_size=2).map(tuple),
    ),
    st.builds(
        model.Table,
        text,
        st.lists(st.builds(model.Column, text, text, st.sampled_from(["left", "decimal"])), max_size=2).map(tuple),
        st.lists(st.lists(inlines, max_size=2).map(tuple), max_size=2).map(tuple),
        st.booleans(),
    ),
)
bodies = st.lists(blocks, max_size=4).map(tuple)
names = st.lists(text, max_size=2).map(tuple)
documents = st.builds(
    Document,
    text,
    names,
    bodies,
    st.builds(model.Metadata, text, text, text, text, st.lists(st.tuples(text, text), max_size=2).map(tuple), names),
    st.none() | st.builds(model.Letterhead, names, text, text, text, text, names),
    text,
    st.none() | st.builds(model.Signature, names, text, st.booleans()),
    text,
    st.lists(st.builds(model.Attachment, text, bodies), max_size=2).map(tuple),
    st.none() | st.builds(model.ImprintBlock, names, text, text),
    st.sampled_from(["plain", "issued"]),
)


@settings(max_examples=40)
@given(documents)
def test_saved_and_read_back_it_is_the_same(document: Document) -> None:
    saved = dumps(document)
    assert loads(saved) == document
    assert dumps(loads(saved)) == saved


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda path: path.name)
def test_the_examples_too(folder) -> None:  # type: ignore[no-untyped-def]
    document = render(load(folder), Resources(folder / "templates")).document
    assert loads(dumps(document)) == document
    assert len(list(figures_of(document))) > 50


def test_every_type_of_the_model_can_be_saved() -> None:
    kinds = {cls for cls in vars(model).values() if dataclasses.is_dataclass(cls) and cls.__module__ == model.__name__}
    assert {cls.__name__ for cls in kinds} == set(model._TYPES)
    assert set(get_args(model.Block)) | set(get_args(model.Inline)) <= kinds


@pytest.mark.parametrize(
    "text", ['{"version": 99, "document": {}}', "{}", '{"version": 1, "document": {"is": "Text", "text": "x"}}', "not json"]
)
def test_what_is_no_model_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - json's own is one, too
        loads(text)


def test_the_json_is_stable_and_says_the_version() -> None:
    assert json.loads(dumps(Document("r", ("题",), ())))["version"] == model.MODEL_VERSION
