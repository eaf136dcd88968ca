"""Exceptions, conditions, restrictions, priorities and consequences: where a text says them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from beffroi.fidelity.negation import scopes
from beffroi.fidelity.sides import Side
from beffroi.findings import Span


@dataclass(frozen=True, kw_only=True, slots=True)
class Clause:
    """A cue word and what it governs, up to the end of its clause."""

    kind: str
    cue: Span
    span: Span
    sentence: int


_KINDS: tuple[tuple[str, str], ...] = (
    ("exception", r"sauf(?! avis)|hormis|except(?:e|es|ion|ions)(?! ?:)(?!\w)|exception ?:|a l'exclusion d[eu']|en dehors d[eu']|par derogation|a moins (?:qu|d[e'])|hors (?!tax|delai|service|norme|d'|de |du )|mais pas|ne s'appliqu\w+ pas|ne concern\w+ pas"),  # noqa: E501
    ("condition", r"a (?:la )?condition (?:qu[e']|d[e'])|sous (?:la )?(?:reserve|condition)s? (?:qu[e']|d[e'u]|des)|(?<!comme )si (?!possible|besoin|vous (?:le )?(?:souhaitez|voulez|desirez|entendez))|s'il|des lors qu|pour autant qu|en cas d[e']|lorsqu[e']|contre remise|non (?:accompagn|muni|titulaire|inscrit|autoris|adher|resid|equip)\w+|sur presentation|moyennant|subordonnee?s? (?:a|au)|dans la limite des (?:places|credits)|apres (?:accord|autorisation|avis|validation)|avec l'accord"),  # noqa: E501
    ("restriction", r"seule?s?(?!\w)|uniquement|exclusivement|seulement|strictement|reservee?s? (?:aux?(?! \d)|a la(?! date)|a l'|a(?! la date)|exclu)|limitee?s? aux|et non|rien que"),  # noqa: E501
    ("priorite", r"en priorite|prioritaires?|prioritairement|subsidiair\w+|en dernier (?:recours|ressort)|d'abord|a titre subsidiaire|en premier lieu|a defaut d[e']accord"),  # noqa: E501
    ("consequence", r"a defaut(?! d[e']accord)|faute (?:de quoi|de reponse|de paiement|de production|d'avoir|de presenter|de justifi\w+|de regularis\w+)|sous peine d[e']|sans quoi|sinon|a peine d[e']"),  # noqa: E501
)  # fmt: skip
CUES = [(kind, re.compile(rf"(?<!\w)(?:{pattern})")) for kind, pattern in _KINDS]
_END = re.compile(
    r"[.;:!?\n]|, (?=(?:le|la|les|il|elle|ils|vous|nous|l'|une?|cette|ce|chaque|tout) )"
)


def clauses(side: Side) -> list[Clause]:
    """Every clause of ``side`` that excepts, conditions, restricts, ranks or threatens."""
    found = [
        _clause(side, kind, match)
        for kind, pattern in CUES
        for match in pattern.finditer(side.plain)
    ]
    return sorted([*found, *_restrictive_negations(side)], key=lambda clause: clause.span)


def _clause(side: Side, kind: str, match: re.Match[str]) -> Clause:
    sentence = side.sentence_of(match.start())
    limit = side.sentences[sentence].end
    end = _END.search(side.plain, match.end(), limit)
    stop = end.start() if end else limit
    if stop - match.end() < 4:
        stop = limit
    return Clause(
        kind=kind,
        cue=Span(start=match.start(), end=match.end()),
        span=Span(start=match.start(), end=max(stop, match.end())),
        sentence=sentence,
    )


def _restrictive_negations(side: Side) -> list[Clause]:
    found = []
    for index, words in enumerate(side.words):
        for scope in scopes(words, side.plain_sentence(index)):
            if scope.restrictive and any(
                w.form in ("que", "qu") for w in words[scope.first : scope.last + 1]
            ):
                cue = Span(start=words[scope.first].start, end=words[scope.first].end)
                span = Span(start=cue.start, end=words[scope.last].end)
                found.append(Clause(kind="restriction", cue=cue, span=span, sentence=index))
    return found
