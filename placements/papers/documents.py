"""On paper: the letter that asks, with a code that opens the page where papers can be dropped; and
all that was done about one paper, as evidence that we asked."""

from datetime import datetime
from io import BytesIO

import qrcode

from cura.core.accounts.home import HomeSettings
from cura.core.documents.types import Document
from cura.core.permissions import Permission as P
from cura.core.records import printed
from cura.lib import london
from placements.papers import reading
from placements.papers.asking import Sent
from placements.papers.models import Paper, PaperLine
from placements.referral.models import Referral
from residents.child.models import Child

OFTEN = 1


def _evidence(*, record: Paper, by, now: datetime) -> dict:
    """The record as every record prints, with its lines."""
    found = printed.context(record=record, by=by, now=now)
    lines = [
        {
            "label": f"{line['when']}, {line['who']}",
            "text": " · ".join(filter(None, (line["head"], line["whom"], line["words"]))),
            "long": bool(line["words"]),
            "amendments": [],
        }
        for line in reversed(reading.lines_of(record, now))
    ]
    done = {"title": "What was done", "facts": lines, "rows": None}
    ground = {"title": "On what ground", "facts": [_ground(record)], "rows": None}
    found["sections"] += [ground, *([done] if lines else [])]
    return found


def _ground(paper: Paper) -> dict:
    return {"label": "Ground", "text": paper.of_kind.ground, "long": False, "amendments": []}


EVIDENCE = Document(
    key="evidence",
    title="What we asked for, and when (PDF)",
    template="documents/record.html",
    context=_evidence,
    permission=P.PLAN_READ,
    filename=printed.filename,
    whole=True,
)


def letter(subject: Child | Referral, sent: Sent, *, by, now: datetime) -> tuple[str, bytes]:
    """The file's name and the PDF. The address behind the code is known only now."""

    def context(*, record, by, now) -> dict:
        return _context(record, sent, by, now)

    document = Document(
        key="papers-letter", title="Papers that we need", context=context,
        template="documents/papers_letter.html", permission=P.PLAN_WRITE,
        filename=lambda _: f"letter-papers-{london.local_date(now):%Y-%m-%d}",
    )  # fmt: skip
    return document.build(subject, by=by, now=now)


def _context(subject, sent: Sent, by, now: datetime) -> dict:
    lines = PaperLine.objects.filter(batch=sent.batch).select_related("paper").order_by("id")
    lines = list(lines)
    settings = HomeSettings.objects.filter(home=subject.home_id).first()
    home = subject.home
    last = f"{subject.last_name[:1]}" if subject.last_name else ""
    code = BytesIO()
    if sent.url:
        qrcode.make(sent.url, border=1).save(code)
    return {
        "heading": "Papers that we need",
        "to": lines[0].whom,
        "about": f"{subject.first_name} {last}".strip(),
        "born": london.day_words(subject.born) if subject.born else "",
        "authority": subject.authority,
        "papers": [_paper(line.paper, now) for line in lines],
        "home": home.name,
        "address": home.address,
        "phone": home.phone,
        "by": by.name,
        "date": london.day_words(london.local_date(now)),
        "url": sent.url,
        "attachments": {"code.png": code.getvalue()},
        "marking": settings.marking if settings else "",
    }


def _paper(paper, now: datetime) -> dict:
    again = f"asked {paper.asks} times" if paper.asks > OFTEN else ""
    return {
        "title": paper.title,
        "name": paper.of_kind.name,
        "ground": paper.of_kind.ground,
        "wanted": london.day_words(paper.wanted_by) if paper.wanted_by else "",
        "again": again,
    }
