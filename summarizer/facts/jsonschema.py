"""JSON Schema of the YAML files, so that an editor completes keys and marks mistakes while typing."""

from __future__ import annotations

from typing import Any

from ..i18n import gettext as _
from .report import IMPRINT, KEYS, LETTERHEAD, METADATA, PART, SIGNATURE
from .review import REVIEW, STEP, STEPS
from .setting import FONTS
from .shapes import PROVENANCE, SHAPES, Key, Kind, keys_of

_TEXTS = {"type": ["string", "number", "boolean"]}
_LIST = {"anyOf": [_TEXTS, {"type": "array", "items": _TEXTS}]}


def report_schema() -> dict[str, Any]:
    """Return the schema of ``report.yaml``."""
    properties: dict[str, Any] = {}
    for key in KEYS:
        properties[key.name] = properties[key.alias] = {**_value(key), "description": _(key.doc)}
    groups = {"metadata": METADATA, "letterhead": LETTERHEAD, "signature": SIGNATURE, "imprint": IMPRINT, "fonts": FONTS}
    for key in KEYS:
        if key.name in groups:
            known = groups[key.name]
            inner: dict[str, Any] = {name: {} for pair in known.items() for name in pair}
            properties[key.name] = properties[key.alias] = {
                "type": "object",
                "properties": inner,
                "additionalProperties": False,
                "description": _(key.doc),
            }
        if key.name == "review":
            properties[key.name] = properties[key.alias] = {**_review(), "description": _(key.doc)}
        if key.name == "outline":
            part = {"type": "object", "properties": {name: {} for pair in PART.items() for name in pair}, "additionalProperties": False}
            properties[key.name] = properties[key.alias] = {"type": "array", "items": part, "description": _(key.doc)}
    either = [{"anyOf": [{"required": [name]}, {"required": [alias]}]} for name, alias in (("bureau", "单位"), ("year", "年度"))]
    return {"type": "object", "properties": properties, "additionalProperties": False, "allOf": either}


def _review() -> dict[str, Any]:
    inner = {name: _TEXTS for pair in STEP.items() for name in pair}
    step = {"type": "object", "properties": inner, "additionalProperties": False}
    steps = {name: step for pair in STEPS.items() for name in pair}
    others = {name: _TEXTS for pair in REVIEW.items() for name in pair if name not in steps}
    return {"type": "object", "properties": {**steps, **others}, "additionalProperties": False}


def section_schema() -> dict[str, Any]:
    """Return the schema of a section file; the keys of every shape are known in it."""
    keys = {name: key for shape in SHAPES for name, key in keys_of(shape, file=True).items()}
    properties = {name: {**_value(key), "description": _(key.doc)} for name, key in keys.items()}
    for name, key in keys.items():
        if key.name == "periods":
            properties[name] = {"type": "object", "additionalProperties": {"$ref": "#/$defs/entry"}, "description": _(key.doc)}
    return {
        "type": "object",
        "properties": properties,
        "additionalProperties": {"$ref": "#/$defs/entry"},
    }


def _value(key: Key) -> dict[str, Any]:
    if key.kind in (Kind.FIGURE, Kind.DATE):
        return {"$ref": "#/$defs/figure"}
    if key.kind is Kind.CHOICE:
        return {"enum": [name for pair in key.choices for name in dict.fromkeys(pair)]}
    if key.kind is Kind.PROSE:
        return {"type": "string"}
    if key.kind is Kind.GROUP:
        return {"type": "object", "additionalProperties": {"$ref": "#/$defs/figure"}} if key.name == "facts" else {"type": "object"}
    return dict(_LIST) if key.name in ("title", "appendix") else {"type": "array"} if key.kind is Kind.LIST else dict(_TEXTS)


def schema() -> dict[str, Any]:
    """Return one schema for both kinds of files: a file with 单位 or bureau is the report."""
    provenance = {name: {**_value(key), "description": _(key.doc)} for key in PROVENANCE for name in (key.name, key.alias)}
    long_form = {
        "type": "object",
        "properties": {**dict.fromkeys(("value", "数值", "label", "简称"), _TEXTS), **provenance},
        "additionalProperties": False,
    }
    entry = section_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "summarizer",
        "if": {"anyOf": [{"required": ["bureau"]}, {"required": ["单位"]}, {"required": ["outline"]}, {"required": ["提纲"]}]},
        "then": report_schema(),
        "else": entry,
        "$defs": {"figure": {"anyOf": [_TEXTS, long_form]}, "entry": entry},
    }
