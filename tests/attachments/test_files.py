"""Files on their way: to a draft, into a record, out again; seen only by those who may."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from cura.core.accounts import actions as accounts
from cura.core.attachments import reading, store
from cura.core.attachments.actions import add_upload, take_from_draft
from cura.core.attachments.attachment import Attachment, Upload
from cura.core.attachments.sweeping import sweep
from cura.core.audit.models import AuditEvent
from cura.core.records import registry
from cura.core.records.drafts import places
from cura.lib.uuid7 import uuid7
from residents.child import actions as children
from tests import builders
from tests.attachments.samples import pdf, picture
from tests.cast import mover

NOW = timezone.now()


def sent(data=None, name="photo.jpg"):
    return SimpleUploadedFile(name, data or picture())


@pytest.fixture
def note():
    return registry.of("residents.dailynote")


@pytest.fixture
def record(cast, note):
    return builders.make(note, subject=cast.kai, by=cast.sam)


@pytest.fixture
def upload(cast):
    return add_upload(draft=uuid7(), file=sent(), name="photo.jpg", by=cast.sam, now=NOW)


@pytest.fixture
def file(cast, record, upload):
    (taken,) = take_from_draft(draft=upload.draft, record=record, by=cast.sam, now=NOW)
    return taken


def opened(client, user, file, name="file"):
    client.force_login(user)
    return client.get(reverse(name, args=[file.pk]))


def test_the_same_file_twice_is_one(cast, upload):
    again = add_upload(draft=upload.draft, file=sent(), name="b.jpg", by=cast.sam, now=NOW)
    assert again.pk == upload.pk
    assert Upload.objects.count() == 1


def test_what_is_refused_says_why_and_leaves_nothing(cast):
    with pytest.raises(ValidationError, match=r"evil\.exe"):
        add_upload(
            draft=uuid7(), file=sent(b"MZ\x90\x00" * 50), name="evil.exe", by=cast.sam, now=NOW
        )
    assert not Upload.objects.exists()
    assert not list(store.digests())


def test_too_large_is_not_even_read(cast, settings):
    settings.ATTACHMENT_MAX_BYTES = 1024 * 1024
    big = sent(b"x" * (1024 * 1024 + 1), "a.txt")
    with pytest.raises(ValidationError, match="At most 1 MB"):
        add_upload(draft=uuid7(), file=big, name="a.txt", by=cast.sam, now=NOW)
    assert big.tell() == 0


def test_a_record_takes_so_many_and_no_more(cast):
    draft = uuid7()
    for number in range(2):
        file = sent(picture(size=(20 + number, 20)))
        add_upload(draft=draft, file=file, name="a.jpg", by=cast.sam, now=NOW, most=2)
    with pytest.raises(ValidationError, match="At most 2"):
        add_upload(draft=draft, file=sent(), name="b.jpg", by=cast.sam, now=NOW, most=2)


def test_a_scanner_that_cannot_be_found_or_finds_something_keeps_nothing(cast, settings):
    settings.ATTACHMENT_SCANNER = "tests.attachments.test_files.finds_it"
    with pytest.raises(ValidationError, match="virus"):
        add_upload(draft=uuid7(), file=sent(), name="a.jpg", by=cast.sam, now=NOW)
    assert not Upload.objects.exists()


def finds_it(data):
    return "Test-Virus"


def test_only_who_sent_it_sees_an_upload(client, cast, upload):
    assert opened(client, cast.sam, upload, "upload").status_code == 200
    for other in (cast.rosa, cast.cara, cast.omar):
        assert opened(client, other, upload, "upload").status_code == 404
        assert opened(client, other, upload, "upload-small").status_code == 404


def test_a_record_takes_its_files_with_an_entry_in_the_log(cast, record, file):
    assert not Upload.objects.exists()
    assert (file.object_id, file.home_id, file.child_id) == (record.pk, cast.elm.pk, cast.kai.pk)
    event = AuditEvent.objects.get(action="file.added")
    assert event.object_id == record.pk and file.sha256 in event.body
    assert take_from_draft(draft=uuid7(), record=record, by=cast.sam, now=NOW) == []


def test_nobody_takes_the_uploads_of_another(cast, record, upload):
    assert take_from_draft(draft=upload.draft, record=record, by=cast.cara, now=NOW) == []
    assert Upload.objects.count() == 1


@pytest.mark.parametrize("change", ["save", "update", "delete", "bulk"])
def test_a_file_of_a_record_is_never_changed(file, change):
    rows = Attachment.objects.filter(pk=file.pk)
    file.name = "other.jpg"
    do = {
        "save": file.save,
        "update": lambda: rows.update(name="other.jpg"),
        "delete": rows.delete,
        "bulk": lambda: Attachment.objects.bulk_update([file], ["name"]),
    }[change]
    with pytest.raises(DatabaseError), transaction.atomic():
        do()


def test_who_reads_the_record_sees_its_file(client, cast, file):
    for user in (cast.sam, cast.cara, cast.rosa, cast.ivy):
        assert opened(client, user, file).status_code == 200
    for user in (cast.omar, cast.olga, cast.lin, cast.ned):
        for name in ("file", "file-small"):
            answer = opened(client, user, file, name)
            assert answer.status_code == 404, user
    client.logout()
    assert client.get(reverse("file", args=[file.pk])).status_code == 302


def test_an_exclusion_takes_the_file_along(client, cast, record, file):
    accounts.exclude(
        user=cast.cara, record=record, why="it is about her", by=cast.rosa, now=timezone.now()
    )
    assert opened(client, cast.cara, file).status_code == 404
    assert reading.attached(record, cast.cara) == []


def test_the_file_goes_where_the_child_goes(client, cast, file):
    assert opened(client, cast.omar, file).status_code == 404
    children.move(child=cast.kai, home=cast.oak, by=mover(cast), now=timezone.now())
    assert opened(client, cast.omar, file).status_code == 200
    assert opened(client, cast.sam, file).status_code == 200, "the home that wrote it"


def test_opening_a_file_is_in_the_log_of_its_record(client, cast, record, file):
    opened(client, cast.cara, file)
    event = AuditEvent.objects.get(action="file.read")
    assert (event.actor_id, event.object_id, event.child_id) == (
        cast.cara.pk, record.pk, cast.kai.pk,
    )  # fmt: skip
    assert event.chain == f"read:{cast.elm.pk}"


def test_no_entry_no_file(client, cast, file, monkeypatch):
    def broken(**_):
        raise DatabaseError("the log is full")

    monkeypatch.setattr("cura.core.attachments.views.log.append", broken)
    client.raise_request_exception = False
    assert opened(client, cast.sam, file).status_code == 500


def test_what_goes_out_cannot_act_as_a_page_of_ours(client, cast, file):
    answer = opened(client, cast.sam, file)
    assert answer.content == store.get(file.sha256)
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert answer["Content-Disposition"].startswith("inline")
    assert answer["Content-Type"] == "image/jpeg"


def test_only_pictures_and_pdf_are_shown(client, cast, record):
    draft = uuid7()
    for name, data in (("a.txt", b"Hello there"), ("b.pdf", pdf())):
        add_upload(draft=draft, file=sent(data, name), name=name, by=cast.sam, now=NOW)
    take_from_draft(draft=draft, record=record, by=cast.sam, now=NOW)
    text, document = Attachment.objects.order_by("name")
    assert opened(client, cast.sam, text)["Content-Disposition"].startswith("attachment")
    assert opened(client, cast.sam, document)["Content-Disposition"].startswith("inline")
    assert opened(client, cast.sam, text, "file-small").status_code == 404


def test_a_damaged_file_is_not_shown(client, cast, file, settings):
    path = settings.DATA / "files" / file.sha256[:2] / file.sha256
    path.chmod(0o600)
    path.write_bytes(b"something else")
    client.raise_request_exception = False
    client.force_login(cast.sam)
    answer = client.get(reverse("file", args=[file.pk]))
    assert answer.status_code == 500 and b"something else" not in answer.content


def test_the_page_of_the_record_lists_it(client, cast, record, file):
    client.force_login(cast.sam)
    page = client.get(reverse("daily-notes-detail", args=[record.pk])).content.decode()
    assert reverse("file", args=[file.pk]) in page
    assert reading.attached(record, cast.sam)[0]["name"] == "photo.jpg"
    assert reading.attached(record, cast.omar) == []


def test_swept_bytes_are_those_that_no_row_names(cast, upload, file):
    loose = store.put(b"nobody names this")
    assert sweep() == 1
    assert loose not in set(store.digests())
    assert store.is_sound(file.sha256)


class TestByPage:
    """As a page sends them: at once by script, and with the form without one."""

    @pytest.fixture(autouse=True)
    def _page(self, client, cast, note):
        client.force_login(cast.sam)
        self.client, self.cast, self.note, self.token = client, cast, note, uuid7()
        self.url = reverse("draft-files", args=[self.token])
        self.asked = {places.KIND: note.label, places.SUBJECT: str(cast.kai.pk), places.RECORD: ""}

    def send(self, *files, **more):
        return self.client.post(
            self.url, self.asked | {"files": list(files)} | more, headers={"X-Cura-Draft": "1"}
        )

    def test_at_once(self):
        answer = self.send(sent())
        assert answer.status_code == 200 and "photo.jpg" in answer.content.decode()
        upload = Upload.objects.get()
        assert upload.draft == self.token and upload.uploaded_by == self.cast.sam

    def test_refused_says_why_and_keeps_the_others(self):
        answer = self.send(sent(b"MZ\x00" * 99, "bad.exe"), sent())
        assert answer.status_code == 422
        assert "bad.exe" in answer.content.decode() and "photo.jpg" in answer.content.decode()

    def test_taken_out(self):
        self.send(sent())
        answer = self.send(remove=str(Upload.objects.get().pk))
        assert "photo.jpg" not in answer.content.decode()
        assert not Upload.objects.exists()
        assert self.send(remove="nonsense").status_code == 404

    def test_where_one_may_not_write(self):
        self.client.force_login(self.cast.omar)
        assert self.send(sent()).status_code == 404
        assert not Upload.objects.exists()

    def test_without_script_words_and_file_are_kept_and_the_page_comes_back(self):
        body = self.asked | {"words": "half a sentence", "files": [sent()]}
        back = self.client.post(self.url, body)
        page = self.client.get(back["Location"]).content.decode()
        assert "half a sentence" in page and "photo.jpg" in page

    def form(self, **more):
        body = builders.posted_for(self.note, subject=self.cast.kai, user=self.cast.sam)
        return body | {"token": str(self.token)} | more

    def test_with_the_form(self):
        new = reverse("daily-notes-new", args=[self.cast.kai.pk])
        assert self.client.post(new, self.form(files=[sent()])).status_code == 302
        kept = Attachment.objects.get()
        assert kept.label == self.note.label and kept.name == "photo.jpg"

    def test_a_form_with_a_mistake_keeps_its_file(self):
        new = reverse("daily-notes-new", args=[self.cast.kai.pk])
        answer = self.client.post(new, self.form(words="", files=[sent()]))
        assert answer.status_code == 422 and "photo.jpg" in answer.content.decode()
        assert self.client.post(new, self.form()).status_code == 302
        assert Attachment.objects.count() == 1

    def test_a_refused_file_stops_the_form(self):
        new = reverse("daily-notes-new", args=[self.cast.kai.pk])
        answer = self.client.post(new, self.form(files=[sent(b"MZ\x00" * 99, "bad.exe")]))
        assert answer.status_code == 422 and "bad.exe" in answer.content.decode()
        assert not Attachment.objects.exists()

    def test_more_than_the_kind_allows(self):
        files = [sent(picture(size=(20 + n, 20)), f"{n}.jpg") for n in range(self.note.files + 1)]
        assert self.send(*files).status_code == 422
        assert Upload.objects.count() == self.note.files
