"""An open page over the official sheets of the State, indexed for real."""

from __future__ import annotations

import json
from pathlib import Path

import django

django.setup()

from beffroi_web.accounts.models import User  # noqa: E402
from beffroi_web.collectivites.models import Collectivite  # noqa: E402
from beffroi_web.demonstration.people import COMMUNE  # noqa: E402
from beffroi_web.jobs.inline import run_waiting  # noqa: E402
from beffroi_web.knowledge import adding  # noqa: E402
from beffroi_web.knowledge.adding import Given  # noqa: E402
from beffroi_web.knowledge.models import Collection  # noqa: E402
from beffroi_web.public.models import PublicPage  # noqa: E402

SHEETS = Path("../shared/data/plain_language/service_public/fiches_communes.jsonl")

house = Collectivite.objects.get(name=COMMUNE)
author = User.objects.filter(
    memberships__collectivite=house, memberships__role="administrateur"
).first()
row = Collection.objects.create(
    collectivite=house, name="Mesure", house=True, public=True, author=author
)
lines = []
for number, line in enumerate(SHEETS.read_text(encoding="utf-8").splitlines()):
    sheet = json.loads(line)
    text = sheet.get("texte") or sheet.get("text") or ""
    title = sheet.get("titre") or sheet.get("title") or ""
    lines.append({"id": f"sp-{number}", "titre": title, "texte": text})
content = "\n".join(json.dumps(item, ensure_ascii=False) for item in lines).encode()
adding.deposit(row, [Given(name="fiches.jsonl", content=content)], user=author)
run_waiting()
page = PublicPage.objects.for_(house).first() or PublicPage(collectivite=house)
page.slug, page.open, page.opened_by = "mesure", True, author
page.save()
