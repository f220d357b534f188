"""What is done many times a day is one tap away, and only for those who may do it."""

from django.urls import reverse


def _page(client, name, *args) -> str:
    return client.get(reverse(name, args=args)).content.decode()


def test_the_house_now_begins_a_call_a_visit_and_the_fridge_round(cast, as_user):
    page = _page(as_user(cast.cara), "house-now", "elm")
    assert reverse("calls-new", args=[cast.elm.pk]) in page
    assert reverse("visitors-list", args=["elm"]) in page
    assert reverse("fridge-round", args=["elm"]) in page


def test_who_writes_nothing_there_has_no_buttons(cast, as_user):
    page = _page(as_user(cast.lin), "house-now", "elm")
    assert reverse("calls-new", args=[cast.elm.pk]) not in page
    assert reverse("fridge-round", args=["elm"]) not in page


def test_an_administrator_finds_the_way_to_people_and_roles(cast, as_user):
    assert 'href="/admin/"' in _page(as_user(cast.lin), "more")
    assert 'href="/admin/"' not in _page(as_user(cast.cara), "more")


def test_what_is_written_each_day_stands_first_on_the_page_write(cast, as_user):
    page = _page(as_user(cast.rosa), "write")
    titles = ("Daily life", "The house", "About the child", "Checks of the house")
    places = [page.index(f'aria-label="{title}"') for title in titles]
    assert places == sorted(places)
    assert page.index("Daily note") < page.index("Phone call") < page.index("Monthly report")
