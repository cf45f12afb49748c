"""Run the page templates: the report's own first, escaping everything that is not markup."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import jinja2
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ..errors import Position, TemplateError
from ..i18n import gettext as _
from ..render.limits import COSTLY, MEMORY_LIMIT, TIME_LIMIT, TimeUp, memory_limit, refuse_large, time_limit
from ..resources import Resources
from ..syntax import in_words


class _Compiled(jinja2.BytecodeCache):
    """Keeps compiled templates in memory; the checksum of the source is part of the key."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], Any] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _Compiled()


class _Environment(ImmutableSandboxedEnvironment):
    intercepted_binops = COSTLY

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        refuse_large(operator, left, right)
        return super().call_binop(context, operator, left, right)


def environment(resources: Resources) -> jinja2.Environment:
    """Return an environment that reads every template, also an included one, through ``resources``."""
    return _Environment(
        loader=jinja2.FunctionLoader(lambda name: (resources.text(name), name, None)),
        autoescape=True,
        bytecode_cache=_COMPILED,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def render(resources: Resources, name: str, **values: Any) -> str:
    """Return template ``name`` filled with ``values``; the report's own templates run within limits of time and memory.

    Raises:
        TemplateError: the template cannot be parsed, or it failed while it ran.
    """
    try:
        with _limits(resources):
            return environment(resources).get_template(name).render(**values)
    except TemplateError as error:
        raise TemplateError(error.message, where=error.where or Position(*_place(error, name)), hint=error.hint) from None
    except TimeUp as error:
        raise _error(_("the template did not finish in time"), *_place(error, name)) from None
    except RecursionError as error:
        raise _error(_("the template calls itself without end"), *_place(error, name)) from None
    except MemoryError as error:
        raise _error(_("the template takes too much memory"), *_place(error, name)) from None
    except jinja2.TemplateSyntaxError as error:
        raise _error(in_words(str(error.message)), error.name or name, error.lineno) from error
    except (jinja2.TemplateError, TypeError, ValueError, LookupError, ArithmeticError) as error:
        raise _error(in_words(str(error)), *_place(error, name)) from error


@contextmanager
def _limits(resources: Resources) -> Iterator[None]:
    if len(resources.folders()) == 1:
        yield  # what ships with the program needs none
        return
    with memory_limit(MEMORY_LIMIT), time_limit(TIME_LIMIT):
        yield


def _place(error: BaseException, name: str) -> tuple[str, int]:
    """Return the innermost template line that was running."""
    place, trace = (name, 0), error.__traceback__
    while trace:
        # Jinja puts a frame into the traceback for each template line; its file is the template's name.
        if "__jinja_exception__" in trace.tb_frame.f_globals:
            place = (trace.tb_frame.f_code.co_filename, trace.tb_lineno)
        trace = trace.tb_next
    return place


def _error(error: str, name: str, line: int) -> TemplateError:
    message = _("the page template failed: {reason}").format(reason=error)
    return TemplateError(message, where=Position(name, line), hint=_("compare it with the template that ships with the program"))
