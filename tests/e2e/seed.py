"""``python seed.py``: the authorities and the people of the browser tests, in their own instance.

Each authority has another language model: one that works, none, one that misbehaves.
Reads the addresses of the servers from the command line; prints nothing.
"""

from __future__ import annotations

import os
import sys

PASSWORD = "une longue phrase de passe"

#: Authority → kind of model, path of the server of the test.
AUTHORITIES = {
    "Valmont": ("serveur", "redige"),
    "Brisecourt": ("aucun", ""),
    "Cassepierre": ("serveur", "cut"),
    "Muetval": ("serveur", "silent"),
    "Lentville": ("serveur", "lent"),
    "Loinville": ("serveur", "redige"),
}


def main(server: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "beffroi_web.settings"
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    from beffroi_web.accounts.models import User
    from beffroi_web.collectivites.models import Collectivite, Membership
    from beffroi_web.llm.models import ModelChoice

    for name, (kind, way) in AUTHORITIES.items():
        commune = Collectivite.objects.create(
            name=f"Commune de {name}", telephone="01 99 00 12 00", address="1, place de la Halle"
        )
        ModelChoice.objects.create(
            collectivite=commune,
            kind=kind,
            url=f"{server}/{way}/v1" if way else "",
            model="essai",
            place="france_ue" if name == "Loinville" else "machine",
        )
        for role in ("agent", "validateur", "administrateur"):
            email = f"{role}@{name.lower()}.test"
            user = User.objects.create_user(email=email, name=f"Camille {name}", password=PASSWORD)
            Membership.objects.create(user=user, collectivite=commune, role=role)


if __name__ == "__main__":
    main(sys.argv[1])
