"""Write the lock files from what is installed: the versions that the tests ran with.

Usage: ``.venv/bin/python scripts/lock.py`` after changing dependencies or upgrading. Only what the
project asks for, and what that asks for in turn, is written; other packages in the environment are not.
"""

from __future__ import annotations

import re
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).parent.parent
#: Extras that a checkout installs for its users, too.
USERS = ("audit", "preview")
#: Extras with a lock file of their own or none: too large for every checkout.
APART: tuple[str, ...] = ("bench", "soak")


def key(requirement: str) -> tuple[str, frozenset[str]]:
    """Return the normalised name of a requirement and the extras it asks for."""
    match = re.match(r"([A-Za-z0-9._-]+)\s*(?:\[([^]]*)\])?", requirement)
    assert match, requirement
    extras = frozenset(extra.strip() for extra in (match[2] or "").split(",") if extra.strip())
    return re.sub(r"[-_.]+", "-", match[1]).lower(), extras


def applies(requirement: str, extras: frozenset[str]) -> bool:
    """Whether a requirement counts: no marker, or one of an extra asked for, or an installed package without extra."""
    _name, _semicolon, marker = requirement.partition(";")
    wanted = re.findall(r"""extra\s*==\s*["']([^"']+)["']""", marker)
    return not wanted or any(extra in extras for extra in wanted)


def closure(requirements: list[str]) -> dict[str, str]:
    """Return name and version of everything that ``requirements`` need and that is installed."""
    found: dict[str, str] = {}
    seen: set[tuple[str, frozenset[str]]] = set()
    todo = [key(requirement) for requirement in requirements]
    while todo:
        name, extras = item = todo.pop()
        if item in seen:
            continue
        seen.add(item)
        try:
            package = distribution(name)
        except PackageNotFoundError:
            # Asked for on other systems or older Pythons only.
            continue
        found[re.sub(r"[-_.]+", "-", package.metadata["Name"]).lower()] = package.version
        todo += [key(line) for line in package.requires or () if applies(line, extras)]
    return found


def write(name: str, requirements: list[str], without: dict[str, str]) -> dict[str, str]:
    """Write one lock file, leaving out what another one has, and return what it needs."""
    missing = [line for line in requirements if not closure([line])]
    if missing:
        sys.exit(f"not installed, so no version to write: {', '.join(missing)}")
    pins = closure(requirements)
    lines = [f"{package}=={version}" for package, version in sorted(pins.items()) if package not in without]
    (ROOT / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return pins


def main() -> None:
    """Write all lock files."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    optional = project["project"]["optional-dependencies"]
    users = [line for name in USERS if name in optional for line in optional[name]]
    runtime = write("requirements.lock", [*project["project"]["dependencies"], *users], {})
    extras = [line for name, group in optional.items() if name not in (*USERS, *APART) for line in group]
    development = write("requirements-dev.lock", extras, runtime)
    for name in APART:
        write(f"requirements-{name}.lock", optional[name], runtime | development)
    write("requirements-build.lock", project["build-system"]["requires"], runtime)


if __name__ == "__main__":
    main()
