"""What is done about papers that others owe: asked, answered, came, read, carried, not needed.

Steps, never edits: each is a line (`writing.py`), and nothing is taken away.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction

from cura.core.accounts import access
from cura.core.audit import log
from cura.core.deadlines import calendar as calendars
from cura.core.permissions import Permission as P
from cura.core.records.actions import require
from cura.core.records.base import not_in_future
from placements.papers import asking, ladder, rhythm
from placements.papers.asking import BY_MAIL, Sent
from placements.papers.ladder import Asked
from placements.papers.making import expect, make, start
from placements.papers.models import ChaseRhythm, Paper, PaperLine
from placements.papers.writing import CAME_ALREADY, change, ended, held, mine, open_row, when, write
from placements.referral.models import Referral
from residents.child.models import Child

What, How = PaperLine.What, PaperLine.How
# Of a child who has been here for long, nobody is asked by itself for what came before Cura did.
NEW = timedelta(days=7)


@transaction.atomic
def ask_for(
    *, referral: Referral | None = None, child: Child | None = None, kinds: Iterable[str], by,
    now: datetime,
) -> list[Paper]:  # fmt: skip
    """Ask for these kinds of paper, all in one act: each person once, by mail where she has an
    address, else somebody of ours is told to ring. What there is already is not made twice.

    Asking twice for the same asks nobody twice.
    """
    papers = make(referral=referral, child=child, kinds=kinds, by=by, now=now)
    new = [paper for paper in papers if not paper.first_asked_at and not paper.ring_at]
    people = ladder.people_of([child.pk]).get(child.pk, []) if child else []
    groups: dict[Asked, list[Paper]] = {}
    for paper in held(new):
        groups.setdefault(ladder.whom(paper, rhythm.SAME, people), []).append(paper)
    for to, theirs in groups.items():
        _ask(theirs, to, how=BY_MAIL, by=by, now=now)
    if child and now - child.arrived_at < NEW:
        expect(child=child, referral=referral, by=by, now=now)
    return papers


@transaction.atomic
def ask(*, papers, to: Asked, how: str, by, now: datetime, words: str = "", at=None) -> Sent:
    """Ask somebody for several papers, again or for the first time: mail, letter, phone, hand."""
    at = at or now
    not_in_future(at, now)
    rows = [paper for paper in mine(papers, by) if paper in Paper.objects.missing()]
    if not rows:
        raise ValidationError(CAME_ALREADY, code="done")
    if how == How.MAIL and not to.email:
        raise ValidationError("Give an address to write to, or choose letter or phone.")
    return _ask(rows, to, how=how, by=by, now=now, words=words, happened_at=at)


def _ask(papers: list[Paper], to: Asked, *, by, now: datetime, **how) -> Sent:
    days = rhythm.days_of({papers[0].home_id}).get(papers[0].home_id, rhythm.DAYS)
    return asking.ask(papers, to, by=by, now=now, calendar=calendars.current(), days=days, **how)


@transaction.atomic
def answered(
    *, paper: Paper, whom: str, words: str, how: str, by, now: datetime, at=None
) -> PaperLine:
    """What somebody said of it: "told by phone, by whom, what". The paper stays owed."""
    row = open_row(paper, by)
    at = when(at, now)
    change(row, ring_at=None)
    return write(
        row, What.ANSWERED, by=by, now=now, whom=whom, words=words, how=how, happened_at=at
    )


@transaction.atomic
def read(*, paper: Paper, by, now: datetime, words: str = "") -> PaperLine:
    """Somebody of ours has read it. Each reader is a line; the first is when it was read."""
    row = mine([paper], by)[0]
    if not (row.received_at or row.lines.filter(what=What.PART).exists()):
        raise ValidationError("Nothing has come that could be read.", code="too-early")
    if not row.read_at:
        change(row, read_at=now)
    return write(row, What.READ, by=by, now=now, words=words)


@transaction.atomic
def carried(*, paper: Paper, words: str, by, now: datetime, record=None) -> PaperLine:
    """What of it stands in which plan now. `record`: the plan, kept as a soft reference."""
    row = mine([paper], by)[0]
    about = {}
    if record is not None:
        about = {"record_label": record._meta.label_lower, "record_id": record.pk}
    return write(row, What.CARRIED, by=by, now=now, words=words, **about)


@transaction.atomic
def not_needed(*, paper: Paper, words: str, by, now: datetime) -> PaperLine:
    """Nobody is asked for it any more, and why."""
    row = open_row(paper, by)
    change(row, **ended(now, "not_needed_at"))
    return write(row, What.NOT_NEEDED, by=by, now=now, words=words)


@transaction.atomic
def hand_to_child(*, referral: Referral, child: Child, by, now: datetime) -> list[Paper]:
    """She is here: what was asked for the referral is hers now, and the clocks of the law begin.
    A second call changes nothing."""
    rows, calendar = held(Paper.objects.of(referral).filter(child=None)), calendars.current()
    for paper in rows:
        require(by, P.PLAN_WRITE, paper)
        change(paper, child=child, **start(paper.of_kind, child, paper.happened_at, calendar))
        write(paper, What.CAME_ALONG, by=by, now=now)
    expect(child=child, referral=referral, by=by, now=now)
    return rows


@transaction.atomic
def set_rhythm(*, home, days: list[int], by, now: datetime) -> ChaseRhythm:
    """From now on the home asks again so many working days after the first asking."""
    access.require(by, P.HOME_MANAGE, home)
    row = ChaseRhythm.objects.create(home=home, days=days, by=by, at=now)
    log.wrote(row, "papers.rhythm", by=by, now=now, days=days)
    return row
