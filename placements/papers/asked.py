"""What the pages of papers need beside the rows: addresses, the act of asking, councils."""

from collections import defaultdict
from datetime import datetime

from django.db import transaction
from django.shortcuts import get_object_or_404
from django.urls import reverse

from cura.core.accounts import access
from cura.core.accounts.home import Home
from cura.core.permissions import Permission as P
from cura.lib import london
from cura.lib.words import plural
from placements.papers import actions, ladder, reading, rhythm
from placements.papers.asking import Sent
from placements.papers.kinds import Owes
from placements.papers.ladder import Asked
from placements.papers.making import make
from placements.papers.models import Paper
from placements.referral.models import Referral
from residents.child.models import Child

MOST = 400
UNKNOWN = "No council written down"


def may_write(user, subject: Child | Referral) -> bool:
    return access.has(user, P.PLAN_WRITE, subject.home_id)


def referral_of(user, pk) -> Referral:
    rows = Referral.objects.visible_to(user).select_related("home", "child")
    return get_object_or_404(rows, pk=pk)


def list_url(subject: Child | Referral) -> str:
    return reverse(
        "owed-child" if isinstance(subject, Child) else "owed-referral", args=[subject.pk]
    )


def ask_url(subject: Child | Referral) -> str:
    name = "owed-child-ask" if isinstance(subject, Child) else "owed-referral-ask"
    return reverse(name, args=[subject.pk])


def page_url(paper: Paper) -> str:
    """The page on which it stands beside the others."""
    return list_url(paper.child or paper.referral)


def first(subject: Child | Referral, people: list) -> Asked:
    """Whom one asks who has asked nobody yet."""
    referral = subject if isinstance(subject, Referral) else None
    unsaved = Paper(owed_by=Owes.COUNCIL, referral=referral)
    return ladder.whom(unsaved, rhythm.SAME, people)


@transaction.atomic
def send(subject: Child | Referral, values: dict, *, by, now: datetime) -> Sent:
    """The form's answer: papers that stand and kinds that are new, one person, one act."""
    about = {"child": subject, "referral": None}
    if isinstance(subject, Referral):
        about = {"referral": subject, "child": subject.child}
    new = make(kinds=values["kinds"], by=by, now=now, **about)
    to = Asked(values["name"], values["role"], values["email"])
    return actions.ask(
        papers=[*values["papers"], *new], to=to, how=values["how"], by=by, now=now,
        words=values["words"],
    )  # fmt: skip


def by_council(home: Home, user, now: datetime) -> list[dict]:
    """Each council with its children and referrals, and what it has not sent. Two queries."""
    rows = Paper.objects.visible_to(user).missing().told_of().filter(home=home)
    rows = rows.select_related("child", "referral").order_by("pk")[:MOST]
    found: dict[str, dict] = defaultdict(lambda: defaultdict(list))
    for paper in rows:
        about = paper.child or paper.referral
        found[about.authority or UNKNOWN][about].append(paper)
    return [
        {
            "title": council,
            "people": [_person(about, papers, now) for about, papers in them.items()],
        }
        for council, them in sorted(found.items())
    ]


def _words(missing: int, late: int, asks: int) -> str:
    said = f"{plural(missing, 'paper')} missing"
    said += f", {late} of them late" if late else ""
    return f"{said}. " + (f"Asked up to {plural(asks, 'time')}." if asks else "Not asked yet.")


def _person(about, papers: list[Paper], now: datetime) -> dict:
    late = [p for p in papers if p.wanted_by and p.wanted_by < london.local_date(now)]
    asks = max(paper.asks for paper in papers)
    return {
        "name": about.name,
        "url": list_url(about),
        "words": _words(len(papers), len(late), asks),
        "titles": [paper.title for paper in sorted(papers, key=reading.place)],
        "ring": any(paper.ring_at for paper in papers),
    }
