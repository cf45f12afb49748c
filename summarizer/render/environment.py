"""The sandbox in which templates and prose run, and what it offers them."""

from __future__ import annotations

import re
import sys
import traceback
from collections.abc import Callable, Iterator
from string import Formatter
from types import CodeType
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.bccache import Bucket
from jinja2.exceptions import SecurityError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from ..errors import FactError, Position, SummarizerError, TemplateError
from ..facts.problems import nearest
from ..facts.source import PRIVATE
from ..i18n import enumerated
from ..i18n import gettext as _
from ..resources import Resources
from ..syntax import in_words
from . import marks
from .limits import COSTLY, TimeUp, refuse_large
from .views import EntryView, FigureView, NameView

#: Filters that leave a mark whole, or whose damage is found afterwards (``replace``).
FILTERS = frozenset(
    {
        "batch", "count", "d", "default", "dictsort", "first", "format",
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
    """Return template name and line of an origin number; blanks for a forged one."""
    if number // _LINES >= len(_NAMES):
        return "", 0
    return _NAMES[number // _LINES], number % _LINES


class _Origins(Extension):
    """Put an origin mark before every ``{{``, and before the first visible character of every line of template text."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        name = stream.name or ""
        after_text = False
        for token in stream:
            if token.type == "variable_begin" and not after_text:
                yield Token(token.lineno, "data", marks.origin(origin_number(name, token.lineno)))
            after_text = token.type == "data" and bool(token.value.rpartition("\n")[2].strip())
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
        if self._undefined_name is None:
            return str(self._undefined_hint)
        known = obj.known() if isinstance(obj, EntryView) else []
        owner = "" if obj is missing else _called(obj)
        return "\x1f".join((str(self._undefined_name), str(owner), *known))


def _called(obj: Any) -> str:
    """What a person would call a value in a template."""
    if isinstance(obj, EntryView):
        return obj.lookup("id") if obj.lookup("id") else "report"
    if isinstance(obj, FigureView):
        return obj.fact.id
    return obj.text if isinstance(obj, NameView) else type(obj).__name__


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


_PADDED = re.compile(r"%[^a-zA-Z%]*(?:\d{4}|\*)")
_PADDING = frozenset({"ljust", "rjust", "center", "zfill", "expandtabs", "format", "format_map"})


class Environment(ImmutableSandboxedEnvironment):
    """Jinja for one report.

    Args:
        resources: where templates are found.
    """

    #: ``"x" * 10**9`` is one operation that no time limit can stop.
    intercepted_binops = COSTLY | {"%"}

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
        self.filters |= {"replace": _replace, "format": _format}
        self.compiling = ""

    def _load(self, name: str) -> tuple[str, str, Callable[[], bool]]:
        try:
            path = self.resources.find(name)
        except TemplateError as error:  # the kind that ``include … ignore missing`` knows
            raise jinja2.TemplateNotFound(name, f"{error.message}\x1f{error.hint}") from None
        text = self.resources.text(name, path)
        if found := PRIVATE.search(text):
            raise TemplateError(
                _("a private-use character (U+{code:04X}) that no font shows").format(code=ord(found.group())),
                where=Position(str(path), text.count("\n", 0, found.start()) + 1),
            )
        return text, name, lambda: True

    def compile(self, source: Any, name: str | None = None, filename: str | None = None, *args: Any) -> Any:
        """Compile a template, and know which one it was if that fails."""
        self.compiling = name or ""
        code = super().compile(source, name, filename, *args)
        self.compiling = ""
        return code

    def refuse_lost_blocks(self, name: str) -> None:
        """Refuse a block that what its template extends does not have: it would be printed nowhere, and nobody told.

        Raises:
            TemplateError: with the place, and the block that is likely meant.
        """
        path = self.resources.find(name)
        tree = self.parse(self.resources.text(name, path), name)
        parent = _parent(tree)
        if not parent:
            return
        self.refuse_lost_blocks(parent)
        there = self._blocks(parent)
        for block in (node for node in tree.body if isinstance(node, nodes.Block) and node.name not in there):
            near = nearest(block.name, there)
            hint = _("did you mean {near}?").format(near=near) if near else _("there are: {names}").format(names=enumerated(sorted(there)))
            message = _("{parent} has no block {name}, so this is printed nowhere").format(parent=parent, name=block.name)
            raise TemplateError(message, where=Position(str(path), block.lineno), written=block.name, hint=hint)

    def _blocks(self, name: str) -> set[str]:
        """The blocks of a template and of those that it extends."""
        tree = self.parse(self.resources.text(name), name)
        own = {block.name for block in tree.find_all(nodes.Block)}
        parent = _parent(tree)
        return own | self._blocks(parent) if parent else own

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Refuse what would fill the memory in one step."""
        refuse_large(operator, left, right)
        if operator == "%" and isinstance(left, str):
            return _format(left, right)
        return super().call_binop(context, operator, left, right)

    def wrap_str_format(self, value: Any) -> Any:
        """``"{}".format(x)`` fills in, and formats nothing: a figure has its form."""
        inner = super().wrap_str_format(value)
        if inner is None or value.__name__ == "format_map":
            return None
        text = value.__self__

        def filled(*args: Any, **kwargs: Any) -> Any:
            if any(spec for _text, _name, spec, _conversion in Formatter().parse(text)):
                raise TemplateError(_("a figure is printed as it is; take out what stands after the colon: {text}").format(text=text))
            return inner(*args, **kwargs)

        return filled

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Besides what leads out of the sandbox, refuse what pads a text."""
        return not (isinstance(obj, str) and attr in _PADDING) and super().is_safe_attribute(obj, attr, value)

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


def _parent(tree: nodes.Template) -> str:
    """Return what a template extends; empty if that is nothing, or only known when it runs."""
    extends = tree.find(nodes.Extends)
    return str(extends.template.value) if extends is not None and isinstance(extends.template, nodes.Const) else ""


def _replace(value: Any, old: Any, new: Any, count: int = -1) -> Any:
    """The filter: in a name it changes the name; in a figure it is found out afterwards."""
    if isinstance(value, NameView):
        return NameView(value.text.replace(str(getattr(old, "text", old)), str(getattr(new, "text", new)), count))
    return str(value).replace(str(old), str(new), count)


def _format(text: Any, *args: Any, **kwargs: Any) -> Any:
    """The filter and ``%``: fill in, pad nothing."""
    if _PADDED.search(str(text)):
        raise TemplateError(_("the text would be too long"))
    values = kwargs or (args[0] if len(args) == 1 and isinstance(args[0], (tuple, dict)) else args)
    return str(text) % values


def _printable(value: Any) -> Any:
    """What may be printed: text, figures, names; a whole number counts as generated."""
    if isinstance(value, (str, FigureView, NameView, EntryView, jinja2.Undefined)):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return marks.generated(str(value))
    if callable(value):
        name = str(getattr(value, "name", None) or getattr(value, "__name__", "") or type(value).__name__).lstrip("_")
        within = "" if name == "step" else "…"
        raise TemplateError(
            _("{name} needs brackets behind it").format(name=name), hint=_("write {call}").format(call=f"{{{{ {name}({within}) }}}}")
        )
    shown = str(value) if isinstance(value, (bool, float, type(None))) else type(value).__name__
    raise TemplateError(
        _("{value} cannot be printed in a document").format(value=shown[:80]),
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
    # The dictionary itself, not Jinja's chain of two: a context copies it, and every scalar has a context of its own.
    return environment.template_class.from_code(environment, code, environment.globals)


def explain(error: BaseException, known: list[str], shown: Callable[[str], str], compiling: str = "") -> SummarizerError:
    """Return the error of a template in the user's words, with file and line.

    Args:
        known: the words known at the top level.
        shown: turns a template's name into the file's name as the user knows it.
        compiling: the template that failed before it ran, if that is so.
    """
    name, line = (compiling, 0) if compiling else _place(error)
    where = Position(shown(name), line) if name else None
    if isinstance(error, jinja2.TemplateSyntaxError):
        where = Position(shown(error.name or name), error.lineno)
        message = _("the template cannot be read: {problem}").format(problem=in_words(str(error.message)))
        return TemplateError(message, where=where, hint=_where_to_look(error))
    if isinstance(error, SecurityError):
        word = marks.reveal(str(error)).partition("\x1f")[0]
        return TemplateError(_("{word} may not be used in a template").format(word=word), where=where)
    if isinstance(error, jinja2.UndefinedError):
        return _unknown(marks.reveal(str(error.message)), known, where)
    if isinstance(error, jinja2.TemplateNotFound):
        message, _sign, hint = str(error.message).partition("\x1f")
        return TemplateError(message, where=where, hint=hint)
    if isinstance(error, TimeUp):
        return TemplateError(_("the template did not finish in time"), where=where, hint=_("look for a loop without end"))
    if isinstance(error, RecursionError) and not compiling:
        hint = _("to extend the one that it stands in for, write: {call}").format(call='{% extends "shipped/…" %}')
        return TemplateError(_("the template calls itself without end"), where=where, hint=hint)
    if isinstance(error, MemoryError) and not compiling:
        return TemplateError(_("the template takes too much memory"), where=where, hint=_("look for a text that is repeated or grows"))
    if isinstance(error, (RecursionError, SyntaxError, MemoryError)):
        return TemplateError(_("the template is nested too deep"), where=where)
    if isinstance(error, SummarizerError):
        return type(error)(marks.reveal(error.message), where=where or error.where, written=error.written, hint=error.hint)
    return TemplateError(_("the template failed: {problem}").format(problem=_in_words(str(error))), where=where)


def _where_to_look(error: jinja2.TemplateSyntaxError) -> str:
    if re.match("unexpected char '[^\0-\x7f]'", str(error.message)):
        return _("between {{ and }} write half-width marks: ( ) , . ' '")
    return _("look for an open {{ or {% on this line")


def _in_words(problem: str) -> str:
    """Python's message without the names of our classes."""
    for name, word in (("FigureView", _("figure")), ("NameView", _("name")), ("EntryView", _("entry"))):
        problem = problem.replace(name, word)
    return in_words(marks.reveal(re.sub(r"\b_\w+\._?", "", problem)))


def unknown_word(error: BaseException) -> tuple[str, str] | None:
    """Return the word that a template named and nothing has, with what it was asked of (empty for a bare word)."""
    word, owner, *_known = (*marks.reveal(str(error)).split("\x1f"), "")
    return (word, owner) if isinstance(error, jinja2.UndefinedError) and "\x1f" in str(error) else None


def _unknown(message: str, known: list[str], where: Position | None) -> SummarizerError:
    if "\x1f" not in message:
        return TemplateError(_("the template failed: {problem}").format(problem=message), where=where)
    word, owner, *words = message.split("\x1f")
    path = f"{owner}.{word}" if owner else word
    near = nearest(word, words or ([] if owner else known))
    hint = (
        _("did you mean {near}?").format(near=f"{owner}.{near}" if owner and near else near)
        if near
        else _("known here: {words}").format(words=enumerated((words or known)[:24]))
    )
    return FactError(_("unknown name {path}").format(path=path), where=where, written=path, hint=hint)


def _place(error: BaseException) -> tuple[str, int]:
    """Name and line of the innermost template frame."""
    found = ("", 0)
    for frame, line in traceback.walk_tb(error.__traceback__ or sys.exc_info()[2]):
        # Jinja puts its own lines right, but only for what is an ``Exception``.
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            found = (template.name or "", template.get_corresponding_lineno(line))
        elif frame.f_code.co_filename.endswith((".j2", ".yaml")):
            found = (frame.f_code.co_filename, line)
    return found
