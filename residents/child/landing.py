"""Where an outsider's day begins: the child, or the children, whom she was let in to see."""

from django.urls import reverse

from cura.core.accounts import access
from cura.core.permissions import Permission as P


def landing(user) -> str:
    """Her child's page; the list when there are more; without the right to the page, the diary."""
    children = access.scope(user, P.CHILD_READ).children
    if len(children) > 1:
        return reverse("children")
    if children:
        return reverse("child", args=list(children))
    diary = access.scope(user, P.DIARY_READ).children
    return reverse("diary-list", args=[min(diary)]) if diary else ""
