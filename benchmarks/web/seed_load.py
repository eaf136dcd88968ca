"""Fifty agents of the commune, each with a text on the table."""

from __future__ import annotations

import hashlib

import django

django.setup()

from django.db import transaction  # noqa: E402
from seed_numbers import PEOPLE  # noqa: E402

from beffroi_web.accounts.models import User  # noqa: E402
from beffroi_web.clarifier.models import Draft, Source, Version  # noqa: E402
from beffroi_web.collectivites.models import Collectivite, Membership  # noqa: E402
from beffroi_web.demonstration.people import COMMUNE, PASSWORD  # noqa: E402
from beffroi_web.demonstration.seed import documents  # noqa: E402

with transaction.atomic():
    commune = Collectivite.objects.get(name=COMMUNE)
    text = documents()["arrete-circulation-rue-du-four.txt"]
    first = User.objects.create_user(email="p0@charge.test", name="Charge 0", password=PASSWORD)
    for number in range(PEOPLE):
        user = first
        if number:
            user = User(email=f"p{number}@charge.test", name=f"Charge {number}")
            user.password = first.password  # hashing fifty times measures nothing here
            user.save()
        Membership.objects.create(user=user, collectivite=commune)
        common = {"collectivite": commune, "owner": user, "title": f"Texte {number}"}
        sha = hashlib.sha256(text.encode()).hexdigest()
        source = Source.objects.create(text=text, sha256=sha, **common)
        draft = Draft.objects.create(
            source=source,
            modele="langage-clair",
            modele_title="Langage clair",
            modele_version=1,
            basis=text,
            **common,
        )
        version = Version.objects.create(draft=draft, number=1, text=text, origin="main")
        Draft.objects.for_(commune).filter(pk=draft.pk).update(current=version)
