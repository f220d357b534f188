"""A paper comes: by hand, by mail, or through a link without an account. What comes is added to
what there is; nothing is taken away."""

from datetime import datetime

from django.db import transaction

from cura.core.attachments import actions as attachments
from cura.core.records.actions import must_stand
from placements.papers.files import Dropped
from placements.papers.models import Paper, PaperLine
from placements.papers.writing import change, ended, held, open_row, when, write

What, How = PaperLine.What, PaperLine.How


@transaction.atomic
def came(
    *, paper: Paper, how: str, by, now: datetime, whom: str = "", words: str = "", part=False,
    dropped: Dropped | None = None, at=None,
) -> PaperLine:  # fmt: skip
    """It came, or a part of it: then it stays owed. `dropped`: its files, kept already."""
    row = open_row(paper, by)
    return _came(row, how=how, by=by, now=now, whom=whom, words=words, part=part,
                 dropped=dropped, at=when(at, now))  # fmt: skip


@transaction.atomic
def came_by_link(*, paper: Paper, link, who: str, words: str, dropped: Dropped, now: datetime):
    """The holder of a link sent it. Nothing is asked of her but the link, which the caller holds
    open. What came meanwhile is added to what there is."""
    row = held([paper])[0]
    must_stand(row)
    return _came(row, how=How.LINK, by=None, now=now, whom=who, words=words, part=False,
                 dropped=dropped, at=now, who=f"{link.holder}{_as(who, link)}",
                 keeper=link.made_by, link_id=link.pk)  # fmt: skip


def _as(who: str, link) -> str:
    return f", says: {who}" if who and who != link.to_name else ""


def _came(row: Paper, *, how, by, now, whom, words, part, dropped, at, who="", keeper=None,
          link_id=None) -> PaperLine:  # fmt: skip
    if dropped:
        attachments.take_from_draft(
            draft=dropped.draft, record=row, by=by or keeper, now=now, sent_by=who
        )
    if not part and not row.received_at:
        change(row, **ended(at, "received_at"))
    said = "\n".join(filter(None, [words, *(dropped.words if dropped else ())]))
    return write(
        row, What.PART if part else What.RECEIVED, by=by, now=now, how=how, who=who[:160],
        whom=whom[:160], words=said, happened_at=at, link_id=link_id,
    )  # fmt: skip


@transaction.atomic
def cannot(*, paper: Paper, link, who: str, words: str, now: datetime) -> PaperLine:
    """Through the link: "I cannot, ask so-and-so". Somebody of ours has to ring."""
    row = held([paper])[0]
    must_stand(row)
    if not row.received_at:
        change(row, ring_at=row.ring_at or now)
    return write(
        row, What.CANNOT, by=None, now=now, how=How.LINK, whom=who[:160], words=words,
        who=f"{link.holder}{_as(who, link)}"[:160], link_id=link.pk,
    )  # fmt: skip
