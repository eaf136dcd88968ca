"""Whether the model of an authority writes a whole text at once."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("llm", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="modelchoice",
            name="strong",
            field=models.BooleanField(default=False, verbose_name="grand modèle"),
        ),
    ]
