"""The history of one record, from the log, in words."""

import json
from uuid import UUID

from django.db.models import Q

from cura.core.audit.models import AuditEvent
from cura.core.records import versions
from cura.core.records.beside import Amendment, Remark
from cura.core.records.present import sentence
from cura.core.records.types import RecordType
from cura.lib import london

WRITES = {
    "record.created": "wrote it",
    "record.edited": "changed it",
    "record.amended": "added words",
    "record.returned": "asked for more",
    "record.void": "set it aside",
    "file.added": "added a file",
}
READS = {
    "record.detail": "read it",
    "record.history": "read its history",
    "record.print": "printed it",
    "record.edit": "opened it to change it",
    "record.step": "opened it to sign it or add to it",
    "file.read": "opened a file",
}
MOST = 200


def entries(type: RecordType, record, user, reads: bool) -> list[dict]:
    """Newest first. Reads are shown to those who may see who looked. What was written in the
    version before or after this one stands here, too, and says so."""
    which = _with_beside({record.pk: ""})
    other = _with_beside(versions.others(type, record, user))
    writes = _words(type)
    words = writes | (READS if reads else {})
    events = AuditEvent.objects.filter(
        Q(object_id__in=which, action__in=words) | Q(object_id__in=other, action__in=writes)
    )
    which |= other
    return [
        _entry(type, event, words[event.action], which[event.object_id])
        for event in events.order_by("-at", "-id")[:MOST]
    ]


def _with_beside(which: dict[UUID, str]) -> dict[UUID, str]:
    """The keys of these records and of the words beside them, each with its version in words."""
    found = dict(which)
    for model in (Amendment, Remark):
        rows = model.objects.filter(object_id__in=which).values_list("pk", "object_id")
        found |= {pk: which[record] for pk, record in rows}
    return found


def _words(type: RecordType) -> dict[str, str]:
    return WRITES | {f"record.{m.key}": m.done.lower() for m in type.moments}


def _entry(type: RecordType, event: AuditEvent, what: str, which: str) -> dict:
    body = json.loads(event.body)
    before, after = body.get("before", {}), body.get("after", {})
    return {
        "when": london.words(event.at),
        "who": event.actor,
        "icon": "eye" if event.action in READS else "pencil",
        "what": f"{what} ({which})" if which else what,
        "details": [
            {"label": _label(type, name), "before": before.get(name, ""), "after": after[name]}
            for name in after
        ],
    }


def _label(type: RecordType, name: str) -> str:
    names = {f.name: f.verbose_name for f in type.model._meta.fields}
    return sentence(str(names.get(name, name)))
