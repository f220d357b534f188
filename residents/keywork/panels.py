from django.urls import reverse

from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P
from cura.lib import london
from residents.child.rights import holds
from residents.keywork.models import KeyWork
from residents.keywork.reading import counted, open_promises, when_words

LATEST, MOST = 3, 6


def on_child(*, subject, user, now):
    """Planned and unplanned counted apart, the last talks, and what was promised."""
    rows = KeyWork.objects.visible_to(user).standing().filter(child=subject)
    latest = rows.select_related("author").order_by("-happened_at", "-id")[:LATEST]
    promises = open_promises(user).filter(key_work__child=subject)[:MOST]
    today = london.local_date(now)
    may_write = not subject.left_at and holds(user, P.KEYWORK_WRITE, subject)
    return {
        "title": "Key work",
        "icon": "chat-quote",
        "url": reverse("key-work-list", args=[subject.pk]),
        "counted": counted(subject, user, now),
        "latest": [_talk(work, now) for work in latest],
        "promises": [_promise(action, today) for action in promises],
        "new_url": reverse("key-work-new", args=[subject.pk]) if may_write else "",
    }


def on_today(*, subject, user, now):
    """What was promised to the children of this home, until its day is past."""
    rows = open_promises(user).filter(key_work__child__home=subject).exclude(by_when=None)
    rows = rows.select_related("key_work__child")[:MOST]
    today = london.local_date(now)
    promises = [_promise(a, today) | {"name": a.key_work.child.name} for a in rows]
    if not promises:
        return None
    return {"title": "What we promised", "icon": "hand-thumbs-up", "promises": promises}


def _talk(work: KeyWork, now) -> dict:
    return {
        "url": reverse("key-work-detail", args=[work.pk]),
        "title": work.get_topic_display(),
        "text": work.own_words or work.words,
        "quoted": bool(work.own_words),
        "when": f"{london.short(work.happened_at, now)}, {work.author.first_name}",
    }


def _promise(action, today) -> dict:
    words, tone = when_words(action.by_when, today)
    url = reverse("key-work-detail", args=[action.key_work_id])
    return {"what": action.what, "who": action.who, "words": words, "tone": tone, "url": url}


PANELS = (
    Panel(
        key="key-work", place="child", order=30, template="residents/keywork/panel.html",
        permission=P.KEYWORK_READ, context=on_child,
    ),
    Panel(
        key="promises", place="today", order=40, template="residents/keywork/promises.html",
        permission=P.KEYWORK_READ, context=on_today,
    ),
)  # fmt: skip
