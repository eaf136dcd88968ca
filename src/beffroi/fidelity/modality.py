"""What a passage obliges, forbids, allows, exempts from, advises or leaves open, by class."""

from __future__ import annotations

import re
from typing import Literal

from beffroi.fidelity.context import Mention, mention
from beffroi.fidelity.sides import Side
from beffroi.french.lexicon import lexicon

Class = Literal["obligation", "interdiction", "permission", "dispense", "conseil", "imperatif"]

_NOT = r"(?:pas|plus|jamais|en aucun cas|en aucune facon|nullement)"
#: The first pattern that claims some characters wins: the precise ones come first.
_PATTERNS: tuple[tuple[Class, str], ...] = (
    ("obligation", rf"n(?:e |')(?:vous |l[ea]s? |l'|leur |lui )?(?:dispens|exoner|exempt|affranchi|decharg|liber)\w+ (?:{_NOT}|(?:en )?(?:rien|aucun\w*))|n(?:e |')(?:est|sont) {_NOT} (?:dispense|exonere|exempte)e?s?"),  # noqa: E501
    ("permission", rf"n(?:e |')(?:est|sont|sera|seront) {_NOT} (?:interdit|defendu|prohibe)e?s?|n(?:e |')(?:vous |l[ea]s? |l')?(?:interdi|empech)\w+ (?:{_NOT}|(?:en )?rien)"),  # noqa: E501
    ("dispense", rf"n(?:e |')(?:est|etes|sont|sera|seront|serez|sommes) {_NOT} (?:\w+ )?(?:tenue?s?|obligee?s?|contrainte?s?|astreinte?s?|soumise?s?)(?: d[e']| a)?"),  # noqa: E501
    ("dispense", rf"n(?:e |')(?:ai|as|a|avons|avez|ont|aura|auront|aurez) {_NOT} (?:a|besoin d[e']|l'obligation d[e'])(?!\w)"),  # noqa: E501
    ("dispense", rf"n(?:e |')(?:est|sont|sera|seront) {_NOT} (?:obligatoires?|necessaires?|exigee?s?|requise?s?|indispensables?|imposee?s?|demandee?s?)"),  # noqa: E501
    ("dispense", r"(?:non|pas|plus) (?:obligatoires?|necessaires?|obligee?s?|besoin)"),
    ("dispense", r"facultati\w+|(?<!la )(?<!une )(?<!cette )(?<!vaut )(?<!valent )dispens(?:e|es|ee|ees|er|ons)(?!\w)|exempt\w*|sans (?:obligation|creation|inscription|rendez-vous|justificatif|presenter|fournir|demarche)|inutile d[e']|exonere\w*|sans (?:avoir|etre tenue?s?) (?:a|de)(?!\w)|(?:aucune?|nulle?) [a-z'-]+(?: [a-z'-]+){0,3} n(?:e |')(?:est|sont|sera|seront) (?:\w+ )?(?:exige|requis|demande|necessaire|obligatoire|impose|indispensable)\w*"),  # noqa: E501
    ("interdiction", rf"ne (?:doit|doivent|devez|dois|devons|devra|devront|devrez|devrait) {_NOT}|ne (?:peut|peuvent|pouvez|peux|pouvons|pourra|pourront|pourrez|pouvait|pourrait) {_NOT}"),  # noqa: E501
    ("interdiction", rf"n'(?:a|avez|ont|aurez|aura) {_NOT} le droit"),
    ("interdiction", rf"n(?:e |')(?:est|sont|etes|sera|seront) {_NOT} (?:\w+ )?(?:autorisee?s?|permise?s?|possibles?|admise?s?|acceptee?s?|toleree?s?|recevables?)"),  # noqa: E501
    ("interdiction", r"interdi(?:t|te|ts|tes|re|sent|ction|ctions)(?!\w)|prohib\w+|defense d[e']|(?:est|sont) defendue?s?|exclue?s?(?!\w)|proscri\w+"),  # noqa: E501
    ("interdiction", r"(?:personne|nul) (?:ne |n')(?:a|peut|pourra|aura|doit)(?: le droit)?|ne (?:peut|peuvent|pourra|pourront)(?! (?:pas|plus|jamais|excede|depasse|etre (?:infe|supe)))(?=[^.;:]*)(?![^.;:]{0,90}(?<!\w)qu(?:e |'))"),  # noqa: E501
    ("interdiction", r"ne saurai(?:t|ent)(?! (?:depass|exced|etre (?:infe|supe)))|aucune?s? \w+ ne (?:peut|pourra|sera|seront|doit)"),  # noqa: E501
    ("conseil", r"(?:est|sont|sommes|etes) (?:\w+ )?invitee?s? a|(?:vous )?invit(?:e|ons|ent) (?:\w+ )?(?:\w+ )?a(?!\w)|conseille(?:e|es|nt)?s?(?!r|\w)|conseillons|conseiller de|recommand(?:e|ee|ees|ons|ent)s?(?! avec|\w)|souhaitables?|vaut mieux|preferable|si possible|suggerons|incit\w+|de preference|encourag\w+|pens(?:ez|er|ons) a|si vous (?:le )?pouvez|dans la mesure du possible|evitez|eviter|deconseill\w+|mieux vaut|prudent d[e']"),  # noqa: E501
    ("obligation", r"(?:met|mets|mettons|mise?s?|mettre) en demeure|(?:est|sont|etes|sera|seront|serez|sommes|soit) (?:\w+ )?(?:tenue?s?|obligee?s?|contrainte?s?|astreinte?s?) (?:a|de|d')|mise?s? en demeure|obligatoires?|obligatoirement|obligations? d[e']|l'obligation|imperati(?:f|fs|ve|ves|vement)(?!\w)"),  # noqa: E501
    ("obligation", r"(?:doit|doivent|devez|dois|devons|devra|devront|devrez)(?!\w)|il (?:faut|faudra)|faut-il|vous faut|faudra|exige\w*|requise?s?(?!\w)|indispensables?"),  # noqa: E501
    ("obligation", r"appartient(?: \w+){0,3} d[e']|incomb\w+|soumise?s? a|subordonnee?s? a|necessaires?(?! (?:au|aux))|a votre charge|il convient d[e']|il y a lieu d[e']|(?:est|sont) a [a-z]+(?:er|ir|re)(?!\w)|c'est a vous de|sous peine d[e']|vous demand(?:e|ons|ent) d[e']|somm(?:e|ons) d[e']"),  # noqa: E501
    ("permission", r"(?:a|avez|ont|aurez|aura) (?:la faculte|le droit|la possibilite)|la faculte d[e']|libre d[e']|si vous (?:le )?(?:souhaitez|voulez|desirez)"),  # noqa: E501
    ("permission", r"(?:peut|peuvent|pouvez|peux|pouvons|pourra|pourront|pourrez)(?!\w)|autorise(?:e|es|nt|r)?s?(?!\w)|permis(?:e|es)?(?! d)(?!\w)|permet(?:tent|tra)?(?!\w)|possibles?(?!\w)|possibilite"),  # noqa: E501
)  # fmt: skip
_COMPILED = [(kind, re.compile(rf"(?<!\w)(?:{pattern})")) for kind, pattern in _PATTERNS]
#: « ne peut pas avoir plus de 5 autorisations » sets a maximum; it forbids nothing else.
_BOUND = re.compile(
    r"(?<!\w)ne (?:peu\w+|pourr\w+|doi\w+|devr\w+) (?:pas|jamais)(?= [^.;:,]{0,30}(?:plus d[e']|moins d[e']|(?:in|su)perieure?s? a) ?(?:\d|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix))"  # noqa: E501
)
_IMPERATIVE = re.compile(
    r"(?:(?:^|[.!?:;,•\n\-] *|\d\) |(?:et|puis|ou|ensuite|alors|sinon) )(?P<verb>[a-z]{3,}ez)(?!\w))"  # noqa: E501
)
_POLITE = re.compile(
    r"(?<!\w)(?:merci d[e']|priere d[e']|veuillez|prie d[e'] bien vouloir|prions d[e'])"
)
_NEGATIVE_IMPERATIVE = re.compile(
    r"(?<!vous )(?<!\w)(?:ne |n')(?P<verb>[a-z]{3,}ez) (?:pas|plus|jamais|ni|rien|aucun)|(?<!\w)(?:ne pas|ne plus) [a-z]{3,}(?:er|ir|re)(?!\w)"  # noqa: E501
)
_NOT_ORDERS = frozenset(
    "avez etes pouvez devez chez assez nez rez allez voulez savez souhaitez recevez disposez aurez serez pourrez devrez beneficiez habitez vivez risquez cherchez".split()  # noqa: E501
)


def modalities(side: Side) -> list[Mention]:
    """Every mention of a class of modality, in order; two never overlap."""
    taken = bytearray(len(side.plain))
    found: list[Mention] = []
    _take(side, "interdiction", _NEGATIVE_IMPERATIVE, taken, found)
    for match in _BOUND.finditer(side.plain):
        taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
    for kind, pattern in _COMPILED:
        _take(side, kind, pattern, taken, found)
    _take(side, "imperatif", _POLITE, taken, found)
    for match in _IMPERATIVE.finditer(side.plain):
        span = match.span("verb")
        if _is_order(match["verb"]) and not any(taken[span[0] : span[1]]):
            found.append(mention(side, "imperatif", *span))
    return sorted(found, key=lambda m: m.span)


def _take(
    side: Side, kind: str, pattern: re.Pattern[str], taken: bytearray, found: list[Mention]
) -> None:
    for match in pattern.finditer(side.plain):
        start, end = match.span()
        if not any(taken[start:end]):
            taken[start:end] = b"\x01" * (end - start)
            found.append(mention(side, kind, start, end))


def _is_order(form: str) -> bool:
    if form in _NOT_ORDERS:
        return False
    pairs = lexicon().conjugated.get(form, ())
    return not pairs or any(slot.startswith(("imp:pre", "ind:pre:2p")) for _, slot in pairs)
