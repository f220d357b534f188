"""Whoever is kept from a hold meets it in no list, count, figure, feed, bundle, mail or draft."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from compliance.due import feed
from cura.core.accounts import actions as accounts
from cura.core.deadlines import engine
from cura.core.deadlines.ticking import tick
from cura.core.notices import delivering, posting
from cura.core.notices.mail import Mail
from cura.core.notices.notice import Notice
from cura.core.records import registry
from cura.core.records.bundles.order import Order
from cura.core.records.periods.period import Period
from cura.lib import london
from residents.going import reading as going
from residents.going.nights import periods
from safeguarding.panels import mine, waiting
from tests.safeguarding.records import body, make

WORDS = "zqhidden"


@pytest.fixture
def kept(cast):
    """A hold of last month at Elm that Tess (lead) may not see; she is the one it names."""
    now = timezone.now()
    begun = london.local(now - timedelta(days=3))
    at = begun.strftime("%Y-%m-%dT%H:%M")
    end = (begun + timedelta(minutes=2)).strftime("%Y-%m-%dT%H:%M")
    typed = body(cast.tess, happened_at=at, ended_at=end, words=WORDS, place=WORDS)
    record = make("restraint", cast, typed, cast.sam, now)
    accounts.exclude(user=cast.tess, record=record, why="x", by=cast.rosa, now=now)
    engine.sync(record, now)
    return record


def test_no_page_of_hers_says_that_it_is_there(cast, kept, as_user):
    client = as_user(cast.tess)
    pages = [
        reverse("house-now", args=["elm"]), reverse("today"), reverse("due", args=["elm"]),
        reverse("due-month", args=["elm"]), reverse("child", args=[cast.kai.pk]),
        reverse("restraints-list", args=[cast.kai.pk]), reverse("drafts"), reverse("inbox"),
        reverse("find") + "?q=" + WORDS, reverse("the-log", args=["elm"]),
        reverse("rate", args=["elm", "holds"]), reverse("duties", args=["elm"]),
        reverse("drafts") + f"?draft={kept.submission or kept.pk}",
    ]  # fmt: skip
    for url in pages:
        text = client.get(url, follow=True).content.decode()
        for said in (str(kept.pk), "hold with Kai", "After a hold"):
            assert said not in text, (url, said)
    assert str(kept.pk) in as_user(cast.sam).get(pages[5]).content.decode()


def test_her_figures_lists_and_feed_leave_it_out(cast, kept):
    now = timezone.now()
    assert waiting(cast.elm, cast.tess) == [] and mine(cast.elm, cast.tess, now) == []
    assert waiting(cast.elm, cast.sam)
    (rate,) = [rate for rate in going.shown(cast.elm, cast.tess) if rate.key == "holds"]
    figures = {
        who: sum(going.counts(rate, cast.elm, who, periods(now))) for who in (cast.tess, cast.sam)
    }
    assert figures == {cast.tess: 0, cast.sam: 1}
    secret = feed.make(by=cast.tess, now=now)
    calendar = feed.calendar(feed.DueFeed.objects.get(user=cast.tess), now)
    assert secret and b"VEVENT" not in calendar
    days = Period(cast.kai, (now - timedelta(days=9)).date(), now.date())
    order = Order(days, (registry.of("safeguarding.restraint"),))
    assert order.plan(cast.tess) == [] and order.readable(cast.tess) == set()
    assert [count for _, count in order.counts(cast.tess)] == [0]


def test_she_is_told_nothing_and_no_mail_says_a_name(cast, kept):
    now = timezone.now()
    tick(now)
    assert delivering.deliver(now)
    assert not Notice.objects.filter(user=cast.tess, object_id=kept.pk).exists()
    posting.make_digests(now)
    for mail in Mail.objects.all():
        for word in (WORDS, "Kai", "Tess Quill", "K.M"):
            assert word not in mail.subject + mail.body
