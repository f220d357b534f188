"""The page on which somebody without an account drops papers for us: a social worker on a phone,
or the duty worker to whom the mail was passed on. It shows what we ask for, and nothing else."""

from datetime import timedelta

from django.conf import settings
from django.shortcuts import render
from django.utils import timezone

from cura.core.accounts.home import Home
from cura.core.links import passes
from cura.core.links.purpose import Purpose
from cura.core.permissions import Permission as P
from cura.lib.words import plural
from placements.papers import dropping
from placements.papers.models import Paper

MOST_WORDS = 600


def page(request, link):
    """What we still need, each with its own box; after "Send", what came of it."""
    now = timezone.now()
    asked = _asked(link)
    done = None
    if request.POST.get("do") == "send":
        done = dropping.take(
            papers=[paper for paper in asked if _open(paper)],
            link=link,
            who=" ".join(request.POST.get("who", "").split())[:120],
            words=request.POST.get("words", "").strip()[:MOST_WORDS],
            files=request.FILES,
            said={name: text.strip()[:MOST_WORDS] for name, text in request.POST.items()},
            now=now,
        )
        asked = _asked(link)
    missing = [paper for paper in asked if _open(paper)]
    context = {
        "home": Home.objects.get(pk=link.home_id),
        "by": link.made_by.name,
        "initials": _initials(asked),
        "missing": [_box(paper, done) for paper in missing],
        "came": [paper.title for paper in asked if paper.received_at],
        "done": done,
        "still": plural(len(missing), "paper"),
        "who": request.POST.get("who", ""),
        "words": request.POST.get("words", "") if done and not done.anything else "",
        "most": f"{settings.ATTACHMENT_MAX_BYTES // 1024 // 1024} MB",
        "pass_field": passes.field(link),
    }
    status = 422 if done and not done.anything else 200
    return render(request, "placements/papers/link.html", context, status=status)


def _asked(link) -> list[Paper]:
    """The papers that this link was made for, and no others of the same child."""
    rows = Paper.objects.wanted().filter(lines__link_id=link.pk).distinct()
    return list(rows.select_related("child", "referral", "home").order_by("pk"))


def _open(paper: Paper) -> bool:
    return not paper.received_at


def _initials(papers: list[Paper]) -> str:
    if not papers:
        return ""
    about = papers[0].child or papers[0].referral
    return f"{about.first_name[:1]}{about.last_name[:1]}".upper()


def _box(paper: Paper, done) -> dict:
    key = str(paper.pk)
    return {
        "key": key,
        "title": paper.title,
        "files": f"file-{key}",
        "cannot": f"cannot-{key}",
        "refused": done.refused.get(key, []) if done else [],
        "said": key in done.said if done else False,
    }


SEND_PAPERS = Purpose(
    key="send-papers",
    title="Papers for a child",
    words="We look after a child you know, or are about to. A few papers are still with you: here "
    "you can see which, and drop them. It takes a minute, and a photo is fine.",
    button="See which",
    lifetime=timedelta(days=28),
    once=False,
    permission=P.PLAN_WRITE,
    export=False,
    passing=True,
    view=page,
)
