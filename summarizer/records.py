"""Dataclasses that nothing changes, and that are made by the thousand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:
    from dataclasses import dataclass

    def record(*, frozen, slots):
        """Make a frozen dataclass of a class, but leave it to the type checker that nothing sets a field.

        A dataclass that guards its fields itself takes several times as long to fill them.
        """
        assert frozen
        return dataclass(slots=slots, unsafe_hash=True)


__all__ = ["record"]
