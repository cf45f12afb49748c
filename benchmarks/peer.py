"""One of the others at work: ``python -m benchmarks.peer docxtpl|pandoc|typst text.json FOLDER COUNT``."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

Block = str | list[str]


def docxtpl(blocks: list[Block], folder: Path, count: int) -> None:
    from docx import Document
    from docxtpl import DocxTemplate

    template = Document()
    for line in ("{%p for block in blocks %}", "{{ block }}", "{%p endfor %}"):
        template.add_paragraph(line)
    table = template.add_table(3, 4, style="Table Grid")
    table.cell(0, 0).text = "{%tr for row in rows %}"
    for n in range(4):
        table.cell(1, n).text = f"{{{{ row[{n}] }}}}"
    table.cell(2, 0).text = "{%tr endfor %}"
    template.save(str(folder / "template.docx"))
    rows = [(*block, "", "", "", "")[:4] for block in blocks if isinstance(block, list)]
    for n in range(count):
        made = DocxTemplate(str(folder / "template.docx"))
        made.render({"blocks": [block for block in blocks if isinstance(block, str)], "rows": rows}, autoescape=True)
        made.save(str(folder / f"{n}.docx"))


def pandoc(blocks: list[Block], folder: Path, count: int) -> None:
    import pypandoc

    lines = [block if isinstance(block, str) else "| " + " | ".join(block) + " |" for block in blocks]
    for n in range(count):
        pypandoc.convert_text("\n\n".join(lines), "docx", format="commonmark_x", outputfile=str(folder / f"pandoc{n}.docx"))


def typst(blocks: list[Block], folder: Path, count: int) -> None:
    import typst as engine

    from summarizer import fonts

    head = '#set page("a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), numbering: "1")\n'
    head += '#set text(font: ("Liberation Serif", "FandolFang R"), size: 16pt, lang: "zh")\n'
    head += "#set par(justify: true, leading: 12pt, first-line-indent: (amount: 2em, all: true))\n"
    source = folder / "typst.typ"
    source.write_text(head, encoding="utf-8")
    compiler = engine.Compiler(str(source), font_paths=[str(fonts.folder() / "fonts")])
    for n in range(count):
        # Another text in each paragraph and cell, as a batch has it: what is unchanged comes out of the compiler's memory.
        texts = [json.dumps(f"{block}{n}", ensure_ascii=False) for block in blocks if isinstance(block, str)]
        rows = [(*block, "", "", "", "")[:4] for block in blocks if isinstance(block, list)]
        cells = ", ".join(f"text({json.dumps(f'{cell}{n}', ensure_ascii=False)})" for row in rows for cell in row)
        body = "\n".join(f"#text({text})\n" for text in texts)
        source.write_text(f"{head}{body}#table(columns: 4, {cells})\n", encoding="utf-8")
        compiler.compile(output=str(folder / f"typst{n}.pdf"))


KINDS: dict[str, Callable[[list[Block], Path, int], None]] = {"docxtpl": docxtpl, "pandoc": pandoc, "typst": typst}


def main(kind: str, text: str, folder: str, count: str) -> None:
    Path(folder).mkdir(parents=True, exist_ok=True)
    KINDS[kind](json.loads(Path(text).read_text(encoding="utf-8")), Path(folder), int(count))


if __name__ == "__main__":
    main(*sys.argv[1:])
