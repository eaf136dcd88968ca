"""The rule of the second person is a setting of the authority, where administrators look for it."""

from __future__ import annotations

from typing import Any

from django.db import migrations


def carry_over(apps: Any, schema_editor: Any) -> None:
    rows = apps.get_model("clarifier", "SigningRule").objects.filter(second_person=True)
    chosen = list(rows.values_list("collectivite_id", flat=True))
    authorities = apps.get_model("collectivites", "Collectivite").objects
    authorities.filter(pk__in=chosen).update(second_person_validates=True)


class Migration(migrations.Migration):
    dependencies = [
        ("clarifier", "0001_initial"),
        ("collectivites", "0003_second_person_validates"),
    ]
    operations = [
        migrations.RunPython(carry_over, migrations.RunPython.noop),
        migrations.DeleteModel(name="SigningRule"),
    ]
