"""Posts, SMS and posters made by rule: what an inhabitant needs is there, whole."""

from __future__ import annotations

import pytest

from beffroi.drafting import Done, Request, run, shipped_modeles
from beffroi.drafting.sms import count_sms
from drafting.acts import TRAFFIC

PARTY = (
    "La fête du printemps aura lieu le samedi 16 mai 2026, de 14 h à 23 h, place de la Halle. "
    "Au programme : marché de producteurs, concert à 18 h, bal à 20 h 30. L’entrée est gratuite. "
    "En cas de pluie, la fête est reportée au dimanche 17 mai. "
    "Renseignements : mairie, 01 99 00 12 00."
)
SHARED = (
    "Article 1er\nLa circulation est interdite rue du Four.\n\nArticle 2\nCette interdiction ne "
    "s’applique pas aux véhicules des riverains, des services de secours et de la collecte."
)


def _written(modele: str, text: str, **values: str) -> str:
    request = Request(modele=modele, values={"texte": text, **values})
    events = run(request, model=None, modeles=shipped_modeles())
    draft = next(event.draft.text for event in events if isinstance(event, Done))
    return draft.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    "words", ["marché de producteurs, concert à 18 h", "L’entrée est gratuite", "En cas de pluie"]
)
def test_a_long_post_tells_everything(words: str) -> None:
    assert words in _written("publication", PARTY, reseau="facebook")


def test_a_short_post_keeps_the_exception_in_few_words() -> None:
    post = _written("publication", SHARED, reseau="x")
    assert "Sauf les véhicules des riverains, des services de secours et de la collecte" in post
    assert len(post) <= 280


def test_an_sms_keeps_the_condition() -> None:
    sms = _written("sms-alerte", PARTY)
    assert "En cas de pluie, la fete est reportée au dimanche 17 mai" in sms
    assert count_sms(sms).parts == 1


def test_a_poster_names_the_thing_and_its_programme() -> None:
    poster = _written("affiche", PARTY)
    assert poster.splitlines()[0] == "# La fête du printemps place de la Halle"
    assert "bal à 20 h 30" in poster
    assert "aura lieu" not in poster


@pytest.mark.parametrize("text", [TRAFFIC, PARTY, SHARED])
def test_nothing_is_said_twice(text: str) -> None:
    lines = [line for line in _written("publication", text).splitlines() if line]
    assert len(lines) == len(set(lines))
