"""One thing done about some papers, written: a line for each, how each stands, its clock, the log.

All writes of this noun come through here, in the caller's transaction.
"""

from datetime import datetime

from django.core.exceptions import ValidationError

from cura.core.audit import log
from cura.core.deadlines.engine import sync
from cura.core.permissions import Permission as P
from cura.core.records import snapshot
from cura.core.records.actions import must_stand, require
from cura.core.records.base import not_in_future
from placements.papers.models import Paper, PaperLine

CAME_ALREADY = "This has come already, or is not needed."


def held(papers) -> list[Paper]:
    """The rows as they are now, in one order for everybody, held until the commit."""
    keys = [paper.pk for paper in papers]
    rows = Paper.objects.select_for_update(of=("self",)).filter(pk__in=keys)
    return list(rows.select_related("referral", "child", "home").order_by("pk"))


def change(paper: Paper, **columns) -> None:
    """How it stands after something was done. A page that was opened before notices."""
    for name, value in columns.items():
        setattr(paper, name, value)
    paper.version += 1
    paper.save(update_fields=[*columns, "version"])


def write(
    paper: Paper, what: str, *, by, now: datetime, who: str = "", chain: str | None = None,
    happened_at: datetime | None = None, **columns,
) -> PaperLine:  # fmt: skip
    """A line, with its entry in the log. `who` is for what nobody of ours did."""
    user = by if getattr(by, "pk", None) else None
    line = PaperLine(
        paper=paper, home_id=paper.home_id, child_id=paper.child_id, what=what, by=user,
        who=who or str(by), happened_at=happened_at or now, at=now, **columns,
    )  # fmt: skip
    line.save(force_insert=True)
    sync(paper, now)
    stands(paper, by=by if user else line.who, now=now, chain=chain)
    where = log.target(paper)
    log.append(
        chain=chain or log.chain_of(paper.home_id), actor=by if user else line.who,
        action=f"paper.{what}", now=now, body={"snapshot": {"columns": snapshot.columns(line)}},
        **where | {"label": line._meta.label_lower, "object_id": line.pk},
    )  # fmt: skip
    return line


def stands(paper: Paper, *, by, now: datetime, chain: str | None = None) -> None:
    """How it stands now, for the log, which must know every column as it is."""
    kept = {"columns": snapshot.columns(paper)}
    log.wrote(paper, "paper.stands", by=by, now=now, chain=chain, snapshot=kept)


def ended(at: datetime, name: str) -> dict:
    """The columns of a paper for which nobody is asked any more."""
    return {name: at, "next_chase_at": None, "ring_at": None}


def mine(papers, by) -> list[Paper]:
    """Those of one child or referral, held, if she may write about them."""
    rows = held(papers)
    for paper in rows:
        must_stand(paper)
        require(by, P.PLAN_WRITE, paper)
    if len({(paper.child_id or paper.referral_id, paper.home_id) for paper in rows}) > 1:
        raise ValidationError("Ask for the papers of one child at a time.")
    return rows


def open_row(paper: Paper, by) -> Paper:
    """A paper that is still owed, held."""
    row = mine([paper], by)[0]
    if row.received_at or row.not_needed_at:
        raise ValidationError(CAME_ALREADY, code="done")
    return row


def when(at: datetime | None, now: datetime) -> datetime:
    """When it was: now, unless somebody said so."""
    not_in_future(at, now)
    return at or now
