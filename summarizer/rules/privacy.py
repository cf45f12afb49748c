"""``privacy``: personal data that must not be published. Messages mask what they found."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from ..claims.base import Explanation, explained
from ..facts.factset import FactSet
from ..findings import Finding, Severity
from ..i18n import N_
from ..i18n import gettext as _
from ..patterns import beginning, lazy
from .base import NO_NAMES, SURNAMES, Context, Hit, found, lines_with, over, unusual
from .places import scalar_place, scalars

#: With one of these after it, a number is an amount.
_AMOUNT = "万|亿|千|百|元|人|户|亩|吨|个|平方|立方|度|公|米|次|%|％|家|件|册|株|头|斤|张|名"
#: What people write between the groups of a long number.
_GAP = r"[ \u00a0\u3000－‐‑–-]"
_GAPS = f"{_GAP}{{0,2}}"
_IDENTITY = lazy(
    rf"(?<![0-9A-Za-z])(?:[1-9][0-9]{{5}}{_GAPS}[0-9]{{4}}{_GAPS}[0-9]{{2}}{_GAPS}[0-9]{{2}}{_GAPS}[0-9]{{3}}{_GAPS}[0-9Xx]"
    rf"|[1-9][0-9]{{3}}(?:{_GAP}[0-9]{{4}}){{3}}{_GAP}[0-9][0-9Xx]"
    rf"|[1-9][0-9]{{2}}{_GAP}[0-9]{{3}}(?:{_GAP}[0-9]{{4}}){{2}}{_GAP}[0-9]{{3}}[0-9Xx])(?![0-9A-Za-z])"
)
#: The year of birth is one of people who live.
_BORN = lazy("[1-8][0-9]{5}(?:19|20)[0-9]{9}[0-9Xx]")
_MOBILE = lazy(
    rf"(?<![0-9A-Za-z.．/-])(?:\+?86{_GAP}?)?(1[3-9][0-9](?:[0-9]{{8}}|({_GAP})[0-9]{{4}}\2[0-9]{{4}}))"
    rf"(?![0-9A-Za-z]|[.．/-][0-9]|[ ]?(?:{_AMOUNT}))"
)
_CARD = lazy(
    rf"(?<![0-9A-Za-z./-])(?:[0-9]{{16,19}}|[0-9]{{4}}({_GAP})[0-9]{{4}}(?:\1[0-9]{{4}}){{2}}(?:\1[0-9]{{1,3}})?)"
    rf"(?![0-9A-Za-z/]|[.][0-9]|[ ]?(?:{_AMOUNT}))"
)
_ACCOUNT = lazy("卡号|账号|帐号|账户|帐户|银行卡")
_WIDE = frozenset("０１２３４５６７８９")
#: Full-width letters, digits and plus sign to plain ones, character for character: places stay what they are.
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF0B, 0xFF5B) if chr(wide - 0xFEE0).isalnum() or wide == 0xFF0B}

#: What may stand right before a name; else it follows no character.
_ROLE = (
    "村民|居民|市民|农民|户主|老人|助人|请人|疾人|养人|事人|系人|病人|群众|对象|农户|困户|保户|学生|儿童|职工|患者"
    "|同志|女士|先生|救助|慰问|走访|帮扶"
)
_NAMED = rf"(?:(?!{NO_NAMES})[{SURNAMES}][\u4e00-\u9fff]{{1,2}}|[\u4e00-\u9fff]某某?)"
_NAME = rf"(?:(?<![\u4e00-\u9fff])|(?<={_ROLE})|(?<=[为向给对和与及])){_NAMED}"
_MARK = "[，,、（(）)：:； \u3000]"
_AT = "[地址：:为于在]{0,3}"
_LIVES_AT = "(?:家住|住址|住在|现住|家庭地址|户籍地址)"
#: 住 alone: neither a dwelling, an office nor a stay in hospital, nor the end of another verb (守住, 入住).
_LIVES = (
    "(?:(?<![入常居守管抓受留稳兜扭保记围把扣卡])住(?![房宅院宿户所校处持]|建[局委厅部系口站所])"
    "|(?:现居住?|居住)(?![区点小用类条环证房面项]))"
)
#: What a list tells of a person between the name and 住: sex, people, birth, age, standing, a number.
_ABOUT = r"(?:[男女]|[^，,。；：:、\n（()） \u3000]{1,10}[族生岁人员民户工]|[^，,。；、\n（()）]{0,10}[0-9０-９Xx* -]{11,22})"
_NUMBER = "[0-9０-９一二三四五六七八九十百〇零]"
_DOOR = (
    rf"(?:(?<![月0-9０-９一二三四五六七八九十]){_NUMBER}{{1,5}}(?:[-－之]{_NUMBER}{{1,4}})?号(?![文令线地桥隧坝井机项标])"
    rf"(?:楼?{_NUMBER}{{1,3}}[幢栋座])?(?:{_NUMBER}{{1,2}}单元)?(?:{_NUMBER}{{1,4}}室)?"
    rf"|{_NUMBER}{{1,3}}[幢栋][^，。；\n]{{0,6}}?[0-9０-９]{{1,4}}室?|[0-9０-９]{{3,4}}室)"
)
_HOUSE = rf"[^，。；：\n]{{2,30}}?{_DOOR}"
_ADDRESS = lazy(
    rf"{_NAME}(?:{_MARK}{{0,2}}[男女]?[^。；\n]{{0,24}}?{_LIVES_AT}{_AT}"
    r"|(?<![镇乡村县市区局厅房点])(?:同志|老人|女士|先生|夫妇|户)?"
    rf"(?:(?:{_MARK}{{1,2}}{_ABOUT}){{0,4}}{_MARK}{{1,2}})?{_LIVES}{_AT})(?P<address>{_HOUSE})"
    rf"|(?:{_LIVES_AT}|居住[在于]|(?<![\u4e00-\u9fff]){_LIVES}){_AT}(?P<home>{_HOUSE})"
    rf"(?:的(?:[\u4e00-\u9fff]{{0,6}}?(?:{_ROLE}))?|{_MARK}[\u4e00-\u9fff]{{0,4}}?(?:{_ROLE})){_NAMED}"
)
_TOWN = lazy("^.{0,20}?(?:街道|[镇乡])")
#: Parts of report.yaml that are not published.
_INTERNAL = frozenset({"acknowledged", "确认", "review", "审核", "checks", "校验", "severity", "级别", "template", "模板"})


def privacy(context: Context) -> Iterator[Finding]:
    """Yield identity numbers, mobile numbers, bank cards and home addresses in prose, names and facts."""
    told = set()
    for finding in over(context, personal, wide=True):
        told.add((finding.path, finding.start))
        yield finding
    if context.facts is not None:
        for finding in _values(context.facts):
            if (finding.path, finding.start) not in told:
                yield finding


def personal(text: str) -> Iterator[Hit]:
    """Yield the personal data of a text."""
    numbers: list[tuple[int, int]] = []
    plain = _plain(text)
    for line in lines_with(_RUN, plain):
        for find in (identities, _cards, _mobiles):
            for hit in find(plain, *line):
                if not any(start < hit.end and hit.start < end for start, end in numbers[-3:]):
                    numbers.append((hit.start, hit.end))
                    yield hit
    for line in lines_with(_HOME, text):
        for match in _ADDRESS.finditer(text, *line):
            town = _TOWN.match(match["address"] or match["home"])
            shown = f"{town.group() if town else ''}****"
            yield Hit(
                "PRIV004", *match.span(), _("a home address beside a name: {address}").format(address=shown), _("name the township at most")
            )


#: Every number looked for has a run like this.
_RUN = lazy(f"[0-9][0-9]{{3}}{_GAPS}[0-9]{{4}}")
#: What _ADDRESS can be found with, cheaper.
_HOUSED = r"(?=[^，。；\n]{1,50}[号室幢栋])"
_HOME = (*beginning("住", f"(?![房宅院宿]){_HOUSED}"), *beginning("庭籍", f"地址{_HOUSED}"), *beginning("现", f"居{_HOUSED}"))


def _plain(text: str) -> str:
    """Return ``text`` with plain digits, as long as before."""
    return text.translate(_NARROW) if not _WIDE.isdisjoint(unusual(text)) else text


def _digits(text: str) -> str:
    return re.sub(_GAP, "", text)


def identities(text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[Hit]:
    """Yield the identity numbers of a text, or of a stretch of it."""
    for match in _IDENTITY.finditer(_plain(text), start, end):
        number = _digits(match.group())
        if is_identity(number):
            yield Hit(
                "PRIV001",
                *match.span(),
                _("an identity number: {number}").format(number=masked_identity(number)),
                _("take it out, or mask it as the message shows"),
            )


def _cards(text: str, start: int, end: int) -> Iterator[Hit]:
    for match in _CARD.finditer(text, start, end):
        number = _digits(match.group())
        account = _ACCOUNT.search(text, max(match.start() - 16, 0), match.start())
        if (account or number.startswith("62")) and _luhn(number) and not is_code(number) and not is_identity(number):
            shown = f"{number[:4]}{'*' * (len(number) - 7)}{number[-3:]}"
            yield Hit("PRIV003", *match.span(), _("a bank card number: {number}").format(number=shown), _("take it out"))


def _mobiles(text: str, start: int, end: int) -> Iterator[Hit]:
    for match in _MOBILE.finditer(text, start, end):
        number = _digits(match[1])
        yield Hit(
            "PRIV002",
            *match.span(1),
            _("a mobile number: {number}").format(number=f"{number[:3]}****{number[-4:]}"),
            _("take it out, mask it, or give the office's line"),
        )


def is_code(number: str) -> bool:
    """Whether ``number`` is a unified social credit code whose check character fits (GB 32100)."""
    from stdnum.cn import uscc

    return len(number) == 18 and bool(uscc.is_valid(number.upper()))


def is_identity(number: str) -> bool:
    """Whether the check digit and the day of birth of ``number`` are right (GB 11643), and it is no unified social credit code.

    The county is not asked for: codes of counties change, and who was registered late has one that is younger than the owner.
    """
    if len(number) != 18 or not _BORN.match(number):
        return False
    from stdnum.cn import ric
    from stdnum.exceptions import ValidationError

    try:
        ric.get_birth_date(number)
    except ValidationError:
        return False
    return bool(ric.calc_check_digit(number) == number[-1].upper()) and not is_code(number)


def masked_identity(number: str) -> str:
    """Return an identity number with only the first two and the last three characters."""
    return f"{number[:2]}{'*' * (len(number) - 5)}{number[-3:]}"


def _luhn(number: str) -> bool:
    from stdnum import luhn

    return bool(luhn.is_valid(number)) and len(set(number)) > 2


def _values(facts: FactSet) -> Iterator[Finding]:
    """Names, labels and figures, whether the document shows them or only facts.json."""
    for source in facts.sources.values():
        for key, node in source.root.items.items():
            for scalar in () if key in _INTERNAL else scalars(node):
                if scalar.style == "|" or not (_RUN.search(_plain(scalar.text)) or any(home.search(scalar.text) for home in _HOME)):
                    continue
                for hit in personal(scalar.text):
                    # The metadata rule speaks of identity numbers on the page.
                    if hit.code != "PRIV001" or key not in ("metadata", "公开信息"):
                        yield found(hit.code, hit.message, scalar_place(facts, scalar, hit.start, hit.end), hint=hit.hint)


explained(
    Explanation(
        "PRIV001",
        "identity-number",
        "privacy",
        Severity.ERROR,
        N_(
            "No identity number stands in the text: 18 characters with a known region, a day of birth and a fitting check "
            "digit, and no unified social credit code."
        ),
        N_("A published identity number cannot be called back, and any one of them fails a government site."),
        "补助对象身份证号11010119900307002X。",
        "补助对象身份证号11*************02X。",
        N_("Take it out, or show only the first two and the last three characters."),
    ),
    Explanation(
        "PRIV002",
        "mobile-number",
        "privacy",
        Severity.WARNING,
        N_("No mobile number stands in the text: eleven digits from 13 to 19, not part of a longer number and no amount."),
        N_("A private number of a clerk or an applicant becomes public for good."),
        "联系电话13900001234。",
        "联系电话139****1234。",
        N_("Take it out, mask the four digits in the middle, or give the office's own line and acknowledge the finding."),
    ),
    Explanation(
        "PRIV003",
        "bank-card",
        "privacy",
        Severity.ERROR,
        N_(
            "No bank card number stands in the text: 16 to 19 digits with a fitting Luhn digit that begin with 62 or "
            "stand after 卡号 or 账号."
        ),
        N_("A card number beside a name is enough for a fraud."),
        "补贴已汇入卡号62220000123456786。",
        "补贴已汇入其银行卡。",
        N_("Take it out."),
    ),
    Explanation(
        "PRIV004",
        "home-address",
        "privacy",
        Severity.WARNING,
        N_("No home address with its house or room number stands beside a person's name."),
        N_("The name and the township are enough for a public list; the house number exposes the person."),
        "村民李某，家住清水镇上村18号，获助2000元。",
        "清水镇村民李某获助2000元。",
        N_("Name the township at most."),
    ),
)
