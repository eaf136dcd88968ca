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


def of_document(
    asked: Asked, outline: Outline, near: Near, best: tuple[float, float], rarity: Rarity
) -> list[float]:
    """The numbers named :data:`OF_DOCUMENT`; ``best`` are the highest BM25 and title likeness."""
    title = set(stems(" ".join((outline.title, *outline.synonyms))))
    bm25 = [score / best[0] for score in near.bm25] if best[0] else []
    own = {one for c in asked.concepts for phrase, _ in c.names for one in phrase}
    weight = sum(rarity(one) for one in title)
    measured = _measured(asked.concepts, rarity)
    return [
        _said(measured, title),
        sum(rarity(one) for one in title & own) / weight if weight else 0.0,
        _said(measured, outline.about),
        _said(measured, outline.terms),
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
        _lacking(measured, outline.terms),
        _lacking(measured, outline.about),
    ]


def of_passages(
    asked: Asked, rows: Sequence[Row], meanings: Sequence[float], rarity: Rarity
) -> list[list[float]]:
    """The numbers named :data:`OF_PASSAGE` for the passages of one document."""
    bodies = [row.terms.split() for row in rows]
    heads = [set(stems(" ".join(row.passage.heading_path))) for row in rows]
    here = _rarity_here([head | set(body) for head, body in zip(heads, bodies, strict=True)])
    local = [replace(c, weight=_weight_here(c, here)) for c in asked.concepts]
    everywhere, locally = _measured(asked.concepts, rarity), _measured(local, here)
    sought, of = asked.sought, _named_by(asked.concepts)
    weights = [_bm25(sought, body, here) for body in bodies]
    most = max(weights, default=0.0) or 1.0
    by_words, by_meaning = _ranks(weights), _ranks(meanings)
    expected = expectations(asked.text)
    precise = tuple(one for one in expected if one.precise)
    return [
        [
            _said(everywhere, set(body)),
            _said(everywhere, head),
            _said(everywhere, head | set(body)),
            weight / most,
            meaning,
            _closeness(of, len(asked.concepts), body),
            float(place == 0),
            1.0 if len(body) < 12 else 0.0,
            _answers(expected, row.passage.text),
            _answers_title(expected, " ".join(row.passage.heading_path[-1:])),
            1 / by_words[place],
            1 / by_meaning[place],
            _answers(precise, row.passage.text),
            _answers_title(precise, " ".join(row.passage.heading_path[-1:])),
            _said(locally, head | set(body)),
            _said(locally, head),
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


#: Of each thing asked: its weight, and for each of its names the share that each stem brings.
Measured = list[tuple[float, list[dict[str, float]]]]


def _measured(concepts: Sequence[Concept], rarity: Rarity) -> Measured:
    """What is needed of the things asked, computed once for many passages."""
    found: Measured = []
    for concept in concepts:
        shares = []
        for phrase, worth in concept.names:
            whole = sum(rarity(one) for one in phrase)
            shares.append({one: worth * rarity(one) / whole for one in phrase})
        found.append((concept.weight, shares))
    return found


def _said(measured: Measured, there: Collection[str]) -> float:
    """The share of the question, between 0 and 1, that stands among the stems ``there``."""
    whole = sum(weight for weight, _ in measured)
    if not whole:
        return 0.0
    return sum(weight * _met(shares, there) for weight, shares in measured) / whole


def _lacking(measured: Measured, there: Collection[str]) -> float:
    """How telling is the most telling thing asked that is not ``there``: 0 when all is there,
    1 when the most telling of all is not."""
    most = max((weight for weight, _ in measured), default=0.0)
    if not most:
        return 1.0
    return max(weight * (1 - _met(shares, there)) for weight, shares in measured) / most


def _met(shares: list[dict[str, float]], there: Collection[str]) -> float:
    best = 0.0
    for phrase in shares:
        met = 0.0
        for one, share in phrase.items():
            if one in there:
                met += share
        best = max(best, met)
    return best


def _bm25(sought: Mapping[str, float], body: Sequence[str], rarity: Rarity) -> float:
    """BM25 (Robertson) with k1 = 1.2 and no correction for length: passages are of like size."""
    score = 0.0
    for one, times in Counter(word for word in body if word in sought).items():
        score += sought[one] * rarity(one) * times * 2.2 / (times + 1.2)
    return score


def _closeness(
    of: Mapping[str, Collection[int]], asked: int, body: Sequence[str], window: int = 8
) -> float:
    """The share of neighbouring things asked that stand within ``window`` words of each other;
    ``of``: stem → the things, among ``asked`` in number, that it names."""
    places: list[list[int]] = [[] for _ in range(asked)]
    for place, one in enumerate(body):
        for thing in of.get(one, ()):
            places[thing].append(place)
    pairs = list(pairwise(places))
    near = sum(any(abs(i - j) <= window for i in a for j in b) for a, b in pairs)
    return near / len(pairs) if pairs else float(bool(places and places[0]))


def _named_by(concepts: Sequence[Concept]) -> dict[str, set[int]]:
    of: dict[str, set[int]] = {}
    for thing, concept in enumerate(concepts):
        for phrase, _ in concept.names:
            for one in phrase:
                of.setdefault(one, set()).add(thing)
    return of


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
