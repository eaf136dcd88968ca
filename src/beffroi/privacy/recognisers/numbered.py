# ruff: noqa: E501  (regular expressions and lists of words read better whole)
"""What is numbered and belongs to someone: « n° d’agrément … », « ticket INC-… », « dossier 26/00417 ».

:mod:`.identifier` knows the words of administration; here any word may stand between the mark of a
number and the number, and what looks like a code is taken after the name of a thing one holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.privacy.recognisers.context import PUBLIC, brand_before, mention
from beffroi.privacy.types import Mention

_MARK = (
    r"(?:n\s?[°ºo]s?|num+[ée]ros?|num\.?|r[ée]f(?:[ée]rences?)?\.?|identifiant|matricule|immatricul[ée]e?\s+sous|"
    r"enregistr[ée]e?\s+sous)"
)
#: Words between the mark and the number: « n° de contrat assainissement : », « porte le n° ».
_BETWEEN = r"(?:[ \u00a0'’]{1,2}(?:[^\W\d_]|[’'\-.])+){0,6}?"
_LINK = rf"\s*(?:\([^)\n\d]{{1,25}}\)\s*)?(?:[:=(|]|est|c[’']?\s?est)?\s*(?:le\s+|la\s+)?(?:{_MARK}\s*)?"
#: Groups parted by a space, a dash, a dot or a slash; each holds a digit, but for letters in capitals.
_VALUE = (
    r"(?<!\w)(?P<v>(?:(?!(?:du|le|la|les|au|aux|de|des|en|et|un|a|à|n|par|sur|no|est|ans|age)\b)(?:(?-i:[A-Z]{1,6})[ \-/._]?|[a-z]{1,4}[\-/._]?|[a-z]{1,2} ))?"
    r"\d[A-Za-z0-9]*(?:[ \u00a0\-./_](?:(?-i:[A-Z]{1,3})(?![a-zà-ÿA-Z])|[b-xzB-XZ](?![\w’'.])|[A-Za-z]{0,3}\d[A-Za-z0-9]*)(?!\w)){0,7})(?![\w%€])"
)
_NUMBERED = re.compile(rf"(?<![\w\-]){_MARK}{_BETWEEN}{_LINK}{_VALUE}", re.I)
#: Things that someone holds; what follows must look like a code.
_HELD = re.compile(
    r"(?<![\w\-])(?:badge|cartes?|ticket|licence|contrat|dossier|livret|agr[ée]ment|abonnement|compteur|pdl|prm|pce|pdc|point\s+de\s+(?:livraison|comptage)|concession|sinistre|"
    r"code\s+(?:famille|enfant|usager|client|agent|adh[ée]rent|foyer)|compte|plainte|proc[ée]dure|demande|requ[êe]te|r[ée]clamation|formule|police|"
    r"brevet|dipl[ôo]me|certificat|attestation|permis|passeport|visa|r[ée]c[ée]piss[ée]|puce|tatouage|collier|marquage|s[ée]rie|ch[âa]ssis|"
    rf"imei|vin|inscription|adh[ée]sion)(?:[ \u00a0](?:[^\W\d_]|[’'\-])+){{0,4}}?\s*(?:[:=(]\s*)?{_VALUE}",
    re.I,
)
#: Marks of what is public, or of a thing that has its own recogniser.
_ELSE = re.compile(
    r"(?<!\w)(?:d[ée]cisions?|convocation|rapport|r[ée]ponse|question|circulaire|version|chapitre|"
    r"bus|ligne|route|rn|rd|code\s+(?:postal|insee|g[ée]n[ée]ral|civil|p[ée]nal|du|de\s+la|de\s+l)|insee|postal|bureaux?\s+de\s+vote|annexe|"
    r"permis\s+de\s+construire|d[ée]claration\s+pr[ée]alable|certificat\s+d[’']urbanisme|page|num[ée]ro\s+vert|poste|"
    r"immeuble|b[âa]timent|appartement|rue|avenue|place|parcelles?|section|budget|compte\s+(?:administratif|\d{3})|imputation|fiche|tranche|"
    r"phase|kit|mod[èe]le|formulaire|loi|magazine|bulletin|[ée]dition|compte[- ]rendu)(?!\w)",
    re.I,
)
_DATE = re.compile(
    r"^\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}$|^\d{4}-\d\d-\d\d$|^\d{1,2}\s?[hH€%]|^(?:19|20)\d{2}$|^(?:19|20)\d{2}[/\-]\d{1,3}$"
    r"|^(?:19|20)\d{2}[/\-](?:19|20)?\d{2}$|^\d{1,3}(?:[ \u00a0.]\d{3})$"
)
_UNIT = re.compile(
    r"\s?(?:€|euros?|%|m²|m2|m3|km|kg|ha|litres?|habitants?|personnes?|ans|fois|h\b|heures?|jours?|mois)",
    re.I,
)


#: The number of a vehicle’s frame (ISO 3779): seventeen characters, neither I, O nor Q.
_FRAME = re.compile(
    r"(?<!\w)(?=[A-Z0-9]*\d[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z][A-Z0-9]*[A-Z])[A-HJ-NPR-Z0-9]{17}(?!\w)"
)


def find(text: str) -> Iterator[Mention]:
    """Every number of ``text`` that a mark announces, whatever it numbers."""
    for pattern, digits, confidence in ((_NUMBERED, 4, 0.65), (_HELD, 4, 0.6)):
        for match in pattern.finditer(text):
            if _is_someone_s(text, match, digits):
                start, end = match.span("v")
                yield mention(
                    text,
                    start + brand_before(match["v"]),
                    end,
                    kind="identifier",
                    confidence=confidence,
                    rule="identifiant.numero",
                )

    for match in _FRAME.finditer(text):
        yield mention(
            text, *match.span(), kind="identifier", confidence=0.6, rule="identifiant.chassis"
        )


def _is_someone_s(text: str, match: re.Match[str], digits: int) -> bool:
    value: str = match["v"]
    before = text[max(0, match.start() - 25) : match.start("v")].rsplit("\n", 1)[-1]
    if PUBLIC.search(before) or _ELSE.search(before) or _DATE.match(value):
        return False
    if _UNIT.match(text, match.end("v")) is not None:
        return False
    return sum(c.isdigit() for c in value) >= digits
