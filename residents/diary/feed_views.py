"""The calendar feed: its own page to make and end it, and the address that a calendar fetches."""

from django.contrib.auth.decorators import login_not_required
from django.views.decorators.http import require_http_methods, require_safe

from cura.core.links import feed_views
from cura.core.links.feed_views import FeedPages
from residents.diary.feed import calendar
from residents.diary.feed_model import DiaryFeed

PAGES = FeedPages(
    kind=DiaryFeed,
    title="The diary in my calendar",
    says="Your phone or computer can show the diary of the house beside your own dates. It says "
    "what and when, with initials: no names, no places, nothing that anybody wrote. It stops when "
    "you no longer work here.",
    mine="diary-feed",
    file="diary-ics",
    calendar=calendar,
)


@require_http_methods(["GET", "HEAD", "POST"])
def mine(request):
    return feed_views.mine(request, PAGES)


@require_safe
@login_not_required
def fetch(request, secret):
    return feed_views.fetch(request, secret, PAGES)
