"""Two taps from the house: Out and where; Back and done."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cura.core.accounts import access
from cura.core.audit import log
from cura.core.permissions import Permission as P
from cura.core.records.views.detail import RecordDetail
from cura.lib import london, typed
from cura.lib.uuid7 import uuid7
from residents.child.header import child_header
from residents.child.models import Child
from residents.diary.reading import taking_out
from residents.hours import time_of
from residents.whereabouts import actions
from residents.whereabouts.nights import table
from residents.whereabouts.reading import places


class OutingDetail(RecordDetail):
    def page(self, status=200, **context):
        outing = context["record"]
        if not outing.void_at and not outing.back_at:
            context["state"] = {"words": "Out now", "tone": "calm", "icon": "door-open"}
        return super().page(status, **context)


def _child(request, pk) -> Child:
    child = get_object_or_404(Child.objects.visible_to(request.user, P.DAILY_READ), pk=pk)
    if not access.has(request.user, P.DAILY_WRITE, child.home_id):
        raise PermissionDenied
    return child


@require_http_methods(["GET", "HEAD", "POST"])
def go_out(request, child):
    """Where is she going? Each place is one button; what the diary says now comes first."""
    child = _child(request, child)
    now = timezone.now()
    planned = taking_out(child, request.user, now)
    if request.method == "POST":
        return _go(request, child, planned, now)
    log.read(child, "outing.asked", by=request.user, now=now)
    return render(
        request,
        "residents/whereabouts/out.html",
        {
            "child": child,
            "child_header": child_header(request, child),
            "token": uuid7(),
            "planned": [_offer(entry, now) for entry in planned],
            "places": places(child, request.user),
            "write_url": reverse("outings-new", args=[child.pk]),
        },
    )


def _offer(entry, now) -> dict:
    with_whom = f"with {entry.driver.first_name}" if entry.driver else ""
    back = f"back by {london.clock(entry.ends)}" if entry.ends else ""
    about = [entry.place, with_whom, back]
    return {"pk": entry.pk, "title": entry.title, "about": " · ".join(w for w in about if w)}


def _go(request, child, planned, now):
    entry = next((e for e in planned if str(e.pk) == request.POST.get("entry")), None)
    where = entry.title if entry else request.POST.get("where", "").strip()
    by = request.user
    with_staff = by if request.POST.get("with_me") else None
    try:
        actions.go_out(
            child=child, where=where, by=by, now=now,
            with_staff=entry.driver if entry and not with_staff else with_staff,
            until=time_of(entry.ends) if entry else None,
            submission=_token(request),
        )  # fmt: skip
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect("outing-go", child=child.pk)
    messages.success(request, f"{child.name} is out: {where}.")
    return redirect("house-now", slug=child.home.slug)


def _token(request):
    return typed.token(request.POST.get("token"))


@require_POST
def come_back(request, child):
    child = _child(request, child)
    if actions.come_back(child=child, by=request.user, now=timezone.now()):
        messages.success(request, f"{child.name} is home.")
    return redirect("house-now", slug=child.home.slug)


@require_safe
def slept(request, slug):
    """Where each child of this home slept in the last two weeks."""
    home = get_object_or_404(access.homes(request.user, P.DAILY_READ), slug=slug)
    now = timezone.now()
    log.read(home, "nights.read", by=request.user, now=now)
    lines = table(home, request.user, now)
    for line in lines:
        for child in line["children"]:
            child["url"] = reverse("outings-detail", args=[child["pk"]]) if child["pk"] else ""
    return render(request, "residents/whereabouts/nights.html", {"home": home, "lines": lines})
