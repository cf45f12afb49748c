"""What changed from one state of a report to the next: figures, sentences, findings, and the redline."""

from __future__ import annotations

from .figures import FigureChange, figures_changed

__all__ = ["FigureChange", "figures_changed"]
