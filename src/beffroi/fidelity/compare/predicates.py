"""The same verb or adjective, affirmed here and denied there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from beffroi.fidelity.lexicon import notions
from beffroi.fidelity.reach import ENOUGH
from beffroi.fidelity.sides import Side, Sides
from beffroi.fidelity.wording import finding
from beffroi.fidelity.words import Word
from beffroi.findings import Finding, Span
from beffroi.french.lexicon import lexicon

WHY = "Un texte affirme ce que l’autre nie."
_SECOND = frozenset("pas plus jamais aucun aucune guere rien ni nul nulle personne".split())
#: Words that deny the first predicate after them.
_DENY = re.compile(
    r"(?:interdi\w+|defendue?s?|prohib\w+|proscri\w+|impossible|evit(?:er|ez|ons)|refus\w*|cess\w+|arret(?:er|ez|ons|e)|dispens\w+|exempt\w+|sans|non|exclu\w*|renonc\w+|inutile|facultati\w+)$"
)
#: Words between the mark of a denial and what it denies.
_LINKS = frozenset(
    """a ai as avez ont avons aura auront est sont etes etre ete sera seront soit fait faire de d du des
    le la les l un une en y se s vous nous lui leur me te pu pouvoir peut peuvent pouvez pourra pourront
    pourrez doit doivent devez devra devront devrez droit besoin oblige obligee tenu tenue tenus autorise
    autorisee autorises autorisees permis possible pas plus jamais aucun aucune rien encore toujours
    etant ayant necessaire obligatoire utile et ou ni au aux son sa ses votre vos mon notre nos ce cet cette tout toute""".split()  # noqa: E501
)
_REACH = 9
#: One act, seen from the one who gives or the one who gets.
_TRANSFER = frozenset({"~donner", "~recevoir", "~payer", "~rembourser"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """A predicate of a sentence: denied or not."""

    denied: bool
    key: str
    span: Span
    sentence: int


def compare_predicates(sides: Sides) -> list[Finding]:
    said, written = _predicates(sides.source), _predicates(sides.draft)
    for key, one in said.items():
        other = written.get(key)
        if other is None or one.denied == other.denied or one.key != other.key:
            continue
        if sides.likeness[one.sentence][other.sentence] < ENOUGH:
            continue
        if _balanced(sides, one, other):
            continue
        return [
            finding(
                "negation.perdue" if one.denied else "negation.ajoutee", "bloquant",
                "Le même fait est affirmé ici et nié là", WHY, source=one.span, draft=other.span,
                source_text=sides.source.text, draft_text=sides.draft.text,
            )
        ]  # fmt: skip
    return []


def _balanced(sides: Sides, one: Said, other: Said) -> bool:
    """Another mark of denial, of exception or of a contrary sense compensates."""
    source = sides.source.plain_sentence(one.sentence)
    draft = sides.draft.plain_sentence(other.sentence)
    return bool(_TURNS.search(draft if one.denied else source))


_TURNS = re.compile(
    r"(?<!\w)(?:sauf|hormis|except\w*|seule?s?|seulement|uniquement|reserve\w*|contre|au lieu|plutot|sans|tant que|avant|jusqu\w*|impossible|autre\w*|interdi\w+|refus\w*|rejet\w*|moins de|a condition|defavorable|ferm\w+|suspen\w+|interromp\w+|annul\w+|cess\w+|arret\w*|fini\w*|absence|manqu\w+|incomplet\w*|gratuit\w*|perd\w*|hors|limite\w*|que|qu)(?!\w)"  # noqa: E501
)


def _predicates(side: Side) -> dict[str, Said]:
    """Verbs, participles and adjectives said once in a text, by meaning."""
    found: dict[str, list[Said]] = {}
    for index, words in enumerate(side.words):
        denied = _denied(words)
        for position, word in enumerate(words):
            if word.content and _is_predicate(word):
                span = Span(start=word.start, end=word.end)
                said = Said(denied=position in denied, key=word.key, span=span, sentence=index)
                found.setdefault(_meaning(word), []).append(said)
    return {key: places[0] for key, places in found.items() if len(places) == 1}


def _meaning(word: Word) -> str:
    known = notions().get(word.key, frozenset({word.key}))
    return "~transfert" if known & _TRANSFER else min(known)


def _is_predicate(word: Word) -> bool:
    tables = lexicon()
    verb = word.written in tables.conjugated or word.written in tables.participles
    return verb and word.written not in tables.nouns


def _denied(words: Sequence[Word]) -> set[int]:
    """The positions of the predicates that a mark denies: the first that follows it."""
    found: set[int] = set()
    for index, word in enumerate(words):
        if word.form in ("ne", "n"):
            after = [w.form for w in words[index + 1 : index + 8] if w.clause == word.clause]
            if "que" in after or "qu" in after or not _SECOND & {*after, *_before(words, index)}:
                continue
        elif not _DENY.fullmatch(word.form) and not (word.form == "pas" and _lone(words, index)):
            continue
        target = _next_predicate(words, index)
        if target is not None:
            found ^= {target}
    return found


def _before(words: Sequence[Word], index: int) -> list[str]:
    """The words before « ne » in its clause: « aucune augmentation du prix de l'eau n'a… »."""
    near = words[max(0, index - 10) : index]
    return [w.form for w in near if w.clause == words[index].clause]


def _lone(words: Sequence[Word], index: int) -> bool:
    return not {"ne", "n"} & {w.form for w in words[max(0, index - 6) : index]}


def _next_predicate(words: Sequence[Word], index: int) -> int | None:
    for position in range(index + 1, min(index + _REACH, len(words))):
        word = words[position]
        if word.clause != words[index].clause:
            return None
        if word.content and _is_predicate(word):
            return position
        if word.form not in _LINKS:
            return None
    return None
