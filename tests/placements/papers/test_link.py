"""The page without an account: what it takes, what it refuses, and whom it shows nothing."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cura.core.attachments.attachment import Attachment
from cura.core.audit.models import AuditEvent
from cura.core.links import actions as links
from cura.core.links.link import Link
from cura.core.links.purpose import find
from cura.core.notices.mail import Mail
from cura.core.notices.notice import Notice
from placements.papers.models import Paper, PaperLine
from tests.attachments.samples import picture
from tests.placements.papers.conftest import NOW, again

PASS = re.compile(r'name="pass" value="([^"]+)"')


def text_file(name="chronology.txt", words=b"What happened, in order."):
    return SimpleUploadedFile(name, words)


@pytest.fixture
def clock():
    with time_machine.travel(NOW + timedelta(hours=1), tick=False) as traveller:
        yield traveller


@pytest.fixture
def papers(cast, ask, clock):
    return ask("chronology", "health-plan")


@pytest.fixture
def path(papers):
    return re.search(r"/l/\S+", Mail.objects.get().body)[0]


@pytest.fixture
def page(client, path):
    """Opened, and with its pass: `page(do="send", …)` sends."""
    token = PASS.search(client.post(path).content.decode())[1]

    def send(**data):
        return client.post(path, {"pass": token, "do": "send"} | data)

    return send


def words(answer):
    return " ".join(answer.content.decode().split())


def test_a_mail_filter_that_looks_uses_nothing_up(client, path, papers):
    for _ in range(5):
        assert client.get(path).status_code == 200
    assert "Chronology" not in words(client.get(path)) and "Kai" not in words(client.get(path))
    opened = client.post(path)
    assert "Chronology" in words(opened) and "Health plan" in words(opened)
    assert "Kai" not in words(opened) and "Marsh" not in words(opened)


def test_a_colleague_to_whom_it_was_forwarded_sends_it(client, page, path, papers, cast):
    chronology, health = papers
    answer = page(who="Duty desk", **{f"file-{chronology.pk}": text_file()})
    assert answer.status_code == 200 and "Thank you. We have: Chronology" in words(answer)
    assert again(chronology).received_at and not again(health).received_at
    assert again(chronology).next_chase_at is None
    line = PaperLine.objects.get(what="received")
    assert line.by is None and "Duty desk" in line.who and line.how == "link"
    kept = Attachment.objects.get(object_id=chronology.pk)
    assert (kept.name, kept.permission) == ("chronology.txt", "plan_read")
    added = AuditEvent.objects.get(action="file.added")
    assert added.actor.startswith("link holder: Femi Alade")
    assert Notice.objects.filter(user=cast.sam, text__contains="1 paper came").exists()
    # And again from another telephone, days later: the rest.
    second = client.post(path)
    assert "Chronology" not in words(second) and "Health plan" in words(second)


def test_i_cannot_ask_somebody_else(page, papers):
    chronology, _ = papers
    answer = page(**{f"cannot-{chronology.pk}": "Ask Ruth Bell in legal"})
    assert "We will ask there" in words(answer)
    line = PaperLine.objects.get(what="cannot")
    assert line.words == "Ask Ruth Bell in legal"
    assert again(chronology).ring_at and not again(chronology).received_at


BAD = {
    "a page": ("plan.html", b"<!doctype html><html><script>alert(1)</script></html>"),
    "a page that says it is a paper": ("plan.pdf", b"<!doctype html><html><body>x</body></html>"),
    "a program": ("plan.pdf", b"MZ\x90\x00" + bytes(300)),
    "nothing": ("plan.pdf", b""),
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_what_is_no_paper_is_refused_in_words_and_the_rest_is_kept(page, papers, bad):
    chronology, health = papers
    sent = {f"file-{chronology.pk}": SimpleUploadedFile(*bad), f"file-{health.pk}": text_file()}
    answer = page(**sent)
    assert again(chronology).received_at is None and again(health).received_at
    assert "invalid-feedback" in words(answer)
    assert not Attachment.objects.filter(object_id=chronology.pk).exists()


def test_a_file_too_large_is_refused(page, papers, settings):
    settings.ATTACHMENT_MAX_BYTES = 1000
    answer = page(**{f"file-{papers[0].pk}": text_file(words=b"a word " * 1000)})
    assert answer.status_code == 422 and "too large" in words(answer)
    assert again(papers[0]).received_at is None


def test_a_name_is_no_path(page, papers):
    name = "..\\..\\etc\\pass\u202ewd<b>.jpg"
    page(**{f"file-{papers[0].pk}": SimpleUploadedFile(name, picture())})
    kept = Attachment.objects.get(object_id=papers[0].pk)
    assert not set("/\\<>\u202e") & set(kept.name) and ".." not in kept.name


def test_nothing_chosen_is_said(page, papers):
    answer = page()
    assert answer.status_code == 422 and "No file was chosen" in words(answer)


def test_it_shows_only_what_it_was_made_for(page, papers, cast, ask):
    """A paper asked of somebody else, or one of another child, is not touched by its id."""
    (later,) = ask("missing-plan", now=NOW + timedelta(minutes=5))
    (mias,) = ask("chronology", child=cast.mia)
    answer = page(**{f"file-{p.pk}": text_file() for p in (later, mias)})
    assert answer.status_code == 422 and "Missing plan" not in words(answer)
    assert not Paper.objects.exclude(received_at=None).exists()


def test_what_was_set_aside_is_not_taken(page, papers, cast):
    Paper.objects.filter(pk=papers[0].pk).update(
        void_at=NOW, void_by=cast.rosa, void_reason="twice"
    )
    page(**{f"file-{papers[0].pk}": text_file()})
    assert not Attachment.objects.exists()


def test_ended_run_out_or_of_another_purpose_it_opens_nothing(client, path, papers, cast, clock):
    link = Link.objects.get()
    links.end(link=link, by=cast.rosa, now=NOW + timedelta(hours=1))
    for answer in (client.get(path), client.post(path, {"do": "send"})):
        assert answer.status_code == 404 and "Chronology" not in words(answer)
    # A link that somebody got for a report is no way in here, whatever it posts.
    _, url = links.make(
        purpose=find("read-report"), record=cast.kai, to_name="M", by=cast.rosa,
        now=NOW + timedelta(hours=1),
    )  # fmt: skip
    sent = {"do": "send", f"file-{papers[0].pk}": text_file()}
    client.raise_request_exception = False
    client.post(url[url.index("/l/") :], sent)
    assert again(papers[0]).received_at is None
    clock.shift(timedelta(days=40))
    assert client.get(path).status_code == 404


def test_the_letter_has_the_list_and_the_address(cast, papers, as_user, monkeypatch):
    from cura.core.documents import types  # noqa: PLC0415  # only here, to see the page

    monkeypatch.setattr(types, "render_pdf", lambda html, **_: f"%PDF-{html}".encode())
    url = reverse("owed-child-ask", args=[cast.kai.pk])
    body = {"papers": [str(p.pk) for p in papers], "name": "Ruth Bell", "how": "letter"}
    answer = as_user(cast.sam).post(url, body)
    assert answer["Content-Type"] == "application/pdf"
    said = answer.content.decode()
    for expected in ("Ruth Bell", "Chronology", "Health plan", "/l/", "attachment:code.png"):
        assert expected in said
    assert again(papers[0]).asks == 2
    assert PaperLine.objects.filter(how="letter", by=cast.sam).count() == 2


def test_a_mail_that_was_dragged_in_is_kept_by_hand(cast, papers, as_user):
    mail = (
        b"From: Femi Alade <femi@northwold.example>\r\nTo: home@example.org\r\n"
        b"Subject: The chronology\r\nDate: Wed, 01 Apr 2026 10:00:00 +0100\r\n"
        b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=xx\r\n\r\n"
        b"--xx\r\nContent-Type: text/plain\r\n\r\nHere it is.\r\n"
        b"--xx\r\nContent-Type: text/plain; name=c.txt\r\n"
        b"Content-Disposition: attachment; filename=c.txt\r\n\r\nIn order.\r\n--xx--\r\n"
    )
    url = reverse("owed-came", args=[papers[0].pk])
    sent = {"files": SimpleUploadedFile("mail.eml", mail), "how": "mail"}
    assert as_user(cast.sam).post(url, sent).status_code == 302
    row = again(papers[0])
    assert f"{row.received_at:%Y-%m-%d %H:%M}" == "2026-04-01 09:00"
    line = row.lines.get(what="received")
    assert "femi@northwold.example" in line.whom and "The chronology" in line.words
    names = set(Attachment.objects.filter(object_id=row.pk).values_list("name", flat=True))
    assert names == {"words of the mail.txt", "c.txt"}


def test_who_may_not_write_plans_may_not_write_here(cast, papers, as_user):
    """A care worker reads how it stands; she asks for nothing and takes nothing in."""
    client = as_user(cast.cara)
    assert client.get(reverse("owed-child", args=[cast.kai.pk])).status_code == 200
    assert client.get(reverse("owed-child-ask", args=[cast.kai.pk])).status_code == 403
    assert client.get(reverse("owed-came", args=[papers[0].pk])).status_code == 404
    for user in (cast.omar, cast.olga):
        assert as_user(user).get(reverse("owed-child", args=[cast.kai.pk])).status_code == 404


def test_pages_cost_the_same_for_one_paper_and_for_many(
    cast, papers, as_user, ask, django_assert_max_num_queries
):
    client = as_user(cast.sam)
    url = reverse("owed-child", args=[cast.kai.pk])
    client.get(url)
    ask("safety-plan", "missing-plan", "keyworker-report", "cse-screening", "support-plan")
    with django_assert_max_num_queries(26):
        assert client.get(url).status_code == 200
    for name in ("owed-home", "owed-rhythm"):
        assert as_user(cast.rosa).get(reverse(name, args=["elm"])).status_code == 200
