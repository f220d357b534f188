"""What others owe, where people look: on the child's page, and on the worker's own Today when
somebody has to ring or to read."""

from django.db.models import Q
from django.urls import reverse

from cura.core.accounts import access
from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P
from cura.lib.words import plural
from placements.papers import reading
from placements.papers.asked import list_url
from placements.papers.models import Paper
from residents.due import TODAY, WEEK, Due

SHOWN, MOST = 4, 200


def on_child(*, subject, user, now) -> dict | None:
    """Left out for a child of whom nothing was asked."""
    papers = reading.of(subject, user)
    if not papers:
        return None
    owed = [p for p in papers if not (p.received_at or p.not_needed_at or p.only_expected)]
    return {
        "title": "Owed to us",
        "icon": "inbox",
        "url": reverse("owed-child", args=[subject.pk]),
        "url_words": "All papers",
        "summary": reading.summary(papers, now),
        "lines": reading.rows(owed[:SHOWN], now, may_write=False),
        "more": max(len(owed) - SHOWN, 0),
    }


def due(home, user, now) -> list[Due]:
    """For her key children, one line each: ring, or read. Of referrals, whoever answers them."""
    mine = Q(child__key_worker=user)
    if access.has(user, P.PLACEMENT_WRITE, home):
        mine |= Q(child__key_worker=None)
    rows = Paper.objects.visible_to(user).wanted().filter(mine, home=home)
    rows = rows.filter(~Q(ring_at=None) | (~Q(received_at=None) & Q(read_at=None)))
    found: dict = {}
    for paper in rows.select_related("child", "referral").order_by("pk")[:MOST]:
        about = paper.child or paper.referral
        found.setdefault((about, bool(paper.ring_at)), []).append(paper)
    return [_due(about, ring, papers) for (about, ring), papers in found.items()]


def _due(about, ring: bool, papers: list[Paper]) -> Due:
    count = plural(len(papers), "paper")
    name = about.name
    verb = f"Ring for {count} about {name}" if ring else f"Read {count} that came about {name}"
    return Due(
        when=TODAY if ring else WEEK,
        verb=verb,
        about=", ".join(paper.title for paper in papers[:2]),
        by=min((paper.ring_at if ring else paper.received_at) for paper in papers),
        url=list_url(about),
        icon="telephone" if ring else "book",
    )


PANELS = (
    Panel(
        key="owed-papers", place="child", order=55, template="placements/papers/panel.html",
        permission=P.PLAN_READ, context=on_child,
    ),
)  # fmt: skip
ASKED = (due,)
