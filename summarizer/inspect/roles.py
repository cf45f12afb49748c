"""What each paragraph is, concluded from its words, its place and its type, whatever the format of the file."""

from __future__ import annotations

import re

from .sheet import LEVELS, Para, Role, Sheet

_NUMERALS = "一二三四五六七八九十百"
_LEVELS = (
    (Role.LEVEL_1, re.compile(rf"[{_NUMERALS}]+[、.．]")),
    (Role.LEVEL_2, re.compile(rf"[（(][{_NUMERALS}]+[)）]")),
    (Role.LEVEL_3, re.compile(r"\d{1,2}(?:[.．](?!\d)|、)")),
    (Role.LEVEL_4, re.compile(r"[（(]\d{1,2}[)）]")),
)
_STYLE_LEVEL = re.compile(r"(?:heading|标题) ?([1-4])$", re.I)
_DOCUMENT_NUMBER = re.compile(r"^\S{1,14}?\s?[〔\[（(【［]\s?\d{2,4}\s?[〕\])）】］]\s?第?\s?\d{1,5}\s?号")
_SECRECY = re.compile(r"^(?:绝密|机密|秘密)(?:$|[★☆*].*$)")
_URGENCY = re.compile(r"^(?:特急|加急|特提|平急|紧急)$")
_COPY_NUMBER = re.compile(r"^\d{4,8}$")
_DATE = re.compile(
    r"^(?:\d{4}|[二〇○零一三四五六七八九]{4})\s?年\s?[\d一二三四五六七八九十]{1,3}\s?月\s?[\d一二三四五六七八九十]{1,3}\s?日$"
)
_ATTACHMENT_LABEL = re.compile(rf"^附\s?件\s?(?:\d{{1,2}}|[{_NUMERALS}]{{1,2}})?\s?[：:]?$")
_ATTACHMENT_LIST = re.compile(r"^附\s?件\s?[：:]\s?\S")
_LISTED = re.compile(r"^\d{1,2}[.．、]\s?\S")
_COPIES = re.compile(r"^(?:抄\s?送|抄\s?报|主\s?送)\s?[：:]")
_PRINTED = re.compile(r"\d{1,2}\s?日\s?印\s?发$")
_ADDRESSEE = re.compile(r"^[^。；！？]{2,100}[：:]$")
_NO_ADDRESSEE = re.compile(r"如下|以下|下列|[0-9]{4}年")
_NOTE = re.compile(r"^[（(][^（）()]{2,60}[)）]$")
_PAIR = re.compile(r"[^\s\d，。；：、]{3,14}[ \t\u3000]+[^\s\d，。；：、]{3,14}")
_CAPTION = re.compile(r"^(?:表|图)\s?\d|表$|统计$")
#: A title is set larger than this; headings on their own line are shorter than that.
_TITLE_SIZE, _LONGEST_HEADING, _LONGEST_TITLE = 17.5, 40, 80
_SHORT = 20
_ENDS = "。；！？"
#: Where digits are narrower or wider than half a 字, a name or date is so many 字 off.
POSITION = 0.7


def assign(sheet: Sheet) -> None:
    """Give every paragraph of ``sheet`` its role."""
    paras = [para for para in sheet.paras if para.table < 0]
    for para in sheet.paras:
        if para.table >= 0:
            para.role = Role.COPIES if _COPIES.match(para.text) else Role.PRINTED if _PRINTED.search(para.text) else Role.TABLE
    start = _front(paras)
    _joint(sheet, paras[:start])
    ends = next((i for i in range(start, len(paras)) if _starts_attachment(paras, i)), len(paras))
    ends = next((i for i in range(start, ends) if _COPIES.match(paras[i].text) or _PRINTED.search(paras[i].text)), ends)
    _body(paras[start:ends], sheet)
    _ending(paras, start, ends)
    _after(paras[ends:], sheet)


def recognised(sheet: Sheet) -> bool:
    """Whether a title and some body or headings were found, so that roles can be relied on."""
    return bool(sheet.of(Role.TITLE)) and bool(sheet.of(Role.BODY, *LEVELS))


def level_of(para: Para) -> Role | None:
    """Return the level that a paragraph's number or style says."""
    for role, pattern in _LEVELS:
        if pattern.match(para.text):
            return role
    if (found := _STYLE_LEVEL.search(para.style)) and len(para.text) <= _LONGEST_HEADING:
        return LEVELS[int(found[1]) - 1]
    return None


def own_line(para: Para) -> bool:
    """Whether the whole paragraph is a heading."""
    text = para.text.rstrip(_ENDS)
    return (
        len(text) <= _LONGEST_HEADING
        and not any(sign in text for sign in "。；！？")
        and (not para.text.endswith(tuple(_ENDS)) or bool(para.outline) or bool(_STYLE_LEVEL.search(para.style)) or _chapter(para))
    )


def _chapter(para: Para) -> bool:
    """Whether it is one short sentence behind 一、: a heading with an end mark that it should not have."""
    return bool(_LEVELS[0][1].match(para.text)) and len(para.text) <= _SHORT


def lead_of(para: Para) -> int:
    """Return how many characters of a paragraph are its heading."""
    if own_line(para):
        return len(para.text)
    stop = para.text.find("。")
    return stop + 1 if 0 < stop <= _LONGEST_HEADING + 10 else 0


def _starts_attachment(paras: list[Para], index: int) -> bool:
    para = paras[index]
    return bool(_ATTACHMENT_LABEL.match(para.text)) and index > 0 and (para.new_page or index + 1 < len(paras))


def _front(paras: list[Para]) -> int:
    """Name letterhead, title and addressee; return where the body begins."""
    title = _title(paras)
    for para in paras[: title[0] if title else 0]:
        para.role = _letterhead(para)
    if not title:
        return 0
    for index in range(*title):
        paras[index].role = Role.TITLE
    after = title[1]
    if after < len(paras) and _ADDRESSEE.match(paras[after].text) and not _NO_ADDRESSEE.search(paras[after].text):
        paras[after].role = Role.ADDRESSEE
        after += 1
    return after


def _joint(sheet: Sheet, front: list[Para]) -> None:
    """Name the issuers of a joint issue, which a Word file sets in a table above the 发文字号."""
    below = next((para.number for para in front if para.role is Role.DOCUMENT_NUMBER), 0)
    for para in sheet.paras:
        if para.table >= 0 and 0 < para.number < below and (para.colour_red() or para.size >= _TITLE_SIZE):
            para.role = Role.ISSUER


def _letterhead(para: Para) -> Role | None:
    text = para.text
    for role, pattern in (
        (Role.COPY_NUMBER, _COPY_NUMBER),
        (Role.SECRECY, _SECRECY),
        (Role.URGENCY, _URGENCY),
        (Role.DOCUMENT_NUMBER, _DOCUMENT_NUMBER),
    ):
        if pattern.match(text):
            return role
    return Role.ISSUER if para.size >= _TITLE_SIZE or para.colour_red() or "Issuer" in para.style or text.endswith("文件") else None


def _title(paras: list[Para]) -> tuple[int, int] | None:
    """Return the first paragraph of the title and the one after its last."""
    numbered = next((i for i, para in enumerate(paras[:12]) if _DOCUMENT_NUMBER.match(para.text)), None)
    first = 0 if numbered is None else numbered + 1
    head = paras[first : first + 6]
    styled = next((first + i for i, p in enumerate(head) if p.style.lower() in ("title", "标题") and len(p.text) <= _LONGEST_TITLE), None)
    if styled is None:
        able = [(first + i, p) for i, p in enumerate(head) if _may_be_title(p)]
        if not able:
            return None
        largest = max(p.size for _i, p in able)
        styled = next(i for i, p in able if p.size == largest)
    last = styled + 1
    while last < len(paras) and last < styled + 4 and _goes_on(paras[styled], paras[last]):
        last += 1
    return styled, last


def _may_be_title(para: Para) -> bool:
    if len(para.text) > _LONGEST_TITLE or para.text.endswith(tuple("。；：:，")) or para.colour_red():
        return False
    return para.align == "center" or para.size >= _TITLE_SIZE


def _goes_on(title: Para, para: Para) -> bool:
    same = para.align == "center" and abs(para.size - title.size) < 0.6 and not para.text.endswith(tuple("。；：:"))
    return same and not _DATE.match(para.text.strip("（）()")) and len(para.text) <= _LONGEST_TITLE and (para.gap or 0) < 0.6


def _body(paras: list[Para], sheet: Sheet) -> None:
    for index, para in enumerate(paras):
        if para.role is not None:
            continue
        following = paras[index + 1] if index + 1 < len(paras) else None
        level = level_of(para)
        if level is not None:
            para.lead = lead_of(para)
            para.role = level
            if not para.lead and level in (Role.LEVEL_3, Role.LEVEL_4):
                para.role = Role.BODY
        elif para.style.lower() == "caption" or para.style == "题注" or _is_caption(para, following, sheet):
            para.role = Role.CAPTION
        else:
            para.role = Role.BODY


def _is_caption(para: Para, following: Para | None, sheet: Sheet) -> bool:
    if para.align != "center" or len(para.text) > _LONGEST_HEADING or para.text.endswith("。"):
        return False
    numbers = {other.number: other for other in sheet.paras if other.table >= 0}
    return para.number + 1 in numbers or (bool(_CAPTION.search(para.text)) and following is None)


def _ending(paras: list[Para], start: int, ends: int) -> None:
    """Name 附件说明, 署名, 成文日期 and 附注, which stand at the end of the text."""
    for index in range(start, ends):
        if _ATTACHMENT_LIST.match(paras[index].text):
            paras[index].role, at = Role.ATTACHMENT_LIST, index + 1
            paras[index].lead = 0
            while at < ends and _LISTED.match(paras[at].text) and not paras[at].text.endswith("。"):
                paras[at].role, paras[at].lead = Role.ATTACHMENT_LIST, 0
                at += 1
    # Headings and body before the date stay what they are; only the last date counts.
    dated = next((i for i in range(ends - 1, max(start, ends - 6) - 1, -1) if _DATE.match(paras[i].text)), None)
    if dated is not None:
        paras[dated].role = Role.DATE
        for para in paras[dated + 1 : ends]:
            if _NOTE.match(para.text):
                para.role, para.lead = Role.NOTE, 0
    at = ends - 1 if dated is None else dated - 1
    if dated is None and at > start and _NOTE.match(paras[at].text):
        paras[at].role, paras[at].lead = Role.NOTE, 0
        at -= 1
    day = None if dated is None else paras[dated]
    while at > start and (_may_sign(paras[at]) or (day and _sealed(paras[at], day))) and (dated is None or dated - at <= 8):
        paras[at].role, paras[at].lead = Role.SIGNATURE, 0
        at -= 1


def _may_sign(para: Para) -> bool:
    text = para.text
    if para.role is not Role.BODY or len(text) > _LONGEST_HEADING or text.endswith(tuple("。；：:，、）")):
        return False
    return para.align == "right" or para.indent > 12 * max(para.size, 10.0) or (para.indent > 6 * para.size and para.inset < 8 * para.size)


def _sealed(para: Para, day: Para) -> bool:
    """Whether it is a name over a stamped date, centred on it, or two names of a joint issue in a line."""
    text = para.text
    if para.role is not Role.BODY or len(text) > _LONGEST_HEADING or text.endswith(tuple("。；：:，、）")):
        return False
    middles = ((para.indent - para.inset) - (day.indent - day.inset)) / 2
    return abs(middles) < para.size or bool(_PAIR.fullmatch(text))


def sealed(sheet: Sheet) -> bool:
    """Whether name and date stand as they do under a seal: the date four 字 from the right, the name centred over it (7.3.5.1).

    Over a long name the date moves in, so that the name stays on the paper; of two names in a line neither is over it.
    """
    names, dates = sheet.of(Role.SIGNATURE), sheet.of(Role.DATE)
    if not names or not dates:
        return False
    day, name = dates[-1], names[-1]
    one = name.size * 0.985
    alone = [para.width for para in names if not _PAIR.fullmatch(para.text)]
    right = max(4, (max(alone) - day.width) / 2 / one) if alone else 4
    middles = ((name.indent - name.inset) - (day.indent - day.inset)) / 2 / one
    return abs(day.inset / one - right) <= POSITION and (bool(_PAIR.fullmatch(name.text)) or abs(middles) <= POSITION)


def _after(paras: list[Para], sheet: Sheet) -> None:
    """Name the attachments and the 版记."""
    titled = False
    for index, para in enumerate(paras):
        if _COPIES.match(para.text):
            para.role = Role.COPIES
        elif _PRINTED.search(para.text):
            para.role = Role.PRINTED
        elif _ATTACHMENT_LABEL.match(para.text):
            para.role, titled = Role.ATTACHMENT_LABEL, True
            continue
        elif titled or (index and paras[index - 1].role is Role.ATTACHMENT_TITLE and _goes_on(paras[index - 1], para)):
            para.role = Role.ATTACHMENT_TITLE
        else:
            _body([para], sheet)
        titled = False
