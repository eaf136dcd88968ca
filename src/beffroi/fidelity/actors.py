"""Who acts: the bodies, offices and people of a municipal text, and what each is said to do."""

from __future__ import annotations

import re
from dataclasses import dataclass

from beffroi.fidelity.lexicon import meanings
from beffroi.fidelity.sides import Side
from beffroi.fidelity.words import Word, key_of
from beffroi.findings import Span

#: Who → how it is written. The first name that matches wins.
_ACTORS: tuple[tuple[str, str], ...] = (
    ("personne nommée", r"(?:m|mme|mlle|monsieur|madame)\.? (?!le |la |l')[a-z-]+(?: [a-z-]+)?"),
    ("conseil départemental", r"(?:president du )?conseil departemental|departement"),
    ("conseil régional", r"(?:president du )?conseil regional|region"),
    ("conseil municipal", r"conseil municipal|conseil communautaire|assemblee deliberante"),
    ("commission", r"commission(?: d'attribution)?|jury|comite(?: technique)?"),
    ("sous-préfecture", r"sous-prefecture|sous-prefet"),
    ("préfecture", r"prefecture|prefet|prefete"),
    ("État", r"l'etat(?! civil| des)|ministere|ministre"),
    ("adjoint", r"adjointe?s?(?! technique| administratif)"),
    ("maire", r"(?:monsieur |madame )?(?:le |la |du |au |par )maire"),
    ("CCAS", r"ccas|centre communal d'action sociale"),
    ("CAF", r"caf|caisse d'allocations familiales"),
    ("police", r"police(?: municipale| nationale)?|gendarm\w+|agents? assermentee?s?"),
    ("pompiers", r"pompiers?|sapeurs-pompiers"),
    ("tribunal", r"tribunal|juge"),
    ("médecin", r"medecins?"),
    ("notaire", r"notaires?"),
    ("assureur", r"assureurs?|assurance"),
    ("banque", r"banque"),
    ("bailleur", r"bailleurs?"),
    ("propriétaire", r"proprietaires?"),
    ("locataire", r"locataires?|concessionnaires?|mandataires?|gestionnaires?|syndics?"),
    ("vendeur", r"vendeurs?"),
    ("acquéreur", r"acquereurs?|acheteurs?"),
    ("employeur", r"employeurs?"),
    ("entreprise", r"entreprises?|societes?|exploitants?|prestataires?|titulaire|delegataires?"),
    ("association", r"associations?|organisateurs?"),
    ("verbe", r"s'eleve(?:nt)?"),
    ("école", r"(?:la |le )(?:directeur|directrice|directrices|directeurs)(?: (?:d'|de |de la |de l')\w+)?|enseignants?|professeurs?"),  # noqa: E501
    ("assistante maternelle", r"assistantes? maternelles?"),
    ("architecte", r"architecte des batiments de france|architecte"),
    ("trésor public", r"tresor public|trese?orier|tresorerie|comptable public"),
    ("commune", r"commune|mairie|ville|municipalite|collectivite|communaute|metropole|agglomeration|administration|etablissement|services? (?!de |d'|public)\w+|service"),  # noqa: E501
    ("nous", r"nous"),
    ("vous", r"vous|demandeurs?|demandeuses?|usagers?|interessee?s?|petitionnaires?|beneficiaires?|occupants?|habitants?|riverains?|familles?|parents?|candidats?|requerants?|allocataires?|assures?|administres?|redevables?|contribuables?|residents?|personnes?|conducteurs?|electeurs?|abonnes?|participants?|eleves?|etudiants?|commercants?"),  # noqa: E501
)  # fmt: skip
_COMPILED = [(name, re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])")) for name, pattern in _ACTORS]
#: Offices and bodies that a rewrite may not bring in by itself.
SPECIFIC = frozenset(
    name
    for name, _ in _ACTORS
    if name not in ("commune", "nous", "vous", "personne nommée", "verbe")
)
_AGENT = re.compile(
    r"(?:par|incombe a|incombent a|appartient a|charges? d[eu]s?|frais d[eu]s?|revient a|l'initiative d[eu])(?: la| le| l'| les| un| une| aux?| au)? ?$"  # noqa: E501
)
_AT_COST = re.compile(
    r"(?<!\w)(?:aux frais|(?:a|aux) (?:la |l')?charges?|supportee?s? par) ?d?(?:e|u|es|')?(?: la| l'| leurs?| son| sa| votre| le| les)? ?$"  # noqa: E501
)
_GIVEN_TO = re.compile(
    r"(?:^| )(?:a|aux?|a la|a l'|chez|de|du|des|de la|de l'|d'|avec|pour|contre|devant|aupres d[eu]|votre|vos|leurs?|ses|son|sa) ?(?:le |la |les |l')?$"  # noqa: E501
)
_WEAK = frozenset("etr av pouv dev fair all vouloir falloir".split())


@dataclass(frozen=True, kw_only=True, slots=True)
class Actor:
    """``name`` is who, ``label`` as written; ``does`` the meanings of the words that say
    what they do, the nearest first (three at most)."""

    name: str
    label: str
    span: Span
    sentence: int
    does: tuple[frozenset[str], ...]


def actors(side: Side) -> list[Actor]:
    """Every actor of a text, in order; two never overlap."""
    taken = bytearray(len(side.plain))
    found: list[Actor] = []
    for name, pattern in _COMPILED:
        for match in pattern.finditer(side.plain):
            start, end = match.span()
            if name == "verbe":
                taken[start:end] = b"\x01" * (end - start)
                continue
            if name == "État" and not side.text[start:end].lstrip("l'’L")[:1].isupper():
                continue
            if not any(taken[start:end]):
                taken[start:end] = b"\x01" * (end - start)
                found.append(_actor(side, name, start, end))
    return sorted(found, key=lambda actor: actor.span)


def shared_act(one: Actor, other: Actor) -> int:
    """How many of the words that say what ``one`` does are said of ``other``."""
    return sum(1 for act in one.does if any(act & act2 for act2 in other.does))


def _actor(side: Side, name: str, start: int, end: int) -> Actor:
    index = side.sentence_of(start)
    return Actor(
        name=name,
        label=side.plain[start:end],
        span=Span(start=start, end=end),
        sentence=index,
        does=_pays(side, start)
        or tuple(meanings(word.key) for word in _act(side, index, start, end)),
    )


def _pays(side: Side, start: int) -> tuple[frozenset[str], ...]:
    """« aux frais du propriétaire », « à la charge de la commune »: they pay."""
    paying = _AT_COST.search(side.plain[max(0, start - 30) : start])
    return (meanings(key_of("payer")),) if paying else ()


def _act(side: Side, index: int, start: int, end: int) -> list[Word]:
    """The words that say what the actor does: after it, or before « par »."""
    before = side.plain[max(side.starts[index] if side.starts else 0, start - 24) : start]
    words = [w for w in side.content(index) if w.key not in _WEAK]
    agent = _AGENT.search(before)
    if agent:
        cue = start - len(before) + agent.start()
        earlier = [w for w in words if w.end <= cue and cue - w.end < 45]
        return earlier[-3:][::-1]
    if _GIVEN_TO.search(before):
        return []
    inside = [w for w in side.words[index] if w.start >= start]
    clause = inside[0].clause if inside else -1
    after = [w for w in words if w.start >= end and w.clause == clause and w.start - end < 70]
    return after[:3]
