"""Who comes to live here, and what stands against it: two pages, and the yes by name."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from cura.core.accounts import access
from cura.core.accounts.home import Home
from cura.core.audit import log
from cura.core.permissions import Permission as P
from placements.admission.in_hand import latest, of_door
from placements.coming import reading
from placements.gate import actions, showing
from placements.impact import reading as impact
from placements.referral.models import Referral
from residents.child.coming import may_bring_forward
from residents.child.models import Child


def _referral(request, pk) -> Referral:
    rows = Referral.objects.visible_to(request.user).standing().select_related("home", "bed")
    return get_object_or_404(rows, pk=pk)


@require_safe
def coming_page(request, slug):
    """Everybody who may come to live at this home, with how far it is."""
    homes = access.homes(request.user, P.PLACEMENT_READ).filter(kind=Home.Kind.HOME)
    home, now = get_object_or_404(homes, slug=slug), timezone.now()
    log.read(home, "coming.read", by=request.user, now=now)
    page = {
        "home": home,
        "lines": reading.lines(home, request.user, now),
        "new_url": _new(request.user, home),
        "before_url": _before(request.user, home),
    }
    return render(request, "placements/coming/list.html", page)


def _new(user, home) -> str:
    if not access.has(user, P.PLACEMENT_WRITE, home):
        return ""
    return reverse("referrals-new", args=[home.pk])


def _before(user, home) -> str:
    return reverse("child-new", args=[home.slug]) if may_bring_forward(user, home) else ""


@require_safe
def gate(request, pk):
    """May this child come? What is open first, then what somebody answered for."""
    referral, now = _referral(request, pk), timezone.now()
    log.read(referral, "gate.read", by=request.user, now=now)
    return _page(request, referral, now)


@require_POST
def lift(request, pk):
    """Yes all the same, by name and with a reason."""
    referral, now = _referral(request, pk), timezone.now()
    key, why = request.POST.get("key", ""), request.POST.get("why", "")
    try:
        actions.override(referral=referral, key=key, why=why, by=request.user, now=now)
    except ValidationError as refused:
        return _page(request, referral, now, status=422, wrong=(key, " ".join(refused.messages)))
    messages.success(request, "It stands with your name. The responsible individual hears of it.")
    return redirect("gate", pk=pk)


def _page(request, referral: Referral, now, status: int = 200, wrong=("", "")):
    user, home = request.user, referral.home
    door = latest(referral)
    found = showing.cards(referral, of_door(door) if door else [], user, now)
    for card in found:
        card["wrong"] = wrong[1] if card["key"] == wrong[0] else ""
    page = {
        "referral": referral,
        "home": home,
        "found": found,
        "open": [card for card in found if card["open"]],
        "flag": impact.together(referral, list(Child.objects.living_in(home)), now),
        "wrong": wrong[1],
        **_door(door, referral, user),
    }
    return render(request, "placements/gate/page.html", page, status=status)


def _door(door, referral: Referral, user) -> dict:
    """Where it goes on: what must be in hand, then the door, then her own page."""
    if referral.child_id:
        seen = Child.objects.visible_to(user).filter(pk=referral.child_id).exists()
        url = reverse("child", args=[referral.child_id]) if seen else ""
        return {"came": True, "door_url": url, "door_words": f"{referral.name} lives here"}
    if not access.has(user, P.PLACEMENT_WRITE, referral.home):
        return {}
    if door is None:
        new = reverse("admissions-new", args=[referral.home_id])
        return {"door_url": f"{new}?referral={referral.pk}", "door_words": "What must be in hand"}
    return {"door_url": reverse("admissions-detail", args=[door.pk]), "door_words": "To the door"}
