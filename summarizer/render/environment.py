"""The sandbox in which templates and prose run, and what it offers them."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Iterator
from types import CodeType
from typing import Any

import jinja2
from jinja2.bccache import Bucket
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from ..errors import FactError, Position, SummarizerError, TemplateError
from ..facts.problems import nearest
from ..i18n import gettext as _
from ..resources import Resources
from . import marks
from .limits import TimeUp
from .views import EntryView, FigureView, NameView

#: Filters that leave a mark whole, or whose damage is found afterwards (``replace``).
FILTERS = frozenset(
    {
        "abs", "attr", "batch", "count", "d", "default", "dictsort", "first",
        "groupby", "items", "join", "last", "length", "list", "map", "max",
        "min", "reject", "rejectattr", "replace", "select", "selectattr", "slice", "sort",
        "string", "sum", "trim", "unique",
    }
)

#: Lines of any one template; an origin is the template's number times this, plus the line.
_LINES = 1_000_000
_NAMES: list[str] = []
_NUMBERS: dict[str, int] = {}


def origin_number(name: str, line: int) -> int:
    """Return the number that stands for a line of a template in an origin mark."""
    if name not in _NUMBERS:
        _NUMBERS[name] = len(_NAMES)
        _NAMES.append(name)
    return _NUMBERS[name] * _LINES + line


def origin_place(number: int) -> tuple[str, int]:
    """Return template name and line of an origin number."""
    return _NAMES[number // _LINES], number % _LINES


class _Origins(Extension):
    """Put an origin mark before the first visible character of every line of template text."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        name = stream.name or ""
        for token in stream:
            if token.type == "data" and token.value.strip():
                yield Token(token.lineno, "data", _marked(token.value, name, token.lineno))
            else:
                yield token


def _marked(text: str, name: str, lineno: int) -> str:
    lines = text.split("\n")
    for n, line in enumerate(lines):
        if body := line.lstrip():
            lines[n] = line[: len(line) - len(body)] + marks.origin(origin_number(name, lineno + n)) + body
    return "\n".join(lines)


class _Unknown(StrictUndefined):
    """An unknown word; the message carries what is known, for the nearest one."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        obj = self._undefined_obj
        known = obj.known() if isinstance(obj, EntryView) else []
        owner = "" if obj is missing else getattr(getattr(obj, "_entry", None), "id", type(obj).__name__)
        return "\x1f".join((str(self._undefined_name), str(owner), *known))


class _Compiled(jinja2.BytecodeCache):
    """Compiled templates of this process: every report uses the same few."""

    def __init__(self) -> None:
        self.codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self.codes[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _Compiled()


class Environment(ImmutableSandboxedEnvironment):
    """Jinja for one report."""

    def __init__(self, resources: Resources) -> None:
        super().__init__(
            loader=jinja2.FunctionLoader(self._load),
            undefined=_Unknown,
            extensions=[_Origins],
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_printable,
            autoescape=False,
            auto_reload=False,
            bytecode_cache=_COMPILED,
        )
        self.resources = resources
        self.filters = {name: function for name, function in self.filters.items() if name in FILTERS}

    def _load(self, name: str) -> tuple[str, str, Callable[[], bool]]:
        return self.resources.text(name), name, lambda: True

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Words of facts are looked up, and nothing else of them is reachable."""
        if isinstance(obj, EntryView):
            found = obj.lookup(attribute)
            return self.undefined(obj=obj, name=attribute) if found is None else found
        if isinstance(obj, (FigureView, NameView)):
            return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """The same with brackets, for ids in Chinese or computed ones."""
        if isinstance(obj, (EntryView, FigureView, NameView)):
            return self.getattr(obj, str(getattr(argument, "text", argument)))
        return super().getitem(obj, argument)


def _printable(value: Any) -> Any:
    """What may be printed: text, figures, names; a whole number counts as generated."""
    if isinstance(value, (str, FigureView, NameView, EntryView, jinja2.Undefined)):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return marks.generated(str(value))
    raise TemplateError(
        _("{value} cannot be printed in a document").format(value=f"{type(value).__name__} {value!r}"[:80]),
        hint=_("print a figure, a name or a text"),
    )


#: Compiled prose by (file, line, text): a thousand reports share most of it.
_CODE: dict[tuple[str, int, str], Any] = {}
_CODE_LIMIT = 20_000


def compile_prose(environment: Environment, name: str, first_line: int, text: str) -> jinja2.Template:
    """Return a prose scalar as a template whose line numbers are those of the YAML file."""
    key = (name, first_line, text)
    code = _CODE.get(key)
    if code is None:
        if len(_CODE) >= _CODE_LIMIT:
            _CODE.clear()
        code = _CODE[key] = environment.compile("\n" * (first_line - 1) + text, name, name)
    return environment.template_class.from_code(environment, code, environment.make_globals(None))


def explain(error: BaseException, known: list[str], shown: Callable[[str], str]) -> SummarizerError:
    """Return the error of a template in the user's words, with file and line.

    Args:
        known: the words known at the top level.
        shown: turns a template's name into the file's name as the user knows it.
    """
    name, line = _place(error)
    where = Position(shown(name), line) if name else None
    if isinstance(error, jinja2.TemplateSyntaxError):
        where = Position(shown(error.name or name), error.lineno)
        return TemplateError(
            _("the template cannot be read: {problem}").format(problem=error.message),
            where=where,
            hint=_("look for an open {{ or {% on this line"),
        )
    if isinstance(error, jinja2.UndefinedError):
        return _unknown(str(error.message), known, where)
    if isinstance(error, jinja2.TemplateNotFound):
        return TemplateError(_("no such template: {name}").format(name=error.name), where=where)
    if isinstance(error, TimeUp):
        return TemplateError(_("the template did not finish in time"), where=where, hint=_("look for a loop without end"))
    if isinstance(error, RecursionError):
        return TemplateError(_("the template calls itself without end"), where=where)
    if isinstance(error, SummarizerError):
        return type(error)(error.message, where=where or error.where, written=error.written, hint=error.hint)
    return TemplateError(_("the template failed: {problem}").format(problem=f"{error}"), where=where)


def _unknown(message: str, known: list[str], where: Position | None) -> SummarizerError:
    word, owner, *words = message.split("\x1f") if "\x1f" in message else (message, "")
    path = f"{owner}.{word}" if owner else word
    near = nearest(word, words or ([] if owner else known))
    hint = (
        _("did you mean {near}?").format(near=f"{owner}.{near}" if owner and near else near)
        if near
        else _("known here: {words}").format(words=", ".join((words or known)[:24]))
    )
    return FactError(_("unknown name {path}").format(path=path), where=where, written=path, hint=hint)


def _place(error: BaseException) -> tuple[str, int]:
    """Name and line of the innermost template frame."""
    found = ("", 0)
    for frame in traceback.extract_tb(error.__traceback__ or sys.exc_info()[2]):
        if frame.filename.endswith((".j2", ".yaml")):
            found = (frame.filename, frame.lineno or 0)
    return found
