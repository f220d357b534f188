"""Written long after it happened: said everywhere by the same rule, with the hours of the home."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from cura.core.accounts.home import HomeSettings
from cura.core.records import printed, registry
from cura.core.records.lateness import Lateness
from tests import builders


def test_a_late_entry_is_marked_and_never_blocked(cast):
    type = registry.of("residents.dailynote")
    then = (timezone.now() - timedelta(days=3)).strftime("%Y-%m-%dT%H:%M")
    note = builders.make(type, subject=cast.kai, by=cast.sam, change={"happened_at": [then]})
    assert Lateness.of([note]).words(note) == "Written 3 days afterwards"


def test_page_list_and_paper_know_one_rule_of_lateness(cast, as_user):
    """The hours of the home that wrote it, and one query for a list, however long it is."""
    type = registry.of("residents.dailynote")
    then = (timezone.now() - timedelta(hours=30)).strftime("%Y-%m-%dT%H:%M")
    note = builders.make(type, subject=cast.kai, by=cast.sam, change={"happened_at": [then]})
    sam = as_user(cast.sam)
    for hours, late in ((24, True), (48, False)):
        HomeSettings.objects.filter(home=cast.elm).update(late_hours=hours)
        row = sam.get(reverse("daily-notes-list", args=[cast.kai.pk])).context["rows"][0]
        page = sam.get(reverse("daily-notes-detail", args=[note.pk])).content.decode()
        paper = printed.context(record=note, by=cast.sam, now=timezone.now())["over"]
        assert row["late"] is late
        assert ["afterwards" in text for text in (page, paper)] == [late, late]
    with CaptureQueriesContext(connection) as found:
        Lateness.of([note] * 50)
    assert len(found) == 1
