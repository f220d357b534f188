"""Prove what was issued: by a file that somebody holds, or by all that lie in the store."""

import json
from collections.abc import Iterator

from cura.core.attachments import store
from cura.core.audit.models import AuditEvent
from cura.core.audit.verify import Finding
from cura.core.records.bundles.models import Issued


def told(issued: Issued) -> bool:
    """Whether the log says that this very file was issued."""
    events = AuditEvent.objects.filter(object_id=issued.bundle_id, action="bundle.issued")
    bodies = [json.loads(body) for body in events.values_list("body", flat=True)]
    return [body["sha256"] for body in bodies] == [issued.sha256]


def known(digest: str) -> Issued | None:
    """The bundle that was issued with this hash, if the log knows it as well."""
    rows = Issued.objects.filter(sha256=digest).select_related("bundle", "bundle__home")
    return next((row for row in rows.select_related("uploaded_by") if told(row)), None)


def damaged(home=None) -> Iterator[Finding]:
    """Every kept file that is not what the log says was issued."""
    rows = Issued.objects.all()
    for issued in rows.filter(home_id=home) if home else rows:
        where = f"{issued._meta.label_lower} {issued.pk}"
        if not told(issued):
            yield Finding(where, "the log does not know this file")
        if not store.is_sound(issued.sha256):
            yield Finding(where, "the file is not what was issued")
