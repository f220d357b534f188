"""How the papers of a child or referral stand, in words that pages and reports only print."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from cura.core.notices.mail import Mail
from cura.lib import london
from cura.lib.words import plural
from placements.papers.kinds import KINDS, Owes, usual
from placements.papers.models import Paper, PaperLine
from placements.referral.models import Referral
from residents.child.models import Child

What, How = PaperLine.What, PaperLine.How
MOST = 120
OFTEN = 2  # asked for so often that a report says so


def of(subject: Child | Referral, user) -> list[Paper]:
    """All that we want of one child or referral, in the order of the list. One query."""
    rows = Paper.objects.visible_to(user).of(subject).select_related("child", "referral", "home")
    return sorted(rows.order_by("pk")[:MOST], key=place)


PLACES = {key: place for place, key in enumerate(KINDS)}


def place(paper: Paper) -> tuple:
    return PLACES.get(paper.kind, len(PLACES)), paper.pk


def missing(subject: Child | Referral, user=None) -> list[Paper]:
    """What we asked for and has not come. Without a reader: for those who ask for the home."""
    rows = Paper.objects.visible_to(user) if user else Paper.objects.all()
    return sorted(rows.of(subject).missing().told_of().order_by("pk")[:MOST], key=place)


def line(child: Child, user) -> str:
    """One line of evidence: "9 of 11 papers came, the last on Fri 4 Sep 2026. Missing: chronology,
    asked for 4 times." Empty when we asked for none."""
    wanted = _told_of(of(child, user))
    if not wanted:
        return ""
    came = [paper.received_at for paper in wanted if paper.received_at]
    said = f"{len(came)} of {plural(len(wanted), 'paper')} came"
    if came:
        said += f", the last on {london.day_words(london.local_date(max(came)))}"
    late = [p for p in wanted if not p.received_at or p.asks > OFTEN]
    told = [
        _told(paper) for paper in sorted(late, key=lambda p: (bool(p.received_at), -p.asks))[:3]
    ]
    more = len(late) - len(told)
    told += [f"{plural(more, 'other')} missing or late"] if more else []
    return f"{said}. {'; '.join(told)}." if told else f"{said}."


def _told_of(papers: list[Paper]) -> list[Paper]:
    return [p for p in papers if not p.not_needed_at and not p.only_expected]


def _told(paper: Paper) -> str:
    came = london.day_words(london.local_date(paper.received_at)) if paper.received_at else ""
    asked = f"asked for {times(paper.asks)}"
    end = f"came on {came}" if came else "still missing"
    return f"{paper.title}: {asked}, {end}"


def times(count: int) -> str:
    return {0: "by nobody yet", 1: "once", 2: "twice"}.get(count, f"{count} times")


@dataclass(frozen=True)
class Row:
    """A paper on the page: ready text. `tone` is never red: it is theirs."""

    title: str
    url: str
    state: str
    tone: str
    about: str
    came_url: str


def rows(papers: list[Paper], now: datetime, *, may_write: bool) -> list[Row]:
    """One query more, for mails that did not arrive."""
    bounced = not_delivered([paper for paper in papers if not paper.received_at])
    return [_row(paper, bounced.get(paper.pk, ""), now, may_write) for paper in papers]


def _row(paper: Paper, bounced: str, now: datetime, may_write: bool) -> Row:
    state, tone = how_it_stands(paper, bounced, now)
    owed = not (paper.received_at or paper.not_needed_at or paper.void_at)
    return Row(
        title=paper.title,
        url=reverse("papers-owed-detail", args=[paper.pk]),
        state=state,
        tone=tone,
        about=" · ".join(filter(None, _about(paper, bounced, now))),
        came_url=reverse("owed-came", args=[paper.pk]) if owed and may_write else "",
    )


def how_it_stands(paper: Paper, bounced: str, now: datetime | None) -> tuple[str, str]:
    """Words and tone. In a list, which knows no moment, nothing is said to be late."""
    if paper.not_needed_at:
        return "Not needed", "grey"
    if paper.received_at:
        return ("Read", "ok") if paper.read_at else ("Came, to be read", "soon")
    if paper.ring_at or bounced:
        return "Please ring", "soon"
    if paper.only_expected:
        return ("Expected", "grey") if paper.next_chase_at else ("Not asked for yet", "soon")
    late = now and paper.wanted_by and paper.wanted_by < london.local_date(now)
    return ("We wait, late", "calm") if late else ("We wait", "calm")


def _about(paper: Paper, bounced: str, now: datetime) -> list[str]:
    if paper.not_needed_at:
        return []
    if paper.received_at:
        return [f"came {london.short(paper.received_at, now)}"]
    found = [Owes(paper.owed_by).label]
    if paper.wanted_by:
        found.append(f"wanted by {london.day_words(paper.wanted_by)}")
    if paper.asks:
        found.append(f"asked {times(paper.asks)}, last {london.short(paper.last_asked_at, now)}")
    if paper.next_chase_at and not paper.ring_at:
        again = "next" if paper.asks else "we ask"
        found.append(f"{again} on {london.day_words(london.local_date(paper.next_chase_at))}")
    if bounced:
        found.append("our mail did not arrive")
    return found


def not_delivered(papers: list[Paper]) -> dict:
    """Paper -> the trouble of the last mail about it, when that was not taken. Two queries."""
    lines = PaperLine.objects.filter(paper__in=papers).exclude(mail_key="").order_by("at", "id")
    last = dict(lines.values_list("paper_id", "mail_key"))
    failed = Mail.objects.filter(key__in=set(last.values()), ended_at__isnull=False)
    troubles = dict(failed.values_list("key", "trouble"))
    return {paper: troubles[key] or "?" for paper, key in last.items() if key in troubles}


def summary(papers: list[Paper], now: datetime) -> str:
    """ "9 of 11 came, next asked Thu 26 Nov 2026", in one look."""
    wanted = _told_of(papers)
    if not wanted:
        return "Nothing has been asked for yet."
    came = sum(bool(paper.received_at) for paper in wanted)
    found = [f"{came} of {len(wanted)} came"]
    coming = [p.next_chase_at for p in wanted if p.next_chase_at and not p.ring_at]
    if coming:
        found.append(f"we ask again on {london.day_words(london.local_date(min(coming)))}")
    ring = sum(bool(paper.ring_at) for paper in wanted)
    if ring:
        found.append(f"somebody has to ring for {ring}")
    return ", ".join(found)


def lines_of(paper: Paper, now: datetime) -> list[dict]:
    """What was done, the last first. One query."""
    rows = paper.lines.order_by("-at", "-id")[:MOST]
    return [_line(line, now) for line in rows]


def _line(line: PaperLine, now: datetime) -> dict:
    head = [line.get_what_display(), line.get_how_display().lower() if line.how else ""]
    whom = f"{line.whom}" if line.whom else ""
    url = ""
    if line.record_id:
        url = reverse("go", args=[line.record_label, line.record_id])
    return {
        "head": ", ".join(filter(None, head)),
        "whom": whom,
        "words": line.words,
        "when": london.words(line.happened_at),
        "who": line.who,
        "url": url,
    }


def not_asked_yet(subject: Child | Referral, papers: list[Paper], now: datetime) -> list[str]:
    """Kinds of which there is no paper: the usual ones first."""
    there = {paper.kind for paper in papers}
    first = usual(subject.born, london.local_date(now))
    rest = [key for key in KINDS if key not in first and key != "other"]
    return [key for key in (*first, *rest) if key not in there]
