"""The journal: written with the act, never rewritten, and any tampering is found."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import DatabaseError, connection, transaction

from beffroi_web.accounts.models import User
from beffroi_web.collectivites.models import Collectivite, Role
from beffroi_web.journal import actions as journal
from beffroi_web.journal.append_only import SQLITE_UNDO
from beffroi_web.journal.models import Entry, Head


@pytest.fixture
def five(collectivite: Collectivite, person: Callable[..., User]) -> Collectivite:
    actor = person(collectivite, Role.AGENT)
    for number in range(5):
        journal.write(collectivite, actor, "brouillon.cree", f"brouillon:{number}", {"n": number})
    return collectivite


def _tamper(order: str) -> None:
    """What somebody with the database file can do: drop the guard, then write."""
    with connection.cursor() as cursor:
        for undo in SQLITE_UNDO:
            cursor.execute(undo)
        cursor.execute(order)


def test_an_untouched_journal_is_whole(five: Collectivite) -> None:
    assert journal.verify(five) == []
    assert [e.number for e in Entry.objects.for_(five)] == [1, 2, 3, 4, 5]


def test_an_empty_journal_is_whole(collectivite: Collectivite) -> None:
    assert journal.verify(collectivite) == []


@pytest.mark.parametrize(
    "order",
    [
        "UPDATE journal_entry SET act = 'brouillon.signe' WHERE number = 3",
        "UPDATE journal_entry SET at = '2020-01-01 00:00:00' WHERE number = 1",
        "UPDATE journal_entry SET actor_id = NULL WHERE number = 5",
        "UPDATE journal_entry SET details = '{\"n\":9}' WHERE number = 2",
        "UPDATE journal_entry SET object = 'brouillon:9' WHERE number = 4",
        "DELETE FROM journal_entry WHERE number = 1",
        "DELETE FROM journal_entry WHERE number = 3",
        "DELETE FROM journal_entry WHERE number = 5",
        "DELETE FROM journal_entry",
        "UPDATE journal_entry SET number = CASE number WHEN 2 THEN 30 ELSE 2 END "
        "WHERE number IN (2, 3)",
    ],
)
def test_any_tampering_is_found(five: Collectivite, order: str) -> None:
    _tamper(order)
    assert journal.verify(five) != []


def test_two_lines_that_change_places_are_found(five: Collectivite) -> None:
    _tamper("UPDATE journal_entry SET number = 20 WHERE number = 2")
    _tamper("UPDATE journal_entry SET number = 2 WHERE number = 3")
    _tamper("UPDATE journal_entry SET number = 3 WHERE number = 20")
    assert journal.verify(five) == [
        "La ligne 2 ne suit pas celle qui la précède.",
        "La ligne 2 a été modifiée.",
        "La ligne 3 ne suit pas celle qui la précède.",
        "La ligne 3 a été modifiée.",
        "La ligne 4 ne suit pas celle qui la précède.",
    ]


def test_a_line_of_the_neighbour_moved_here_is_found(
    five: Collectivite, neighbour: Collectivite
) -> None:
    journal.write(neighbour, None, "collectivite.creee")
    _tamper(
        f"UPDATE journal_entry SET collectivite_id = {five.pk}, number = 6 "
        f"WHERE collectivite_id = {neighbour.pk}"
    )
    assert journal.verify(five) and journal.verify(neighbour)


@pytest.mark.parametrize(
    "order", ["UPDATE journal_entry SET act = 'x'", "DELETE FROM journal_entry"]
)
def test_the_database_refuses_to_rewrite(five: Collectivite, order: str) -> None:
    with (
        pytest.raises(DatabaseError, match="ne se reecrit pas"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(order)
    assert Entry.objects.for_(five).count() == 5


def test_line_and_act_are_kept_together_or_not_at_all(collectivite: Collectivite) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        journal.write(collectivite, None, "brouillon.cree")
        raise ZeroDivisionError
    assert Entry.objects.for_(collectivite).count() == 0
    assert not Head.objects.exists()


def test_the_journal_holds_no_content(collectivite: Collectivite) -> None:
    with pytest.raises(ValueError, match="no content"):
        journal.write(collectivite, None, "brouillon.cree", details={"texte": "Monsieur,\n…"})
    with pytest.raises(ValueError, match="no content"):
        journal.write(collectivite, None, "brouillon.cree", details={"texte": "a" * 201})
    with pytest.raises(ValueError, match="unknown act"):
        journal.write(collectivite, None, "n’importe.quoi")


@pytest.mark.django_db(transaction=True)
def test_tests_with_real_transactions_can_still_be_cleaned() -> None:
    collectivite = Collectivite.objects.create(name="Commune")
    with transaction.atomic():
        journal.write(collectivite, None, "collectivite.creee")
