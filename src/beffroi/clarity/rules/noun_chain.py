"""A chain of « de » : « le plan de gestion de la zone de protection du site »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from beffroi.clarity.rules.rule import PLAIN_ONLY, Hit, Reading, Rule

_OF = r"(?:de la|de l[’']|du|des|de|d[’'])"
_CHAIN = re.compile(
    r"\b(?!(?i:les?|la|une?|ces?|cette|son|sa)\b)[\wÀ-ÿ]+(?:[ \u00a0](?!d)[\wÀ-ÿ]+)?"
    rf"(?:[ \u00a0]{_OF}[ \u00a0]?[\wÀ-ÿ-]+(?:[ \u00a0](?!d)[\wÀ-ÿ-]+(?=[ \u00a0]{_OF}))?){{4,}}"
)


def find(reading: Reading) -> Iterator[Hit]:
    for span, _ in reading.found(_CHAIN):
        yield Hit(span=span, message="Suite de compléments : coupez-la avec un verbe.")


RULE = Rule(
    name="complements_en_chaine",
    title="Compléments en chaîne",
    reason="Chaque « de » fait attendre un mot de plus.",
    reference="ISO 24495-1 (langage clair)",
    find=find,
    audiences=PLAIN_ONLY,
)
