"""What stands in a mail. Anybody may read a mail: kind, home and when, never a name, never words.

So nothing here reads `Notice.text` or `Deadline.title`.
"""

from collections import Counter
from collections.abc import Iterable

from django.apps import apps
from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from cura.core.notices.notice import Notice
from cura.lib import london
from cura.lib.words import plural

LINES = 15
SUBJECT_LENGTH = 120
SOMETHING = "something else"


def kind(notice: Notice) -> str:
    """What sort of thing it is about: "overdue: restraint"."""
    try:
        thing = str(apps.get_model(notice.label)._meta.verbose_name) if notice.label else SOMETHING
    except (LookupError, ValueError):
        thing = SOMETHING
    return f"{notice.kind}: {thing}" if notice.kind else thing


def urgent(notice: Notice, home: str) -> dict:
    """Subject and body of the mail about one thing that cannot wait."""
    context = {
        "first_name": notice.user.first_name,
        "what": kind(notice),
        "home": home,
        "when": _when(notice),
        "url": address(notice.get_absolute_url() or reverse("inbox")),
    }
    return _mail(f"Urgent at {home}: {kind(notice)}", "notices/urgent.txt", context)


def digest(user, notices: list[Notice], homes: dict, earlier: int) -> dict:
    """Subject and body of the mail of the day. `homes` is id -> name; `earlier` still wait."""
    lines = _lines(notices, homes)
    context = {
        "first_name": user.first_name,
        "lines": lines[:LINES],
        "more": plural(len(lines) - LINES, "more line") if len(lines) > LINES else "",
        "earlier": plural(earlier, "thing") if earlier else "",
        "url": address(reverse("inbox")),
        "choose_url": address(reverse("me")),
    }
    return _mail(f"{plural(len(notices), 'thing')} for you", "notices/digest.txt", context)


def address(path: str) -> str:
    return settings.SITE_URL.rstrip("/") + path


def _lines(notices: Iterable[Notice], homes: dict) -> list[str]:
    """Alike ones are one line, with how many: "Elm House: 3 × key work"."""
    alike = Counter((homes.get(n.home_id, ""), kind(n), _when(n)) for n in notices)
    return [
        f"{home + ': ' if home else ''}{f'{count} × ' if count > 1 else ''}{what}, {when}"
        for (home, what, when), count in alike.items()
    ]


def _when(notice: Notice) -> str:
    due = notice.deadline and notice.deadline.due_at
    return f"due {london.limit(due)}" if due else london.day_words(london.local_date(notice.at))


def _mail(subject: str, template: str, context: dict) -> dict:
    subject = " ".join(subject.split())  # no line break may begin a header of its own
    return {"subject": subject[:SUBJECT_LENGTH], "body": render_to_string(template, context)}
