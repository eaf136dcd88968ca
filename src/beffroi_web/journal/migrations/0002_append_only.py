from django.db import migrations

from beffroi_web.journal.append_only import protect, unprotect


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]
    operations = [migrations.RunPython(protect, unprotect)]
