"""How far a batch is, at a terminal: number, rate, time left."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Any

from ..i18n import gettext as _

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from tqdm import tqdm


class Progress:
    """A line on standard error while it is a terminal; nothing anywhere else."""

    def __init__(self) -> None:
        self._bar: tqdm[Any] | None = None

    @contextmanager
    def over(self, total: int) -> Iterator[None]:
        """Show the line for ``total`` items while the block runs."""
        if total < 2 or not sys.stderr.isatty():
            yield
            return
        from tqdm import tqdm

        # Its thread would keep processes from being forked.
        tqdm.monitor_interval = 0
        shape = _("{bar} {n_fmt} of {total_fmt}, {rate_noinv_fmt}, {remaining} left")
        bar: tqdm[Any] = tqdm(total=total, file=sys.stderr, leave=False, bar_format=f"{{l_bar}}{shape}", dynamic_ncols=True)
        with bar:
            self._bar = bar
            yield
        self._bar = None

    def one_more(self) -> None:
        """One is finished."""
        if self._bar is not None:
            self._bar.update()

    def aside(self) -> AbstractContextManager[None]:
        """Take the line away while the block prints."""
        if self._bar is None:
            return nullcontext()
        return self._bar.external_write_mode(file=sys.stdout)
