"""From a file dropped to a passage found, and erased for real."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from beffroi_web.accounts.models import User
from beffroi_web.collectivites.models import Collectivite, Direction, Membership, Role
from beffroi_web.jobs.inline import run_waiting
from beffroi_web.journal.models import Entry
from beffroi_web.knowledge import actions, index
from beffroi_web.knowledge.lines import lines_of
from beffroi_web.knowledge.models import Collection, Document, State
from beffroi_web.knowledge.page import number_at, paragraphs, passage_of
from web.knowledge.conftest import CANTINE, PISCINE, Shelf, collection


def test_files_become_searchable_and_every_one_is_accounted_for(shelf: Shelf) -> None:
    shelf.give(("cantine.txt", CANTINE), ("piscine.txt", PISCINE), ("plan.pdf", b"%PDF-abime"))
    rows = Document.objects.for_(shelf.collectivite)
    assert sorted(rows.values_list("state", flat=True)) == ["ecarte", "indexe", "indexe"]
    page = shelf.page(f"/documents/{shelf.row.pk}/")
    assert "3 documents" in page and "Laissé de côté" in page
    left = rows.get(state="ecarte")
    assert left.reason and left.reason[:30] in page


def test_a_passage_is_found_and_shown_in_its_document(shelf: Shelf) -> None:
    shelf.give(("cantine.txt", CANTINE), ("piscine.txt", PISCINE))
    page = shelf.search("prix du repas à la cantine")
    assert "4 euros et 20 centimes" in page.replace("<b>", "").replace("</b>", "")
    address = page.split('class="strong" href="')[1].split('"')[0].replace("&amp;", "&")
    opened = shelf.page(address)
    assert '<mark class="ok">' in opened and f'id="{address.split("#")[1]}"' in opened
    assert "Aller au passage cité" in opened


def test_what_is_removed_is_found_no_more(shelf: Shelf) -> None:
    shelf.give(("cantine.txt", CANTINE), ("piscine.txt", PISCINE))
    document = Document.objects.for_(shelf.collectivite).get(file_name="cantine.txt")
    path, key = Path(document.file.path), document.key
    assert path.exists() and key in index.held(shelf.collectivite)
    shelf.client.post(f"/documents/document/{document.pk}/retirer/")
    assert not path.exists() and key not in index.held(shelf.collectivite)
    assert "20 centimes" not in shelf.search("prix du repas de la cantine")


def test_deleting_a_collection_erases_all_of_it(shelf: Shelf) -> None:
    shelf.give(("cantine.txt", CANTINE))
    shelf.client.post(f"/documents/{shelf.row.pk}/supprimer/")
    assert not Document.objects.for_(shelf.collectivite).exists()
    assert index.held(shelf.collectivite) == frozenset()
    acts = set(Entry.objects.for_(shelf.collectivite).values_list("act", flat=True))
    assert {"collection.creee", "document.depose", "collection.supprimee"} <= acts


def test_the_same_file_twice_is_said(shelf: Shelf) -> None:
    shelf.give(("cantine.txt", CANTINE))
    answer = shelf.client.get(shelf.give(("copie.txt", CANTINE))["Location"])
    assert "Déjà dans la collection" in answer.content.decode()
    assert Document.objects.for_(shelf.collectivite).count() == 1


def test_jsonl_keeps_identifiers_and_says_wrong_lines(shelf: Shelf) -> None:
    lines = [
        json.dumps({"id": "f1", "titre": "Cantine", "texte": CANTINE, "date": "2026-03-01"}),
        json.dumps({"id": "f2", "titre": "Sans texte"}),
        "pas du json",
        "",
        json.dumps({"titre": "Piscine", "texte": PISCINE, "url": "javascript:alert(1)"}),
    ]
    shelf.give(("fiches.jsonl", "\n".join(lines)))
    rows = Document.objects.for_(shelf.collectivite)
    assert rows.count() == 4 and rows.filter(state=State.ECARTE).count() == 2
    assert rows.get(key="f1").title == "Cantine"
    assert not rows.filter(url__startswith="javascript").exists()
    shelf.give(("fiches.jsonl", json.dumps({"id": "f1", "titre": "Repas", "texte": PISCINE})))
    assert rows.get(key="f1").title == "Repas" and rows.filter(key="f1").count() == 1


def test_an_identifier_of_another_collection_is_left_out(shelf: Shelf) -> None:
    line = json.dumps({"id": "f1", "titre": "Cantine", "texte": CANTINE})
    shelf.give(("fiches.jsonl", line))
    other = collection(shelf.client, shelf.collectivite, "Autre")
    Shelf(shelf.client, shelf.collectivite, other).give(("fiches.jsonl", line))
    left = other.documents.get()
    assert left.state == State.ECARTE and "Une autre collection" in left.reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"[1]", "n\u2019est pas un objet"), (b'{"texte": 3, "id": "' + b"x" * 201 + b'"}', "200")],
)
def test_lines_that_cannot_be_used_say_why(content: bytes, reason: str) -> None:
    assert reason in next(lines_of(content, "f.jsonl")).reason


def test_out_of_date_is_said(shelf: Shelf) -> None:
    document = shelf.paste("Piscine", PISCINE)
    values = {"titre": "Piscine", "valable": "2020-01-01", "synonymes": "bassin\nnatation"}
    shelf.client.post(f"/documents/document/{document.pk}/decrire/", values)
    run_waiting()
    assert "Périmé" in shelf.page(f"/documents/{shelf.row.pk}/")
    assert "Périmé" in shelf.search("ouverture de la piscine")
    assert "est périmé depuis" in shelf.page(f"/documents/document/{document.pk}/")


def test_a_direction_reads_alone_what_is_its_own(
    collectivite: Collectivite, person: Callable[..., User], signed_in: Callable[..., Client]
) -> None:
    direction = Direction.objects.create(collectivite=collectivite, name="Enfance")
    agent = person(collectivite, Role.AGENT)
    Membership.objects.filter(user=agent).update(direction=direction)
    client = Client()
    client.force_login(agent, backend="beffroi_web.accounts.backends.EmailBackend")
    row = collection(client, collectivite, readers=str(direction.pk))
    mine = Shelf(client, collectivite, row)
    document = mine.paste("Cantine", CANTINE)
    assert "20 centimes" in mine.search("prix du repas de la cantine")
    for role in (Role.AGENT, Role.REFERENT, Role.ADMINISTRATEUR):
        other = Shelf(signed_in(collectivite, role), collectivite, row)
        assert "20 centimes" not in other.search("prix du repas de la cantine")
        assert other.client.get(f"/documents/{row.pk}/").status_code == 404
        assert other.client.get(document.get_absolute_url()).status_code == 404


def test_a_direction_that_is_removed_closes_its_documents(
    shelf: Shelf, signed_in: Callable[..., Client]
) -> None:
    direction = Direction.objects.create(collectivite=shelf.collectivite, name="Culture")
    row = collection(shelf.client, shelf.collectivite, "Fonds", readers=str(direction.pk))
    direction.delete()
    assert shelf.client.get(f"/documents/{row.pk}/").status_code == 404
    admin = signed_in(shelf.collectivite, Role.ADMINISTRATEUR)
    assert "Fermée" in admin.get(f"/documents/{row.pk}/").content.decode()


def test_an_agent_without_direction_cannot_open_one_to_all(
    collectivite: Collectivite, signed_in: Callable[..., Client]
) -> None:
    client = signed_in(collectivite, Role.AGENT)
    assert "rattaché à aucune direction" in client.get("/documents/nouvelle/").content.decode()
    answer = client.post("/documents/nouvelle/", {"nom": "Tout", "lecteurs": "maison"})
    assert answer.status_code == 422 and not Collection.objects.for_(collectivite).exists()


def test_an_agent_changes_only_what_is_his(shelf: Shelf, signed_in: Callable[..., Client]) -> None:
    document = shelf.paste("Cantine", CANTINE)
    agent = signed_in(shelf.collectivite, Role.AGENT)
    assert agent.get(f"/documents/{shelf.row.pk}/").status_code == 200
    assert agent.get(f"/documents/{shelf.row.pk}/modifier/").status_code == 404
    assert agent.post(f"/documents/document/{document.pk}/retirer/").status_code == 403
    assert Document.objects.for_(shelf.collectivite).exists()


def test_two_collections_do_not_bear_the_same_name(shelf: Shelf) -> None:
    values = {"nom": shelf.row.name, "lecteurs": "maison"}
    assert shelf.client.post("/documents/nouvelle/", values).status_code == 422


def test_only_what_agents_read_is_opened_to_inhabitants(shelf: Shelf) -> None:
    direction = Direction.objects.create(collectivite=shelf.collectivite, name="Culture")
    values = {"nom": "Fonds", "lecteurs": str(direction.pk), "habitants": "on"}
    assert shelf.client.post("/documents/nouvelle/", values).status_code == 422


def test_a_lost_index_is_made_again(shelf: Shelf) -> None:
    shelf.give(("cantine.txt", CANTINE), ("piscine.txt", PISCINE))
    keys = index.held(shelf.collectivite)
    index.remove(shelf.collectivite, keys)
    assert actions.mend(shelf.collectivite) == 2 and run_waiting() == 1
    assert index.held(shelf.collectivite) == keys
    assert actions.mend(shelf.collectivite) == 0


def test_the_original_is_saved_never_opened(shelf: Shelf) -> None:
    shelf.give(("page.html", "<p>La mairie ouvre à 9 h.</p><script>alert(1)</script>"))
    document = Document.objects.for_(shelf.collectivite).get()
    answer = shelf.client.get(f"/documents/document/{document.pk}/original")
    assert answer["Content-Disposition"].startswith("attachment") and answer.getvalue()
    assert "alert(1)" not in shelf.page(document.get_absolute_url())


@pytest.mark.parametrize(
    "query", ["?de=5&a=2", "?de=-1&a=3", "?de=x&a=y", "?de=0&a=99999999999", "?de=400&a=500"]
)
def test_an_address_made_by_hand_breaks_nothing(shelf: Shelf, query: str) -> None:
    document = shelf.paste("Piscine", PISCINE)
    assert shelf.client.get(document.get_absolute_url() + query).status_code == 200


def test_paragraphs_are_numbered_and_hold_the_passage() -> None:
    text = "# Titre\n\nUn. Deux.\n\n- pain\n- lait"
    start = text.index("Deux")
    assert number_at(text, start) == 2 and number_at(text, len(text) - 1) == 4
    found = paragraphs(text, passage_of(str(start), str(start + 5), length=len(text)))
    marked = [s.text for p in found for s in p.block.segments if s.numbers]
    assert marked == ["Deux."] and [p.number for p in found] == [1, 2, 3, 4]
