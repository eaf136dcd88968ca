"""Figures of use: counted from the journal, for those who write assistants."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from beffroi_web.collectivites.models import Collectivite, Role
from beffroi_web.jobs.inline import run_waiting
from web.assistants.conftest import Talk

ROOM = "/assistants/atelier"


def cells(client: Client) -> list[str]:
    page = client.get(f"{ROOM}/emploi/").content.decode()
    rows = page.split("<tbody>")[1].split("</tbody>")[0].split("<td")[1:]
    return [row.split(">", 1)[1].split("<")[0].replace("\u00a0", " ").strip() for row in rows]


def test_questions_are_counted_by_assistant_and_outcome(
    talk: Talk, collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    row = talk.begin("Combien coûte le repas à la cantine ?")
    talk.ask(row, "Quel est le taux de la taxe sur les éoliennes ?")
    keeper = signed_in(collectivite, Role.REFERENT)
    assert cells(keeper) == ["2", "moins de 3", "1", "1", "0", "0"]


def test_an_erased_conversation_stays_counted_and_no_word_is_shown(
    talk: Talk, collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    row = talk.begin("Combien coûte le repas à la cantine ?")
    talk.client.post(f"/assistants/{row.pk}/supprimer/")
    keeper = signed_in(collectivite, Role.REFERENT)
    assert cells(keeper)[0] == "1"
    assert "cantine" not in keeper.get(f"{ROOM}/emploi/").content.decode()


def test_it_takes_the_role(collectivite: Collectivite, signed_in: Callable[..., Client]) -> None:
    agent = signed_in(collectivite)
    assert agent.get(f"{ROOM}/emploi/").status_code == 403
    assert "Emploi" not in agent.get(f"{ROOM}/").content.decode()
    keeper = signed_in(collectivite, Role.REFERENT)
    run_waiting()
    assert "Aucune question" in keeper.get(f"{ROOM}/emploi/").content.decode()
