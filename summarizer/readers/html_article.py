"""Which part of a page is the article.

Extractors made for the news of the world weigh six packages and more and are tuned for their pages; pages of
Chinese authorities are simpler: one container holds nearly all sentences. So: count the characters of
blocks that read like sentences (they have 。，； and few links), then go down from the body as long as one
child holds nearly all of them.
"""

from __future__ import annotations

import re

from lxml import etree

#: Never part of an article.
NOISE = frozenset(
    {
        "script", "style", "noscript", "template", "nav", "footer", "aside", "form", "iframe", "button", "select", "option", "svg",
        "object", "embed", "video", "audio", "canvas", "input", "textarea", "head", "dialog", "map",
    }
)  # fmt: skip
BLOCKS = frozenset(
    {
        "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "ol",
        "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
_MARKER = re.compile(
    r"UCAP-CONTENT|TRS_Editor|vsb_content|articleBody|article[-_]?content|news[-_]?content|pages_content|^(?:zoom|article)$", re.I
)
_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|foot(?:er)?|sidebar|breadcrumbs?|crumbs?|share|related|recommend|pager|pagination|copyright|toolbar|print)"
    r"(?:$|[\s_-])",
    re.I,
)
_SENTENCE = re.compile("[。，；]")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
#: A container with that share of the sentences is the article; what is left is teasers and footers.
_NEARLY_ALL = 0.9
_MARKED = 0.6


def all_text(element: etree._Element) -> str:
    """Return the text of an element and of all in it, as it stands in the source."""
    return "".join(text for text in element.itertext() if isinstance(text, str))


def is_noise(element: etree._Element) -> bool:
    """Whether an element is never read: scripts, navigation, hidden parts."""
    tag = element.tag
    if not isinstance(tag, str) or tag in NOISE or element.get("hidden") is not None or element.get("role") == "navigation":
        return True
    style = element.get("style")
    return bool(style and _HIDDEN.search(style))


def is_aside(element: etree._Element) -> bool:
    """Whether the class or id of an element says that it stands beside the article."""
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return bool(names.strip()) and bool(_ASIDE.search(names))


def find_article(body: etree._Element) -> etree._Element:
    """Return the element that holds the article."""
    scores: dict[etree._Element, int] = {}
    _score(body, scores)
    total = scores.get(body, 0)
    if not total:
        return body
    marked = [e for e in scores if _MARKER.search(e.get("id", "")) or any(_MARKER.search(c) for c in e.get("class", "").split())]
    if marked:
        best = max(marked, key=lambda e: scores[e])
        if scores[best] >= _MARKED * total:
            return best
    here = body
    while True:
        below = max((child for child in here if child in scores and child.tag in BLOCKS), key=lambda e: scores[e], default=None)
        if below is None or below.tag in ("p", "tr", "tbody", "table", "ul", "ol") or scores[below] < _NEARLY_ALL * scores[here]:
            return here
        here = below


def _score(body: etree._Element, scores: dict[etree._Element, int]) -> None:
    """Give every element the number of characters of sentences in it, without recursion."""
    text: dict[etree._Element, int] = {}
    links: dict[etree._Element, int] = {}
    signs: dict[etree._Element, bool] = {}
    stack: list[tuple[etree._Element, bool]] = [(body, False)]
    while stack:
        element, done = stack.pop()
        if not done:
            stack.append((element, True))
            stack.extend((child, False) for child in element if not is_noise(child) and not is_aside(child))
            continue
        inside = [child for child in element if child in text]
        own = (element.text or "") + "".join(child.tail or "" for child in element)
        inline = [child for child in inside if child.tag not in BLOCKS]
        size = len(own.strip()) + sum(text[child] for child in inline)
        linked = size if element.tag == "a" else sum(links[child] for child in inline)
        text[element], links[element] = size, linked
        signs[element] = bool(_SENTENCE.search(own)) or any(signs[child] for child in inline)
        below = sum(scores[child] for child in inside if child.tag in BLOCKS or text[child] == 0)
        scores[element] = below + (size if element.tag in BLOCKS and signs[element] and linked * 3 < size else 0)
