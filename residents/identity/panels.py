from django.urls import reverse

from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P
from cura.lib import london
from residents.child.rights import holds
from residents.identity.models import ASKED, AboutMe
from residents.identity.reading import latest
from residents.seen.reading import unread

MOST = 4  # of what she said; the rest is one tap further


def about_me(*, subject, user, now):
    page = latest(subject, user)
    may_write = not subject.left_at and holds(user, P.CHILD_WRITE, subject)
    new = reverse("about-me-new", args=[subject.pk]) if may_write else ""
    panel = {"title": "About me", "icon": "chat-heart", "new_url": new}
    if page is None:
        return panel | {"said": []}
    works_here = holds(user, P.DAILY_WRITE, subject)
    said = [(AboutMe._meta.get_field(n).verbose_name, getattr(page, n)) for n in ASKED]
    return panel | {
        "url": reverse("about-me-detail", args=[page.pk]),
        "url_words": "All of it",
        "said": [{"label": label, "text": text} for label, text in said if text][:MOST],
        "when": f"Written on {london.day_words(london.local_date(page.happened_at))}",
        "unread_pk": page.pk if works_here and unread([page], user) else None,
    }


PANELS = (
    Panel(
        key="about-me", place="child", order=20, template="residents/identity/panel.html",
        permission=P.CHILD_READ, context=about_me,
    ),
)  # fmt: skip
