"""A person at work on a text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.test import Client

from beffroi_web.clarifier.models import Draft
from beffroi_web.collectivites.models import Collectivite
from beffroi_web.jobs.inline import run_waiting

TEXT = (
    "Du mardi 7 avril 2026 à 7 h 30 au vendredi 10 avril 2026 à 17 h, la circulation est "
    "interdite rue du Four. Cette interdiction ne s’applique pas aux riverains."
)


def plain(text: str) -> str:
    """``text`` with ordinary spaces: drafts come with no-break ones."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def _selected(options: str) -> str:
    """The value that a browser would send."""
    found = re.search(r'value="([^"]*)" selected', options) or re.search(
        r'value="([^"]*)"', options
    )
    assert found is not None
    return found.group(1)


@dataclass
class Desk:
    """A browser and the authority where its person works."""

    client: Client
    collectivite: Collectivite

    def give(self, text: str = TEXT, modele: str = "langage-clair") -> str:
        """Paste a text; the address of the page that chooses a modèle."""
        answer = self.client.post(f"/clarifier/?modele={modele}", {"texte": text})
        assert answer.status_code == 302, answer.content.decode()
        return answer["Location"]

    def fill(self, page: str) -> dict[str, str]:
        """What the page of the modèle sends when nothing is changed in it."""
        html = self.client.get(page).content.decode()
        fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', html))
        selects = re.findall(r'<select name="(\w+)".*?>(.*?)</select>', html, re.S)
        chosen = {name: _selected(options) for name, options in selects}
        return {**fields, **chosen}

    def begin(self, text: str = TEXT, modele: str = "langage-clair", **changes: str) -> Draft:
        """A draft whose writing waits."""
        page = self.give(text, modele)
        answer = self.client.post(page, {**self.fill(page), **changes})
        assert answer.status_code == 302, answer.content.decode()
        number = int(answer["Location"].strip("/").split("/")[-1])
        return self.draft(number)

    def written(self, text: str = TEXT, modele: str = "langage-clair") -> Draft:
        """A draft that is written."""
        draft = self.begin(text, modele)
        assert run_waiting() == 1
        return self.draft(draft.pk)

    def accept_all(self, draft: Draft) -> None:
        """Answer every open point of the version on the table."""
        assert draft.current
        for point in draft.current.points.all():
            if point.open:
                address = f"/clarifier/{draft.pk}/points/{point.pk}/accepter/"
                self.client.post(address, {"raison": "C’est voulu."})

    def draft(self, number: int) -> Draft:
        return Draft.objects.for_(self.collectivite).get(pk=number)

    def page(self, address: str) -> str:
        return self.client.get(address).content.decode()


@pytest.fixture
def desk(collectivite: Collectivite, signed_in: Callable[..., Client]) -> Desk:
    return Desk(signed_in(collectivite), collectivite)
