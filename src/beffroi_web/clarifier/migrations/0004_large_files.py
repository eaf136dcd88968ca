"""A large file is read by a job: it waits in the row until then."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("clarifier", "0003_choices"),
        ("jobs", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="source", name="given", field=models.BinaryField(default=b"")
        ),
        migrations.AddField(
            model_name="source",
            name="job",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="jobs.job",
            ),
        ),
    ]
