"""Facts and templates become the document: Jinja in a sandbox, figures kept as references."""

from __future__ import annotations

from .engine import Rendered, render

__all__ = ["Rendered", "render"]
