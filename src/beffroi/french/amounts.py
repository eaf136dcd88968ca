"""Amounts of money, rates and quantities: « 1 250,50 € HT par an », « 80 % », « 30 km/h »."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from beffroi.findings import Span
from beffroi.french.flat import bare_same_length, flat
from beffroi.french.numbers import Number, numbers

#: Unit as written (without accents) → (measure, base unit, factor). Longest first when matching.
UNITS: dict[str, tuple[str, str, Fraction]] = {
    "€": ("montant", "€", Fraction(1)),
    "euros": ("montant", "€", Fraction(1)),
    "euro": ("montant", "€", Fraction(1)),
    "eur": ("montant", "€", Fraction(1)),
    "k€": ("montant", "€", Fraction(1000)),
    "m€": ("montant", "€", Fraction(10**6)),
    "centimes": ("montant", "€", Fraction(1, 100)),
    "%": ("taux", "%", Fraction(1)),
    "pour cent": ("taux", "%", Fraction(1)),
    "pourcent": ("taux", "%", Fraction(1)),
    "‰": ("taux", "%", Fraction(1, 10)),
    "km/h": ("quantite", "km/h", Fraction(1)),
    "kilometres a l'heure": ("quantite", "km/h", Fraction(1)),
    "kilometres par heure": ("quantite", "km/h", Fraction(1)),
    "kilometres/heure": ("quantite", "km/h", Fraction(1)),
    "kilometres-heure": ("quantite", "km/h", Fraction(1)),
    "km": ("quantite", "m", Fraction(1000)),
    "kilometres": ("quantite", "m", Fraction(1000)),
    "kilometre": ("quantite", "m", Fraction(1000)),
    "metres carres": ("quantite", "m²", Fraction(1)),
    "metre carre": ("quantite", "m²", Fraction(1)),
    "m²": ("quantite", "m²", Fraction(1)),
    "m2": ("quantite", "m²", Fraction(1)),
    "metres cubes": ("quantite", "m³", Fraction(1)),
    "metre cube": ("quantite", "m³", Fraction(1)),
    "m³": ("quantite", "m³", Fraction(1)),
    "m3": ("quantite", "m³", Fraction(1)),
    "metres": ("quantite", "m", Fraction(1)),
    "metre": ("quantite", "m", Fraction(1)),
    "m": ("quantite", "m", Fraction(1)),
    "centimetres": ("quantite", "m", Fraction(1, 100)),
    "centimetre": ("quantite", "m", Fraction(1, 100)),
    "cm": ("quantite", "m", Fraction(1, 100)),
    "millimetres": ("quantite", "m", Fraction(1, 1000)),
    "mm": ("quantite", "m", Fraction(1, 1000)),
    "hectares": ("quantite", "m²", Fraction(10000)),
    "hectare": ("quantite", "m²", Fraction(10000)),
    "ha": ("quantite", "m²", Fraction(10000)),
    "kilogrammes": ("quantite", "kg", Fraction(1)),
    "kilos": ("quantite", "kg", Fraction(1)),
    "kilo": ("quantite", "kg", Fraction(1)),
    "kg": ("quantite", "kg", Fraction(1)),
    "grammes": ("quantite", "kg", Fraction(1, 1000)),
    "g": ("quantite", "kg", Fraction(1, 1000)),
    "tonnes": ("quantite", "kg", Fraction(1000)),
    "tonne": ("quantite", "kg", Fraction(1000)),
    "t": ("quantite", "kg", Fraction(1000)),
    "litres": ("quantite", "l", Fraction(1)),
    "litre": ("quantite", "l", Fraction(1)),
    "l": ("quantite", "l", Fraction(1)),
    "decibels": ("quantite", "dB", Fraction(1)),
    "db": ("quantite", "dB", Fraction(1)),
    "kwh": ("quantite", "kWh", Fraction(1)),
    "kw": ("quantite", "kW", Fraction(1)),
    "°c": ("quantite", "°C", Fraction(1)),
    "degres": ("quantite", "°C", Fraction(1)),
    "degre": ("quantite", "°C", Fraction(1)),
}

#: Units so short that they need a space or nothing before and a boundary after.
_UNIT = "|".join(sorted((re.escape(u) for u in UNITS), key=len, reverse=True))
_UNIT_AFTER = re.compile(rf" ?(?:d')?(?P<unit>{_UNIT})(?!\w|')(?: ?(?P<cents>\d\d)(?! ?[\d€%]))?")
_ELLIPSIS = re.compile(r" ?(?:a|et|ou|-|/) ?$")
_EURO_FIRST = re.compile(r"€ ?$")
_TAX = re.compile(r" ?(?P<tax>h\.?t\.?|t\.?t\.?c\.?|hors taxes?|toutes taxes comprises)(?![\w])")

#: Words that say per what an amount is counted → what it is.
PER = {
    "par an": "an", "par annee": "an", "annuel": "an", "annuelle": "an", "annuels": "an",
    "annuelles": "an", "chaque annee": "an", "l'an": "an", "/an": "an", "/ an": "an",
    "tous les ans": "an", "a l'annee": "an", "annuellement": "an",
    "par mois": "mois", "mensuel": "mois", "mensuelle": "mois", "mensuels": "mois",
    "mensuelles": "mois", "chaque mois": "mois", "/mois": "mois", "/ mois": "mois",
    "tous les mois": "mois", "mensuellement": "mois", "le mois": "mois", "du mois": "mois",
    "par trimestre": "trimestre", "trimestriel": "trimestre", "trimestrielle": "trimestre",
    "chaque trimestre": "trimestre", "tous les trois mois": "trimestre",
    "tous les 3 mois": "trimestre",
    "par semaine": "semaine", "hebdomadaire": "semaine", "chaque semaine": "semaine",
    "par jour": "jour", "journalier": "jour", "journaliere": "jour", "chaque jour": "jour",
    "/jour": "jour", "la journee": "jour", "quotidien": "jour", "tous les jours": "jour",
    "par heure": "heure", "de l'heure": "heure", "/heure": "heure", "/h": "heure",
    "par enfant": "enfant", "chaque enfant": "enfant", "/enfant": "enfant", "l'enfant": "enfant",
    "par eleve": "enfant", "par foyer": "foyer", "chaque foyer": "foyer", "par famille": "foyer",
    "chaque famille": "foyer", "par menage": "foyer", "/foyer": "foyer",
    "par personne": "personne", "chaque personne": "personne", "/personne": "personne",
    "par habitant": "personne", "par participant": "personne", "par adulte": "adulte",
    "par repas": "repas", "le repas": "repas", "chaque repas": "repas", "/repas": "repas",
    "par m²": "m²", "le m²": "m²", "/m²": "m²", "par metre carre": "m²", "par m2": "m²",
    "le metre carre": "m²", "par metre lineaire": "ml", "le metre lineaire": "ml", "par ml": "ml",
    "par nuit": "nuit", "par nuitee": "nuit", "la nuit": "nuit", "par seance": "seance",
    "la seance": "seance", "par vehicule": "vehicule", "par logement": "logement",
    "par sac": "sac", "par tonne": "tonne", "la tonne": "tonne", "par kilometre": "km",
    "par passage": "passage", "par dossier": "dossier", "par emplacement": "emplacement",
    "l'unite": "unite", "par unite": "unite", "piece": "unite",
}  # fmt: skip
PER_PATTERN = re.compile(
    r"(?<!\w)(?:"
    + "|".join(sorted((re.escape(p) for p in PER), key=len, reverse=True))
    + r")(?!\w)"
)


_BREAK = re.compile(r"[.;:,\n\d]| (?:et|ou|puis) (?!par )")


@dataclass(frozen=True, kw_only=True, slots=True)
class Amount:
    """``value`` in ``unit`` (the base unit of its measure); ``tax`` « HT », « TTC » or «»."""

    span: Span
    measure: str
    unit: str
    value: Fraction
    tax: str = ""
    per: tuple[str, ...] = ()


def amounts(text: str, known: list[Number] | None = None) -> list[Amount]:
    """Every amount, rate or quantity of ``text``, in order."""
    plain = bare_same_length(flat(text))
    counted = numbers(text) if known is None else known
    found: list[Amount] = []
    for index, number in enumerate(counted):
        match = _UNIT_AFTER.match(plain, number.span.end)
        if not match or _is_something_else(match, number, plain):
            continue
        measure, unit, factor = UNITS[match["unit"]]
        if unit == "m" and text[match.start("unit") : match.end("unit")] == "M":
            continue
        if index and _ELLIPSIS.fullmatch(plain[counted[index - 1].span.end : number.span.start]):
            first = counted[index - 1]
            if not _UNIT_AFTER.match(plain, first.span.end) and not first.article:
                found.append(
                    Amount(span=first.span, measure=measure, unit=unit, value=first.value * factor)
                )
        found.append(_read(number, match, plain))
    return sorted(found, key=lambda amount: amount.span)


def _is_something_else(match: re.Match[str], number: Number, plain: str) -> bool:
    unit = match["unit"]
    if unit in ("l", "t", "g", "m") and number.words:
        return True
    if unit in ("l", "t") and re.match(r"[.\-/' ]*\d", plain[match.end() :]):
        return True
    return unit in ("l", "t", "g") and bool(re.match(r"\. ?[a-z0-9]", plain[match.end() :]))


def _read(number: Number, match: re.Match[str], plain: str) -> Amount:
    measure, unit, factor = UNITS[match["unit"]]
    value, end = number.value * factor, match.end("unit")
    if match["cents"] and measure == "montant" and match["unit"] != "centimes":
        value, end = value + Fraction(int(match["cents"]), 100), match.end()
    tax, end = _tax(plain, end) if measure == "montant" else ("", end)
    return Amount(
        span=Span(start=number.span.start, end=end), measure=measure, unit=unit, value=value,
        tax=tax, per=counted_by(plain, number.span.start, end),
    )  # fmt: skip


def _tax(plain: str, end: int) -> tuple[str, int]:
    match = _TAX.match(plain, end)
    if not match:
        return "", end
    word = match["tax"].replace(".", "")
    return ("HT" if word in ("ht", "hors taxe", "hors taxes") else "TTC"), match.end()


def counted_by(plain: str, start: int, end: int) -> tuple[str, ...]:
    """What the amount is counted by: right after it, or an adjective just before."""
    after = _BREAK.split(plain[end : end + 60])[0]
    before = _BREAK.split(plain[max(0, start - 60) : start])[-1]
    return tuple(
        sorted({PER[m[0]] for part in (after, before) for m in PER_PATTERN.finditer(part)})
    )
