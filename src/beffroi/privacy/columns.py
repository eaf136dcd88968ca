# ruff: noqa: E501  (regular expressions and lists of words read better whole)
"""Tables in text: the heading of a column says what its cells are.

Separators met in municipal exports: ``;``, tab, ``|``, ``,`` and runs of spaces. The heading is
the first line of a block that has at least one heading we know; rows follow while they have
about as many cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from beffroi.privacy.fold import fold
from beffroi.privacy.people.names import names
from beffroi.privacy.people.vocabulary import PLACES
from beffroi.privacy.people.words import Line
from beffroi.privacy.recognisers.street import STREET_TYPE
from beffroi.privacy.types import Kind, Mention

_WORDS: tuple[tuple[Kind, str], ...] = (
    (
        "birth_date",
        r"(?:date\s(?:de\s)?|d\.?\s?|ann[ée]e\s(?:de\s)?|dte\s)?naiss(?:ance|\.)?.{0,14}|n[ée]\s?\(?e?\)?\s(?:le|en).{0,8}|ddn|"
        r"jour de naissance|date naiss.*|\w{0,6}\W.*na\w?i?s{1,3}[ae]?n?\w{0,3}.{0,14}",
    ),
    (
        "address",
        r"(?:votre\s|num(?:éro)?\s(?:et|&)\s|n°\s(?:et|&)\s)?(?:adresses?(?!.*(?:mail|[ée]lectr))(?:\s.{0,25})?|domicile|rue|voie|lieu\sde\s"
        r"r[ée]sidence)|localisation",
    ),
    (
        "phone",
        r"(?:n°\s?(?:de\s)?|num[ée]ro\s(?:de\s)?)?(?:t[ée]l[ée]?(?:ph(?:one)?)?s?|portable|mobile|gsm|fixe)\b.{0,25}|contact",
    ),
    (
        "email",
        r"(?:e-?mail|m[ée]l|mail|courriel|adresse\s(?:e-?mail|mail|[ée]lectronique)).{0,15}",
    ),
    (
        "person",
        r"(?:civilit[ée]\s(?:et\s)?)?(?:noms?|pr[ée]-?noms?|nom\(s\)|pr[ée]nom\(s\)|patronyme|identit[ée])(?!.*(?:rue|voie|commune|"
        r"association|structure|[ée]cole|soci[ée]t[ée]|entreprise|site|salle|organisme|fichier|[ée]v[ée]nement|quartier))"
        r"(?:[\s/,&\-+]+.{0,35})?|"
        r"demandeu(?:r|se)s?|agente?s?|[ée]l[èe]ves?|enfants?|b[ée]n[ée]ficiaires?|titulaires?|responsables?(?:\s.{0,20})?|"
        r"parents?(?:\s\d)?|p[èe]re|m[èe]re|locataires?|propri[ée]taires?|[ée]lect(?:eur|rice)s?|habitante?s?|signataires?|"
        r"participante?s?|usag[èe]re?s?|adh[ée]rente?s?|d[ée]clarante?s?|contribuables?|redevables?|d[ée]biteurs?|tiers|"
        r"r[ée]f[ée]rente?s?|interlocut.*|contacts?|personnes?(?:\s.{0,20})?|abonn[ée]e?s?|client.?s?|assistante?s?\s.{0,15}|"
        r"conducteurs?|candidate?s?|inscrite?s?|stagiaires?|garants?|tut(?:eur|rice)s?|conjointe?s?|membres?|b[ée]n[ée]voles?|"
        r"salari[ée]e?s?|intervenante?s?|animat(?:eur|rice)s?|accompagnat(?:eur|rice)s?|d[ée]funte?s?|concessionnaires?|"
        r"p[ée]titionnaires?|requ[ée]rante?s?|plaignante?s?|repr[ée]sentant.*|mandataires?|occupante?s?|victimes?|"
        r"suivi(?:\spar)?|trait[ée]\spar|re[çc]u\spar|encadrant.*|enseignant.*|professeurs?|rempla[çc]ante?s?|suppl[ée]ante?s?|chauffeurs?|[ée]quipi[èe]r.*|d[’']astreinte|astreinte|"
        r"permanen(?:t|te|ce)s?|auteur.*|r[ée]dact.*|exp[ée]diteur.*|destinataires?|emprunteu.*|r[ée]serv[ée]\spar|saisi\spar|vu\spar|famille|foyer|m[ée]nage",
    ),
    (
        "identifier",
        r"(?:n\s?[°ºo]\s?|num[ée]ro\s?|no\s|num\.?\s|id(?:entifiant)?\s?|code\s|r[ée]f\.?\s)(?:d[eu’']\s?|de\sl[a’']\s?)?(?:.*(?:allocataire|caf|matricule|"
        r"[ée]lect|dossier|fiscal|ine|s[ée]cu|ss|adh[ée]rent|carte|usager|cni|passeport|permis|agent|famille|unique|nur|"
        r"demand|abonn|badge|mdph|client|compteur|licence|s[ée]jour|contrat|b[ée]n[ée]f|assur|foyer|[ée]l[èe]ve).*)"
        r"|matricules?|allocataires?|identifiants?|nir|num[ée]ro\sde\ss[ée]cu.*|n°\ssecu.*|iban|rib|immat.*|plaques?|v[ée]hicules?",
    ),
)
_HEADINGS = tuple((kind, re.compile(rf"^(?:{words})$", re.I)) for kind, words in _WORDS)
#: Columns of places and organisations: what they hold is nobody.
_PLACE = re.compile(
    r"^(?:[ée]coles?|lieux?|sites?|[ée]tablissements?|rues?|voies?|quartiers?|salles?|associations?|structures?|services?|"
    r"bureaux?(?:\sde\svote)?|[ée]quipements?|b[âa]timents?|organismes?|soci[ée]t[ée]s?|entreprises?|coll[èe]ges?|lyc[ée]es?|"
    r"cr[èe]ches?|centres?|arr[êe]ts?|communes?|villes?|secteurs?|directions?|postes?|fonctions?|m[ée]tiers?|objets?|motifs?)"
    r"(?:\s.{0,25})?$",
    re.I,
)
_TOWN = re.compile(
    r"^(?:ville|commune|cp|code\spostal|c\.?p\.?|localit[ée]|bureau\sdistributeur)(?:\s.{0,12})?$",
    re.I,
)
_SEPARATORS = (
    re.compile(r"[ \u00a0]*\|[ \u00a0]*"),
    re.compile(r"[ \u00a0]*;[ \u00a0]*"),
    re.compile(r"[ \u00a0]*\t[ \u00a0]*"),
    re.compile(r",[ \u00a0]*"),
    re.compile(r"[ \u00a0]{2,}"),
)
_QUOTED = re.compile(r'"[^"\n]*"')
_NOTHING = re.compile(
    r"^(?:[\W_]*|\d{1,3}|n[ée]ant|idem|oui|non|aucune?|inconnue?|nc|nr|n/?a|sans|total.*|x+|anonyme|à préciser|id\.?)$",
    re.I,
)

#: « rue Danton »: a street without a number, alone in its cell, is where something happened.
_STREET = re.compile(rf"(?:{STREET_TYPE})(?!\w)", re.I)

Cell = tuple[int, int]


def find(text: str, words_of: Sequence[Line]) -> Iterator[Mention]:
    """What the columns of the tables of ``text`` hold."""
    at = 0
    while at < len(words_of) - 1:
        headed = _heading(text, words_of, at)
        if headed is None:
            at += 1
            continue
        separator, kinds = headed
        following = at + 1
        while following < len(words_of) and _is_next(text, words_of, following):
            cells = _cells(text, words_of[following], separator)
            if not _matches(cells, kinds):
                break
            yield from _row(text, cells, kinds)
            following += 1
        at = following


def places(text: str, words_of: Sequence[Line]) -> list[Cell]:
    """The headings, and the cells that hold a place, an organisation or a service."""
    found: list[Cell] = []
    for at in range(len(words_of) - 1):
        headed = _heading(text, words_of, at)
        if headed is None:
            continue
        separator, kinds = headed
        if not _is_next(text, words_of, at + 1) or not _matches(
            _cells(text, words_of[at + 1], separator), kinds
        ):
            continue
        found += _cells(text, words_of[at], separator)
        columns = [
            i
            for i, (a, b) in enumerate(_cells(text, words_of[at], separator))
            if _PLACE.match(text[a:b].strip()) and not kinds[i]
        ]
        for line in words_of[at + 1 :] if columns else ():
            cells = _cells(text, line, separator)
            if not _matches(cells, kinds):
                break
            found += [cells[i] for i in columns if i < len(cells)]
    return found


def _heading(
    text: str, words_of: Sequence[Line], at: int
) -> tuple[re.Pattern[str], list[Kind | None]] | None:
    for separator in _SEPARATORS:
        cells = _cells(text, words_of[at], separator)
        if len(cells) < 2:
            continue
        if separator is _SEPARATORS[3] and len(_cells(text, words_of[at + 1], separator)) < 2:
            continue
        kinds = [_kind(text[a:b]) for a, b in cells]
        known = [kind for kind in kinds if kind]
        if known and all(len(text[a:b]) < 45 and ":" not in text[a:b] for a, b in cells):
            return separator, _with_towns(text, cells, kinds)
    return None


def _with_towns(text: str, cells: Sequence[Cell], kinds: list[Kind | None]) -> list[Kind | None]:
    if "address" not in kinds:
        return kinds
    return [
        "address" if _TOWN.match(text[a:b].strip()) else kind
        for (a, b), kind in zip(cells, kinds, strict=True)
    ]


def _kind(heading: str) -> Kind | None:
    tidy = heading.strip(" *_\"'“”")
    return next((kind for kind, pattern in _HEADINGS if pattern.match(tidy)), None)


def _is_next(text: str, words_of: Sequence[Line], at: int) -> bool:
    between = text[words_of[at - 1].end : words_of[at].start]
    # documents read by Beffroi part the rows of a table with a blank line
    rows = " | " in text[words_of[at].start : words_of[at].end] and between.count("\n") <= 2
    return (
        rows or between.count("\n") <= 1 or re.fullmatch(r"\n[|+\-=: \t]+\n", between) is not None
    )


def _cells(text: str, line: Line, separator: re.Pattern[str]) -> list[Cell]:
    """The cells of a line; the bars at both ends of a Markdown row open and close nothing."""
    begin, end = line.start, line.end
    raw = text[begin:end]
    begin += len(raw) - len(raw.lstrip(" |"))
    end -= len(raw) - len(raw.rstrip(" |"))
    quoted = [m.span() for m in _QUOTED.finditer(text, begin, max(begin, end))]
    cuts = [
        m.span()
        for m in separator.finditer(text, begin, max(begin, end))
        if not any(a < m.start() < b for a, b in quoted)
    ]
    edges = [(begin, begin), *cuts, (max(begin, end), end)]
    return [(a[1], b[0]) for a, b in pairwise(edges)]


def _matches(cells: Sequence[Cell], kinds: Sequence[Kind | None]) -> bool:
    return len(cells) >= 2 and abs(len(cells) - len(kinds)) <= max(0, len(kinds) // 4)


def _row(text: str, cells: Sequence[Cell], kinds: Sequence[Kind | None]) -> Iterator[Mention]:
    for (start, end), kind in zip(cells, kinds, strict=False):
        value = text[start:end]
        stripped = value.strip(" \"'*_")
        start += value.find(stripped) if stripped else 0
        if kind and stripped and not _NOTHING.match(stripped) and _is_plausible(kind, stripped):
            yield Mention(
                start=start,
                end=start + len(stripped),
                kind=kind,
                text=stripped,
                confidence=0.9,
                rule="colonne",
                gender=names().gender(stripped.casefold()) if kind == "person" else "",
            )


def _is_plausible(kind: Kind, value: str) -> bool:
    digits = sum(c.isdigit() for c in value)
    if kind == "person":
        first = fold(value).split(" ")[0]
        somebody = first not in PLACES or names().is_name(first)
        return digits == 0 and len(value) < 60 and any(c.isalpha() for c in value) and somebody
    if kind == "address":
        return len(value) < 140 and (digits > 0 or not _STREET.match(value))
    if kind == "email":
        return "@" in value or "arobase" in value
    return digits >= (4 if kind != "birth_date" else 2)
