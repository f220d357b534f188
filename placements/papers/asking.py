"""Asking one person for several papers in one act: a link, a mail or a letter, a line for each.

By hand (`actions.py`) and by the rhythm (`chasing.py`) it is the same.
"""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied

from cura.core.audit import log
from cura.core.deadlines.calendar import Calendar
from cura.core.links import actions as links
from cura.lib.uuid7 import uuid7
from placements.papers import mail, rhythm
from placements.papers.ladder import Asked
from placements.papers.link import SEND_PAPERS
from placements.papers.models import Paper, PaperLine
from placements.papers.writing import change, write

What, How = PaperLine.What, PaperLine.How
BY_MAIL = How.MAIL


@dataclass(frozen=True)
class Sent:
    """What an asking left: its batch, and the address behind the link (shown or printed once)."""

    batch: object
    url: str = ""
    how: str = ""


def ask(
    papers: list[Paper], to: Asked, *, how: str, by, now: datetime, calendar: Calendar, words="",
    days: tuple[int, ...] = rhythm.DAYS, makers=(), happened_at: datetime | None = None,
) -> Sent:  # fmt: skip
    """Papers of one child or referral, held by the caller and still missing. `makers`: who may give
    the link, the first who still can (who asked may have left since). `by` is None for Cura."""
    subject = papers[0].child or papers[0].referral
    link, url = None, ""
    if how in (How.MAIL, How.LETTER):
        link, url = _link(subject, to, makers or (by,), now)
    if how == How.MAIL and not (link and to.email):
        how = How.NOBODY
    key = ""
    if how == How.MAIL:
        asks = max(paper.asks for paper in papers) + 1
        key = mail.post(
            to=to, home=subject.home, link=link, url=url, count=len(papers), asks=asks, now=now
        ).key
    batch = uuid7()
    for paper in papers:
        _line(
            paper, to, how=how, by=by, now=now, words=words, batch=batch, mail_key=key,
            link_id=link.pk if link else None, happened_at=happened_at,
            next_chase_at=_next(paper, now, days, calendar),
            chain=log.chain_of(subject.home_id),
        )  # fmt: skip
    return Sent(batch, url, how)


def _link(subject, to: Asked, makers, now: datetime):
    for maker in makers:
        try:
            return links.make(
                purpose=SEND_PAPERS, record=subject, to_name=to.name or "whoever has the papers",
                by=maker, now=now, to_email=to.email,
            )  # fmt: skip
        except PermissionDenied:
            continue
    return None, ""


def _next(paper: Paper, now: datetime, days, calendar: Calendar) -> datetime | None:
    """The first moment of the rhythm that still lies ahead."""
    first, asks = paper.first_asked_at or now, paper.asks + 1
    at = rhythm.next_at(first, asks, days, calendar)
    while at and at <= now:
        asks += 1
        at = rhythm.next_at(first, asks, days, calendar)
    return at


def _line(paper: Paper, to: Asked, *, how, by, now, next_chase_at, chain, **columns) -> None:
    """`ring_at`: since when somebody should ring: written to nobody, or asked too often."""
    first = paper.first_asked_at is None
    nobody = how == How.NOBODY
    # To ring nobody has been asked yet: the next one asked is still the first.
    asks = paper.asks + (not nobody)
    change(
        paper, asks=asks, next_chase_at=next_chase_at,
        first_asked_at=paper.first_asked_at or now,
        last_asked_at=paper.last_asked_at if nobody else now,
        ring_at=(paper.ring_at or now) if nobody or next_chase_at is None else None,
    )  # fmt: skip
    write(
        paper, What.ASKED if first else What.CHASED, by=by, now=now, how=how, chain=chain,
        whom=to.words[:160], who="" if by else "Cura", **columns,
        once=f"{paper.pk} {asks}{' ring' if nobody else ''} {now:%Y-%m-%d}" if not by else None,
    )  # fmt: skip
