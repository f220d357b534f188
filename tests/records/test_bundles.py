"""A bundle: made once whatever dies, never with more than she may read, and provable afterwards."""

import hashlib
import io
import subprocess
import zipfile
from datetime import timedelta

import pikepdf
import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.utils import DatabaseError
from django.utils import timezone

from cura.core.accounts import actions as accounts
from cura.core.accounts.program import CURA
from cura.core.attachments import store
from cura.core.attachments.sweeping import sweep
from cura.core.audit.models import AuditEvent
from cura.core.documents import types as documents
from cura.core.documents.render import CouldNotPrint
from cura.core.notices.notice import Notice
from cura.core.records import actions as records
from cura.core.records import guards, verify
from cura.core.records.bundles import actions, running
from cura.core.records.bundles.models import Bundle, BundlePart, Issued
from tests.cast import mover
from tests.records.bundled import asked, note, order


@pytest.fixture
def paper(monkeypatch):
    """The page that is sent to the printer stands for the PDF: a real one takes a second."""
    made = []

    def render_pdf(html, **_):
        made.append(html)
        return f"%PDF-{html}".encode()

    monkeypatch.setattr(documents, "render_pdf", render_pdf)
    return made


def unpacked(bundle) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(store.get(Issued.objects.get(bundle=bundle).sha256)))


def words(file: zipfile.ZipFile) -> str:
    return "\n".join(file.read(name).decode(errors="replace") for name in file.namelist())


def test_what_was_written_in_those_days_is_in_it_and_nothing_else(cast, paper):
    mine = note(cast)
    note(cast, child=cast.mia, canary="zqmia")
    note(cast, child=cast.ola, canary="zqola", by=cast.omar)
    gone = note(cast, canary="zqgone", day=11)
    records.void(record=gone, reason="twice", by=cast.rosa, now=timezone.now())
    bundle = asked(cast)
    assert running.run_waiting(clock=timezone.now) == 1
    file = unpacked(bundle)
    assert len(file.namelist()) == 3
    text = words(file)
    assert "zqkai" in text
    for other in ("zqmia", "zqola", "zqgone", "Mia", "Ola"):
        assert other not in text
    read = AuditEvent.objects.filter(object_id=mine.pk, action="record.bundled")
    assert [event.actor for event in read] == ["Rosa Lind"]
    assert Notice.objects.filter(user=cast.rosa, object_id=bundle.pk).count() == 1


def test_a_bundle_of_a_home_holds_its_house_and_children_only(cast, paper):
    note(cast)
    note(cast, child=cast.mia, canary="zqmia")
    note(cast, child=cast.ola, canary="zqola", by=cast.omar)
    bundle = asked(cast, cast.elm)
    running.run_waiting(clock=timezone.now)
    text = words(unpacked(bundle))
    assert "zqkai" in text and "zqmia" in text and "zqola" not in text


def test_the_hashes_are_those_of_the_files(cast, paper):
    note(cast)
    bundle = asked(cast)
    running.run_waiting(clock=timezone.now)
    file = unpacked(bundle)
    listed = dict(
        reversed(line.split("  "))
        for line in file.read("manifest-sha256.txt").decode().splitlines()
    )
    assert set(listed) == set(file.namelist()) - {"manifest-sha256.txt"}
    for name, digest in listed.items():
        assert hashlib.sha256(file.read(name)).hexdigest() == digest


class Killed(BaseException):
    """What a worker feels of kill -9."""


def test_a_worker_that_dies_in_the_middle_is_followed_by_one_that_goes_on(cast, monkeypatch):
    for day in range(1, 7):
        note(cast, day=day)
    bundle, printed = asked(cast), []

    def dies_at_fourth(html, **_):
        printed.append(html)
        if len(printed) == 4:
            raise Killed
        return f"%PDF-{html}".encode()

    monkeypatch.setattr(documents, "render_pdf", dies_at_fourth)
    with pytest.raises(Killed):
        running.run_waiting(clock=timezone.now)
    bundle.refresh_from_db()
    assert (bundle.done, bundle.total, bundle.finished_at) == (3, 6, None)
    sweep()  # in between, the hourly broom takes nothing of it
    assert running.run_waiting(clock=timezone.now) == 0  # its lease still runs
    with time_machine.travel(timezone.now() + running.STALE * 2, tick=False):
        assert running.run_waiting(clock=timezone.now) == 1
    assert len(printed) == 4 + 3 + 1  # the fourth once more, the last two, and the index
    names = unpacked(bundle).namelist()
    assert len(names) == len(set(names)) == 8
    assert Issued.objects.count() == 1 and not BundlePart.objects.exists()


def test_a_worker_that_dies_while_it_packs_leaves_one_file(cast, paper, monkeypatch):
    note(cast)
    bundle = asked(cast)
    with monkeypatch.context() as patched:
        patched.setattr("cura.core.records.bundles.issuing.notify", _killed)
        with pytest.raises(Killed):
            running.run_waiting(clock=timezone.now)
    assert not Issued.objects.exists()
    with time_machine.travel(timezone.now() + running.STALE * 2, tick=False):
        running.run_waiting(clock=timezone.now)
    assert Issued.objects.filter(bundle=bundle).count() == 1
    sweep()
    assert store.is_sound(Issued.objects.get().sha256)
    assert len(list(store.digests())) == 1


def _killed(**_):
    raise Killed


def test_a_slow_worker_that_was_given_up_writes_nothing_more(cast, paper, monkeypatch):
    note(cast)
    bundle = asked(cast)
    slow = running._claim(timezone.now())
    with time_machine.travel(timezone.now() + running.STALE * 2, tick=False):
        running.run_waiting(clock=timezone.now)
    running.run(slow, timezone.now)
    assert Issued.objects.filter(bundle=bundle).count() == 1
    assert AuditEvent.objects.filter(action="bundle.issued").count() == 1


def test_what_never_gets_on_is_given_up_and_said(cast, monkeypatch):
    note(cast)
    bundle = asked(cast)
    monkeypatch.setattr(documents, "render_pdf", lambda *_, **__: _killed())
    now = timezone.now()
    for number in range(1, running.MOST_TRIES + 1):
        then = now + running.STALE * 2 * number
        with time_machine.travel(then, tick=False), pytest.raises(Killed):
            running.run_waiting(clock=timezone.now)
    with time_machine.travel(now + running.STALE * 20, tick=False):
        running.run_waiting(clock=timezone.now)
    bundle.refresh_from_db()
    assert bundle.stopped == running.TRIED


def test_what_cannot_be_printed_is_said(cast, monkeypatch):
    note(cast)
    bundle = asked(cast)

    def refuses(*_, **__):
        raise CouldNotPrint("Too large.")

    monkeypatch.setattr(documents, "render_pdf", refuses)
    running.run_waiting(clock=timezone.now)
    bundle.refresh_from_db()
    assert bundle.stopped == "Too large." and not Issued.objects.exists()


def test_rights_that_end_before_it_runs_stop_it(cast, paper):
    note(cast)
    bundle = asked(cast)
    accounts.end_role(membership=cast.rosa.memberships.get(), by=CURA, now=timezone.now())
    running.run_waiting(clock=timezone.now)
    bundle.refresh_from_db()
    assert bundle.stopped == running.RIGHTS_ENDED
    assert not paper and not Issued.objects.exists()


@pytest.mark.parametrize("how", ["role", "account"])
def test_rights_that_end_in_the_middle_stop_it_there(cast, monkeypatch, how):
    for day in (1, 2, 3):
        note(cast, day=day)
    bundle, made = asked(cast), []

    def then_it_ends(html, **_):
        made.append(html)
        now = timezone.now()
        if len(made) == 2 and how == "role":
            accounts.end_role(membership=cast.rosa.memberships.get(), by=CURA, now=now)
        elif len(made) == 2:
            accounts.disable(user=cast.rosa, by=cast.lin, now=timezone.now())
        return b"%PDF-"

    monkeypatch.setattr(documents, "render_pdf", then_it_ends)
    running.run_waiting(clock=timezone.now)
    bundle.refresh_from_db()
    assert bundle.stopped == running.RIGHTS_ENDED and len(made) == 2
    assert not Issued.objects.exists() and not BundlePart.objects.exists()
    sweep()
    assert list(store.digests()) == []


def test_a_record_hidden_from_her_while_it_is_made_is_left_out(cast, monkeypatch):
    """Also one that was printed already."""
    hidden, kept = note(cast, day=1, canary="zqhidden"), note(cast, day=2, canary="zqkept")
    bundle, made = asked(cast), []
    accounts.give_role(user=cast.lin, role="ri", home=cast.elm, by=CURA, now=timezone.now())

    def then_hidden(html, **_):
        made.append(html)
        if len(made) == 2:
            accounts.exclude(
                user=cast.rosa, record=hidden, why="part of it", by=cast.lin, now=timezone.now()
            )
        return f"%PDF-{html}".encode()

    monkeypatch.setattr(documents, "render_pdf", then_hidden)
    running.run_waiting(clock=timezone.now)
    text = words(unpacked(bundle))
    assert "zqkept" in text and "zqhidden" not in text
    assert [part["holds"] for part in Issued.objects.get().contents] == [[str(kept.pk)]]


def test_only_who_may_send_records_out_may_ask(cast):
    note(cast)
    for user in (
        cast.sam,
        cast.tess,
        cast.cara,
        cast.ivy,
        cast.lin,
        cast.omar,
        cast.olga,
        cast.ned,
    ):
        with pytest.raises(PermissionDenied):
            actions.ask(order=order(cast.kai), by=user, now=timezone.now())
    assert not Bundle.objects.exists()


def test_asked_twice_it_is_one(cast):
    note(cast)
    assert asked(cast) == asked(cast)
    assert AuditEvent.objects.filter(action="bundle.asked").count() == 1


def test_nothing_to_print_and_too_much_are_said_at_once(cast, monkeypatch):
    with pytest.raises(ValidationError, match="Nothing was written"):
        asked(cast)
    note(cast)
    monkeypatch.setattr(actions, "MOST", 0)
    with pytest.raises(ValidationError, match="At most"):
        asked(cast)


@pytest.fixture
def issued(cast, paper):
    note(cast)
    bundle = asked(cast)
    running.run_waiting(clock=timezone.now)
    return Issued.objects.select_related("bundle").get(bundle=bundle)


def test_fetching_is_in_the_log_and_ends_after_seven_days(cast, issued):
    now = timezone.now()
    data = actions.fetch(bundle=issued.bundle, by=cast.rosa, now=now)
    assert hashlib.sha256(data).hexdigest() == issued.sha256
    assert AuditEvent.objects.filter(action="bundle.fetched", actor="Rosa Lind").count() == 1
    with pytest.raises(ValidationError, match="seven days"):
        actions.fetch(bundle=issued.bundle, by=cast.rosa, now=now + timedelta(days=7))
    assert store.is_sound(issued.sha256)  # kept, though nobody fetches it any more


def test_nobody_else_fetches_it(cast, issued):
    mover(cast)
    accounts.give_role(user=cast.omar, role="manager", home=cast.elm, by=CURA, now=cast.opened)
    for user in (cast.omar, cast.sam, cast.ivy, cast.lin):
        with pytest.raises(PermissionDenied):
            actions.fetch(bundle=issued.bundle, by=user, now=timezone.now())


def test_who_may_no_longer_read_what_is_in_it_does_not_fetch_it(cast, issued):
    [part] = issued.contents
    record = running.registry.of(part["label"]).model.objects.get(pk=part["holds"][0])
    accounts.give_role(user=cast.lin, role="ri", home=cast.elm, by=CURA, now=timezone.now())
    accounts.exclude(
        user=cast.rosa, record=record, why="part of it", by=cast.lin, now=timezone.now()
    )
    with pytest.raises(ValidationError, match="rights have changed"):
        actions.fetch(bundle=issued.bundle, by=cast.rosa, now=timezone.now())
    assert not AuditEvent.objects.filter(action="bundle.fetched").exists()


def test_a_file_that_somebody_holds_is_proved(cast, issued, tmp_path, capsys):
    held = tmp_path / "held.zip"
    held.write_bytes(store.get(issued.sha256))
    call_command("verify_bundle", str(held))
    assert issued.bundle.reference in capsys.readouterr().out
    held.write_bytes(held.read_bytes() + b" ")
    with pytest.raises(CommandError, match="changed"):
        call_command("verify_bundle", str(held))


def test_a_kept_file_that_was_touched_is_found(cast, issued):
    call_command("verify_bundle")
    assert not list(verify.records(cast.elm.pk))
    path = store._path(issued.sha256)
    path.write_bytes(b"something else")
    with pytest.raises(CommandError, match="1 thing"):
        call_command("verify_bundle")
    assert [f.what for f in verify.records(cast.elm.pk)] == ["the file is not what was issued"]
    assert not list(verify.records(cast.oak.pk))


def test_a_row_changed_behind_the_program_is_found(cast, issued):
    other = store.put(b"another file")
    with pytest.raises(DatabaseError), transaction.atomic():
        Issued.objects.filter(pk=issued.pk).update(sha256=other)
    guards.remove()
    Issued.objects.filter(pk=issued.pk).update(sha256=other)
    assert [f.what for f in verify.records(cast.elm.pk)] == ["the log does not know this file"]
    guards.install()


def test_for_real_every_pdf_is_tagged_and_says_who_printed_it(cast):
    note(cast)
    bundle = asked(cast)
    running.run_waiting(clock=timezone.now)
    file = unpacked(bundle)
    pdfs = [file.read(name) for name in file.namelist() if name.endswith(".pdf")]
    assert len(pdfs) == 2
    for data in pdfs:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            assert pdf.Root.MarkInfo.Marked and str(pdf.Root.Lang) == "en-GB"
            with pdf.open_metadata() as metadata:
                assert metadata["pdfuaid:part"] == "1"
        command = ["pdftotext", "-layout", "-", "-"]
        text = subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()
        assert "printed by Rosa Lind" in text and "page 1 of 1" in text
