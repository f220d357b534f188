"""A record that was replaced and the one that puts it right: pages, history and print show both.

The two may hang under different children (the wrong child was the wrong fact), so each is shown
only to those who may see it.
"""

from uuid import UUID

from cura.core.audit.models import AuditEvent
from cura.core.records import present
from cura.core.records.types import RecordType

OLDER = "the one that was put right"
NEWER = "the one that puts it right"


def others(type: RecordType, record, user) -> dict[UUID, str]:
    """The other versions of this record, in words by key, as far as she may see them."""
    found, visible = {}, type.model.objects.visible_to(user)
    older = newer = record
    while older := visible.filter(pk=older.replaces_id).first():
        found[older.pk] = OLDER
    while newer := visible.filter(replaces=newer.pk).first():
        found[newer.pk] = NEWER
    return found


def every(record) -> list:
    """This record with all its other versions, whoever may see them: only for actions."""
    rows, found = type(record)._base_manager, [record]
    older = newer = record
    while older := rows.filter(pk=older.replaces_id).first():
        found.append(older)
    while newer := rows.filter(replaces=newer.pk).first():
        found.append(newer)
    return found


def earlier(type: RecordType, record, user) -> dict | None:
    """What the record said before it was put right, with who wrote it."""
    if not record.replaces_id:
        return None
    rows = type.model.objects.visible_to(user).select_related("author", *type.preload)
    old = rows.filter(pk=record.replaces_id).first()
    if old is None:
        return None
    return {
        "title": f"What stood here before: {present.title(type, old)}, by {old.author.name}",
        "sections": present.sections(type, old, present.Beside.of(old)),
    }


def edited_by(records, user) -> bool:
    """Whether she changed one of these after it was written: the row itself does not say so."""
    keys = [record.pk for record in records]
    edits = AuditEvent.objects.filter(object_id__in=keys, action="record.edited")
    return edits.filter(actor_id=user.pk).exists()
