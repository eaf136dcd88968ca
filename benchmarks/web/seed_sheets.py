"""``python seed_sheets.py``: the official sheets of the shared data, read and indexed, in the
instance of ``BEFFROI_HOME``. Without them the few documents of the demonstration are what is asked.
"""

from __future__ import annotations

from pathlib import Path

SHEETS = Path(__file__).parents[3] / "shared/data/plain_language/service_public"


def main() -> None:
    import django

    django.setup()
    from beffroi_web.accounts.models import User
    from beffroi_web.collectivites.models import Collectivite
    from beffroi_web.demonstration.people import COMMUNE, KEEPER
    from beffroi_web.jobs.inline import run_waiting
    from beffroi_web.knowledge import actions, adding

    file = SHEETS / "fiches_communes.jsonl"
    if not file.exists():
        return
    commune, keeper = Collectivite.objects.get(name=COMMUNE), User.objects.get(email=KEEPER)
    values = {"nom": "Fiches", "description": "", "lecteurs": "maison"}
    row = actions.create(values, user=keeper, collectivite=commune)
    given = adding.Given(name=file.name, content=file.read_bytes())
    adding.deposit(row, [given], user=keeper)
    run_waiting()


if __name__ == "__main__":
    main()
