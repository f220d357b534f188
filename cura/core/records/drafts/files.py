"""Files that come with a form, or before it: they wait with its draft until it is saved."""

from uuid import UUID

from django.core.exceptions import ValidationError

from cura.core.attachments.actions import add_upload
from cura.core.attachments.attachment import Attachment
from cura.core.records.types import RecordType


def receive(request, *, type: RecordType, token: UUID, record, now) -> list[str]:
    """Keep what was sent under `files`. Returns what was refused, each with its reason."""
    refused = []
    for file in request.FILES.getlist("files"):
        try:
            add_upload(
                draft=token, file=file, name=file.name, by=request.user, now=now,
                most=_room(type, record),
            )  # fmt: skip
        except ValidationError as wrong:
            refused.append(wrong.message)
    return refused


def _room(type: RecordType, record) -> int:
    """How many more files this record takes."""
    has = Attachment.objects.filter(object_id=record.pk).count() if record else 0
    return max(type.files - has, 0)
