"""What Find offers besides records: children, homes, pages, and where one can write."""

import pytest
from django.utils import timezone

from cura.core.search.find import quick
from residents.child import actions


class Asked:
    """As much of a request as the offers look at."""

    path = "/find/"

    def __init__(self, user):
        self.user, self.session = user, {}


def offered(user, text):
    return [(hit.subject, hit.title, hit.url) for hit in quick(Asked(user), text)]


def test_a_child_by_her_name(cast):
    for typed in ("kai", "Kai M", "marsh"):
        assert f"/children/{cast.kai.pk}/" in [url for _, _, url in offered(cast.sam, typed)]


@pytest.mark.parametrize("who", ["omar", "olga", "lin", "ned"])
def test_a_child_is_not_named_to_those_who_may_not_see_her(cast, who):
    assert not [row for row in offered(getattr(cast, who), "kai") if str(cast.kai.pk) in row[2]]
    assert not [row for row in offered(getattr(cast, who), "kai") if "Marsh" in row[1]]


def test_an_outsider_is_offered_her_child_and_nothing_to_write(cast):
    assert f"/children/{cast.kai.pk}/" in [url for _, _, url in offered(cast.ivy, "kai")]
    assert offered(cast.ivy, "mia") == []
    assert not [title for _, title, _ in offered(cast.ivy, "daily note") if "Write" in title]


def test_a_home_by_its_name(cast):
    assert ("", "Elm House", "/homes/elm/now/") in offered(cast.sam, "elm")
    assert offered(cast.sam, "oak") == []


def test_a_page_by_its_title(cast):
    assert "/today/" in [url for _, _, url in offered(cast.sam, "toda")]
    assert offered(cast.ivy, "toda") == []


def test_where_to_write(cast):
    assert ("Kai", "Write: daily note", f"/daily-notes/new/{cast.kai.pk}/") in offered(
        cast.sam, "daily note kai"
    )


def test_nobody_is_offered_to_write_about_a_child_who_has_left(cast):
    actions.leave(child=cast.kai, by=cast.rosa, now=timezone.now())
    assert not [row for row in offered(cast.sam, "daily note kai") if "Write" in row[1]]


def test_common_words_alone_offer_nothing(cast):
    assert offered(cast.sam, "the") == offered(cast.sam, "") == []
