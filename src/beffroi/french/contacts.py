"""Ways to reach someone: telephone, e-mail, web address, postal address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from beffroi.findings import Span
from beffroi.french.flat import bare, flat

ContactKind = Literal["telephone", "courriel", "site", "adresse", "voie", "code_postal"]

STREETS = (
    "rue", "avenue", "boulevard", "place", "placette", "allée", "allées", "chemin", "impasse",
    "quai", "cours", "route", "square", "passage", "esplanade", "promenade", "faubourg",
    "rond-point", "sentier", "sente", "ruelle", "mail", "parvis", "lotissement", "résidence",
    "zone", "parking", "stade", "gymnase", "quartier", "pont",
)  # fmt: skip
_STREET = "|".join(sorted([*STREETS, r"bd\.?", r"av\.?", "bld", r"pl\.?"], key=len, reverse=True))

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SITE = re.compile(
    r"(?<![@\w])(?:https?://[^\s<>\")]+|www\.[^\s<>\")]+|(?:[a-z0-9-]+\.)+"
    r"(?:gouv\.fr|fr|com|org|eu|net|info)(?![\w-])(?:/[^\s<>\")]*)?)",
    re.IGNORECASE,
)
_PHONE = re.compile(
    r"(?<![\d.])(?:(?:\+33|0033)[ .-]?(?:\(0\))?[ .-]?[1-9]|0[1-9])(?:[ .-]?\d{2}){4}(?!\d)"
    r"|(?<![\d.])0 ?[89]\d{2}(?:[ .-]?\d{2,3}){2,3}(?!\d)"
)
_SHORT_PHONE = re.compile(
    r"(?:appel\w*|compos\w*|numéro\w*|téléphon\w*|tél\.?|joindre|contact\w*|renseign\w*)"
    r"(?: \w+){0,3}?(?: (?:le|au|:)|:) ?(?P<number>3\d ?\d\d|1[0-9]{1,2}|11[0-9]{1,4})"
    r"(?!\d| ?[h€%/]|[ .]\d| [a-zé]{3,})",
    re.IGNORECASE,
)
_PARTICLE = r"(?:de la |de l'|du |des |de |d'|la |le |les |l'|aux |à |en |et |sur |sous )"
_DAY_NAME = r"\d{1,2}(?:er)?[- ](?:[A-Z]\w+|mai|juin|juillet|novembre|août|mars)(?:[- ]\d{4})?"
_NAME = rf"(?:{_PARTICLE}{{0,2}}(?:[A-ZÀ-ÖØ-ÝŒ][\w'-]*|{_DAY_NAME}))"
_VOIE = re.compile(
    r"(?<!\w)(?:(?<!\d h )(?<!\d h \d)(?P<number>\d{1,4}(?: ?(?:bis|ter|quater|[A-D](?!\w)))?"
    r"(?:(?: ?[-/à] ?| et )\d{1,4})?)(?:,? | de la | de l'| du | des ))?"
    rf"(?P<street>(?i:{_STREET})) (?P<name>{_NAME}(?:[ -]{_NAME}){{0,4}})"
)
#: A line that begins with « Quoi : » does not go on with the name of the street above.
_LABEL = re.compile(r"\n(?=[A-ZÀ-Ý][\w’' ]{1,24}?[ \u00a0\u202f]?:)")
#: Nor does what follows a short line (a poster, an address): only wrapped prose goes on.
_SHORT_LINE = re.compile(r"^([^\n]{1,44})\n(?=[A-ZÀ-Ý])", re.MULTILINE)
_POSTAL = re.compile(r"(?<![\d.,])(?:0[1-9]|[1-8]\d|9[0-8])\d{3}(?= [A-ZÀ-Ý][\w-]+)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Contact:
    """``value`` is what makes two contacts equal; ``number`` the house number of an address."""

    span: Span
    kind: ContactKind
    value: str
    number: str = ""


def contacts(text: str) -> list[Contact]:
    """Every contact of ``text`` in order; two never overlap."""
    plain = flat(_SHORT_LINE.sub(r"\1;", _LABEL.sub(";", text)))
    found: list[Contact] = []
    for match in _EMAIL.finditer(plain):
        _keep(found, match.span(), "courriel", match[0].lower().rstrip("."))
    for match in _SITE.finditer(plain):
        address = match[0].rstrip(".,;:!?'")
        _keep(found, (match.start(), match.start() + len(address)), "site", _site(address))
    for match in _PHONE.finditer(plain):
        _keep(found, match.span(), "telephone", _phone(match[0]))
    for match in _SHORT_PHONE.finditer(plain):
        _keep(found, match.span("number"), "telephone", _phone(match["number"]))
    for match in _VOIE.finditer(plain):
        name = _voie(f"{match['street']} {match['name']}")
        kind: ContactKind = "adresse" if match["number"] else "voie"
        _keep(found, match.span(), kind, name, bare(match["number"] or "").replace(" ", ""))
    for match in _POSTAL.finditer(plain):
        _keep(found, match.span(), "code_postal", match[0])
    return sorted(found, key=lambda contact: contact.span)


def _keep(
    found: list[Contact], span: tuple[int, int], kind: ContactKind, value: str, number: str = ""
) -> None:
    if all(span[1] <= c.span.start or span[0] >= c.span.end for c in found):
        found.append(
            Contact(span=Span(start=span[0], end=span[1]), kind=kind, value=value, number=number)
        )


def _phone(text: str) -> str:
    digits = re.sub(r"\D", "", text)
    if digits.startswith("0033"):
        digits = digits[4:]
    elif text.startswith("+33"):
        digits = digits[2:]
    else:
        return digits
    return "0" + digits.removeprefix("0")


def _site(text: str) -> str:
    address = re.sub(r"^https?://", "", text.lower())
    return address.removeprefix("www.").rstrip("/")


def _voie(text: str) -> str:
    words = bare(text).replace("-", " ").replace("'", " ").replace(".", " ").split()
    kept = [w for w in words if w not in ("de", "du", "des", "la", "le", "les", "l", "d")]
    long = {"bd": "boulevard", "bld": "boulevard", "av": "avenue", "pl": "place"}
    return " ".join(long.get(word, word) for word in kept)
