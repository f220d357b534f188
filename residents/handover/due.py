"""A handover to take, or to write, as a row of Today."""

from datetime import timedelta

from django.db.models import Q
from django.urls import reverse

from cura.core.accounts import access
from cura.core.permissions import Permission as P
from cura.lib import london
from residents.due import NOW, Due
from residents.handover import habit
from residents.handover.models import Handover

WAITS = timedelta(hours=12)
BEFORE, AFTER = timedelta(hours=1), timedelta(hours=2)
SAME = timedelta(hours=5)


def handovers(home, user, now) -> list[Due]:
    if not access.has(user, P.DAILY_WRITE, home):
        return []
    lately = Handover.objects.visible_to(user).standing().filter(home=home)
    lately = lately.filter(happened_at__gt=now - WAITS).select_related("author")
    lately = lately.filter(Q(taken_at=None) | Q(happened_at__gt=now - SAME))
    lately = list(lately.order_by("-happened_at")[:6])
    return [*_to_take(lately, user), *_to_sign(lately, user), *_to_write(home, lately, user, now)]


def _to_take(lately, user) -> list[Due]:
    return [
        Due(
            when=NOW, verb=f"Take the handover from {h.author.first_name}", icon="arrow-left-right",
            url=reverse("handovers-detail", args=[h.pk]), by=h.happened_at,
            about="Read it together; you take it with your PIN on the same screen.",
        )
        for h in lately
        if h.signed_at and not h.taken_at and user.pk not in (h.author_id, h.signed_by_id)
    ]  # fmt: skip


def _to_sign(lately, user) -> list[Due]:
    return [
        Due(
            when=NOW,
            verb="Finish and sign your handover",
            icon="pencil",
            by=h.happened_at,
            url=reverse("handovers-detail", args=[h.pk]),
        )
        for h in lately
        if not h.signed_at and h.author_id == user.pk
    ]


def _to_write(home, lately, user, now) -> list[Due]:
    change, at = habit.nearest(home, user, now)
    if not at - BEFORE <= now <= at + AFTER:
        return []
    if any(h.change == change and abs(h.happened_at - at) < SAME for h in lately):
        return []
    return [
        Due(
            when=NOW, verb="Write the handover", icon="pencil-square", by=at,
            url=reverse("handovers-new", args=[home.pk]), about=f"About {london.clock(at)}",
        )
    ]  # fmt: skip
