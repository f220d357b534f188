"""Files as a page shows them: ready text."""

from django.db.models import Model
from django.template.defaultfilters import filesizeformat
from django.urls import reverse

from cura.core.accounts.people import User
from cura.core.attachments.attachment import Attachment, File, Upload

KINDS = {"image": "Photo", "audio": "Sound", "text": "Text"}


def attached(record: Model, user: User) -> list[dict]:
    """The files of a record that she may see, in the order in which they were added."""
    rows = Attachment.objects.visible_to(user).filter(object_id=record.pk)
    return [_shown(file, "file") for file in rows]


def uploaded(draft, user: User) -> list[dict]:
    """The files of her own draft."""
    return [_shown(u, "upload") for u in Upload.objects.filter(draft=draft, uploaded_by=user)]


def _shown(file: File, address: str) -> dict:
    return {
        "id": file.pk,
        "name": file.name,
        "url": reverse(address, args=[file.pk]),
        "thumb_url": reverse(f"{address}-small", args=[file.pk]) if file.thumb_sha256 else "",
        "size": filesizeformat(file.size).replace("\xa0", " "),
        "kind": KINDS.get(file.mime.partition("/")[0], "Document"),
    }
