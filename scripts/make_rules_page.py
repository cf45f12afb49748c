"""Write docs/rules.md and docs/rules.zh-CN.md from the explanations in the code.

``--check`` writes nothing and leaves with 1 if a page is not up to date.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from summarizer.claims.base import Explanation
from summarizer.i18n import gettext as _
from summarizer.reporters.base import SEVERITY_WORDS
from summarizer.reporters.catalogue import catalogue, kind_word, one_line, sections

DOCS = Path(__file__).parent.parent / "docs"
#: File → language of messages.
PAGES = {"rules.md": "en", "rules.zh-CN.md": "zh_CN"}
_MARKUP = re.compile(r"(`[^`]*`)|([\\*_<|\[\]])")


def main(arguments: list[str]) -> int:
    """Write the pages, or compare them."""
    stale = [name for name, lang in PAGES.items() if not _is(DOCS / name, page(lang))]
    if "--check" in arguments:
        for name in stale:
            print(f"docs/{name} is not up to date; run: .venv/bin/python scripts/make_rules_page.py", file=sys.stderr)
        return int(bool(stale))
    DOCS.mkdir(exist_ok=True)
    for name in stale:
        (DOCS / name).write_text(page(PAGES[name]), encoding="utf-8")
        print(f"wrote docs/{name}")
    return 0


def page(lang: str) -> str:
    """Return the page in the language ``lang``."""
    before = os.environ.get("SUMMARIZER_LANG")
    os.environ["SUMMARIZER_LANG"] = lang
    try:
        return "\n".join(_lines()) + "\n"
    finally:
        if before is None:
            del os.environ["SUMMARIZER_LANG"]
        else:
            os.environ["SUMMARIZER_LANG"] = before


def _lines() -> Iterator[str]:
    # By kind, kinds in the order of their first code.
    pages = sorted(catalogue().values(), key=lambda page: (page.kind, page.code))
    yield f"<!-- {_('Written by scripts/make_rules_page.py from the code; do not edit.')} -->"
    yield f"# {_('Everything that is checked')}"
    yield ""
    yield _("`summarizer rules` prints the list, `summarizer explain CODE` one entry. Codes and names are stable.")
    yield ""
    yield f"| {_('code')} | {_('name')} | {_('kind')} | {_('severity')} | {_('what is checked')} |"
    yield "|---|---|---|---|---|"
    for page in pages:
        kind, severity = kind_word(page.kind), _(SEVERITY_WORDS[page.severity])
        yield f"| [{page.code}](#{page.code.lower()}) | {page.name} | {kind} | {severity} | {_escaped(one_line(page), cell=True)} |"
    for kind, group in groupby(pages, key=lambda page: page.kind):
        yield ""
        yield f"## {kind_word(kind)}"
        for page in group:
            yield from _entry(page)


def _entry(page: Explanation) -> Iterator[str]:
    yield ""
    yield f'### <a id="{page.code.lower()}"></a>{page.code} {page.name}'
    for head, text in sections(page):
        yield ""
        yield f"**{head}**"
        yield ""
        if text in (page.fails, page.passes):
            yield from ("```text", *text.split("\n"), "```")
        else:
            yield _escaped(text)


def _escaped(text: str, cell: bool = False) -> str:
    """Markup in ``text`` shows as it is written; what stands in backticks is left alone, but for a table cell's border."""
    border = "\\|" if cell else "|"
    return _MARKUP.sub(lambda match: match[1].replace("|", border) if match[1] else f"\\{match[2]}", text)


def _is(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
