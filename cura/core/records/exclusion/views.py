"""Who may not see a record: the list, keeping it from somebody, ending that.

Whoever may not decide it finds no page; nobody finds a line about herself, then or later.
"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from cura.core.accounts import seniority
from cura.core.accounts.membership import Exclusion
from cura.core.accounts.proof import NotProved, prover
from cura.core.audit import log
from cura.core.permissions import Permission as P
from cura.core.records import actions as records
from cura.core.records import present, registry
from cura.core.records.exclusion import actions
from cura.core.records.exclusion.forms import ExclusionForm
from cura.lib import london


@require_http_methods(["GET", "HEAD", "POST"])
def who(request, label, pk):
    record, now = _record(request, label, pk), timezone.now()
    data = request.POST if request.method == "POST" else None
    people = seniority.may_be_excluded(request.user, record.home, now)
    form, proof = ExclusionForm(data, people=people, now=now), prover("fresh", request)
    if data is not None and form.is_valid() & proof.is_valid():
        try:
            return _kept(request, record, form, by=proof.person(), now=now)
        except NotProved as wrong:
            proof.refuse(str(wrong))
    return _page(request, record, form, proof, now)


def _kept(request, record, form, by, now):
    person, why = form.cleaned_data["person"], form.cleaned_data["why"]
    actions.keep_from(record=record, user=person, why=why, until=form.until, by=by, now=now)
    messages.success(request, f"{person.name} does not see it any more, and is told nothing.")
    return redirect("kept-from", label=record._meta.label_lower, pk=record.pk)


def _page(request, record, form, proof, now):
    log.read(record, "exclusion.read", by=request.user, now=now)
    type = registry.of(record)
    rows = Exclusion.objects.filter(object_id=record.pk).told_to(request.user)
    rows = list(rows.select_related("user", "by", "ended_by").order_by("-at", "-pk"))
    page = {
        "title": present.title(type, record),
        "reference": present.reference_of(type, record),
        "record_url": present.detail_url(type, record),
        "standing": [_line(row) for row in rows if _stands(row, now)],
        "ended": [_line(row) for row in rows if not _stands(row, now)],
        "form": form,
        "proof": proof,
    }
    status = 422 if form.errors or proof.errors else 200
    return render(request, "records/exclusion/who.html", page, status=status)


@require_POST
def end(request, label, pk, row):
    record = _record(request, label, pk)
    rows = Exclusion.objects.filter(object_id=record.pk).told_to(request.user)
    found = get_object_or_404(rows.select_related("user"), pk=min(row, 2**63 - 1))
    if _stands(found, now := timezone.now()):  # pressed twice it ends once
        actions.show_again(record=record, exclusion=found, by=request.user, now=now)
    messages.success(request, f"{found.user.name} sees it again, if her work lets her.")
    return redirect("kept-from", label=label, pk=pk)


def _record(request, label: str, pk):
    type = registry.find(label)
    if type is None:
        raise Http404
    rows = type.model.objects.visible_to(request.user).select_related("home", *type.preload)
    record = get_object_or_404(rows, pk=pk)
    if not records.may(request.user, P.RECORD_REVIEW, record):
        raise PermissionDenied
    return record


def _stands(row: Exclusion, now) -> bool:
    return row.ended_at is None or row.ended_at > now


def _line(row: Exclusion) -> dict:
    """One exclusion in ready words."""
    until = f"until {london.words(row.ended_at)}" if row.ended_at else "with no end yet"
    decided = f"Decided by {row.by.name}"
    if row.ended_by and row.ended_by != row.by:
        decided += f", ended by {row.ended_by.name}"
    return {
        "end_url": reverse("kept-from-end", args=[row.label, row.object_id, row.pk]),
        "name": row.user.name,
        "when": f"from {london.words(row.at)}, {until}",
        "decided": decided,
        "why": row.why,
    }
