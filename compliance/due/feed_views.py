"""The calendar of what is due: its own page to make and end it, and the file itself."""

from django.contrib.auth.decorators import login_not_required
from django.views.decorators.http import require_http_methods, require_safe

from compliance.due.feed import calendar
from compliance.due.feed_model import DueFeed
from cura.core.links import feed_views
from cura.core.links.feed_views import FeedPages

PAGES = FeedPages(
    kind=DueFeed,
    title="What is due in my calendar",
    says="Your phone or computer can show what is due beside your own dates. It says what kind of "
    "thing and by when, and about nobody: no names, no initials, nothing that anybody wrote. It "
    "stops when you no longer work here.",
    mine="due-feed",
    file="due-ics",
    calendar=calendar,
)


@require_http_methods(["GET", "HEAD", "POST"])
def mine(request):
    return feed_views.mine(request, PAGES)


@require_safe
@login_not_required
def fetch(request, secret):
    return feed_views.fetch(request, secret, PAGES)
