"""The links that a record has, for its page: to whom it was sent, whether it was opened."""

from datetime import datetime

from django.urls import reverse

from cura.core.links.link import Link
from cura.lib import london


def given(record, now: datetime) -> list[dict]:
    """For those who may end them: the caller has asked for the purpose's permission."""
    return [_line(link, now) for link in Link.objects.about_record(record)]


def _line(link: Link, now: datetime) -> dict:
    live = link.ended_at is None and link.expires_at > now
    return {
        "to": link.to_name,
        "made": london.words(link.made_at),
        "state": _state(link, now),
        "end_url": reverse("link-end", args=[link.pk]) if live else "",
    }


def _state(link: Link, now: datetime) -> str:
    if link.ended_at:
        how = f"ended {london.words(link.ended_at)}"
    elif link.expires_at <= now:
        how = f"ran out {london.words(link.expires_at)}"
    else:
        how = f"good until {london.words(link.expires_at)}"
    opened = f"first opened {london.words(link.used_at)}" if link.used_at else "not opened"
    return f"{opened}, {how}"
