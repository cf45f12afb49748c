"""What commands for many reports share: where the work is done."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from ..batch import executor_of
from ..i18n import gettext as _


def batching(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command ``--jobs`` and ``--cluster``; it is called with the ``executor`` that they mean."""

    @wraps(command)  # with the options that it has already
    def with_executor(*, jobs: int | None, cluster: str, **values: Any) -> None:
        command(executor=executor_of(jobs, cluster), **values)

    wrapped: Callable[..., None] = with_executor
    for option in (
        click.option(
            "--cluster",
            metavar="ADDRESS",
            default="",
            help=_("Work on the Dask cluster whose scheduler is at this address, such as tcp://10.0.0.5:8786."),
        ),
        click.option(
            "--jobs",
            "-j",
            metavar="N",
            type=click.IntRange(min=0),
            help=_("Work in N processes; 0 for one on each core. The output is the same."),
        ),
    ):
        wrapped = option(wrapped)
    return wrapped
