"""Whatever is sent: never a fault of ours, never half a record, never a column that nobody asked.

CURA_FUZZ=20 tries twenty times as much as every build does.
"""

import json
import os
import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cura.core.accounts.home import Home
from cura.core.accounts.membership import Membership
from cura.core.accounts.people import User
from cura.core.documents import types as documents
from cura.core.records import actions, steps
from cura.core.records import urls as records
from cura.core.records.drafts import places
from cura.core.records.sheet import prefix
from cura.lib.uuid7 import uuid7
from residents.child.models import Child
from tests import builders
from tests.house import addresses, household, nonsense
from tests.house.pages import TYPES, filled, ids, pages, plain_routes, walk

TIMES_AS_MUCH = int(os.environ.get("CURA_FUZZ", "1"))
SAID = {200, 302, 400, 403, 404, 405, 409, 412, 413, 422}


EVERYTHING = st.sampled_from(nonsense.EVERYTHING)


def modest(examples: int):
    return settings(
        max_examples=examples * TIMES_AS_MUCH,
        deadline=None,
        database=None,
        derandomize=TIMES_AS_MUCH == 1,
        phases=(Phase.generate,),  # what fails is long, and a page is dear: no search for less
        suppress_health_check=list(HealthCheck),
    )


@pytest.fixture(params=TYPES, ids=ids)
def type(request):
    return request.param


@pytest.fixture
def strangers(cast, db):
    """Ids that are true, and not for Elm."""
    return [str(row.pk) for row in (cast.fay, cast.ola, cast.oak, cast.far, cast.olga, cast.omar)]


@pytest.fixture
def rosa(cast, client):
    client.force_login(cast.rosa)
    return client


def send(client, url: str, body: dict):
    """A page that fails raises here, with its own traceback."""
    answer = client.post(url, nonsense.encoded(body), content_type=nonsense.FORM)
    assert answer.status_code in SAID, answer.status_code
    return answer


def spoilt(draw, body: dict, others: list[str], extra: list[str]) -> dict:
    """A good page with up to three things wrong in it."""
    body = {name: list(values) for name, values in body.items()}
    counted = [name for name in body if name.endswith("_FORMS")]
    for _ in range(draw(st.integers(1, 3))):
        kind = draw(st.sampled_from(("value", "value", "stranger", "column", "count", "gone")))
        name = draw(st.sampled_from(sorted({*body} - {"token"})))
        if kind == "value":
            body[name] = draw(
                st.lists(st.sampled_from(nonsense.EVERYTHING), min_size=1, max_size=2)
            )
        elif kind == "stranger":
            body[name] = [draw(st.sampled_from(others))]
        elif kind == "column":
            values = (*others, *nonsense.TIMES, "1", "on")
            body.setdefault(draw(st.sampled_from(extra)), [draw(st.sampled_from(values))])
        elif kind == "count" and counted:
            body[draw(st.sampled_from(counted))] = [draw(st.sampled_from(nonsense.COUNTS))]
        elif kind == "gone":
            body.pop(name)
    return body


def columns_of(type) -> list[str]:
    """Names of columns that no form of this kind asks, of the record and of its lines."""
    own = nonsense.columns(type.model) - set(type.form.base_fields)
    lines = {
        f"{prefix(rows)}-0-{name}"
        for rows in type.rows
        for name in nonsense.columns(rows.model) - set(rows.form.base_fields)
    }
    return sorted(own | lines)


def stands_right(type, record, subject, cast, token) -> None:
    """All that no page may choose is as the house says."""
    assert (record.author, record.home, record.subject) == (cast.rosa, cast.elm, subject)
    assert (record.version, record.submission, record.replaces_id) == (1, token, None)
    assert record.void_at is record.void_by is None
    assert record.id != uuid.UUID(int=0) and record.created_at
    for moment in type.moments:
        reached = moment is type.first and moment.with_save
        assert getattr(record, moment.by) == (cast.rosa if reached else None), moment.key
    for rows in type.rows:
        lines = rows.model.objects.filter(**{rows.fk: record})
        assert lines.count() <= 60
        for line in lines:
            points_into_elm(line, cast)
    points_into_elm(record, cast)


def points_into_elm(row, cast) -> None:
    """No choice, taken or smuggled in, leads to another home's child, people or house."""
    for field in row._meta.concrete_fields:
        to = getattr(row, field.attname) if field.is_relation else None
        if to and field.related_model is Child:
            assert Child.objects.get(pk=to).home == cast.elm, field.name
        if to and field.related_model is Home:
            assert to == cast.elm.pk, field.name
        if to and field.related_model is User:
            assert Membership.objects.at(cast.elm).filter(user=to).exists(), field.name


def test_a_new_page_takes_no_nonsense(type, cast, rosa, strangers):
    subject = builders.subject_for(type, home=cast.elm, child=cast.kai)
    url = reverse(type.url("new"), args=[subject.pk])
    good = builders.posted_for(type, subject=subject, user=cast.rosa, now=household.NOW)
    extra = columns_of(type)

    @modest(8)
    @given(st.data())
    def attempt(data):
        token = uuid7()
        body = spoilt(data.draw, good, strangers, extra) | {"token": [str(token)]}
        before = nonsense.counts()
        answer = send(rosa, url, body)
        made = type.model.objects.filter(submission=token).first()
        if answer.status_code == 302:
            stands_right(type, made, subject, cast, token)
        else:
            assert made is None
            assert nonsense.counts() == before

    attempt()


def test_no_column_is_smuggled_in(type, cast, rosa, strangers):
    """A good page with every column added that no form asks: saved as if they were not there."""
    subject = builders.subject_for(type, home=cast.elm, child=cast.kai)
    token = uuid7()
    body = builders.posted_for(type, subject=subject, user=cast.rosa) | {"token": [str(token)]}
    # What a page does ask, and refuses when it is a stranger's: the line, and its record.
    refused = ("-id", "-pk", *(f"-{rows.fk}" for rows in type.rows))
    for number, name in enumerate(columns_of(type)):
        when = name.endswith("_at")
        value = "2020-01-01T00:00" if when else strangers[number % len(strangers)]
        if not name.startswith("replaces") and not name.endswith(refused):
            body.setdefault(name, [value])
    answer = send(rosa, reverse(type.url("new"), args=[subject.pk]), body)
    assert answer.status_code == 302, answer.context["errors"]
    record = type.model.objects.get(submission=token)
    stands_right(type, record, subject, cast, token)
    assert record.created_at.year != 2020 and (not record.void_reason)


def test_a_change_takes_no_nonsense(type, cast, rosa, strangers):
    """Of an open record only what the page asks may change, and each time by one version."""
    subject = builders.subject_for(type, home=cast.elm, child=cast.kai)
    record = builders.make(type, subject=subject, by=cast.rosa)
    url = pages(type, record)["edit"]
    good = builders.posted_for(type, subject=subject, user=cast.rosa)
    asked = {f.attname for f in type.model._meta.concrete_fields if f.name in may_change(type)}
    extra = columns_of(type)

    @modest(4)
    @given(st.data())
    def attempt(data):
        before = type.model.objects.filter(pk=record.pk).values().get()
        body = spoilt(data.draw, good, strangers, extra) | {
            "save_open": ["1"],
            "version": [str(before["version"])],
        }
        answer = send(rosa, url, body)
        after = type.model.objects.filter(pk=record.pk).values().get()
        changed = {name for name in after if after[name] != before[name]}
        assert changed <= asked | {"version"}
        if answer.status_code != 302:
            assert changed == set()
        points_into_elm(type.model.objects.get(pk=record.pk), cast)

    attempt()


def may_change(type) -> set[str]:
    """What the form asks, and what a model declares as worked out from it by the form."""
    worked_out = {"ends", "expected_back", "changed_at"}  # "until 16:30" becomes a moment
    return set(type.form.base_fields) | worked_out


def test_no_act_takes_nonsense(type, cast, rosa, strangers):
    """Signing, adding words, setting aside and a record's own acts write their own columns only."""
    subject = builders.subject_for(type, home=cast.elm, child=cast.kai)
    record = builders.make(type, subject=subject, by=cast.rosa)
    acts = steps.of(type)
    extra = sorted(nonsense.columns(type.model))

    @modest(5)
    @given(st.data())
    def attempt(data):
        act = data.draw(st.sampled_from(acts))
        form = act.build and act.build(None, type.model.objects.get(pk=record.pk), cast.rosa)
        good = builders.filled(form, "word", household.NOW) if form else {}
        body = spoilt(data.draw, good | {"nothing": [""]}, strangers, extra)
        before = type.model.objects.filter(pk=record.pk).values().get()
        answer = send(rosa, reverse(type.url("step"), args=[record.pk, act.key]), body)
        after = type.model.objects.filter(pk=record.pk).values().get()
        changed = {name for name in after if after[name] != before[name]}
        assert changed <= written_by(type, act)
        if answer.status_code != 302:
            assert changed == set()

    attempt()


NEVER = {
    "id", "home", "author", "created_at", "submission", "replaces", "void_at", "void_by",
    "void_reason",
}  # fmt: skip


def written_by(type, act) -> set[str]:
    """The columns that an act may write: a moment its own, the first also what its form asks."""
    names = {"void": {"void_at", "void_by", "void_reason"}}.get(act.key, set())
    for moment in type.moments:
        if moment.key == act.key:
            names = {*type.owned(moment), "came_back_at"}  # worked out by the record's own clean
    if act.key in {step.key for step in type.steps}:  # an act of its own writes what no form asks
        names = {f.name for f in type.model._meta.concrete_fields if not f.editable} - NEVER
    return {f.attname for f in type.model._meta.concrete_fields if f.name in names}


@pytest.mark.parametrize("text", ["\x00", "before\x00after"])
def test_what_no_database_holds_is_said_kindly(type, cast, rosa, text):
    """On both databases with the same words, beside the field."""
    subject = builders.subject_for(type, home=cast.elm, child=cast.kai)
    body = builders.posted_for(type, subject=subject, user=cast.rosa, canary=text)
    if not any(text in value for values in body.values() for value in values):
        pytest.skip("asks no words")
    answer = send(rosa, reverse(type.url("new"), args=[subject.pk]), body)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "a sign that cannot be kept" in page and "Null" not in page


VIEWS = {}  # each view once, with a kind that has it: most kinds share the six
for _type in TYPES:
    for _verb, _standard in records.VIEWS.items():
        VIEWS.setdefault(_type.views.get(_verb, _standard), (_type, _verb))


@pytest.mark.parametrize("type,verb", VIEWS.values(), ids=[view.__name__ for view in VIEWS])
def test_no_question_in_an_address_breaks_a_page(cast, rosa, type, verb):
    subject = builders.subject_for(type, home=cast.elm, child=cast.kai)
    mine = pages(type, builders.make(type, subject=subject, by=cast.rosa))
    views = {name: pattern.callback for name, _, pattern in walk()}
    for page in {"step": ["void"], "edit": ["new", "edit"], "print": []}.get(verb, [verb]):
        ask_nonsense(rosa, mine[page], views[type.url(verb)])


def ask_nonsense(client, url: str, view) -> None:
    for name in sorted(nonsense.asked_names(view, "GET")):
        for value in nonsense.SHORT:
            query = nonsense.encoded({name: [value]}).decode()
            assert client.get(f"{url}?{query}").status_code in SAID, (url, query)


GAPS = {
    "int": [0, 1, 10**12],
    "year": [0, 1, 9999],
    "month": [0, 12],
    "day": [31],
    "str": ["x", "%00", "%ED%A0%80", "a" * 500],
}
PLAIN = [
    (name, route, pattern)
    for name, route, pattern in walk()
    if (name, route) in set(plain_routes()) and not name.startswith((*addresses.FAMILIES, "health"))
]


@pytest.fixture
def no_press(monkeypatch):
    """What is asked is read before anything is printed: a real PDF for each question takes long."""
    monkeypatch.setattr(documents, "render_pdf", lambda html, **_: f"%PDF-{html}".encode())


@pytest.mark.parametrize("name,route,pattern", PLAIN, ids=[name for name, *_ in PLAIN])
def test_every_other_address_takes_no_nonsense(
    cast, rosa, strangers, no_press, name, route, pattern
):
    """Wrong ids, years and secrets; wrong questions; wrong forms."""
    gaps = GAPS | {"slug": ["elm", "oak", "nope"], "uuid": [str(cast.kai.pk), *strangers]}
    urls = filled(route, **gaps)
    rights = (Child, Home, Membership, User)
    before = [model.objects.count() for model in rights]
    for url in urls:
        assert rosa.get(url).status_code in SAID, url
    if name not in addresses.CHANGED_BY_LOOKING:
        ask_nonsense(rosa, urls[0], pattern.callback)
    rosa.force_login(cast.rosa)
    for asked in sorted(nonsense.asked_names(pattern.callback, "POST")):
        for value in ("\x00", "\ud800", "9" * 30, "0001-01-01T00:00+00:00", "nonsense", *strangers):
            send(rosa, urls[0], {asked: [value]})
    assert [model.objects.count() for model in rights] == before
    for type in TYPES:  # a word may be taken where a word is asked: at her own house
        assert not type.model.objects.exclude(home=cast.elm).exists()


BODIES = (
    b"", b"[]", b"null", b"{", b'{"fields": 1}', b'{"fields": {"words": "x"}}', b"\xff\xfe",
    b"[" * 100_000, json.dumps({"who": 1, "page": "x", "fields": {}}).encode(),
)  # fmt: skip


def test_a_draft_takes_no_nonsense(cast, rosa):
    url = reverse("draft", args=[uuid7()])
    for body in BODIES:
        answer = rosa.put(url, body, content_type="application/json")
        assert answer.status_code in (400, 403, 404), body[:40]
    for rev in ('"x"', "9" * 30, "-1", ""):
        answer = rosa.put(url, b"{}", content_type="application/json", headers={"If-Match": rev})
        assert answer.status_code == 400


def test_a_draft_keeps_words_with_signs_that_a_database_does_not(cast, rosa):
    """Nothing typed is lost for the sake of a sign that nobody sees."""
    fields = {
        places.KIND: ["residents.dailynote"],
        places.SUBJECT: [str(cast.kai.pk)],
        "words": ["She\x00 laughed \ud800!"],
    }
    message = {"who": str(cast.rosa.pk), "page": str(uuid.uuid4()), "fields": fields}
    url = reverse("draft", args=[uuid7()])
    answer = rosa.put(url, json.dumps(message), content_type="application/json")
    assert answer.status_code == 200


@pytest.mark.parametrize("value", nonsense.TEXTS[1:-2])
def test_the_front_door_takes_no_nonsense(cast, value):
    client = Client()
    body = {"login": [value], "password": [value], "next": [value]}
    assert send(client, reverse("account_login"), body).status_code in (200, 302, 422)
    assert "_auth_user_id" not in client.session


def test_a_record_of_a_megabyte_is_saved_shown_and_found(cast, rosa):
    """Nobody writes one; a pasted chat may be one."""
    type = TYPES[0]
    record = builders.make(
        type, subject=cast.kai, by=cast.rosa, change={"words": [nonsense.A_MEGABYTE]}
    )
    for verb, url in pages(type, record).items():
        if verb != "print":
            assert rosa.get(url).status_code == 200, verb
    later = record.created_at + timedelta(minutes=1)
    actions.reach(record=record, moment=type.first.key, by=cast.rosa, now=later)
