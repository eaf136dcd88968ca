"""Letters in a collection: of the mailbox, of an mbox, masked if the collection says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.test import Client

from beffroi_web.collectivites.models import Role
from beffroi_web.jobs.inline import run_waiting
from beffroi_web.knowledge.models import Collection, Document, Feed
from beffroi_web.openings.models import Mailbox
from web.knowledge.conftest import Shelf, own_index, shelf
from web.openings.imap_server import Server, letter
from web.openings.test_letters import LAMP, agent, box, server

__all__ = ["agent", "box", "own_index", "server", "shelf"]


def as_admin(shelf: Shelf, signed_in: Callable[..., Client]) -> Client:
    return signed_in(shelf.collectivite, Role.ADMINISTRATEUR)


def follow(client: Client, shelf: Shelf) -> Feed:
    address = f"/documents/{shelf.row.pk}/suivre/"
    answer = client.post(address, {"courriels": "INBOX"})
    assert answer.status_code == 302, answer.content.decode()
    run_waiting()
    found: Feed = Feed.objects.get(collection=shelf.row)
    return found


def test_letters_of_the_mailbox_are_documents(
    box: Mailbox, server: Server, shelf: Shelf, signed_in: Callable[..., Client]
) -> None:
    client = as_admin(shelf, signed_in)
    assert follow(client, shelf).report["ajoutes"] == 1
    document = shelf.document("Lampadaire en panne")
    assert document.state == "indexe" and "rue des Lilas" in document.text
    assert "lampadaire" in shelf.search("lampadaire en panne").lower()
    server.asked.clear()
    server.letters[9] = letter("Nid de poule", LAMP.replace("lampadaire", "nid de poule"))
    client.post(f"/documents/{shelf.row.pk}/rafraichir/")
    run_waiting()
    report = Feed.objects.get(collection=shelf.row).report
    assert (report["ajoutes"], report["inchanges"]) == (1, 1)
    fetched = [command for command in server.asked if "BODY" in command]
    assert fetched == ["UID FETCH 9 (BODY.PEEK[])"], "a letter that was read is not read again"
    assert {command.split()[0] for command in server.asked} <= {
        "CAPABILITY",
        "LOGIN",
        "EXAMINE",
        "UID",
        "LOGOUT",
    }


def test_a_letter_that_left_the_box_leaves_the_collection(
    box: Mailbox, server: Server, shelf: Shelf, signed_in: Callable[..., Client]
) -> None:
    client = as_admin(shelf, signed_in)
    follow(client, shelf)
    server.letters.clear()
    client.post(f"/documents/{shelf.row.pk}/rafraichir/")
    run_waiting()
    assert not Document.objects.for_(shelf.collectivite).exists()


def test_a_box_that_does_not_answer_removes_nothing(
    box: Mailbox, server: Server, shelf: Shelf, signed_in: Callable[..., Client]
) -> None:
    client = as_admin(shelf, signed_in)
    follow(client, shelf)
    Mailbox.objects.for_(shelf.collectivite).update(login="autre")
    client.post(f"/documents/{shelf.row.pk}/rafraichir/")
    run_waiting()
    assert "n’a pas pu être lue" in Feed.objects.get(collection=shelf.row).report["dit"]
    assert Document.objects.for_(shelf.collectivite).count() == 1


def test_without_a_box_the_page_says_it(shelf: Shelf, signed_in: Callable[..., Client]) -> None:
    said = follow(as_admin(shelf, signed_in), shelf).report["dit"]
    assert "Aucune boîte aux lettres" in said


def test_only_an_administrator_follows_the_box(shelf: Shelf) -> None:
    address = f"/documents/{shelf.row.pk}/suivre/"
    assert shelf.client.post(address, {"courriels": "INBOX"}).status_code == 403


def test_letters_are_never_for_inhabitants(
    box: Mailbox, shelf: Shelf, signed_in: Callable[..., Client]
) -> None:
    client = as_admin(shelf, signed_in)
    Collection.objects.for_(shelf.collectivite).update(public=True)
    refused = client.post(f"/documents/{shelf.row.pk}/suivre/", {"courriels": "INBOX"})
    assert refused.status_code == 422 and "ne s’ouvrent pas aux" in refused.content.decode()
    Collection.objects.for_(shelf.collectivite).update(public=False)
    follow(client, shelf)
    values = {"nom": "Courriels", "lecteurs": "maison", "habitants": "on"}
    assert client.post(f"/documents/{shelf.row.pk}/modifier/", values).status_code == 422


def test_a_masked_collection_keeps_neither_name_nor_original(shelf: Shelf) -> None:
    values = {"nom": "Plaintes", "lecteurs": "maison", "masquee": "on"}
    shelf.client.post(f"/documents/{shelf.row.pk}/modifier/", values)
    shelf.give(("lettre.eml", letter("Plainte de Jeanne Dupontel", LAMP)))
    document = Document.objects.for_(shelf.collectivite).get()
    assert "lampadaire" in document.text and not document.file
    assert "Dupontel" not in document.text + document.title + document.file_name
    assert "Dupontel" not in shelf.page(document.get_absolute_url())
    assert "lampadaire" in shelf.search("lampadaire").lower()


def test_masking_a_collection_masks_what_it_already_holds(shelf: Shelf) -> None:
    shelf.give(("lettre.eml", letter("Lampadaire", LAMP)))
    document = shelf.document("Lampadaire")
    path = Path(document.file.path)
    assert "Dupontel" in document.text and path.exists()
    values = {"nom": "Plaintes", "lecteurs": "maison", "masquee": "on"}
    shelf.client.post(f"/documents/{shelf.row.pk}/modifier/", values)
    run_waiting()
    document.refresh_from_db()
    assert "Dupontel" not in document.text and not path.exists()


def test_an_mbox_gives_one_document_a_letter(shelf: Shelf) -> None:
    parts = [letter("Lampadaire", LAMP), letter("Piscine", "Quand ouvre la piscine ?")]
    mbox = b"".join(b"From a@b.test Sat Nov 21 10:00:00 2026\n" + part + b"\n\n" for part in parts)
    shelf.give(("archives.mbox", mbox))
    titles = set(Document.objects.for_(shelf.collectivite).values_list("title", flat=True))
    assert titles == {"Lampadaire", "Piscine"}


def test_a_file_that_holds_no_letter_is_read_as_the_text_that_it_is(shelf: Shelf) -> None:
    shelf.give(("archives.mbox", "Le lampadaire de la place est réparé."))
    assert "réparé" in Document.objects.for_(shelf.collectivite).get().text
