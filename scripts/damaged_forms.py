"""Write ``summarizer/rules/lexicon/signs.txt``: what the phrases beside it look like with one character lost, doubled or moved.

Usage: ``.venv/bin/python scripts/damaged_forms.py TEXT…`` with any amount of right text of the same kind (.txt, or .jsonl whose lines
have a ``text``), after phrases were added. ``rjieba`` knows where words begin and end, and which are frequent.

A damaged form is left out where it can be read as words, where words may meet like that by chance, and where the texts have it.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import rjieba

from summarizer.rules.lexicon import Lexicon, alike, words_of

FOLDER = Path(__file__).parent.parent / "summarizer" / "rules" / "lexicon"
WIDTH = 120
SLIPS = 3
"""Places of the texts that may have a form that is sure to be a slip."""
SELDOM, OFTEN = 3, 100
"""A word that the dictionary gives no larger number is hardly one; one of two characters must be the more frequent."""
LONG = 5
USUAL = 10
"""How often the texts have a word that is recognised with a wrong character in it."""
RARELY, BY_CHANCE = 0.1, 0.05
"""How often words may meet by chance in what is called a wrong word of two characters, and in what can be read as other words."""
MARKS = re.compile("[：；。！？!?\n]")
#: Single characters that reports use as words or ends of words: verbs of slogans, what comes before and behind a name.
USED = frozenset(
    "超促扩推提优强稳保防补惠抓建增降减控治改转创育引招管护查打清拓培拉助帮扶救争筹拨发办做搞干学讲练比赶超破立除守筑夯聚汇融联协调"
    "新旧高低大小好差多少全各总年月市县区省乡镇村农工商城路费税非专兼正副老中青医教文体卫科研党政军民数起业员者设签评派驻配换租买捐赠养种栽案网会店厂站"
)
#: Short for a phrase, and right.
SHORT = frozenset(
    ("一般债", "新增一般债", "过夜游", "肢体残", "视力残", "听力残", "言语残", "智力残", "精神残", "禽存栏", "禽出栏", "护理险", "推进点")
)
#: Characters without which a phrase says nearly the same: 精细化管理, 更好地发挥.
SPARE = frozenset("化市县省地的性总级度等各人大中小新全区国内外上下年月主")


class Form(NamedTuple):
    """A phrase with a slip in it: what kind, at which character, how it looks, and the stretches of three that may tell it."""

    kind: str
    at: int
    phrase: str
    text: str
    triples: list[str]


def forms(phrase: str) -> Iterator[Form]:
    """Yield the damaged forms of a phrase; those at its ends with a mark, or 0 for any figure."""
    size = len(phrase)

    def form(kind: str, at: int, text: str, first: int, last: int) -> Form:
        return Form(kind, at, phrase, text, [text[n : n + 3] for n in range(max(0, first), min(last, len(text) - 3) + 1)])

    if size >= LONG - 1:
        for n in range(1, size - 1):
            yield form("lost", n, phrase[:n] + phrase[n + 1 :], n - 2, n)
        yield form("begun", 0, "，" + phrase[1:], 0, 0)
        yield form("ended", size - 1, phrase[:-1] + "，", size - 3, size - 3)
        yield form("counted", size - 1, phrase[:-1] + "0", size - 3, size - 3)
    for n in range(size):
        if phrase[n] not in (phrase[n - 1 : n], phrase[n + 1 : n + 2]):
            yield form("twice", n, phrase[: n + 1] + phrase[n:], n - 1, n)
    for n in range(size - 1 if size > 2 else 0):
        if phrase[n] != phrase[n + 1]:
            yield form("swapped", n, phrase[:n] + phrase[n + 1] + phrase[n] + phrase[n + 2 :], n - 2, n + 1)


@cache
def _own() -> frozenset[str]:
    return frozenset(words_of("words"))


class Known:
    """What the texts say about words: where they begin and end, which characters stand alone, which stretches there are."""

    def __init__(self, texts: list[str]) -> None:
        self.left, self.right, self.pairs, self.triples = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
        self.alone, self.all, self.words, self.total = Counter[str](), Counter[str](), Counter[str](), 0
        for text in texts:
            same = re.sub("[0-9]", "0", MARKS.sub("，", text))
            self.triples.update(same[n : n + 3] for n in range(len(same) - 2))
            self.pairs.update(text[n : n + 2] for n in range(len(text) - 1))
            for line in text.split("\n"):
                self._count(rjieba.cut(line, False), line)

    def _count(self, words: list[str], line: str) -> None:
        at = 0
        self.words.update(words)
        for word in words:
            self.right.update(line[at : at + size] for size in (1, 2, 3))
            at += len(word)
            self.left.update(line[at - size : at] for size in (1, 2, 3) if at >= size)
            self.all.update(word)
            self.alone.update(word if len(word) == 1 else ())
            self.total += 1

    def is_word(self, characters: str) -> bool:
        """Whether two to four characters are a word that is used."""
        least = OFTEN if len(characters) == 2 else SELDOM
        known = rjieba.has_word(characters) and rjieba.suggest_freq(characters) > least
        return known or self.words[characters] > 1 or characters in _own()

    def chance(self, pair: str) -> float:
        """Return how often the texts would have two characters side by side if words met by chance."""
        return self.left[pair[0]] * self.right[pair[1]] / self.total

    def meeting(self, form: str) -> float:
        """Return how often the texts would have a form if words met by chance."""
        return sum(self.left[form[:n][-3:]] * self.right[form[n:][:3]] for n in range(1, len(form))) / self.total

    def readable(self, form: str, share: float) -> bool:
        """Whether a form may be read as words; a character is one that stands alone in more than ``share`` of its places."""
        ends = [True] + [False] * len(form)
        for n, character in enumerate(form):
            if ends[n]:
                alone = self.alone[character] > share * self.all[character] or (share < 1 and character in USED)
                ends[n + 1] = ends[n + 1] or alone
                for size in (2, 3, 4):
                    if n + size <= len(form) and self.is_word(form[n : n + size]):
                        ends[n + size] = True
        return ends[-1]


def is_right(form: Form, known: Known) -> bool:
    """Whether a form may well be right."""
    kind, at, phrase, size = form.kind, form.at, form.phrase, len(form.phrase)
    text = form.text.strip("，0")
    if kind == "lost":
        spared = phrase[at] in SPARE and known.readable(phrase[:at], 0.2) and known.readable(phrase[at + 1 :], 0.2)
        return known.readable(text, {4: 0.1, 5: 0.2}.get(size, 2)) or (size > LONG and spared)
    if text in SHORT:
        return True
    if kind in ("ended", "counted"):
        return known.readable(text, 0.15) if size <= LONG else known.readable(text, 2) or (text[-1] in USED and known.readable(text, 0.05))
    if kind == "begun":
        return known.readable(text, 0.3) if size <= LONG else known.readable(text, 2) or text[0] in USED
    if kind == "twice":
        return known.readable(text, 2) or (at == 0 and phrase[0] in USED) or (at == size - 1 and phrase[-1] in USED)
    return known.is_word(phrase[at + 1] + phrase[at]) or known.readable(text, 2)


def limit(form: Form) -> float:
    """Return how often words may meet by chance in such a form: what is long is hardly ever right without being in the texts."""
    size = len(form.phrase)
    if form.kind == "lost":
        return {4: 0.3, 5: 3}.get(size, 100)
    if form.kind in ("twice", "swapped"):
        return 1 if size < LONG else 30
    return {4: 0.1, 5: 0.5}.get(size, 3)


def entry(form: Form, triple: str) -> tuple[str, str]:
    """Return section and entry of the list that a sign stands in."""
    long = " long" if len(form.phrase) >= LONG else ""
    cut = {"begun": triple[1:], "ended": triple[:2], "counted": triple[:2]}.get(form.kind, triple)
    return (form.kind if form.kind in ("begun", "ended", "counted") else "within") + long, cut


def derived(phrases: list[str], known: Known, dropped: set[tuple[str, str]], sure: set[str]) -> dict[str, set[str]]:
    """Return the signs by their section."""
    good: list[Form] = []
    never: dict[bool, set[str]] = {True: set(), False: set()}
    for form in (form for phrase in phrases for form in forms(phrase)):
        long = len(form.phrase) >= LONG
        if form.text.strip("，0") in sure and not (form.kind == "counted" and form.text[-2] in USED):  # 城市建3座桥
            good.append(form)
        elif (right := is_right(form, known)) or known.meeting(form.text) >= limit(form):
            if right or form.kind in ("lost", "swapped"):
                never[long].update(form.triples if form.kind in ("lost", "swapped", "twice") else ())
        else:
            good.append(form)
    signs: dict[str, set[str]] = defaultdict(set)
    for form in good:
        within = form.kind in ("lost", "twice", "swapped")
        apt = [
            (known.triples[triple], entry(form, triple)[1] not in signs[entry(form, triple)[0]], triple)
            for triple in form.triples
            if entry(form, triple) not in dropped and not (within and triple in never[len(form.phrase) >= LONG] and form.text not in sure)
        ]
        if apt and min(apt)[0] <= (SLIPS if form.text.strip("，0") in sure else 0):
            section, cut = entry(form, min(apt)[2])
            signs[section].add(cut)
    for section in [name for name in signs if name.endswith(" long")]:
        signs[section] -= signs[section.removesuffix(" long")]
    return signs


def other_words(phrases: list[str], known: Known, dropped: set[tuple[str, str]]) -> set[str]:
    """Return three characters of each phrase in which a word stands that sounds the same: 彻事实 of 贯彻事实 for 贯彻实施."""
    chosen = set[str]()
    for phrase in (phrase for phrase in phrases if len(phrase) >= LONG - 1):
        for n in range(len(phrase) - 1):
            for wrong in alike().get(phrase[n : n + 2], ()):
                text = phrase[:n] + wrong + phrase[n + 2 :]
                triples = [text[at : at + 3] for at in (n - 1, n) if 0 <= at <= len(text) - 3]
                apt = [triple for triple in triples if not known.triples[triple] and ("other", triple) not in dropped]
                if apt and known.meeting(text) < (BY_CHANCE if len(phrase) < LONG else RARELY):
                    chosen.add(apt[0])
    return chosen


def wrong_pairs(phrases: list[str], words: list[str], known: Known, dropped: set[tuple[str, str]]) -> tuple[set[str], set[str]]:
    """Return pairs of characters that stand only where one was taken for one of the same sound or shape: in phrases, and as words.

    What another list names with its word is left out.
    """

    def is_none(pair: str) -> bool:
        return not known.pairs[pair] and not known.is_word(pair) and ("wrong", pair) not in dropped

    used = [word for word in words if known.words[word] >= USUAL]
    mistyped = {
        pair
        for word in used
        for n in range(2)
        for wrong in alike().get(word[n], ())
        if is_none(pair := word[:n] + wrong + word[n + 1 :]) and not rjieba.has_word(pair) and known.chance(pair) < RARELY
    }
    chosen = set[str]()
    for phrase in phrases:
        for n in range(len(phrase)):
            for size in (1, 2) if len(phrase) >= LONG - 1 else ():
                for wrong in alike().get(phrase[n : n + size], ()):
                    around = phrase[:n][-1:] + wrong + phrase[n + size :][:1]
                    most = BY_CHANCE if known.readable(phrase[:n] + wrong + phrase[n + size :], 0.1) else 1
                    pairs = (around[at : at + 2] for at in range(len(around) - 1))
                    apt = [pair for pair in pairs if is_none(pair) and known.chance(pair) < most]
                    if apt and not chosen.intersection(apt) and not mistyped.intersection(apt):
                        chosen.add(min(apt, key=known.chance))
    listed = {entry.partition("/")[2] for name in ("mistaken", "wrong") for entry in words_of(name)}
    return chosen - listed, mistyped - listed


def write(signs: dict[str, set[str]], **pairs: set[str]) -> None:
    """Write the lists."""
    lines: list[str] = []
    for section in (kind + long for kind in ("within", "begun", "ended", "counted", "other") for long in ("", " long")):
        lines += [f"[{section}]", ""]
        for cut in sorted(signs[section]):
            if len(lines[-1]) + len(cut) >= WIDTH:
                lines.append("")
            lines[-1] += f"{' ' if lines[-1] else ''}{cut}"
    (FOLDER / "signs.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for name, each in pairs.items():
        joined = "".join(sorted(each))
        cut = "".join(joined[at : at + WIDTH] + "\n" for at in range(0, len(joined), WIDTH))
        (FOLDER / f"{name}.txt").write_text(cut, encoding="utf-8")


def seen(texts: list[str], sure: set[str]) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the signs by which something is told of the texts, with what it is; not what is known to be a slip."""
    from summarizer.rules import lexicon, wording

    lexicon.signs.cache_clear()
    wording._tables.cache_clear()
    tables, phrases = wording._tables(), Lexicon()
    triples, pairs, words = tables.phrases, tables.pairs, tables.words
    for text in texts:
        for at in (at for at in pairs.places(text) if text[at : at + 2] not in words):
            damage = phrases.miswritten(text, at)
            if damage is not None:
                yield ("wrong", text[at : at + 2]), text[max(0, damage.start - 8) : damage.end + 8].replace("\n", "⏎")
        for at in triples.places(text):
            damage = phrases.damaged(text, at)
            if damage is not None and damage.kind == "wrong":
                yield ("other", text[at : at + 3]), text[max(0, damage.start - 8) : damage.end + 8].replace("\n", "⏎")
            elif damage is not None and text[damage.start : damage.end] not in sure:
                kind = "counted" if damage.kind == "ended" and text[damage.end].isdigit() else damage.kind
                form = Form(kind, 0, damage.right, "", [])
                for long in (form, form._replace(phrase=damage.right[: LONG - 1])):
                    yield entry(long, text[at : at + 3]), text[max(0, damage.start - 8) : damage.end + 8].replace("\n", "⏎")


def main() -> None:
    """Derive the list, look at the texts with it, and leave out what is found there, until nothing is."""
    if not sys.argv[1:]:
        sys.exit("damaged_forms.py needs right text of the same kind: TEXT… (.txt or .jsonl)")
    texts: list[str] = []
    for name in sys.argv[1:]:
        content = Path(name).read_text(encoding="utf-8")
        texts += [json.loads(line)["text"] for line in content.splitlines()] if name.endswith(".jsonl") else [content]
    known, dropped = Known(texts), set[tuple[str, str]]()
    sure = set(words_of("sure"))
    phrases = [*sorted(words_of("phrases")), *words_of("words")]
    while True:
        signs = derived(phrases, known, dropped, sure)
        signs["other"] = other_words(phrases, known, dropped)
        pairs, mistyped = wrong_pairs(phrases, words_of("words"), known, dropped)
        write(signs, pairs=pairs, mistyped=mistyped)
        found = dict(seen(texts, sure))
        print(*found.values(), sep="\n")
        if found.keys() <= dropped:
            break
        dropped |= found.keys()
    print({name: len(entries) for name, entries in signs.items()}, len(pairs), len(mistyped))


if __name__ == "__main__":
    main()
