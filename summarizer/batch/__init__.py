"""Many reports at once: here one after the other, in processes, or on a cluster; the same results in the same order."""

from __future__ import annotations

from .base import Executor
from .choice import executor_of
from .progress import Progress

__all__ = ["Executor", "Progress", "executor_of"]
