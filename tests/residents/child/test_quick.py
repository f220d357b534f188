"""Children in the search box: by any name, only those whom one may see."""

import pytest
from django.urls import reverse
from django.utils import timezone

from residents.child import actions
from residents.child.quick import children


@pytest.fixture
def ask(cast, rf):
    def asked(who, text):
        request = rf.get("/find/")
        request.user = getattr(cast, who)
        return [hit.url for hit in children(request, text)]

    return asked


def test_by_any_of_the_names(cast, ask):
    kai = actions.change(child=cast.kai, values={"called": "Zed"}, by=cast.rosa, now=timezone.now())
    url = reverse("child", args=[kai.pk])
    for text in ("kai", "KA", "mar", "ze", "kai mar", "zed kai"):
        assert url in ask("cara", text), text
    for text in ("", "x", "kai x"):
        assert url not in ask("cara", text), text


def test_who_may_not_see_a_child_does_not_find_her(cast, ask):
    for who in ("omar", "olga", "lin", "ned"):
        assert ask(who, "kai") == []
    assert ask("ivy", "kai") and not ask("ivy", "mia")


def test_a_name_and_a_page_leads_straight_to_it(cast, ask):
    assert ask("cara", "kai who") == [reverse("who-decides-list", args=[cast.kai.pk])]


def test_those_who_left_are_found(cast, ask):
    actions.leave(child=cast.mia, by=cast.rosa, now=timezone.now())
    assert reverse("child", args=[cast.mia.pk]) in ask("cara", "mia")
