"""A holder's pass from the first page to the next ones: half an hour, in a hidden field."""

from django.core import signing
from django.utils.html import format_html

from cura.core.links.link import Link

SALT = "cura.links.pass"
FIELD = "pass"
SECONDS = 30 * 60


def given(link: Link) -> str:
    return signing.dumps(str(link.pk), salt=SALT)


def holds(link: Link, token: str) -> bool:
    try:
        return signing.loads(token, salt=SALT, max_age=SECONDS) == str(link.pk)
    except signing.BadSignature:
        return False


def field(link: Link) -> str:
    """For the forms of a purpose's own pages, inside <form method="post">, beside csrf_token."""
    return format_html('<input type="hidden" name="{}" value="{}">', FIELD, given(link))
