"""What the gate asks: each source gives findings about one referral, at one moment."""

from collections.abc import Callable

from django.urls import reverse

from cura.lib import london
from cura.lib.words import listed
from placements.fit import reading as fit
from placements.gate.finding import Blocks, Lifts
from placements.gate.weighed import weighed
from placements.impact import reading as impact
from placements.impact.models import ImpactAssessment
from placements.notice.reading import open_at
from placements.papers import reading as papers

MOST = 4
WRITE = "Write the impact risk assessment"
OUT_OF_DATE = "The impact risk assessment is out of date."
ANEW = "Look at it again, and sign a new one."


def _new(referral) -> str:
    new = reverse("impact-assessments-new", args=[referral.home_id])
    short = "&short=1" if referral.needed_tonight else ""
    return f"{new}?referral={referral.pk}{short}"


def of_impact(referral, now) -> list[Blocks]:
    """Missing, stale, without somebody who lives here, or saying that we cannot."""
    again = {"url": _new(referral), "url_words": WRITE}
    assessment = impact.latest(referral)
    if assessment is None:
        return [
            Blocks(
                key="impact-missing", lifts="Write it and sign it. Ten minutes by phone are enough "
                "in an emergency.", words="There is no signed impact risk assessment.", **again,
            )
        ]  # fmt: skip
    found = [
        Blocks(
            key=f"impact-stale/{assessment.pk}/{r.key}",
            lifts=ANEW,
            **again,
            words=f"{OUT_OF_DATE} {r.words}",
        )
        for r in impact.stale(assessment, now).all
    ]
    return found + _pairs(assessment, again) + _result(assessment, again)


def _pairs(assessment, again: dict) -> list[Blocks]:
    return [
        Blocks(
            key=f"impact-pair/{assessment.pk}/{child.pk}", lifts=ANEW, **again,
            words=f"{child.name} lives here and is not in the impact risk assessment.",
        )
        for child in impact.missing_pairs(assessment)
    ]  # fmt: skip


def _result(assessment, again: dict) -> list[Blocks]:
    if assessment.result != ImpactAssessment.Result.NO:
        return []
    words = "The impact risk assessment says that we cannot keep everybody safe."
    return [Blocks(key=f"impact-no/{assessment.pk}", words=words, lifts=ANEW, **again)]


def of_notices(referral, now) -> list[Blocks]:
    """N2: each of them is the responsible individual's to answer for."""
    return [_notice(notice) for notice in open_at(referral.home)]


def _notice(notice) -> Blocks:
    since = london.day_words(london.local_date(notice.happened_at))
    cannot = notice.kind == notice.Kind.CANNOT
    what = "we said that we cannot keep somebody safe" if cannot else "a notice is open"
    return Blocks(
        key=f"notice/{notice.pk}",
        words=f"{notice.child.name} still lives here, and {what}, since {since}.",
        lifts="The notice ends, or the responsible individual says yes by name.",
        who=Lifts.RI,
        url=reverse("placement-notices-detail", args=[notice.pk]),
        url_words="The notice",
    )


def of_papers(referral, now) -> list[Blocks]:
    """Papers that are wanted before the door. In an emergency they may be owed, and are chased."""
    if referral.needed_tonight:
        return []
    wanted = [paper for paper in papers.missing(referral) if paper.before_door]
    if not wanted:
        return []
    named = listed(str(paper) for paper in wanted[:MOST])
    more = f" and {len(wanted) - MOST} more" if len(wanted) > MOST else ""
    return [
        Blocks(
            key=f"papers/{referral.pk}", words=f"Not here yet: {named}{more}.",
            lifts="They come, or a manager says yes without them.",
            url=reverse("owed-referral", args=[referral.pk]), url_words="What is owed",
        )
    ]  # fmt: skip


# (referral, now) -> findings. In the order in which they are said.
SOURCES: list[Callable] = [weighed(fit.findings), of_impact, of_notices, of_papers]
