"""The history of one record, from the log, in words."""

import json

from django.db.models import Q

from cura.core.audit.models import AuditEvent
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
    "file.read": "opened a file",
}
MOST = 200


def entries(type: RecordType, record, user, reads: bool) -> list[dict]:
    """Newest first. Reads are shown to those who may see who looked."""
    beside = [
        pk
        for model in (Amendment, Remark)
        for pk in model.objects.filter(object_id=record.pk).values_list("pk", flat=True)
    ]
    events = AuditEvent.objects.filter(Q(object_id=record.pk) | Q(object_id__in=beside))
    words = _words(type) | (READS if reads else {})
    events = events.filter(action__in=words).order_by("-at", "-id")[:MOST]
    return [_entry(type, event, words[event.action]) for event in events]


def _words(type: RecordType) -> dict[str, str]:
    return WRITES | {f"record.{m.key}": sentence(m.done.lower()).lower() for m in type.moments}


def _entry(type: RecordType, event: AuditEvent, what: str) -> dict:
    body = json.loads(event.body)
    before, after = body.get("before", {}), body.get("after", {})
    return {
        "when": london.words(event.at),
        "who": event.actor,
        "what": what,
        "details": [
            {"label": _label(type, name), "before": before.get(name, ""), "after": after[name]}
            for name in after
        ],
    }


def _label(type: RecordType, name: str) -> str:
    names = {f.name: f.verbose_name for f in type.model._meta.fields}
    return sentence(str(names.get(name, name)))
