"""« Conformément à l’article 18, S. » → « S. C’est ce que prévoit l’article 18. »."""

from __future__ import annotations

import re
from typing import Any

from beffroi.clarity.rewrite.split import anatomy

_FRONT = re.compile(
    r"^(?:(?:conformément|eu égard) (?P<a>à |au |aux )|(?:en application|en vertu|aux termes"
    r"|sur le fondement) (?P<de>de |d[’']|du |des ))"
    r"(?P<dispositions>(?:la |les )?dispositions? (?P<de2>de |d[’']|du |des ))?",
    re.IGNORECASE,
)
#: « et au décret », « et du code »: a second text, after « et le décret », « et le code ».
_ANOTHER = re.compile(
    r"\bet (au |aux |du |des |à |de |d[’'](?=l))"
    r"(?=(?:la |l[’'])?(?:articles?|lois?|décrets?|codes?|arrêtés?|règlements?|ordonnances?)\b)"
)
_TEXT = re.compile(
    r"\b(?:articles?|lois?|décrets?|codes?|arrêtés?|règlements?|statuts|conventions?|délibérations?"
    r"|ordonnances?|directives?|circulaires?|chartes?|dispositions?|contrats?|décisions?)\b",
    re.IGNORECASE,
)
#: After a comma, words that still say which text it is.
_NAMES_ON = re.compile(
    r"(?:et )?(?:notamment |en particulier )?(?:l[’']article|les articles|son article|ses articles"
    r"|\d|[LRDA]\.?[ \u00a0]?\d|relati|modifié|codifié|pris |établissement |et (?:suivant|l[’']))",
    re.IGNORECASE,
)
_ARTICLE = {"au ": "le ", "du ": "le ", "aux ": "les ", "des ": "les "}


def cut(doc: Any) -> list[str] | None:
    return _fronted(doc) or _final(doc.text)


def _final(text: str) -> list[str] | None:
    """« …, conformément à l’article 3 du code. » at the end of the sentence."""
    comma = text.rfind(", ")
    match = _FRONT.match(text[comma + 2 :]) if comma > 0 else None
    if match is None or not anatomy.stands_alone(text[:comma] + "."):
        return None
    named = _named(match, text[comma + 2 + match.end() :].strip(" ."))
    return [text[:comma] + ".", f"{_lead(named, text)}{named}."] if named else None


def _fronted(doc: Any) -> list[str] | None:
    match = _FRONT.match(doc.text)
    if match is None or ":" in doc.text or "\n" in doc.text:
        return None
    comma = anatomy.main_comma(doc.text)
    if comma is None:
        return None
    named = _named(match, doc.text[match.end() : comma].strip())
    main = doc.text[comma + 1 :].strip()
    if named is None or anatomy.length(main) < 5:
        return None
    return [main[:1].upper() + main[1:], f"{_lead(named, main)}{named}."]


def _named(match: re.Match[str], rest: str) -> str | None:
    preposition = match["de2"] if match["dispositions"] else (match["a"] or match["de"])
    named = _ARTICLE.get(preposition.lower(), "") + rest
    begins = re.match(r"(?:l[’']|le |la |les |cet? |cette |ces |son |sa |ses |leurs? )", named)
    named = _ANOTHER.sub(lambda found: f"et {_ARTICLE.get(found[1], '')}", named)
    joined = r"\bet (?:à|aux?) " if match["a"] else r"\bet (?:de|du|des) |\bet d[’']"
    if re.search(joined, named) or re.match(r"(?:ces|cette|cet?) ", named):
        return None
    if not begins or not _TEXT.search(named) or "«" in named or _foreign(named):
        return None
    return named


def _foreign(named: str) -> bool:
    """Whether a comma brings in something else than the name of the text."""
    return any(not _NAMES_ON.match(part) for part in re.split(r",[ \u00a0]", named)[1:])


def _lead(named: str, main: str) -> str:
    if re.match(
        r"il (?:vous |nous |lui )?est (?:donc )?(?:proposé|demandé|décidé|envisagé)", main.lower()
    ):
        return "Le texte appliqué est le suivant : "
    many = re.match(r"(?:les|ces|ses|leurs) ", named) or re.search(r" et (?:l[ae’']|les) ", named)
    return "C’est ce que prévoient " if many else "C’est ce que prévoit "
