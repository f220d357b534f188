"""The calendar feed: its own page to make and end it, and the address that a calendar fetches."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from cura.core.accounts import access
from cura.core.audit import log
from cura.core.permissions import Permission as P
from cura.lib import london
from residents.diary import feed as feeds
from residents.diary.feed_model import DiaryFeed

SHOWN_ONCE = "diary_feed_secret"


@require_http_methods(["GET", "HEAD", "POST"])
def mine(request):
    """Her own address: made, shown once, ended. Whoever sees no diary has none."""
    now = timezone.now()
    if not access.scope(request.user, P.DIARY_READ):
        raise Http404
    if request.method == "POST":
        if request.POST.get("do") == "end":
            feeds.end(by=request.user, now=now)
        else:
            request.session[SHOWN_ONCE] = feeds.make(by=request.user, now=now)
        return redirect("diary-feed")
    feed = DiaryFeed.objects.filter(user=request.user, ended_at=None).first()
    secret = request.session.pop(SHOWN_ONCE, "")
    url = request.build_absolute_uri(reverse("diary-ics", args=[secret])) if secret else ""
    return render(
        request,
        "residents/diary/feed.html",
        {"feed": feed, "url": url, "fetched": _fetched(feed, now)},
    )


def _fetched(feed: DiaryFeed | None, now) -> str:
    if feed is None:
        return ""
    if feed.fetched_at is None:
        return "No calendar has fetched it yet."
    return f"Last fetched {london.ago(feed.fetched_at, now)}."


@require_safe
@login_not_required
def fetch(request, secret):
    """Guarded by the secret in the address; a wrong, ended or powerless one is a 404."""
    now = timezone.now()
    feed = feeds.find(secret, now)
    if feed is None:
        raise Http404
    log.read(feed, "diaryfeed.fetched", by=feed.user, now=now)
    DiaryFeed.objects.filter(pk=feed.pk).update(fetched_at=now)
    answer = HttpResponse(feeds.calendar(feed, now), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="diary.ics"'
    answer["Cache-Control"] = "private, no-store"
    return answer
