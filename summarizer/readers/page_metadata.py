"""What a disclosure page says of itself: 索引号, 成文日期, 发布机构, the path of its column.

Read from lines, so that a page saved as text or PDF gives the same as the page itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..patterns import lazy
from .base import BlockSpan

#: Labels of the head tables that GB/T 44433-era disclosure pages show; blanks inside (索 引 号) do not count.
LABELS = (
    "索引号", "公开方式", "公开形式", "公开时限", "公开范围", "成文日期", "生成日期", "发布日期", "发布时间", "发布机构", "发布机关",
    "发布单位", "公开主体", "组配分类", "主题分类",
    "体裁分类", "发文机关", "发文字号", "文件编号", "文号", "有效性", "废止日期", "信息来源",
    "文章来源", "来源", "统一社会信用代码", "文件名称", "信息名称", "名称", "标题", "关键词", "主题词", "责任编辑", "访问次数", "浏览次数",
    "点击数", "阅读次数", "字体", "视力保护色", "打印本页", "关闭本页", "分享到",
)  # fmt: skip
#: Too common in prose to stand without a colon.
_NEEDS_COLON = frozenset({"来源", "名称", "标题", "文号", "字体", "关键词", "有效性", "主题词"})
#: Seen on pages, of no use as a value.
WORTHLESS = frozenset({"访问次数", "浏览次数", "点击数", "阅读次数", "字体", "视力保护色", "打印本页", "关闭本页", "分享到"})
_CRUMB = lazy(r"(?:您?(?:现在|当前)?(?:所在)?的?位置|当前位置|您的位置)(?:是)?[：:]?\s*(.*)")
_ARROWS = lazy(r"\s*(?:>>|[>›»＞→])\s*")


def _spaced(label: str) -> str:
    colon = "[：:]" if label in _NEEDS_COLON else r"(?:[：:]|(?=[ \t\u3000】]|$))"
    return "[ \t\u3000\xa0]{0,4}".join(label) + r"[ \t\u3000\xa0]{0,4}" + colon


_LABEL = lazy(r"(?:(?<=[ \t\u3000\xa0|【\[])|^)(" + "|".join(_spaced(label) for label in sorted(LABELS, key=len, reverse=True)) + ")")
#: A line of them begins with one.
_LABEL_BEGINS = lazy(f"[ \t\u3000\xa0|【\\[]*[{''.join(sorted({label[0] for label in LABELS}))}]")
_BLANK = lazy(r"[\s：:\u3000\xa0]+")
_LONGEST_LINE = 300
_LONGEST_VALUE = 40
#: A page's own head and foot are that many lines at most.
_HEAD, _FOOT = 16, 8


def line_values(line: str) -> dict[str, str]:
    """Return what a line of `label: value label: value` says; empty if it does not begin with a label."""
    if len(line) > _LONGEST_LINE:
        return {}
    found = list(_LABEL.finditer(line)) if _LABEL_BEGINS.match(line) else []
    if not found or line[: found[0].start()].strip(" \t\u3000【[|"):
        return {}
    values: dict[str, str] = {}
    for here, following in zip(found, [*found[1:], None], strict=True):
        label = _BLANK.sub("", here.group(1))
        value = line[here.end() : following.start() if following else len(line)]
        values.setdefault(label, value.strip(" \t\u3000\xa0：:【】[]|"))
    return values


def breadcrumb(line: str) -> str:
    """Return the path of columns in a line such as `当前位置：首页 > 政务公开`, empty if it is none."""
    match = _CRUMB.match(line) if len(line) <= _LONGEST_LINE else None
    if match:
        return " > ".join(part for part in _ARROWS.split(match.group(1).strip()) if part)
    return ""


def mark(text: str, blocks: Sequence[BlockSpan]) -> tuple[list[BlockSpan], dict[str, str]]:
    """Return the blocks with the lines of the page's head and foot marked as such, and what they say.

    Only the first and last lines are looked at, and only to where a sentence begins.
    """
    result = list(blocks)
    values: dict[str, str] = {}
    crumb, waiting = False, ""
    for index, block in enumerate(result[:_HEAD]):
        line = text[block.start : block.end]
        if block.kind != "paragraph" or len(line) > _LONGEST_LINE or "。" in line:
            if block.kind == "paragraph":
                break
            continue
        if path := breadcrumb(line):
            values["breadcrumb"], crumb = path, True
        elif crumb and _ARROWS.match(line):
            values["breadcrumb"] = " > ".join([values["breadcrumb"], *(part for part in _ARROWS.split(line) if part)])
        elif said := line_values(line):
            _keep(values, said)
            crumb = False
            waiting = list(said)[-1] if not list(said.values())[-1] else ""
            result[index] = replace(block, kind="metadata")
            continue
        elif waiting and waiting not in WORTHLESS and len(line) < _LONGEST_VALUE:
            _keep(values, {waiting: line})
            crumb = False
        else:
            crumb, waiting = False, ""
            continue
        waiting = ""
        result[index] = replace(block, kind="metadata")
    for index in range(max(len(result) - _FOOT, min(len(result), _HEAD)), len(result)):
        block = result[index]
        if block.kind == "paragraph" and (said := line_values(text[block.start : block.end])):
            _keep(values, said)
            result[index] = replace(block, kind="metadata")
    return result, values


def _keep(values: dict[str, str], said: dict[str, str]) -> None:
    for label, value in said.items():
        if value and label not in WORTHLESS:
            values.setdefault(label, value)
