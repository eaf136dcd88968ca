"""What is worth a look among the documents, said on the pages."""

from __future__ import annotations

from beffroi_web.knowledge.models import Collection
from web.knowledge.conftest import Shelf, own_index, shelf

__all__ = ["own_index", "shelf"]

RULES = "Le repas de la cantine coûte {} euros pour les familles de la commune."


def test_two_documents_that_disagree_are_said_on_their_pages(shelf: Shelf) -> None:
    shelf.paste("Tarif de la cantine du Bourg", RULES.format(4))
    shelf.paste("Tarif de la cantine", RULES.format(5))
    page = shelf.page(shelf.row.get_absolute_url())
    assert "À vérifier" in page and "Contradiction possible" in page
    assert "dit 4 euros" in page and "dit 5 euros" in page
    first = shelf.page(shelf.document("Tarif de la cantine").get_absolute_url())
    assert "Contradiction possible" in first and "Tarif de la cantine du Bourg" in first


def test_what_is_corrected_is_no_longer_said(shelf: Shelf) -> None:
    shelf.paste("Tarif de la cantine du Bourg", RULES.format(4))
    shelf.paste("Tarif de la cantine", RULES.format(5))
    shelf.client.post(f"/documents/document/{shelf.document('Tarif de la cantine').pk}/retirer/")
    assert "Contradiction possible" not in shelf.page(shelf.row.get_absolute_url())


def test_old_documents_are_counted(shelf: Shelf) -> None:
    shelf.paste("Règlement", RULES.format(4), "2003-05-01")
    assert "1 document date de plus de cinq ans" in shelf.page(shelf.row.get_absolute_url())
    assert Collection.objects.for_(shelf.collectivite).get().remarks["anciens"] == 1


def test_nothing_to_say_says_nothing(shelf: Shelf) -> None:
    shelf.paste("Règlement", RULES.format(4))
    assert "À vérifier" not in shelf.page(shelf.row.get_absolute_url())
