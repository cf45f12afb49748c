"""Many reports at once: here one after the other, in processes, or on a cluster; the same results in the same order."""

from __future__ import annotations

from .base import Executor
from .building import Outcome, build_all
from .choice import executor_of
from .progress import Progress

__all__ = ["Executor", "Outcome", "Progress", "build_all", "executor_of"]
