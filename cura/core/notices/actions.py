"""The only writers of notices. They stand in no audit chain: what they tell of does."""

from datetime import datetime

from django.db import transaction
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.text import Truncator

from cura.core.accounts import soft
from cura.core.notices.notice import TEXT_LENGTH, Notice


@transaction.atomic
def notify(
    *, user, text: str, now: datetime, record=None, url: str = "", key: str = ""
) -> Notice | None:
    """Tell somebody. Returns the notice; with `key`, the one she already has.

    None, and nothing kept, when she may not see `record` now: no role there, an exclusion, an
    account that is closed. `text` never holds what a child said. `url` is an address of our own.
    """
    if url and not (url.startswith("/") and url_has_allowed_host_and_scheme(url, None)):
        raise ValueError("A notice leads only to pages of Cura.")
    where = soft.of(record) if record is not None else {}
    if where and not soft.sees(user, where, now):
        return None
    notice = {"text": Truncator(text).chars(TEXT_LENGTH), "url": url, "at": now, **where}
    if not key:
        return Notice.objects.create(user=user, **notice)
    return Notice.objects.get_or_create(user=user, key=key, defaults=notice)[0]


@transaction.atomic
def mark_read(*, notices, by, now: datetime) -> int:
    """Mark her own as read, of those given (a queryset). Returns how many were new to her."""
    return notices.filter(user=by, read_at=None).update(read_at=now)
