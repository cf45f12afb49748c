"""Reports built: what is up to date is passed over before anything heavy is loaded."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ..build import Build, Built, Made
from ..errors import SummarizerError
from ..pdf_process import PdfProcess, settle
from ..resources import Resources
from .base import Executor, Work, in_order, unexpected
from .inline import Inline
from .parcel import Parcel, packed, reworded, unpacked
from .processes import Processes
from .progress import Progress


@dataclass(frozen=True, slots=True)
class Settings:
    """What is the same for all reports of a batch; see :func:`summarizer.build.build`."""

    output: Path
    formats: tuple[str, ...] = ()
    final: bool = False
    form: str = ""

    def build(self, content: Path, pdf: PdfProcess | None = None) -> Build:
        """Return the build of one report."""
        return Build(content, self.output, self.formats, self.final, self.form, pdf)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one report of a batch: ``built``, or the ``error`` that kept it from being built."""

    content: Path
    built: Built | None = None
    error: SummarizerError | None = None


def build_all(
    contents: Sequence[Path], settings: Settings, executor: Executor, progress: Progress | None = None
) -> Generator[Outcome, None, None]:
    """Build reports and yield what became of each, in their order; one that fails does not stop the others.

    Args:
        contents: folders of reports; no two of one name.
    """
    progress = progress or Progress()
    work = Building(settings)
    shipped = Resources()
    ready: dict[Path, Outcome] = {}
    for content in contents:
        if outcome := _ready(content, settings, shipped):
            ready[content] = outcome
        elif isinstance(executor, Inline):
            work.start()  # loads while the others are looked at
    stale = [content for content in contents if content not in ready]
    # For a single one the second core is better used by its PDF.
    alone = len(stale) == 1 and isinstance(executor, Processes)
    with progress.over(len(stale)), closing(in_order(work, stale, Inline() if alone else executor, progress)) as made:
        for content in contents:
            yield ready[content] if content in ready else next(made)


def _ready(content: Path, settings: Settings, shipped: Resources) -> Outcome | None:
    """Return the outcome of a report that is up to date."""
    try:
        build = settings.build(content)
        build.shipped = shipped
        return Outcome(content, build.built) if build.up_to_date() else None
    except Exception:  # noqa: BLE001 - the build itself says it
        return None


@dataclass(frozen=True, slots=True)
class Order:
    """A build for another machine."""

    parcel: Parcel
    formats: tuple[str, ...]
    final: bool
    form: str


class Building(Work[Path, Outcome]):
    """The work of building; in the first process a second one writes the PDF, a worker does it itself."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.pdf: PdfProcess | None = PdfProcess()

    def start(self) -> None:
        """Start the second process, if a PDF is wanted."""
        if self.pdf is not None and self.wants_pdf:
            self.pdf.start()

    @property
    def wants_pdf(self) -> bool:
        """Whether PDF is among the formats."""
        return not self.settings.formats or "pdf" in self.settings.formats

    def prepare(self) -> None:
        """Load what a PDF needs; this process then writes it itself."""
        self.pdf = None
        if self.wants_pdf:
            settle()

    def do(self, item: Path) -> Outcome:
        """Do it here."""
        try:
            return Outcome(item, self.settings.build(item, self.pdf).run())
        except SummarizerError as error:
            return Outcome(item, error=error)
        except Exception as error:  # noqa: BLE001 - told like a mistake, so that the rest is finished
            return Outcome(item, error=unexpected(error))

    def failed(self, item: Path, error: SummarizerError) -> Outcome:
        """Return what tells ``error``."""
        return Outcome(item, error=error)

    def packed(self, item: Path) -> Order | None:
        """Return it with its files as bytes."""
        parcel = packed(item)
        return Order(parcel, self.settings.formats, self.settings.final, self.settings.form) if parcel else None

    def unpacked(self, item: Path, answer: Made | SummarizerError) -> Outcome:
        """Save what the other machine has made."""
        if isinstance(answer, SummarizerError):
            return Outcome(item, error=answer)
        return Outcome(item, self.settings.build(item).take(answer))

    def close(self) -> None:
        """End the second process."""
        if self.pdf is not None:
            self.pdf.close()

    @staticmethod
    def far(order: Order) -> Made | SummarizerError:
        """Build on another machine, up to what is to be saved."""
        with unpacked(order.parcel) as folder:
            try:
                made = Build(folder, folder.parent / "output", order.formats, order.final, order.form).make()
            except SummarizerError as error:
                return reworded(error, str(folder), order.parcel.shown)
            built = made.built
            built.findings = reworded(built.findings, str(folder), order.parcel.shown)
            built.notes = reworded(built.notes, str(folder), order.parcel.shown)
            return made
