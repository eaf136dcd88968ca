"""Put the fictitious commune in the database. What is there already is left as it is."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from django.conf import settings
from django.db import transaction

from beffroi_web.accounts.models import User
from beffroi_web.collectivites.models import Collectivite, Direction, Membership
from beffroi_web.demonstration.asked import seed_conversation, seed_documents
from beffroi_web.demonstration.people import (
    AGENT,
    COMMUNE,
    DIRECTIONS,
    KEEPER,
    NEIGHBOUR,
    PASSWORD,
    PEOPLE,
    SHEET,
    Person,
)
from beffroi_web.journal import actions as journal


def seed() -> None:
    """Authorities, directions, accounts and sample documents of the demonstration."""
    if Collectivite.objects.filter(name=COMMUNE).exists():
        return
    with transaction.atomic():
        communes = {
            COMMUNE: Collectivite.objects.create(name=COMMUNE, siren="210000015", **SHEET),
            NEIGHBOUR: Collectivite.objects.create(name=NEIGHBOUR, siren="210000023"),
        }
        for commune in communes.values():
            journal.write(commune, None, "collectivite.creee")
        for name in DIRECTIONS:
            Direction.objects.create(collectivite=communes[COMMUNE], name=name)
        for person in PEOPLE:
            _open_account(person, communes[person.commune])
    write_documents(settings.BEFFROI.home / "exemples")
    people = User.objects.in_bulk([KEEPER, AGENT], field_name="email")
    seed_documents(documents(), keeper=people[KEEPER], commune=communes[COMMUNE])
    seed_conversation(agent=people[AGENT], commune=communes[COMMUNE])


def _open_account(person: Person, commune: Collectivite) -> None:
    user = User.objects.create_user(email=person.email, name=person.name, password=PASSWORD)
    for role in person.roles:
        Membership.objects.create(user=user, collectivite=commune, role=role)
    journal.write(commune, None, "compte.cree", f"compte:{user.pk}")


def documents() -> dict[str, str]:
    """The sample documents: file name → text."""
    folder = resources.files("beffroi_web.demonstration") / "documents"
    return {
        file.name: file.read_text(encoding="utf-8")
        for file in sorted(folder.iterdir(), key=lambda item: item.name)
        if file.name.endswith(".txt")
    }


def write_documents(folder: Path) -> None:
    """Copies to give to the pages, as an agent would choose them from a disk."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in documents().items():
        (folder / name).write_text(text, encoding="utf-8")
