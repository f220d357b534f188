"""Drafts on the server: kept as they come, private, never overwritten unseen, gone in time."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from cura.core.accounts import actions as accounts
from cura.core.accounts.program import CURA
from cura.core.attachments.attachment import Upload
from cura.core.audit.models import AuditEvent
from cura.core.notices.notice import Notice
from cura.core.records import actions, registry
from cura.core.records.drafts import actions as drafts
from cura.core.records.drafts import care, lists, places
from cura.core.records.drafts.key import key_for
from cura.core.records.drafts.models import KEPT, Draft
from cura.lib.uuid7 import uuid7
from tests import builders

CANARY = "canary-words-of-a-draft"


@pytest.fixture
def note():
    return registry.of("residents.dailynote")


class Writer:
    """An open page: what static/js/draft.js sends."""

    def __init__(self, client, user, type, subject, record=None, token=None):
        client.force_login(user)
        self.client, self.user, self.page = client, user, str(uuid4())
        self.token, self.rev, self.asked_about = token or uuid7(), 0, subject
        self.asked = {
            places.KIND: [type.label],
            places.SUBJECT: [str(subject.pk)],
            places.RECORD: [str(record.pk) if record else ""],
        }

    def put(self, words="", rev=None, **fields):
        body = self.asked | {"words": [words]} | {k: [v] for k, v in fields.items()}
        message = {"who": str(self.user.pk), "page": self.page, "fields": body}
        answer = self.send(message, self.rev if rev is None else rev)
        if answer.status_code == 200:
            self.rev = answer.json()["rev"]
        return answer

    def send(self, message, rev=0):
        return self.client.put(
            reverse("draft", args=[self.token]),
            json.dumps(message),
            content_type="application/json",
            headers={"If-Match": f'"{rev}"'},
        )

    @property
    def row(self):
        return Draft.objects.get(pk=self.token)


@pytest.fixture
def sam(client, cast, note):
    return Writer(client, cast.sam, note, cast.kai)


def test_words_are_kept_with_each_message(sam):
    assert sam.put("Kai la").json()["rev"] == 1
    assert sam.put("Kai laughed").json()["rev"] == 2
    assert sam.row.body["words"] == ["Kai laughed"]
    assert sam.row.title == f"Daily note: {sam.asked_about}"


def test_the_page_opens_again_with_its_words(sam, cast):
    url = sam.put(CANARY).json()["url"]
    page = sam.client.get(url)
    assert CANARY in page.content.decode()
    assert f'name="token" value="{sam.token}"' in page.content.decode()


def test_a_lost_answer_is_no_conflict(sam):
    sam.put("first")
    assert sam.put("first and more", rev=0).status_code == 200
    assert sam.row.body["words"] == ["first and more"]


def test_two_pages_keep_both_texts(sam, client, cast, note):
    sam.put("from the tablet")
    other = Writer(client, cast.sam, note, cast.kai, token=sam.token)
    answer = other.put("from the phone")
    assert answer.status_code == 412
    assert sam.row.body["words"] == ["from the tablet"]
    page = client.get(answer.json()["theirs_url"]).content.decode()
    assert "from the tablet" in page and "from the phone" in page


@pytest.mark.parametrize(
    ("use", "left"),
    [
        ("kept", "on the tablet"),
        ("other", "on the phone"),
        ("both", "on the tablet\n\non the phone"),
    ],
)
def test_somebody_says_which_text_holds(sam, client, cast, note, use, left):
    sam.put("on the tablet")
    other = Writer(client, cast.sam, note, cast.kai, token=sam.token)
    url = other.put("on the phone").json()["theirs_url"]
    client.post(url, {"use": use})
    assert sam.row.body["words"] == [left]
    assert sam.row.others == {}
    assert client.get(url).status_code == 302


def test_signed_out_is_told_and_nothing_is_kept(sam, client):
    client.logout()
    answer = sam.put("words")
    assert answer.status_code == 401
    assert not Draft.objects.exists()


def test_words_of_one_are_never_kept_for_another(sam, client, cast):
    client.force_login(cast.cara)
    answer = sam.put("words of Sam")
    assert (answer.status_code, answer.json()) == (403, {"who": "other"})
    assert not Draft.objects.exists()


def test_a_stranger_to_the_child_gets_404(client, cast, note):
    assert Writer(client, cast.omar, note, cast.kai).put("x").status_code == 404
    assert Writer(client, cast.ivy, note, cast.kai).put("x").status_code == 404
    assert not Draft.objects.exists()


def test_nobody_reads_or_writes_the_draft_of_another(sam, client, cast, note):
    sam.put(CANARY)
    cara = Writer(client, cast.cara, note, cast.kai, token=sam.token)
    assert cara.put("mine now").status_code == 404
    for name in ("draft-compare", "draft-words", "draft-throw-away"):
        assert client.get(reverse(name, args=[sam.token])).status_code == 404
    new = reverse("daily-notes-new", args=[cast.kai.pk])
    assert CANARY not in client.get(f"{new}?draft={sam.token}").content.decode()
    assert sam.row.body["words"] == [CANARY]


def test_a_draft_about_one_child_does_not_open_about_another(sam, cast):
    sam.put(CANARY)
    new = reverse("daily-notes-new", args=[cast.mia.pk])
    assert CANARY not in sam.client.get(f"{new}?draft={sam.token}").content.decode()


@pytest.mark.parametrize(
    "message",
    [
        b"", b"{", b"[]", b'{"who": 1}', b'{"fields": {}}', b"null", b'"x"', b"\xff\xfe",
        b'{"who":"x","page":"no","fields":{}}', b"[" * 100_000,
    ],
)  # fmt: skip
def test_what_our_page_would_not_send_is_400(sam, message):
    answer = sam.client.put(
        reverse("draft", args=[sam.token]), message, content_type="application/json"
    )
    assert answer.status_code == 400


def test_what_a_database_cannot_hold_is_taken_out(sam):
    assert sam.put("a\x00b \ud83d c").status_code == 200
    assert sam.row.body["words"][0].startswith("ab ")


def test_too_long_is_413(sam):
    assert sam.put("x" * 1_100_000).status_code == 413


def test_saving_empties_the_draft_and_knows_late_copies(sam, cast, note):
    sam.put(CANARY)
    body = builders.posted_for(note, subject=cast.kai, user=cast.sam) | {"token": str(sam.token)}
    saved = sam.client.post(reverse("daily-notes-new", args=[cast.kai.pk]), body)
    assert saved.status_code == 302
    assert sam.row.body == {} and sam.row.finished_at and not sam.row.title
    assert sam.put("late").status_code == 410
    assert sam.client.get("/drafts/").context["rows"] == []


def test_a_record_saved_without_a_draft_leaves_the_mark_too(client, cast, note):
    client.force_login(cast.sam)
    record = builders.make(note, subject=cast.kai, by=cast.sam)
    token = uuid7()
    body = builders.posted_for(note, subject=cast.kai, user=cast.sam)
    body |= {"token": str(token), "version": "1", "save_open": "1"}
    client.post(reverse("daily-notes-edit", args=[record.pk]), body)
    late = Writer(client, cast.sam, note, cast.kai, record=record, token=token)
    assert late.put("late").status_code == 410


def test_a_draft_of_an_older_version_meets_the_newer_one(client, cast, note):
    """Begun on version 1, opened again on version 2: both texts are shown, nothing is lost."""
    record = builders.make(note, subject=cast.kai, by=cast.sam, change={"words": ["old"]})
    sam = Writer(client, cast.sam, note, cast.kai, record=record)
    body = builders.posted_for(note, subject=cast.kai, user=cast.sam) | {"words": ["text of Sam"]}
    url = sam.put(**{k: v[0] for k, v in (body | {"version": ["1"]}).items()}).json()["url"]
    _save(client, cast.tess, record, body | {"words": ["text of Tess"], "version": ["1"]})
    client.force_login(cast.sam)
    shown = client.get(url).context
    assert shown["version"] == 1
    answer = _save(client, cast.sam, record, body | {"version": [str(shown["version"])]})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "text of Sam" in page and "text of Tess" in page
    on_top = body | {"version": [str(answer.context["version"])]}
    assert _save(client, cast.sam, record, on_top).status_code == 302
    record.refresh_from_db()
    assert (record.words, record.version) == ("text of Sam", 3)


def _save(client, user, record, body):
    client.force_login(user)
    return client.post(
        reverse("daily-notes-edit", args=[record.pk]),
        body | {"save_open": "1", "token": str(uuid7())},
    )


def test_lines_that_differ_are_shown_too(client, cast):
    """Two people change the lines of one record: the second sees both, line by line."""
    type = registry.of("residents.keywork")
    line = {"keyworkaction-0-what": ["Ring the pool"], "keyworkaction-0-who": ["Sam"]}
    record = builders.make(type, subject=cast.kai, by=cast.sam, change=line)
    body = builders.posted_for(type, subject=cast.kai, user=cast.sam) | line
    body |= {"keyworkaction-INITIAL_FORMS": ["1"], "version": ["1"], "save_open": ["1"]}
    body["keyworkaction-0-id"] = [str(record.actions.get().pk)]
    url = reverse("key-work-edit", args=[record.pk])
    for user, what in ((cast.tess, "Ring the library"), (cast.sam, "Ring the cinema")):
        client.force_login(user)
        answer = client.post(url, body | {"keyworkaction-0-what": [what], "token": [str(uuid7())]})
    assert answer.status_code == 409
    (differs,) = [row for row in answer.context["conflict"] if "library" in row["theirs"]]
    assert differs["mine"] == "Ring the cinema" and differs["differs"]


def test_a_page_offers_what_was_begun_in_its_place(sam, cast):
    sam.put(CANARY)
    earlier = {
        child: sam.client.get(reverse("daily-notes-new", args=[child.pk])).context["draft"][
            "earlier"
        ]
        for child in (cast.kai, cast.mia)
    }
    assert earlier[cast.mia] is None
    assert CANARY in sam.client.get(earlier[cast.kai]["url"]).content.decode()
    sam.client.force_login(cast.cara)
    page = sam.client.get(reverse("daily-notes-new", args=[cast.kai.pk]))
    assert page.context["draft"]["earlier"] is None


def test_nothing_is_saved_by_halves(sam, cast, note, monkeypatch):
    """The draft and its words are still there when the last part of saving fails."""
    sam.put(CANARY)

    def broken(**_):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("cura.core.records.views.edit.actions.reach", broken)
    body = builders.posted_for(note, subject=cast.kai, user=cast.sam) | {"token": str(sam.token)}
    sam.client.raise_request_exception = False
    saved = sam.client.post(reverse("daily-notes-new", args=[cast.kai.pk]), body)
    assert saved.status_code == 500
    assert not note.model.objects.exists()
    assert sam.row.body["words"] == [CANARY]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("begun", [False, True])
def test_eight_pages_write_at_once_and_nothing_is_lost(cast, note, begun):
    """One text is the draft, seven lie beside it; whoever came second was told so."""
    token, now = uuid7(), timezone.now()
    at = places.place(cast.sam, kind=note.label, subject=str(cast.kai.pk), now=timezone.now())

    def write(words, rev=0):
        try:
            return drafts.keep(
                token=token, at=at, body={"words": [words]}, rev=rev, page=uuid4(), by=cast.sam,
                now=now,
            )[1]  # fmt: skip
        finally:
            connection.close()

    if begun:
        write("before")
    texts = [f"text {n}" for n in range(8)]
    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(lambda words: write(words, rev=int(begun)), texts))
    draft = Draft.objects.get()
    kept = draft.body["words"] + [o["body"]["words"][0] for o in draft.others.values()]
    assert sorted(told) == ["differs"] * 7 + ["kept"]
    assert sorted(kept) == texts


def test_the_list_is_hers_and_counts(sam, cast):
    sam.put(CANARY)
    page = sam.client.get("/drafts/")
    assert [row["title"] for row in page.context["rows"]] == [sam.row.title]
    assert "1 page" in page.content.decode() and CANARY not in page.content.decode()
    sam.client.force_login(cast.cara)
    assert sam.client.get("/drafts/").context["rows"] == []


def test_the_list_asks_no_more_for_thirty(sam, client, cast, note):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            client.get("/drafts/")
        return len(queries)

    sam.put("one")
    asked()  # the first page of a session writes what the next ones find
    one = asked()
    for _ in range(29):
        Writer(client, cast.sam, note, cast.kai).put("more")
    asked()
    assert asked() == one


def test_words_stay_readable_when_the_record_was_signed_meanwhile(client, cast, note):
    record = builders.make(note, subject=cast.kai, by=cast.sam)
    Writer(client, cast.sam, note, cast.kai, record=record).put(CANARY)
    actions.reach(record=record, moment="signed", by=cast.sam, now=timezone.now())
    (row,) = client.get("/drafts/").context["rows"]
    assert row["closed"]
    assert CANARY in client.get(row["url"]).content.decode()


def test_throwing_away_asks_first_and_is_in_the_log_without_a_word(sam):
    sam.put(CANARY)
    url = reverse("draft-throw-away", args=[sam.token])
    assert sam.client.get(url).status_code == 200 and Draft.objects.exists()
    assert sam.client.post(url).status_code == 302
    assert not Draft.objects.exists()
    told = AuditEvent.objects.filter(object_id=sam.token).order_by("seq")
    assert [event.action for event in told] == ["draft.begun", "draft.thrown_away"]
    assert not any(CANARY in event.body + event.title for event in AuditEvent.objects.all())


def test_a_manager_sees_that_it_exists_and_not_a_word(sam, cast):
    sam.put(CANARY)
    now = timezone.now()
    (row,) = lists.existing_at(cast.elm, cast.rosa, now)
    assert row["who"] == "Sam" and "Kai" in row["what"] and CANARY not in str(row)
    assert lists.existing_at(cast.elm, cast.cara, now) == []
    assert lists.existing_at(cast.elm, cast.omar, now) == []


def test_a_draft_on_an_excluded_record_leaves_the_managers_list(client, cast, note):
    record = builders.make(note, subject=cast.kai, by=cast.sam)
    Writer(client, cast.sam, note, cast.kai, record=record).put("x")
    accounts.give_role(user=cast.ivy, role="ri", home=cast.elm, by=CURA, now=timezone.now())
    accounts.exclude(
        user=cast.rosa, record=record, why="about her", by=cast.ivy, now=timezone.now()
    )
    assert lists.existing_at(cast.elm, cast.rosa, timezone.now()) == []


def test_the_key_is_of_one_person_and_of_one_version(cast):
    before = key_for(cast.sam)
    assert before == key_for(cast.sam) != key_for(cast.cara)
    cast.sam.draft_key_version += 1
    assert key_for(cast.sam) != before


def test_the_key_is_handed_out_only_when_signed_in(client, cast):
    assert client.get("/drafts/key/").status_code == 401
    client.force_login(cast.sam)
    answer = client.get("/drafts/key/")
    assert answer.json()["who"] == str(cast.sam.pk)
    assert "no-store" in answer["Cache-Control"]


def test_csrf_is_asked_for(cast, note):
    strict = Client(enforce_csrf_checks=True)
    assert Writer(strict, cast.sam, note, cast.kai).put("x").status_code == 403


class TestCare:
    @pytest.fixture(autouse=True)
    def _draft(self, sam):
        sam.put(CANARY)
        self.draft, self.sam = sam.row, sam

    def after(self, **gone):
        now = self.draft.updated_at + timedelta(**gone)
        care.warn(now)
        care.purge(now)
        return Notice.objects.count()

    def test_two_warnings_and_then_it_goes(self):
        told = [self.after(days=d) for d in (20, 22, 23, 24, 28, 29, 29.5)]
        assert told == [0, 0, 1, 1, 1, 2, 2]
        assert Draft.objects.exists()
        assert self.after(days=30) == 2
        assert not Draft.objects.exists()
        assert AuditEvent.objects.filter(action="draft.purged", actor="Cura").count() == 1
        assert not any(CANARY in n.text for n in Notice.objects.all())

    def test_the_warning_goes_with_the_right_to_write_there(self):
        self.after(days=23)
        hers = Notice.objects.visible_to(self.sam.user)
        assert [n.get_absolute_url().startswith("/daily-notes/") for n in hers] == [True]
        accounts.end_role(membership=self.sam.user.memberships.get(), by=CURA, now=timezone.now())
        assert not Notice.objects.visible_to(self.sam.user).exists()
        self.after(days=29)
        told = Notice.objects.latest("id").text
        assert told.startswith("Something that you began") and "Kai" not in told

    def test_after_a_standstill_a_day_is_left(self):
        assert self.after(days=45) == 1
        assert self.after(days=45, hours=23) == 1
        assert Draft.objects.exists()
        self.after(days=46)
        assert not Draft.objects.exists()

    def test_a_word_written_starts_the_time_again(self):
        self.after(days=23)
        Draft.objects.update(updated_at=self.draft.updated_at + timedelta(days=25), warned=0)
        assert self.after(days=31) == 1
        assert Draft.objects.exists()

    def test_files_go_with_it(self, tmp_path):
        Upload.objects.create(
            draft=self.draft.pk, uploaded_by=self.sam.user, at=self.draft.updated_at, name="a.txt",
            mime="text/plain", size=1, sha256="0" * 64,
        )  # fmt: skip
        for days in (23, 29, 30):
            self.after(days=days)
        assert not Upload.objects.exists()

    def test_marks_of_saved_words_go_as_well(self):
        Draft.objects.update(finished_at=timezone.now() - KEPT, body={})
        care.purge(timezone.now())
        assert not Draft.objects.exists()
