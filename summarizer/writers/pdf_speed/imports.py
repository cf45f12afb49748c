"""WeasyPrint is imported without the parts of fontTools that only variable fonts and an old HarfBuzz need: a fifth of the time."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

_SUBSET, _PACKAGE, _INSTANCER = "fontTools.subset", "fontTools.varLib", "fontTools.varLib.instancer"


class _Later(ModuleType):
    """Stands for a module that is imported when something in it is asked for."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(import_module(self.__name__), name)


def _instantiate(*arguments: Any, **options: Any) -> Any:
    """Make a static font of a variable one."""
    return import_module(_INSTANCER).instantiateVariableFont(*arguments, **options)


@contextmanager
def lighter() -> Iterator[None]:
    """Import WeasyPrint in here; what it gets in the place of those modules loads them when it is used."""
    if not sys.modules.keys().isdisjoint({"weasyprint", _PACKAGE, _SUBSET}):
        yield
        return
    stand_ins = {name: _Later(name) for name in (_SUBSET, _PACKAGE, _INSTANCER)}
    spec = find_spec("fontTools")
    # Other modules of the package are found where they are.
    stand_ins[_PACKAGE].__path__ = [f"{folder}/varLib" for folder in (spec and spec.submodule_search_locations) or ()]
    stand_ins[_INSTANCER].instantiateVariableFont = _instantiate  # type: ignore[attr-defined]
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name, module in stand_ins.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]
