"""Proper names and acronyms, as they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from beffroi.fidelity.sides import Side
from beffroi.french.dates import MONTHS, WEEKDAYS
from beffroi.french.flat import bare
from beffroi.french.lexicon import lexicon

_NAME = re.compile(r"[A-ZÀ-ÖØ-ÝŒ][\w’'-]*[\wà-ÿ]|[A-ZÀ-Ý]{2,}")
_ACRONYM = re.compile(r"(?<![\w-])[A-Z][A-Z0-9]{1,8}s?(?![\w-])")
_NOT_NAMES = frozenset(
    [bare(w) for w in (*MONTHS, *WEEKDAYS)]
    + "monsieur madame m mme article arrete ville commune mairie etat attention rappel le la les une un vous nous si en pour quoi ou pourquoi que qui quand comment combien quel quelle quels quelles aux au des du dans sur sous avec par sans ni et oui non comme chaque tout tous toute toutes votre vos notre nos ce cet cette ces mon ma mes il elle ils elles on maire conseil directeur directrice president presidente prefet prefete adjoint adjointe secretaire dossier service point".split()  # noqa: E501
)
#: Written in capitals without being acronyms.
_SHOUTED = frozenset(
    "ARRETE ARRÊTE ALERTE ATTENTION INFO RAPPEL VU CONSIDERANT TITRE ANNEXE OBJET CRUE PORTANT REFUS ARRETÉ URGENT IMPORTANT HT TTC BIS TER RDV SMS DECIDE RIB TEL SVP OK NB PS".split()  # noqa: E501
)

#: « Candidatez », « Chinez »: an order that opens a sentence, even when no dictionary has it.
_ORDER = re.compile(r"[A-ZÉÈÊ][a-zà-ÿ]+ez(?:-(?:vous|nous|moi|le|la|les|y|en))?")
#: From this many letters on, a word in capitals that French knows is not an acronym.
_LONG = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class Name:
    """A capitalised word at ``start``..``end``; ``tokens`` its bare parts; ``acronym`` if one."""

    text: str
    start: int
    end: int
    sentence: int
    tokens: frozenset[str]
    acronym: bool


def names(side: Side) -> list[Name]:
    found = []
    first = {span.start for span in side.sentences}
    for match in _NAME.finditer(side.text):
        text = match[0]
        if side.plain[match.start()] == " ":  # a sentence that both texts share, set apart
            continue
        acronym = bool(_ACRONYM.fullmatch(text)) and not _is_shouted(text)
        if not acronym and not _is_name(side, text, match.start(), first):
            continue
        found.append(
            Name(
                text=text, start=match.start(), end=match.end(),
                sentence=side.sentence_of(match.start()),
                tokens=frozenset(re.findall(r"[a-z0-9]{2,}", bare(text))), acronym=acronym,
            )
        )  # fmt: skip
    return found


def _is_shouted(text: str) -> bool:
    """A common word of a title in capitals: « MUNICIPAL »; acronyms are shorter or unknown."""
    return text in _SHOUTED or (len(text) >= _LONG and text.lower() in lexicon().frequency)


def _is_name(side: Side, text: str, start: int, first: set[int]) -> bool:
    if bare(text) in _NOT_NAMES or text.isupper() or len(text) < 3:
        return False
    if re.match(r"[A-Z]['’]", text):
        return False
    before = side.plain[max(0, start - 3) : start]
    lead = side.plain[side.sentences[side.sentence_of(start)].start : start]
    opens = (
        start in first
        or not re.search(r"[a-z0-9]", lead)
        or bool(re.search(r'[.!?:;"\n(\-•] ?$', before))
        or not before.strip()
    )
    if not opens:
        return True
    if _ORDER.fullmatch(text):
        return False
    parts = re.split(r"['’-]", text.lower())
    known = lexicon().frequency
    return len(parts) == 1 and parts[0] not in known and f"{parts[0]}s" not in known
