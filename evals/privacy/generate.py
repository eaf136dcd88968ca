"""Municipal texts with their personal data marked: templates × lists × noise, from a seed.

    python evals/privacy/generate.py tuning 420 > tuning.jsonl

A template names what it holds between angle brackets: ``<p1>`` (first name and surname of person
1), ``<p1.n>`` (surname), ``<p1.f>``, ``<p1.N>`` (SURNAME), ``<p1.NF>`` (SURNAME First),
``<p1.i>`` (J. Surname), ``<p1.c>`` / ``<p1.C>`` (M., Mme / Monsieur, Madame; not personal),
``<p1.e>`` (« e » for a woman), ``<a1>`` (address on one line), ``<a1.l>`` (on several),
``<tel>``, ``<mail1>``, ``<nir>``, ``<iban>``, ``<plaque>``, ``<carte>``, ``<naiss>``,
``<id:##@>`` (an identifier of that form), and what must stay: ``<lieu>``, ``<org>``, ``<date>``.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import templates_adverse
import templates_tuning
import templates_untouched
import values

PARTS: dict[str, tuple[ModuleType, int]] = {
    "tuning": (templates_tuning, 20261122),
    "adverse": (templates_adverse, 404),
    "untouched": (templates_untouched, 77),
}
NOISES = [
    "",
    "",
    "",
    "accents",
    "lower",
    "lower+accents",
    "upper",
    "upper+accents",
    "typos",
    "typos+lower",
]
_SLOT = re.compile(r"<(?P<name>[a-z]+)(?P<n>\d?)(?:\.(?P<form>\w+))?(?::(?P<arg>[^>]+))?>")
Piece = tuple[str, str]


def generate(part: str, count: int, *, seed: int | None = None) -> Iterator[dict[str, Any]]:
    module, usual = PARTS[part]
    rng = random.Random(usual if seed is None else seed)
    templates = [(kind, text) for kind, texts in module.TEMPLATES.items() for text in texts]
    for number in range(count):
        kind, template = templates[number % len(templates)]
        noise = rng.choice(NOISES) if kind not in {"formulaire_caps"} else ""
        pieces = noisy(list(_filled(template.strip("\n"), rng, module)), noise, rng)
        yield {"id": f"{part}-{number:04d}", "kind": kind, "noise": noise, **assembled(pieces)}


def _filled(template: str, rng: random.Random, module: ModuleType) -> Iterator[Piece]:
    people: dict[str, values.Person] = {}
    made: dict[str, list[str]] = {}
    end = 0
    for match in _SLOT.finditer(template):
        yield "", template[end : match.start()]
        yield from _slot(match, rng, module, people, made)
        end = match.end()
    yield "", template[end:]


def _slot(
    match: re.Match[str],
    rng: random.Random,
    module: ModuleType,
    people: dict[str, values.Person],
    made: dict[str, list[str]],
) -> Iterator[Piece]:
    name, n, form = match["name"], match["n"] or "1", match["form"]
    if name in {"p", "mail"} and n not in people:
        people[n] = values.Person(rng, module.FIRST_F, module.FIRST_M, module.LAST)
    if name == "p":
        yield from _person(people[n], form)
    elif name == "a":
        lines = made.setdefault(
            n, values.address(rng, module.STREETS, module.TOWNS, module.COMPLEMENTS)
        )
        yield "ADDRESS", ("\n" if form == "l" else rng.choice([", ", " ", " - "])).join(lines)
    elif name == "mail":
        yield "EMAIL", values.email(rng, people[n])
    elif name in {"lieu", "org"}:
        yield (
            {"lieu": "PLACE", "org": "ORG"}[name],
            rng.choice(module.PLACES if name == "lieu" else module.ORGS),
        )
    elif name == "date":
        yield "DATE", values.date(rng, 2023, 2027)
    elif name == "id":
        yield "ID_NUMBER", values.digits(rng, match["arg"])
    else:
        yield _plain_value(name, rng)


def _plain_value(name: str, rng: random.Random) -> Piece:
    if name == "tel":
        return "PHONE", values.phone(rng)
    if name == "nir":
        return "NIR", values.nir(rng)
    if name == "iban":
        return "IBAN", values.iban(rng)
    if name == "plaque":
        return "PLATE", values.plate(rng)
    if name == "carte":
        return "OTHER", values.digits(rng, "4### #### #### ####")
    if name == "naiss":
        return "BIRTHDATE", values.date(rng, 1930, 2021)
    raise ValueError(name)


def _person(person: values.Person, form: str | None) -> Iterator[Piece]:
    civility = ("Mme", "Madame") if person.female else ("M.", "Monsieur")
    if form in {"c", "C"}:
        yield "", civility[form == "C"]
    elif form == "e":
        yield "", "e" if person.female else ""
    else:
        texts = {
            None: f"{person.first} {person.last}",
            "n": person.last,
            "N": person.last.upper(),
            "f": person.first,
            "F": person.first.upper(),
            "FN": f"{person.first} {person.last.upper()}",
            "NF": f"{person.last.upper()} {person.first}",
            "nf": f"{person.last} {person.first}",
            "i": f"{person.initial} {person.last}",
            "ni": f"{person.last} {person.initial}",
            "l": f"{person.first} {person.last}".lower(),
            "ln": person.last.lower(),
            "lf": person.first.lower(),
        }
        yield "PERSON", texts[form]


def noisy(pieces: list[Piece], noise: str, rng: random.Random) -> list[Piece]:
    if "typos" in noise:
        pieces = [(label, text if label else _typos(text, rng)) for label, text in pieces]
    if "accents" in noise:
        pieces = [(label, values.plain(text)) for label, text in pieces]
    if "lower" in noise:
        pieces = [(label, text.lower()) for label, text in pieces]
    if "upper" in noise:
        pieces = [(label, text.upper()) for label, text in pieces]
    return pieces


def _typos(text: str, rng: random.Random) -> str:
    letters = list(text)
    for at in range(1, len(letters) - 1):
        if (
            letters[at].isalpha()
            and letters[at - 1].isalpha()
            and letters[at + 1].isalpha()
            and rng.random() < 0.02
        ):
            kind = rng.randrange(3)
            if kind == 0:
                letters[at] = ""
            elif kind == 1:
                letters[at] *= 2
            else:
                letters[at], letters[at + 1] = letters[at + 1], letters[at]
    return "".join(letters)


def assembled(pieces: list[Piece]) -> dict[str, Any]:
    text, spans, stays = "", [], []
    for label, piece in pieces:
        if label and piece:
            target = stays if label in {"PLACE", "ORG", "DATE"} else spans
            target.append(
                {"start": len(text), "end": len(text) + len(piece), "label": label, "text": piece}
            )
        text += piece
    return {"text": text, "spans": spans, "stays": stays}


if __name__ == "__main__":
    for row in generate(sys.argv[1], int(sys.argv[2])):
        print(json.dumps(row, ensure_ascii=False))
