"""Legal references and act numbers: « article L. 2212-2 », « loi n° 2000-321 »."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from beffroi.findings import Span
from beffroi.french.flat import bare_same_length, flat

LegalKind = Literal["article", "acte", "texte", "code"]

_ARTICLE = re.compile(
    r"(?<![\w.])(?P<lead>(?:articles?|art\.?) )?(?P<letter>[lrda])\.? ?\*?"
    r"(?P<number>\d{1,4}(?:-\d{1,3}){0,4})(?![\w])"
)
_PLAIN_ARTICLE = re.compile(
    r"(?<!\w)(?:articles?|art\.?) (?P<numbers>(?:1er|premier|\d{1,4}(?:-\d+)*)"
    r"(?:(?:,| et| ou| a) (?:\d{1,4}(?:-\d+)*))*)(?![\w])"
)
_ACT = re.compile(
    r"(?:(?<!\w)(?P<what>loi|decret|ordonnance|circulaire|arrete|deliberation|decision)s?"
    r"(?: [a-z']+){0,3}? )?(?<!\w)(?:n ?°s?\.? ?|nos?\.? (?=\d)|numero )"
    r"(?P<number>[a-z]{0,6}[-_/ .]?\d[\w./-]*)"
)
_PERMIT = re.compile(
    r"(?<!\w)(?:cu|pc|dp|pa|pd|at|cub|pcmi) ?\d{2,3}(?:[ .-]?[a-z]?\d{2,5}){2,5}(?!\d)"
)
_DATED_TEXT = re.compile(
    r"(?<!\w)(?:loi|decret|ordonnance|arrete|deliberation|circulaire|directive|reglement)"
    r"(?: [a-z']+){0,4}?(?: n[°o] ?[\w./-]+)? (?:en date )?du \d{1,2}(?:er)? [a-z]{3,9} \d{4}"
)
CODES = {
    "general des collectivites territoriales": "cgct", "de la route": "route", "penal": "penal",
    "de l'urbanisme": "urbanisme", "de l'environnement": "environnement", "civil": "civil",
    "de la sante publique": "santé", "de l'action sociale et des familles": "casf",
    "de la construction et de l'habitation": "cch", "electoral": "electoral", "rural": "rural",
    "de la voirie routiere": "voirie", "de l'education": "education", "du travail": "travail",
    "de la commande publique": "commande", "du patrimoine": "patrimoine",
    "des relations entre le public et l'administration": "crpa", "forestier": "forestier",
    "de la securite interieure": "csi", "general des impots": "cgi", "du sport": "sport",
    "de justice administrative": "cja", "general de la fonction publique": "cgfp",
    "general de la propriete des personnes publiques": "cgppp", "de procedure penale": "cpp",
    "de la consommation": "consommation", "monetaire et financier": "cmf", "du commerce": "commerce",  # noqa: E501
}  # fmt: skip
_CODE = re.compile(
    r"(?<!\w)code (?P<name>" + "|".join(sorted(CODES, key=len, reverse=True)) + r")(?!\w)"
    r"|(?<!\w)(?P<short>cgct|crpa|casf|cgppp|cja|cgfp)(?!\w)"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Legal:
    """``value`` is what makes two references equal: « L2212-2 », « 2000-321 », « cgct »."""

    span: Span
    kind: LegalKind
    value: str


def legal_references(text: str) -> list[Legal]:
    """Every reference of ``text`` in order; two never overlap."""
    plain = bare_same_length(flat(text))
    found: list[Legal] = []
    for match in _PERMIT.finditer(plain):
        _keep(found, match.span(), "acte", re.sub(r"[ .]", "-", match[0]))
    for match in _ACT.finditer(plain):
        kind: LegalKind = "texte" if (match["what"] or "") in _TEXTS else "acte"
        number = match["number"].rstrip("./-")
        start = match.start("number")
        end = match.start("number") + len(number)
        _keep(found, (start, end), kind, re.sub(r"[ _/.]", "-", number))
    for match in _ARTICLE.finditer(plain):
        if match["lead"] or "-" in match["number"] or len(match["number"]) >= 3:
            start = match.start("letter")
            if not match["lead"] and text[start].islower():
                continue
            _keep(found, (start, match.end()), "article", match["letter"].upper() + match["number"])
    for match in _PLAIN_ARTICLE.finditer(plain):
        for number in re.finditer(r"1er|premier|\d{1,4}(?:-\d+)*", match["numbers"]):
            span = (match.start("numbers") + number.start(), match.start("numbers") + number.end())
            value = "1" if number[0] in ("1er", "premier") else number[0]
            _keep(found, span, "article", value)
    for match in _CODE.finditer(plain):
        _keep(found, match.span(), "code", match["short"] or CODES[match["name"]])
    return sorted(found, key=lambda reference: reference.span)


_TEXTS = {"loi", "lois", "decret", "decrets", "ordonnance", "circulaire"}


def dated_texts(text: str) -> list[Span]:
    """Where a law or an act is named by its date: « décret du 3 mars 2020 » (the whole mention)."""
    plain = bare_same_length(flat(text))
    return [Span(start=m.start(), end=m.end()) for m in _DATED_TEXT.finditer(plain)]


def _keep(found: list[Legal], span: tuple[int, int], kind: LegalKind, value: str) -> None:
    if all(span[1] <= other.span.start or span[0] >= other.span.end for other in found):
        found.append(Legal(span=Span(start=span[0], end=span[1]), kind=kind, value=value))
