"""What a story does with papers that is no record: the same actions that pages and tasks call."""

from cura.core.notices.mail import Mail
from placements.papers import actions, chasing, receiving
from placements.papers.models import Paper
from placements.referral.models import Referral


def _told(now) -> None:
    """In a story the mails have gone: nobody is written to when it is loaded."""
    mails = Mail.objects.waiting().filter(user=None, made_at=now)
    mails.update(sent_at=now, body="")


def ask_for(*, by, now, about, kinds):
    """`about` is the child, or the referral by its name in the story."""
    whom = {"referral": about} if isinstance(about, Referral) else {"child": about}
    papers = actions.ask_for(kinds=kinds, by=by, now=now, **whom)
    _told(now)
    return papers[0] if papers else None


def _paper(about, kind: str, name: str) -> Paper:
    return Paper.objects.of(about).wanted().get(kind=kind, name=name)


def came(*, by, now, about, kind, name="", how="mail", **more):
    paper = _paper(about, kind, name)
    receiving.came(paper=paper, how=how, by=by, now=now, **more)
    return paper


def read(*, by, now, about, kind, name="", words=""):
    paper = _paper(about, kind, name)
    actions.read(paper=paper, words=words, by=by, now=now)
    return paper


def chase(*, by, now, about):
    """What Cura does by itself each ten minutes: here when the story says so."""
    chasing.chase_due(now)
    _told(now)


VERBS = {
    "ask for papers": ask_for,
    "paper came": came,
    "paper read": read,
    "chase papers": chase,
}
