"""A file of a record whose words go after a while goes with them; all that there are stay."""

from django.db import migrations, models
from django.db.models import F


def all_stay(apps, schema_editor):
    attachment = apps.get_model("attachments", "Attachment")
    attachment.objects.using(schema_editor.connection.alias).update(stays_at=F("at"))


class Migration(migrations.Migration):
    dependencies = [("attachments", "0001_attachments")]

    operations = [
        migrations.AddField(
            "attachment",
            "stays_at",
            models.DateTimeField("stays from", null=True, editable=False),
        ),
        migrations.RunPython(all_stay, migrations.RunPython.noop),
    ]
