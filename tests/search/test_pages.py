import json

from django.db import connection
from django.test.utils import CaptureQueriesContext

from cura.core.audit.models import AuditEvent
from cura.core.search.entry import SearchEntry

HX = {"HTTP_HX_REQUEST": "true"}


def page(answer):
    return " ".join(answer.content.decode().split())


def test_the_page_finds_and_shows_where(cast, as_user, write):
    note = write("We ate <b>biscuit</b> & tea")
    text = page(as_user(cast.sam).post("/find/", {"find": "biscuit"}))
    assert f"/go/residents.dailynote/{note.pk}/" in text
    assert "We ate &lt;b&gt;<mark>biscuit</mark>&lt;/b&gt; &amp; tea" in text
    assert "<strong>Kai</strong>" in text


def test_nothing_is_said_of_what_one_may_not_see(cast, as_user, write):
    """The page is the same whether nothing has the words or nothing that she may see."""
    write("biscuit")
    browser = as_user(cast.omar)
    hidden = page(browser.post("/find/", {"find": "biscuit"}))
    SearchEntry.objects.all().delete()
    nothing = page(browser.post("/find/", {"find": "biscuit"}))
    assert without_tokens(hidden) == without_tokens(nothing)
    assert "Nothing that you see has these words" in hidden


def without_tokens(text):
    return [part for part in text.split('"') if len(part) != 64]


def test_the_words_never_stand_in_an_address(cast, as_user, write):
    write("biscuit")
    browser = as_user(cast.sam)
    answer = browser.get("/find/?find=biscuit&q=biscuit")
    assert "<mark>" not in page(answer)
    assert browser.get("/find/results/").status_code == 405


def test_each_search_is_one_read_whether_it_finds_or_not(cast, as_user, write):
    note = write("biscuit")
    browser = as_user(cast.sam)
    for text in ("biscuit", "xyzzy"):
        browser.post("/find/", {"find": text})
    events = AuditEvent.objects.filter(action="find").order_by("seq")
    assert [json.loads(e.body)["text"] for e in events] == ["biscuit", "xyzzy"]
    assert json.loads(events[0].body)["shown"] == [f"residents.dailynote {note.pk}"]
    assert {e.actor_id for e in events} == {cast.sam.pk}
    assert {e.home_id for e in events} == {cast.elm.pk}


def test_a_search_that_cannot_be_logged_shows_nothing(cast, as_user, write, monkeypatch):
    write("biscuit")
    browser = as_user(cast.sam)
    browser.raise_request_exception = False
    monkeypatch.setattr("cura.core.search.views.log.append", broken)
    answer = browser.post("/find/", {"find": "biscuit"})
    assert answer.status_code == 500
    assert "biscuit" not in page(answer)


def broken(**_):
    raise RuntimeError


def test_older_ones_are_a_press_away(cast, as_user, write):
    for n in range(22):
        write(f"biscuit number{n}", hours=n)
    browser = as_user(cast.sam)
    first = browser.post("/find/", {"find": "biscuit"})
    assert "22" not in [word for word in page(first).split() if word == "22"]
    older = browser.post("/find/", {"find": "biscuit", "before": first.context["older"]})
    assert [hit.snippet[-1].text.strip() for hit in older.context["hits"]] == ["number1", "number0"]
    assert older.context["older"] == ""
    junk = browser.post("/find/", {"find": "biscuit", "before": "junk"})
    assert junk.status_code == 404


def test_options_while_typing(cast, as_user, write):
    write("biscuit")
    text = page(as_user(cast.sam).post("/find/results/", {"find": "bisc"}, **HX))
    assert text.count('role="option"') == 1
    assert "<html" not in text
    assert 'role="option"' not in page(
        as_user(cast.sam).post("/find/results/", {"find": "b"}, **HX)
    )


def test_the_box_is_a_piece_of_a_page(cast, as_user):
    text = page(as_user(cast.sam).get("/find/", **HX))
    assert 'role="combobox"' in text
    assert "<html" not in text


def test_things_to_do_are_offered_to_those_who_may(cast, as_user):
    text = page(as_user(cast.sam).post("/find/results/", {"find": "daily no kai"}, **HX))
    assert f"/daily-notes/new/{cast.kai.pk}/" in text
    assert f"/daily-notes/new/{cast.mia.pk}/" not in text
    one_letter = page(as_user(cast.sam).post("/find/results/", {"find": "daily k"}, **HX))
    assert one_letter.count("/daily-notes/new/") == 1
    both = page(as_user(cast.sam).post("/find/results/", {"find": "write daily"}, **HX))
    assert both.count("/daily-notes/new/") == 2
    outsider = page(as_user(cast.ivy).post("/find/results/", {"find": "daily no kai"}, **HX))
    assert "/daily-notes/new/" not in outsider


def test_recent_searches_are_each_persons_own(cast, as_user, client):
    browser = as_user(cast.sam)
    browser.post("/find/", {"find": "biscuit"})
    browser.post("/find/", {"find": "biscuit"})
    assert page(browser.get("/find/")).count('value="biscuit"') == 1
    assert "biscuit" not in page(as_user(cast.tess).get("/find/"))


def test_it_wants_a_sign_in(client, db):
    assert client.post("/find/", {"find": "x"}).status_code == 302
    assert client.post("/find/results/", {"find": "x"}).status_code == 302


def test_the_number_of_queries_does_not_grow(cast, as_user, write, django_assert_num_queries):
    browser = as_user(cast.sam)
    write("biscuit")
    browser.post("/find/", {"find": "biscuit"})
    with CaptureQueriesContext(
        connection,
    ) as first:
        browser.post("/find/", {"find": "biscuit"})
    for n in range(15):
        write(f"biscuit {n}")
    with django_assert_num_queries(len(first)):
        browser.post("/find/", {"find": "biscuit"})
