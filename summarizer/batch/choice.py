"""Which executor the user has asked for."""

from __future__ import annotations

import os

from ..errors import SummarizerError
from ..i18n import gettext as _
from .base import Executor
from .inline import Inline
from .processes import Processes


def executor_of(jobs: int | None = None, cluster: str = "") -> Executor:
    """Return the executor for these options.

    Args:
        jobs: processes; 0 for one on each core, None for this process.
        cluster: the address of a Dask scheduler.

    Raises:
        SummarizerError: both are given, or the cluster's extra is not installed.
    """
    if cluster and jobs is not None:
        raise SummarizerError(_("--jobs and --cluster exclude each other"), hint=_("a cluster has as many processes as its workers"))
    if cluster:
        from .cluster import Cluster

        return Cluster(cluster)
    if jobs is None:
        return Inline()
    return Processes(jobs or cores())


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
