"""Look at the machine: what is there, what is missing, what stands in, and how to mend each.

The checks only look; they install nothing and write nothing.
"""

from __future__ import annotations

import ctypes
import locale
import os
import re
import shlex
import shutil
import sys
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from importlib import metadata
from pathlib import Path

from . import fonts, i18n
from .i18n import N_
from .i18n import gettext as _
from .resources import shipped

_CHECKOUT = Path(__file__).parent.parent
_PYTHON = (3, 11)


class State(StrEnum):
    """What a check found.

    ``stand-in`` works, but is not what an official document names. ``optional`` is absent, and building
    does not need it. Only ``missing`` must be mended.
    """

    OK = "ok"
    STAND_IN = "stand-in"
    MISSING = "missing"
    OPTIONAL = "optional"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at.

    Args:
        name: what, the same in every language.
        state: what was found.
        detail: a version, a file or a reason.
        mend: the command to type, or what to do; empty if there is nothing to mend.
    """

    name: str
    state: State
    detail: str = ""
    mend: str = ""


def examine(output: Path = Path("output")) -> tuple[Check, ...]:
    """Return all checks, in the order in which things depend on each other.

    Args:
        output: the folder that builds are to be written to; it need not exist.
    """
    fonts.prepare()
    return (
        _python(),
        *_packages(),
        _pango(),
        _subset(),
        _fontconfig(),
        *(_font(match) for match in fonts.resolve()),
        _templates(),
        _output(output),
        _language(),
        _program("LibreOffice", ("soffice", "libreoffice"), N_("tests of Word files"), "libreoffice-writer-nogui"),
        _program("Chromium", ("chromium", "chromium-browser", "google-chrome"), N_("tests of web pages"), "chromium"),
    )


def healthy(checks: Iterable[Check]) -> bool:
    """Whether documents can be built: nothing needed is missing."""
    return all(check.state is not State.MISSING for check in checks)


# ---------------------------------------------------------------- how to mend


def _in_checkout() -> bool:
    return (_CHECKOUT / "scripts" / "setup.sh").is_file()


def _apt(*packages: str) -> str:
    """The command that installs Debian packages, or what to look for on other systems."""
    names = " ".join(packages)
    if shutil.which("apt-get", path=os.pathsep.join((os.environ.get("PATH", ""), os.defpath))) is None:
        return _("install what Debian calls {packages}").format(packages=names)
    return f"{'' if os.geteuid() == 0 else 'sudo '}apt-get install -y --no-install-recommends {names}"


def _setup_or(otherwise: str) -> str:
    """In a checkout the set-up mends it; an installed copy needs the command."""
    return f"make -C {shlex.quote(str(_CHECKOUT))} setup" if _in_checkout() else otherwise


def _interpreter() -> str:
    return shlex.quote(sys.executable)


# ---------------------------------------------------------------- Python


def _python() -> Check:
    version = ".".join(str(part) for part in sys.version_info[:3])
    if sys.version_info[:2] >= _PYTHON:
        return Check("Python", State.OK, f"{version} ({sys.executable})")
    wanted = ".".join(str(part) for part in _PYTHON)
    detail = _("{version}, needed is {wanted} or later").format(version=version, wanted=wanted)
    return Check("Python", State.MISSING, detail, _apt("python3"))


def _requirements() -> list[str]:
    """What the program needs to run, as in ``pyproject.toml``; works in a checkout that is not installed."""
    try:
        lines = metadata.requires("summarizer") or []
    except metadata.PackageNotFoundError:
        project = tomllib.loads((_CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
        lines = list(project["project"]["dependencies"])
    return sorted(line for line in lines if "extra ==" not in line)


def _packages() -> list[Check]:
    return [_package(line) for line in _requirements()]


def _package(requirement: str) -> Check:
    plain = requirement.partition(";")[0].strip()
    name = re.split(r"[^A-Za-z0-9._-]", plain, maxsplit=1)[0]
    limits = re.findall(r"(>=|<=|==|!=|<|>)\s*([0-9.]+)", plain)
    mend = _setup_or(f"{_interpreter()} -m pip install '{plain}'")
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:
        return Check(name, State.MISSING, _("not installed"), mend)
    if all(_within(version, sign, limit) for sign, limit in limits):
        return Check(name, State.OK, version)
    wanted = ",".join(sign + limit for sign, limit in limits)
    return Check(name, State.MISSING, _("{version}, needed is {wanted}").format(version=version, wanted=wanted), mend)


def _within(version: str, sign: str, limit: str) -> bool:
    have, bound = _release(version), _release(limit)
    return {
        ">=": have >= bound,
        "<=": have <= bound,
        "==": have == bound,
        "!=": have != bound,
        "<": have < bound,
        ">": have > bound,
    }[sign]


def _release(version: str) -> tuple[int, ...]:
    """The numbers of a version without trailing zeros, so that 70 and 70.0 are equal."""
    match = re.match(r"[0-9.]+", version)
    numbers = [int(part) for part in match[0].split(".") if part] if match else []
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


# ---------------------------------------------------------------- libraries of the system


def _load(*names: str) -> ctypes.CDLL | None:
    for name in names:
        try:
            return ctypes.CDLL(name)
        except OSError:
            continue
    return None


def _pango() -> Check:
    packages = ("libpango-1.0-0", "libpangoft2-1.0-0")
    pango = _load("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll")
    if pango is None or _load("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll") is None:
        return Check("Pango", State.MISSING, _("cannot be loaded; PDF files need it"), _apt(*packages))
    pango.pango_version_string.restype = ctypes.c_char_p
    version = bytes(pango.pango_version_string()).decode("ascii")
    if _release(version) < (1, 44):
        detail = _("{version}, needed is {wanted} or later").format(version=version, wanted="1.44")
        return Check("Pango", State.MISSING, detail, _apt(*packages))
    return Check("Pango", State.OK, version)


def _subset() -> Check:
    library = _load("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll")
    if library is not None:
        return Check("HarfBuzz subset", State.OK)
    detail = _("cannot be loaded; PDF files take longer without it")
    return Check("HarfBuzz subset", State.OPTIONAL, detail, _apt("libharfbuzz-subset0"))


# ---------------------------------------------------------------- fonts


def _fontconfig() -> Check:
    if shutil.which("fc-match") is None:
        return Check("fontconfig", State.MISSING, _("no fc-match on PATH; which fonts there are cannot be said"), _apt("fontconfig"))
    config = os.environ.get("FONTCONFIG_FILE", "")
    if config and not Path(config).is_file():
        detail = _("FONTCONFIG_FILE names {path}, which is not there").format(path=config)
        return Check("fontconfig", State.MISSING, detail, "unset FONTCONFIG_FILE")
    return Check("fontconfig", State.OK, config or _("the system's configuration; no stand-ins are set up"))


def _font(match: fonts.FontMatch) -> Check:
    face = match.face
    if match.source is fonts.Source.OFFICIAL:
        return Check(face.official, State.OK, f"{match.family} ({match.path})")
    if match.source is fonts.Source.STAND_IN:
        detail = _("{family} stands in ({path})").format(family=match.family, path=match.path)
        mend = _("if you own the font: copy its file to ~/.local/share/fonts, then run fc-cache")
        return Check(face.official, State.STAND_IN, detail, mend)
    found = _("neither it nor its stand-in; shown in {family}").format(family=match.family) if match.family else _("cannot be looked up")
    return Check(face.official, State.MISSING, found, _setup_or(f"{_apt(face.package)}; {_interpreter()} -m summarizer.fonts"))


# ---------------------------------------------------------------- files and language


def _templates() -> Check:
    folder = shipped("templates")
    count = sum(1 for _path in folder.rglob("*.j2")) if folder.is_dir() else 0
    if count:
        return Check("templates", State.OK, _("{count} in {folder}").format(count=count, folder=folder))
    restore = f"git -C {shlex.quote(str(_CHECKOUT))} checkout -- templates"
    mend = restore if _in_checkout() else f"{_interpreter()} -m pip install --force-reinstall summarizer"
    return Check("templates", State.MISSING, _("none in {folder}").format(folder=folder), mend)


def _output(folder: Path) -> Check:
    """A folder that is not there yet is made by the build, in the nearest one that is."""
    place = folder.absolute()
    nearest = next(path for path in (place, *place.parents) if path.exists())
    quoted = shlex.quote(str(nearest))
    if not nearest.is_dir():
        return Check("output", State.MISSING, _("{path} is a file, not a folder").format(path=nearest), f"mv {quoted} {quoted}.old")
    if not os.access(nearest, os.W_OK | os.X_OK):
        return Check("output", State.MISSING, _("{path} cannot be written").format(path=nearest), f"chmod u+wx {quoted}")
    return Check("output", State.OK, str(place) if nearest == place else _("{path} (will be made)").format(path=place))


def _language() -> Check:
    language = i18n.language()
    encoding = locale.getpreferredencoding(False)
    if encoding.lower().replace("-", "") != "utf8":
        detail = _("this terminal's encoding is {encoding}, not UTF-8").format(encoding=encoding)
        return Check("language", State.MISSING, detail, "export PYTHONUTF8=1")
    catalogue = i18n.LOCALE / language / "LC_MESSAGES" / f"{i18n.DOMAIN}.mo"
    if language != "en" and not catalogue.is_file():
        detail = _("no catalogue for {language}; messages are English").format(language=language)
        return Check("language", State.OPTIONAL, detail, "export SUMMARIZER_LANG=en")
    return Check("language", State.OK, f"{language}, {encoding}")


def _program(name: str, commands: tuple[str, ...], purpose: str, package: str) -> Check:
    for command in commands:
        if path := shutil.which(command):
            return Check(name, State.OK, path)
    return Check(name, State.OPTIONAL, _("not found; only for {purpose}").format(purpose=_(purpose)), _apt(package))
