"""« au plus tard le », « au moins », « environ »…: what the words around a value make of it."""

from __future__ import annotations

import re

from beffroi.fidelity.types import Bound

_BEFORE: tuple[tuple[Bound, str], ...] = (
    ("max", r"pas (?:depasser|exceder|plus de|plus que|au-dela d[eu])(?: (?:le|les|la))?"),
    ("max", r"ne (?:peut |peuvent |doit |doivent |pourra |devra )?(?:depass\w+|exced\w+)(?: pas)?"),
    ("max", r"n'exced\w+(?: pas)?"),
    ("max", r"sans (?:depasser|exceder|pouvoir depasser|pouvoir exceder)"),
    ("min", r"pas moins de|ne (?:peut |doit )?(?:pas )?etre inferieure?s? a"),
    ("min", r"au plus tot(?: le| a)?"),
    ("max", r"au plus(?: tard)?(?: le| a)?|au maximum(?: de| le)?|maximums?(?: de| est de|:)?|maximale?s? de"),  # noqa: E501
    ("max", r"jusqu'(?:au|a|en|a la date du)(?: \w+day)?|dans la limite (?:de|d'un montant de)"),
    ("max", r"dans un (?:rayon|perimetre) d[e']|a moins d[e']|en deca d[e']|sous le seuil d[e']"),
    ("max", r"d'ici(?: le| au| a)?|plafonnee?s? a|plafond (?:est )?(?:de|fixe a)|limitee?s? a|a concurrence de"),  # noqa: E501
    ("max", r"(?:date|dernier delai|delai) limite[^.;]{0,30}(?:au|le|:|a|est)|limite :|cloture[^.;]{0,30}(?:le|au|:)"),  # noqa: E501
    ("max", r"dernier (?:delai|jour) ?:?(?: le| est le)?|avant la date (?:limite )?du"),
    ("max_strict", r"avant(?: le| la fin d[eu]| les)?|moins de|moins d'|inferieure?s?(?: strictement)? a(?:ux?)?|<"),  # noqa: E501
    ("max", r"maximum|maxi|max\.?|inferieure?s? ou egale?s? a(?:ux?)?|(?:pouvant|peut|peuvent) atteindre|aller jusqu'a"),  # noqa: E501
    ("min", r"superieure?s? ou egale?s? a(?:ux?)?"),
    ("min", r"au moins|au minimum(?: de)?|minimum(?: de|:)?|minimale?s? de|plancher de|minimum"),
    ("min", r"a (?:partir|compter|dater) d[eu](?: la date du| l'age de)?|dès(?: le| l'age de)?|depuis(?: le)?"),  # noqa: E501
    ("min", r"debut(?:e|ent|era|eront|ant)?(?: le)?|commenc\w+(?: le| a)?|entr\w+ en vigueur(?: le)?"),  # noqa: E501
    ("min_strict", r"apres(?: le)?|plus de|plus d'|excede(?:nt)?|depasse(?:nt)?|superieure?s? a|au-dela d[eu]|>|excedant|depassant"),  # noqa: E501
    ("max", r"se termin\w+(?: le| a)?|prend\w* fin(?: le)?|finit(?: le)?|finissent(?: le)?|cess\w+(?: le)?"),  # noqa: E501
)  # fmt: skip
_AFTER: tuple[tuple[Bound, str], ...] = (
    ("max", r"(?: (?!et |ou |a |de |par |et$)[a-z]+)?(?:,? )?(?:au plus(?! tot)(?: tard)?|au maximum|maximum|maxi|max(?!\w)|dernier delai|ou moins|inclus?e?(?!\w))"),  # noqa: E501
    ("min", r"(?: (?!et |ou |a |de |par )[a-z]+)?(?:,? )?(?:au moins|au minimum|minimum|mini(?!\w)|au plus tot|ou plus tot|et plus|ou plus|ou davantage)"),  # noqa: E501
)  # fmt: skip
_APPROXIMATE = re.compile(
    r"(?:environ|pres de|a peu pres|autour d[eu]|approximativement|aux alentours d[eu]|quelque|vers"
    r"|de l'ordre de)(?: (?:le|les|a))?(?: \w+)? $"
)
_APPROXIMATE_AFTER = re.compile(r" (?:environ|a peu pres|approximativement)(?!\w)")
_DENIED = re.compile(
    r"(?<!\w)(?:ne |n'|sans |interdi\w+ de )(?:[^,]*?(?<!\w)(?:pas|jamais|depass\w+|pourr\w+|peu\w+|rouler|exced\w+)(?!\w))(?!.*(?:age|enfant|personne))"  # noqa: E501
)
#: « au plus tard 15 jours avant » is at least 15 days; « au plus tôt 15 jours avant », at most.
_COUNTED_BACK = re.compile(r"(?<!\w)au plus (tot|tard),? ?$")
_BACKWARDS = re.compile(r" (?:francs? |ouvres? |ouvrables? |calendaires? )?avant(?!\w)")
_WEEKDAY_TAIL = re.compile(r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )$")
_BOUND_BEFORE = [(bound, re.compile(rf"(?<![\w])(?:{p}) ?$")) for bound, p in _BEFORE]
_BOUND_AFTER = [(bound, re.compile(p)) for bound, p in _AFTER]


def bound_of(plain: str, start: int, end: int) -> Bound:
    """The bound that the words around ``plain[start:end]`` give.

    ``plain`` has no accents but that of « dès »: see :func:`with_des`.
    """
    before = _WEEKDAY_TAIL.sub("", plain[max(0, start - 48) : start])
    after = plain[end : end + 24]
    counted = _COUNTED_BACK.search(before) if _BACKWARDS.match(plain[end : end + 30]) else None
    if counted:
        return "min" if counted[1] == "tard" else "max"
    for bound, pattern in _BOUND_AFTER:
        if pattern.match(after):
            return bound
    for bound, pattern in _BOUND_BEFORE:
        match = pattern.search(before)
        if match:
            return _turned(bound, plain, start - len(before) + match.start())
    return ""


def _turned(bound: Bound, plain: str, cue: int) -> Bound:
    """« ne … pas … plus de 30 km/h » is a maximum; « ne peut débuter avant le 3 » a minimum."""
    clause = re.split(
        r"[.;:\n]| et qu[e']| et (?:vous|il|elle)(?!\w)", plain[max(0, cue - 60) : cue]
    )[-1]
    if re.search(r"(?<!\w)(?:jamais|pas) $", clause):
        return "max" if bound == "min_strict" else "min"
    if bound not in ("max_strict", "min_strict") or not _DENIED.search(clause):
        return bound
    return "min" if bound == "max_strict" else "max"


def with_des(plain: str, text: str) -> str:
    """``plain`` with « dès » told from « des », as ``text`` writes them (same length)."""
    lower = text.lower()
    chars = list(plain)
    for match in re.finditer(r"(?<!\w)dès(?!\w)", lower if len(lower) == len(plain) else ""):
        chars[match.start() + 1] = "è"
    return "".join(chars)


def is_approximate(plain: str, start: int, end: int) -> bool:
    """« environ trois semaines », « trois semaines environ »."""
    before, after = plain[max(0, start - 40) : start], plain[end : end + 24]
    return bool(_APPROXIMATE.search(before) or _APPROXIMATE_AFTER.match(after))


def direction(bound: Bound) -> str:
    """« max » or « min » whatever the strictness, or «»."""
    return bound.removesuffix("_strict")
