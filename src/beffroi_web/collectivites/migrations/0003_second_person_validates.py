from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("collectivites", "0002_collectivite_require_second_factor"),
    ]

    operations = [
        migrations.AddField(
            model_name="collectivite",
            name="second_person_validates",
            field=models.BooleanField(
                default=False, verbose_name="une seconde personne valide chaque texte"
            ),
        ),
    ]
