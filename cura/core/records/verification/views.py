"""The manager's page: what was written and read of late, and whether all is as it was written."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from cura.core.accounts import access
from cura.core.audit import log
from cura.core.audit.models import AuditEvent
from cura.core.permissions import Permission as P
from cura.core.records import registry
from cura.core.records.tasks import verify_waiting
from cura.core.records.verification import actions
from cura.core.records.verification.models import Verification
from cura.core.records.verification.words import action_words
from cura.lib import london
from cura.lib.reference import reference

SHOWN = 60


@require_safe
def the_log(request, slug):
    """Reads and writes of a home, newest first, without a word of what they hold."""
    home = get_object_or_404(access.homes(request.user, P.AUDIT_READ), slug=slug)
    now = timezone.now()
    # That somebody does not see a record is known to those alone who could have decided it.
    events = AuditEvent.objects.filter(home_id=home.pk).exclude(action__startswith="exclusion.")
    if hidden := access.rights(request.user).excluded:
        events = events.exclude(object_id__in=hidden)
    reads = request.GET.get("show") == "reads"
    chain = f"read:{home.pk}" if reads else f"home:{home.pk}"
    rows = list(events.filter(chain=chain).order_by("-seq")[:SHOWN])
    log.read(home, "log.read", by=request.user, now=now)
    context = {
        "home": home,
        "reads": reads,
        "events": [_event(row, now) for row in rows],
        "check": _shown(home, now),
    }
    return render(request, "records/verification/log.html", context)


@require_POST
def ask(request, slug):
    home = get_object_or_404(access.homes(request.user, P.AUDIT_READ), slug=slug)
    actions.ask(home=home, by=request.user, now=timezone.now())
    verify_waiting.delay_on_commit()
    return redirect("the-log", slug=slug)


@require_safe
def progress(request, slug):
    """How far the check is: asked by a timer every two seconds, until it is done."""
    home = get_object_or_404(access.homes(request.user, P.AUDIT_READ), slug=slug)
    context = {"home": home, "check": _shown(home, timezone.now())}
    return render(request, "records/verification/check.html", context)


def _event(row: AuditEvent, now) -> dict:
    return {
        "when": london.short(row.at, now),
        "who": row.actor,
        "what": action_words(row.action),
        "title": _title(row),
    }


def _title(row: AuditEvent) -> str:
    """A record by its kind and reference: its own title may be words about a child, and who reads
    the log need not be one who may read them."""
    type = registry.find(row.label)
    return f"{type.one} {reference(type.prefix, row.object_id)}" if type else row.title


def _shown(home, now) -> dict:
    row = Verification.objects.filter(home=home).select_related("asked_by").first()
    if row is None:
        return {"state": "never"}
    if row.finished_at is None:
        return {"state": "running", "done": row.step, "total": row.steps or 1}
    return {
        "state": "whole" if not row.found else "broken",
        "when": london.words(row.finished_at),
        "who": row.asked_by.name,
        "found": row.found,
        "findings": [{"where": where, "what": what} for where, what in row.findings],
    }
