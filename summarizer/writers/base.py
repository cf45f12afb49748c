"""What a writer gets and gives: one interface for every format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..document import Document
from ..errors import OutputError
from ..i18n import enumerated
from ..i18n import gettext as _
from ..official import PROFILES, Profile

if TYPE_CHECKING:
    from ..facts.factset import FactSet
    from ..findings import Finding
    from ..resources import Resources


@dataclass(frozen=True, slots=True)
class Job:
    """What a writer may know besides the document.

    Args:
        resources: finds ``page.html.j2``, ``official.css.j2`` and the other writer templates,
            the report's own first.
        facts: the facts behind the figures.
        findings: shown in a draft; a final file carries none.
        draft: whether the file is a draft.
        profile: the format profile's name, see :mod:`summarizer.official`.
        public: whether it leaves the house: what a bureau keeps to itself about its figures, and the tool's own mark, stay out.
        both_sides: for printing on both sides: the 版记 stands on an even page, after a blank one if need be.
        fonts: role and name of the fonts that the report sets. pitch: its line pitch in points; 0 for the profile's.
    """

    resources: Resources
    facts: FactSet | None = None
    findings: tuple[Finding, ...] = ()
    draft: bool = True
    profile: str = "gbt9704"
    public: bool = False
    both_sides: bool = False
    fonts: tuple[tuple[str, str], ...] = ()
    pitch: float = 0.0

    @property
    def page(self) -> Profile:
        """The format profile with the report's own settings.

        Raises:
            OutputError: there is no profile of this name.
        """
        if (profile := PROFILES.get(self.profile)) is None:
            raise OutputError(
                _("there is no format profile of this name"),
                written=self.profile,
                hint=_("choose one of: {names}").format(names=enumerated(PROFILES)),
            )
        return profile.set_with(self.fonts, self.pitch)


@dataclass(frozen=True, slots=True)
class Unrendered:
    """Something that a writer could not put into its format.

    Args:
        what: one sentence in the user's language.
        text: the characters concerned.
        kind: ``glyph`` for a character that no font has; ``font`` for one that another stands in for; else ``format``.
    """

    what: str
    text: str = ""
    kind: str = "format"


@dataclass(frozen=True, slots=True)
class Output:
    """A finished file: the same bytes for the same document and job."""

    data: bytes
    unrendered: tuple[Unrendered, ...] = ()


Write = Callable[[Document, Job], Output]
