"""The classifier of names: what it adds to the rules, and what it leaves."""

from __future__ import annotations

import pytest

from beffroi.privacy import Mention, detect
from beffroi.privacy.detect import rules_alone
from beffroi.privacy.people import learned
from beffroi.privacy.people.names import names
from privacy.tables import marked


def people(text: str) -> list[Mention]:
    return [mention for mention in detect(text) if mention.kind == "person"]


FOUND = [
    "le stand de ‹marchand› est trop grand",
    "LA DAME DE L'ACCUEIL ‹URBAIN› EST DESAGREABLE",
    "atteste heberger a titre gratuit ‹besson maria› depuis mars",
    "visine de ‹bonnet›. chien qui aboie",
    "plainte contre ‹dylan petit›",
    "le mail de ‹pascal› est arrivé, ‹sandrine l.› aussi",
]
LEFT = [
    "le petit marchand de fruits est parti, la rose est blanche",
    "Le parc reste fermé. Le bois sera donné aux habitants.",
    "trois jeunes place léon blum attendent",
    "la maison des enfants est ouverte, le dossier est complet",
]


@pytest.mark.parametrize("row", [*FOUND, *LEFT])
def test_what_is_marked_is_found_and_nothing_else(row: str) -> None:
    assert marked(row, people) == row


def test_rules_alone_would_miss_some_of_them() -> None:
    missed = [row for row in FOUND if marked(row, lambda text: rules_alone(text)[1]) != row]
    assert len(missed) >= 3


def test_neighbours_make_one_mention() -> None:
    text = "atteste heberger a titre gratuit besson maria"
    words, mentions, elsewhere = rules_alone(text)
    found = list(learned.find(text, words, names(), mentions, elsewhere))
    assert [m.text for m in found] == ["besson maria"]
    assert all(0 < m.confidence < 0.85 and m.rule == "appris" for m in found)
