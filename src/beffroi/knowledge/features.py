"""How near a document or a passage is to a question, as numbers for the ranker. No I/O here."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from beffroi.knowledge.candidates import Candidates
from beffroi.knowledge.store import Outline, Row
from beffroi.knowledge.terms import folded, stems
from beffroi.knowledge.understand import Asked, Concept

Rarity = Callable[[str], float]

#: Names of the numbers, in the order of the learned weights.
OF_DOCUMENT = (
    "titre_dit", "titre_juste", "sujet_dit", "tout_dit", "bm25", "bm25_second", "sens_titre",
    "sens_passage", "sens_second", "rang_mots", "rang_sens", "rang_titre", "nombre", "titre_large",
    "manque", "manque_sujet",
)  # fmt: skip
OF_PASSAGE = (
    "corps_dit", "titres_dit", "ensemble_dit", "bm25", "sens", "proche", "premier", "court",
    "attendu", "attendu_titre", "rang_mots", "rang_sens", "precis", "precis_titre", "dit_ici",
    "titres_ici", "long",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Near:
    """What the searches said of one document: scores of its passages, the best first."""

    bm25: tuple[float, ...]
    meaning: tuple[float, ...]
    title: float
    rank_words: float
    rank_meaning: float
    rank_title: float


def said(concepts: Sequence[Concept], stems_there: Collection[str], rarity: Rarity) -> float:
    """The share of the question, between 0 and 1, that stands among ``stems_there``."""
    whole = sum(concept.weight for concept in concepts)
    if not whole:
        return 0.0
    return sum(c.weight * _met(c, stems_there, rarity) for c in concepts) / whole


def lacking(concepts: Sequence[Concept], stems_there: Collection[str], rarity: Rarity) -> float:
    """How telling is the most telling thing asked that is not among ``stems_there``: 0 when all
    is there, 1 when the most telling of all is not."""
    most = max((concept.weight for concept in concepts), default=0.0)
    if not most:
        return 1.0
    return max(c.weight * (1 - _met(c, stems_there, rarity)) for c in concepts) / most


def of_document(
    asked: Asked, outline: Outline, near: Near, best: tuple[float, float], rarity: Rarity
) -> list[float]:
    """The numbers named :data:`OF_DOCUMENT`; ``best`` are the highest BM25 and title likeness."""
    title = set(stems(" ".join((outline.title, *outline.synonyms))))
    bm25 = [score / best[0] for score in near.bm25] if best[0] else []
    own = {one for c in asked.concepts for phrase, _ in c.names for one in phrase}
    weight = sum(rarity(one) for one in title)
    return [
        said(asked.concepts, title, rarity),
        sum(rarity(one) for one in title & own) / weight if weight else 0.0,
        said(asked.concepts, outline.about, rarity),
        said(asked.concepts, outline.terms, rarity),
        _at(bm25, 0),
        _at(bm25, 1),
        near.title,
        _at(near.meaning, 0),
        _at(near.meaning, 1),
        near.rank_words,
        near.rank_meaning,
        near.rank_title,
        min(len(near.bm25), 5) / 5,
        best[1] - near.title,
        lacking(asked.concepts, outline.terms, rarity),
        lacking(asked.concepts, outline.about, rarity),
    ]


def of_passages(
    asked: Asked, rows: Sequence[Row], meanings: Sequence[float], rarity: Rarity
) -> list[list[float]]:
    """The numbers named :data:`OF_PASSAGE` for the passages of one document."""
    bodies = [row.terms.split() for row in rows]
    heads = [set(stems(" ".join(row.passage.heading_path))) for row in rows]
    here = _rarity_here([head | set(body) for head, body in zip(heads, bodies, strict=True)])
    local = [replace(c, weight=_weight_here(c, here)) for c in asked.concepts]
    weights = [_bm25(asked.sought, body, here) for body in bodies]
    most = max(weights, default=0.0) or 1.0
    by_words, by_meaning = _ranks(weights), _ranks(meanings)
    expected = expectations(asked.text)
    precise = tuple(one for one in expected if one.precise)
    return [
        [
            said(asked.concepts, set(body), rarity),
            said(asked.concepts, head, rarity),
            said(asked.concepts, head | set(body), rarity),
            weight / most,
            meaning,
            _closeness(asked.concepts, body),
            float(place == 0),
            1.0 if len(body) < 12 else 0.0,
            _answers(expected, row.passage.text),
            _answers_title(expected, " ".join(row.passage.heading_path[-1:])),
            1 / by_words[place],
            1 / by_meaning[place],
            _answers(precise, row.passage.text),
            _answers_title(precise, " ".join(row.passage.heading_path[-1:])),
            said(local, head | set(body), here),
            said(local, head, here),
            min(len(body) / 60, 1.0),
        ]
        for place, (row, body, head, weight, meaning) in enumerate(
            zip(rows, bodies, heads, weights, meanings, strict=True)
        )
    ]


def _rarity_here(passages: Sequence[Collection[str]]) -> Rarity:
    """How telling a stem is among the passages of one document: its subject is in all of them."""
    counts = Counter(one for passage in passages for one in set(passage))
    return lambda one: math.log(1 + len(passages) / (0.5 + counts.get(one, 0)))


def _weight_here(concept: Concept, here: Rarity) -> float:
    return min((sum(here(one) for one in phrase) for phrase, _ in concept.names), default=0.0)


@dataclass(frozen=True, kw_only=True, slots=True)
class Expectation:
    """``asks`` is looked for in a question; what answers it looks like ``body``, under a title
    like ``title``. ``precise``: few passages look like it by chance."""

    asks: re.Pattern[str]
    body: re.Pattern[str]
    title: re.Pattern[str]
    precise: bool


def _expectation(asks: str, body: str, title: str, *, precise: bool = True) -> Expectation:
    return Expectation(
        asks=re.compile(asks), body=re.compile(body), title=re.compile(title), precise=precise
    )


_EXPECTATIONS = (
    _expectation(
        r"combien (?:ca |sa )?(?:cout|vaut|pay|de sous|d'argent|d'euro|je touch|on touch)|\bprix\b"
        r"|\bcout|\bmontant|\btarif|\bamende|\bpayant|\bgratuit|\bcher\b|\brisqu|\bpay(?:er|e)\b"
        r"|\bfrais\b|\bsomme\b|\beuros?\b|\bcombien\b(?!.{0,12}\b(?:temps|jour|mois|an)\b)",
        r"\d\s?€|gratuit|\beuros?\b|payant",
        r"cout|prix|montant|tarif|sanction|amende|frais|paiement",
    ),
    _expectation(
        r"combien de (?:temps|jour|mois|an)|\bdelai|\bduree|\bquand\b|\bdate|\bvalable|\bvalidite"
        r"|\btemps\b|\bjusqu'?a quand|\bavant (?:combien|quand)|\blong|\bheures?\b|\bhoraire",
        r"\d+\s?(?:jours?|mois|ans?|semaines?|heures?|h\b)|\bdelai|\bavant le\b|\bdate\b",
        r"delai|duree|quand|date|validite|horaire|calendrier",
    ),
    _expectation(
        r"\bpapiers?\b|\bdocuments?\b|\bpieces?\b|\bjustificatif|\bfournir\b|\bapporter\b"
        r"|\bramener\b|\bdossier\b|\bformulaire|\bcerfa|\bpresenter\b",
        r"justificatif|piece d'identite|\bphoto|formulaire|copie|certificat|attestation|livret",
        r"document|piece|justificatif|dossier|formulaire|fournir",
    ),
    _expectation(
        r"\bou (?:est|dois|doit|faut|aller|puis|peut|je|on|faire|s'|demander|se)|\bou\b.{0,20}\?"
        r"|\ba qui\b|\baupres de|\bquel(?:le)? (?:mairie|bureau|service|guichet)|\badresser",
        r"mairie|prefecture|s'adresser|aupres d|en ligne|tribunal|teleservice|guichet|\bcaf\b",
        r"\bou\b|s'adresser|lieu|demarche|comment|demande",
    ),
    _expectation(
        r"\bqui (?:peut|doit|paye|paie|a droit|est)|\bai[- ]?je droit|\bconditions?\b"
        r"|\bdroit\b|\bpeut[- ]on\b|\bpuis[- ]je\b|\bautoris|\binterdi|\bobligatoire|\bobliger?\b"
        r"|\bfaut[- ]il\b|\bj'?ai le droit|\ba quel age|\bage\b",
        r"\bdevez\b|\bpouvez\b|\bconditions?\b|\binterdit|\bobligatoire|\bautoris|\bdoit\b|\bans\b",
        r"condition|qui peut|beneficiaire|concern|obligation|principe|regle|interdi|age",
        precise=False,
    ),
    _expectation(
        r"\brecours\b|\bcontest|\brefus|\breclam|\bs'oppos|\bplaindre|\bplainte",
        r"recours|contest|tribunal|reclamation|saisir|plainte",
        r"recours|contest|refus|plainte|litige",
    ),
    _expectation(
        r"\bcomment\b|\bque faire\b|\bdemarche|\bquoi faire|\bfaire pour",
        r"\bdevez\b|\bpouvez\b|demande|adress|formulaire|en ligne",
        r"demarche|comment|demande|procedure|que faire|inscription",
        precise=False,
    ),
)  # fmt: skip


def expectations(question: str) -> tuple[Expectation, ...]:
    """What kinds of answer a question calls for: an amount, a delay, a list of papers, a place…"""
    plain = folded(question)
    return tuple(one for one in _EXPECTATIONS if one.asks.search(plain))


def _answers(expected: Sequence[Expectation], text: str) -> float:
    return _share(expected, folded(text), lambda one: one.body)


def _answers_title(expected: Sequence[Expectation], title: str) -> float:
    return _share(expected, folded(title), lambda one: one.title)


def _share(
    expected: Sequence[Expectation], text: str, part: Callable[[Expectation], re.Pattern[str]]
) -> float:
    """The first kind of answer asked counts double: it is the most telling."""
    if not expected:
        return 0.5
    met = [bool(part(one).search(text)) for one in expected]
    return (sum(met) + met[0]) / (len(met) + 1)


def _met(concept: Concept, there: Collection[str], rarity: Rarity) -> float:
    return max(
        (
            worth * sum(rarity(o) for o in phrase if o in there) / sum(rarity(o) for o in phrase)
            for phrase, worth in concept.names
        ),
        default=0.0,
    )


def _bm25(sought: Mapping[str, float], body: Sequence[str], rarity: Rarity) -> float:
    """BM25 (Robertson) with k1 = 1.2 and no correction for length: passages are of like size."""
    score = 0.0
    for one, say in sought.items():
        times = body.count(one)
        if times:
            score += say * rarity(one) * times * 2.2 / (times + 1.2)
    return score


def _closeness(concepts: Sequence[Concept], body: Sequence[str], window: int = 8) -> float:
    """The share of neighbouring things asked that stand within ``window`` words of each other."""
    places = [
        [i for i, one in enumerate(body) if any(one in phrase for phrase, _ in concept.names)]
        for concept in concepts
    ]
    pairs = list(pairwise(places))
    near = sum(any(abs(i - j) <= window for i in a for j in b) for a, b in pairs)
    return near / len(pairs) if pairs else float(bool(places and places[0]))


def _ranks(scores: Sequence[float]) -> list[int]:
    """The rank of each score, 1 for the highest."""
    order = sorted(range(len(scores)), key=lambda i: -scores[i])
    ranks = [0] * len(scores)
    for rank, place in enumerate(order, start=1):
        ranks[place] = rank
    return ranks


def _at(scores: Sequence[float], place: int) -> float:
    return scores[place] if place < len(scores) else 0.0


def near_of(document: int, rows: Sequence[int], found: Candidates, title: float) -> Near:
    """What the searches said of ``document``, whose passages found are ``rows``."""
    by_words, by_meaning = list(found.bm25), list(found.near)
    titles = list(found.titles)
    return Near(
        bm25=tuple(sorted((found.bm25[r] for r in rows if r in found.bm25), reverse=True)),
        meaning=tuple(sorted((found.near[r] for r in rows if r in found.near), reverse=True)),
        title=title,
        rank_words=_inverse_rank(by_words, rows),
        rank_meaning=_inverse_rank(by_meaning, rows),
        rank_title=_inverse_rank(titles, [document]),
    )


def _inverse_rank(order: Sequence[int], wanted: Sequence[int]) -> float:
    among = set(wanted)
    return next((1 / rank for rank, row in enumerate(order, start=1) if row in among), 0.0)
