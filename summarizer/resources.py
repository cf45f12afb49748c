"""Find templates: the report's own first, then those that ship with the program.

Every file read is remembered with its hash, so that a build knows what it depends on.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from .errors import Position, TemplateError, reason_of
from .i18n import enumerated
from .i18n import gettext as _

#: Of one template; the largest that ships has a hundredth of it.
MAX_BYTES = 1024 * 1024
_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parent


def shipped(folder: str) -> Path:
    """Return the shipped ``templates`` or ``content`` folder, in a checkout or in a wheel."""
    inside = _PACKAGE / "_shipped" / folder
    return inside if inside.is_dir() else _CHECKOUT / folder


@lru_cache(maxsize=64)
def _resolved(folder: Path) -> Path:
    return folder.resolve()


@dataclass(slots=True)
class Resources:
    """The templates that one report sees.

    Args:
        own: the report's own ``templates`` folder, searched first.
    """

    own: Path | None = None
    read: dict[str, str] = field(default_factory=dict)

    def folders(self) -> tuple[Path, ...]:
        """The folders searched, first match wins."""
        own = (self.own,) if self.own and self.own.is_dir() else ()
        return (*own, shipped("templates"))

    def find(self, name: str) -> Path:
        """Return the file of template ``name``; ``shipped/…`` passes over the report's own, to extend what it replaces.

        Raises:
            TemplateError: no such template, or a name that leaves the folder.
        """
        shipped_only = name.startswith("shipped/")
        for folder in (shipped("templates"),) if shipped_only else self.folders():
            path = folder / name.removeprefix("shipped/")
            with suppress(OSError):  # a name longer than the system allows
                if path.suffix == ".j2" and path.is_file() and path.resolve().is_relative_to(_resolved(folder)):
                    return path
        import difflib

        # Pages, when a page was named; else those of reports.
        names = [known for known in self.names() if known.endswith("".join(Path(name).suffixes[-2:]) if ".j2" in name else ".md.j2")]
        near = next(iter(difflib.get_close_matches(name.removeprefix("shipped/"), names, 1, 0.8)), "")
        shown = f"shipped/{near}" if shipped_only else near
        hint = _("did you mean {near}?").format(near=shown) if near else _("templates there are: {names}").format(names=enumerated(names))
        raise TemplateError(_("no such template: {name}").format(name=name), hint=hint)

    def names(self) -> list[str]:
        """Return the names of all templates, sorted."""
        return sorted({path.relative_to(folder).as_posix() for folder in self.folders() for path in folder.rglob("*.j2")})

    def text(self, name: str, path: Path | None = None) -> str:
        """Return the text of template ``name`` and remember its hash.

        Args:
            path: where it was found.

        Raises:
            TemplateError: no such template, or it cannot be read.
        """
        path = path or self.find(name)
        try:
            with path.open("rb") as stream:
                data = stream.read(MAX_BYTES + 1)
            if len(data) > MAX_BYTES:
                raise TemplateError(_("the template is larger than 1 MB"), where=Position(str(path)), hint=_("is this the right file?"))
            text = data.decode("utf-8-sig")
        except OSError as error:
            raise TemplateError(_("cannot be read: {reason}").format(reason=reason_of(error)), where=Position(str(path))) from None
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise TemplateError(_("not UTF-8 text"), where=Position(str(path), line), hint=_("save it as UTF-8")) from None
        self.read[name] = hashlib.sha256(data).hexdigest()
        return text
