"""The two pages of a calendar feed, for each kind: her own page, and the file itself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from cura.core.accounts import access
from cura.core.audit import log
from cura.core.links import feed as feeds
from cura.core.links.feed import Feed


@dataclass(frozen=True, kw_only=True)
class FeedPages:
    """`mine` and `file` are names of addresses; `calendar(feed, now)` makes the file."""

    kind: type[Feed]
    title: str
    says: str
    mine: str
    file: str
    calendar: Callable[[Feed, datetime], bytes]

    @property
    def once(self) -> str:
        return f"{self.kind._meta.model_name}_secret"


def mine(request, pages: FeedPages):
    """Her own address: made, shown once, ended. Whoever may see nothing of it has none."""
    now = timezone.now()
    if not access.scope(request.user, pages.kind.permission):
        raise Http404
    if request.method == "POST":
        if request.POST.get("do") == "end":
            feeds.end(pages.kind, by=request.user, now=now)
        else:
            request.session[pages.once] = feeds.make(pages.kind, by=request.user, now=now)
        return redirect(pages.mine)
    feed = feeds.held_by(pages.kind, request.user)
    secret = request.session.pop(pages.once, "")
    url = request.build_absolute_uri(reverse(pages.file, args=[secret])) if secret else ""
    context = {"pages": pages, "feed": feed, "url": url, "fetched": feeds.fetched_words(feed, now)}
    return render(request, "links/feed.html", context)


def fetch(request, secret: str, pages: FeedPages):
    """Guarded by the secret in the address; a wrong, ended or powerless one is a 404."""
    now = timezone.now()
    feed = feeds.find(pages.kind, secret, now)
    if feed is None:
        raise Http404
    log.read(feed, f"{pages.kind._meta.model_name}.fetched", by=feed.user, now=now)
    pages.kind.objects.filter(pk=feed.pk).update(fetched_at=now)
    answer = HttpResponse(pages.calendar(feed, now), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'inline; filename="{pages.kind._meta.model_name}.ics"'
    answer["Cache-Control"] = "private, no-store"
    return answer
