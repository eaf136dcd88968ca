"""The review before sending: what is masked, decided, kept, restored; and what is not stored."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from django.test import Client

from beffroi_web.collectivites.models import Collectivite
from beffroi_web.confidentialite.models import Listed
from beffroi_web.confidentialite.sealed import seal, unseal
from beffroi_web.journal.models import Entry

TEXT = "Mme Jeanne Quéméneur habite 12 rue des Lilas, 35000 Rennes. Dossier urgent de Kevin."
PAGE = "/masquer/"


def page_of(client: Client, **sent: str) -> str:
    answer = client.post(PAGE, {"texte": TEXT, **sent})
    assert answer.status_code == 200, answer.status_code
    return html.unescape(answer.content.decode())


def copy_of(page: str) -> str:
    found = re.search(r'<textarea id="copie"[^>]*>(.*?)</textarea>', page, re.S)
    return found[1] if found else ""


def decision_for(page: str, text: str) -> str:
    """The name of the choice of the group that holds ``text``."""
    group = next(part for part in page.split("<fieldset")[1:] if text in part)
    found = re.search(r'name="decision-([0-9a-f]+)"', group)
    assert found
    return found[1]


def test_a_text_is_masked_and_its_answer_restored(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    client = signed_in(collectivite)
    page = page_of(client)
    masked = copy_of(page)
    assert "Quéméneur" not in masked
    assert "[FEMME_1] habite [ADRESSE_1]" in masked
    sealed = re.search(r'name="repere" value="([^"]+)"', page)
    assert sealed
    sent = {"reponse": "Bonjour **[FEMME_1]**, [PERSONNE_99].", "repere": sealed[1]}
    answer = html.unescape(client.post(f"{PAGE}restituer/", sent).content.decode())
    assert "Bonjour **Jeanne Quéméneur**" in answer
    assert "Donnée inventée" in answer


def test_one_decision_for_all_the_mentions_of_an_entity(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    client = signed_in(collectivite)
    key = decision_for(page_of(client), "Jeanne")
    left = page_of(client, **{f"decision-{key}": "laisser"})
    assert "Jeanne Quéméneur" in copy_of(left)
    assert "[ADRESSE_1]" in copy_of(left)


def test_what_is_added_is_masked_and_kept_when_asked(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    client = signed_in(collectivite)
    page = page_of(client, ajouts="dossier urgent", **{"retenir-ajouts": "on"})
    assert "[DONNEE_1]" in copy_of(page)
    assert [row.text for row in Listed.objects.for_(collectivite)] == ["dossier urgent"]
    assert "[DONNEE_1]" in copy_of(page_of(client))


def test_nothing_is_given_while_a_doubt_remains(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    client = signed_in(collectivite)
    text = "On a vu Lefebvre hier."
    page = page_of(client, texte=text, bloquer="on")
    assert copy_of(page) == ""
    assert "Tranchez d’abord" in page
    key = decision_for(page, "Lefebvre")
    settled = page_of(client, texte=text, bloquer="on", **{f"decision-{key}": "masquer"})
    assert "[PERSONNE_1]" in copy_of(settled)


def test_the_journal_knows_how_many_and_never_what(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    page_of(signed_in(collectivite))
    entry = Entry.objects.for_(collectivite).get(act="confidentialite.masque")
    assert '"address":1' in entry.details.replace(" ", "")
    assert "Quéméneur" not in entry.details


def test_officials_of_the_list_stay_in_clear(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    client = signed_in(collectivite)
    sent = {"liste": "officials", "ligne": "Jeanne Quéméneur"}
    assert client.post(f"{PAGE}listes/", sent).status_code == 302
    assert "Jeanne Quéméneur" in copy_of(page_of(client))
    row = Listed.objects.for_(collectivite).get()
    assert client.post(f"{PAGE}listes/{row.pk}/retirer/").status_code == 302
    assert not Listed.objects.for_(collectivite).exists()


def test_a_sealed_table_opens_for_its_person_only(db: None) -> None:
    from beffroi.privacy import mask

    table = mask(TEXT).table
    assert unseal(seal(table, user=1), user=1) == table
    assert unseal(seal(table, user=1), user=2) is None
    assert unseal("rien", user=1) is None


def test_an_empty_text_is_told(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    answer = signed_in(collectivite).post(PAGE, {"texte": ""})
    assert answer.status_code == 422
    assert "Collez un texte." in answer.content.decode()
