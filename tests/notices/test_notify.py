from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from cura.core.accounts import access
from cura.core.accounts import actions as people
from cura.core.notices.actions import mark_read, notify
from cura.core.notices.notice import Notice, unread
from cura.core.records import registry
from tests.builders import make

NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
NOTE = registry.of("residents.dailynote")


@pytest.fixture
def note(cast):
    return make(NOTE, subject=cast.kai, by=cast.sam)


def test_a_notice_points_at_its_record(cast, note):
    told = notify(user=cast.rosa, text="Sam wrote a daily note", record=note, now=NOW)
    assert (told.label, told.object_id) == ("residents.dailynote", note.pk)
    assert (told.home_id, told.child_id, told.permission) == (
        cast.elm.pk,
        cast.kai.pk,
        "daily_read",
    )
    assert told.get_absolute_url() == f"/go/residents.dailynote/{note.pk}/"
    assert unread(cast.rosa) == 1
    assert unread(cast.sam) == 0


def test_nobody_hears_of_what_she_may_not_see(cast, note):
    for stranger in (cast.omar, cast.olga, cast.lin, cast.ned):
        assert notify(user=stranger, text="x", record=note, now=NOW) is None
    assert not Notice.objects.exists()


def test_nobody_hears_of_a_record_she_is_excluded_from(cast, note):
    people.exclude(
        user=cast.cara, record=note, why="It is about her", by=cast.rosa, now=timezone.now()
    )
    assert notify(user=cast.cara, text="x", record=note, now=NOW) is None
    assert notify(user=cast.tess, text="x", record=note, now=NOW)


def test_an_exclusion_made_later_takes_the_notice_away(cast, note):
    notify(user=cast.cara, text="x", record=note, now=NOW)
    exclusion = people.exclude(
        user=cast.cara, record=note, why="About her", by=cast.rosa, now=timezone.now()
    )
    assert unread(cast.cara) == 0
    people.end_exclusion(exclusion=exclusion, by=cast.rosa, now=timezone.now())
    assert unread(cast.cara) == 1


def test_a_right_that_ends_takes_the_notice_away(cast, note):
    notify(user=cast.cara, text="x", record=note, now=NOW)
    people.end_role(membership=cast.cara.memberships.get(), by=cast.rosa, now=timezone.now())
    assert not Notice.objects.visible_to(cast.cara).exists()


def test_an_outsider_with_a_grant_hears_of_her_child_only(cast, note):
    other = make(NOTE, subject=cast.mia, by=cast.sam)
    assert notify(user=cast.ivy, text="x", record=note, now=NOW)
    assert notify(user=cast.ivy, text="x", record=other, now=NOW) is None
    assert unread(cast.ivy) == 1


def test_a_child_and_a_home_can_be_pointed_at(cast):
    assert notify(user=cast.sam, text="Kai's plan is due", record=cast.kai, now=NOW)
    assert notify(user=cast.sam, text="The boiler", record=cast.elm, now=NOW)
    assert notify(user=cast.omar, text="The boiler", record=cast.elm, now=NOW) is None
    assert unread(cast.sam) == 2


def test_one_key_is_one_notice_for_each_person(cast):
    first = notify(user=cast.sam, text="Due", key="due 1", now=NOW)
    again = notify(user=cast.sam, text="Due", key="due 1", now=NOW + timedelta(hours=1))
    other = notify(user=cast.tess, text="Due", key="due 1", now=NOW)
    assert first == again != other
    assert again.at == NOW


def test_the_database_holds_the_key_too(cast):
    Notice.objects.create(user=cast.sam, text="a", key="k", at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Notice.objects.create(user=cast.sam, text="b", key="k", at=NOW)
    Notice.objects.create(user=cast.sam, text="no key", at=NOW)
    Notice.objects.create(user=cast.sam, text="no key", at=NOW)


@pytest.mark.parametrize("url", ["https://far.example.org/", "//far.example.org", "javascript:x"])
def test_a_notice_leads_only_to_our_own_pages(cast, url):
    with pytest.raises(ValueError, match="pages of Cura"):
        notify(user=cast.sam, text="x", url=url, now=NOW)


def test_a_long_text_is_cut(cast):
    assert len(notify(user=cast.sam, text="word " * 100, now=NOW).text) <= 200


def test_only_her_own_are_marked(cast):
    notify(user=cast.sam, text="a", now=NOW)
    notify(user=cast.tess, text="b", now=NOW)
    assert mark_read(notices=Notice.objects.all(), by=cast.sam, now=NOW) == 1
    assert (unread(cast.sam), unread(cast.tess)) == (0, 1)


def test_the_figure_beside_the_bell_is_one_query(cast, django_assert_num_queries):
    for _ in range(3):
        notify(user=cast.sam, text="a", record=cast.kai, now=NOW)
    with access.remembering():
        access.rights(cast.sam)
        with django_assert_num_queries(1):
            assert unread(cast.sam) == 3
