"""Mails as files, whoever bent them: read within bounds, or refused in words."""

from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from cura.core.attachments import mail_file
from cura.core.attachments.accepted import Refused
from placements.referral.letter import Unreadable, from_file


def mail(files=1, **heads) -> EmailMessage:
    message = EmailMessage()
    heads = {"From": "Femi Alade <femi@n.example>", "Subject": "Plan", "To": "us@h.example"} | heads
    for name, value in heads.items():
        message[name] = value
    message.set_content("Please find it here.")
    for n in range(files):
        message.add_attachment(b"words", maintype="text", subtype="plain", filename=f"{n}.txt")
    return message


def test_sender_date_words_and_files_are_read():
    found = mail_file.read(mail(2, Date="Wed, 01 Apr 2026 10:00:00 +0100").as_bytes())
    assert found.sender == "Femi Alade <femi@n.example>"
    assert found.sent_at == datetime(2026, 4, 1, 9, 0, tzinfo=UTC)
    assert found.text.strip() == "Please find it here."
    assert [name for name, _ in found.files] == ["0.txt", "1.txt"]


def test_a_mail_in_a_mail_gives_its_files():
    outer = mail(0)
    outer.add_attachment(mail(1))
    assert [name for name, _ in mail_file.read(outer.as_bytes()).files] == ["0.txt"]


def test_a_page_loses_its_tags():
    message = mail(0)
    message.set_content("<p>Here <script>alert(1)</script>it is</p>", subtype="html")
    assert mail_file.read(message.as_bytes()).text.split() == ["Here", "it", "is"]


def nested(deep: int) -> bytes:
    start = "".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n" for n in range(deep)
    )
    return f"From: a@b.example\r\nTo: c@d.example\r\n{start}".encode()


BOMBS = {
    "too many parts": mail(90).as_bytes(),
    "boxes within boxes": nested(2000),
    "some boxes": nested(20),
    "mails within mails": b"From: a@b.c\r\nTo: d@e.f\r\n"
    + b"Content-Type: message/rfc822\r\n\r\n" * 3000,
    "many files": mail(30).as_bytes(),
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_refused_in_words(bomb):
    with pytest.raises(Refused):
        mail_file.read(bomb)


BENT = {
    "no date": mail(Date="the day before yesterday").as_bytes(),
    "no heads": b"just words",
    "a broken code": b"From: =?utf-9?Q?=FF?=\r\nSubject: =?x?B?!!!?=\r\n\r\nwords",
    "no end": mail().as_bytes()[:-30],
    "no bytes": b"",
}


@pytest.mark.parametrize("bent", BENT.values(), ids=BENT)
def test_a_bent_mail_is_read_or_refused_and_never_a_fault(bent):
    try:
        assert mail_file.read(bent).sent_at is None
    except Refused as refused:
        assert str(refused)


def test_a_name_alone_makes_no_mail():
    assert not mail_file.is_mail("a.eml", b"<html>From: x</html>")
    assert not mail_file.is_mail("a.pdf", mail().as_bytes())
    assert mail_file.is_mail("Re Plan.EML", mail().as_bytes())


def test_a_bomb_is_no_referral_either():
    for bomb in BOMBS.values():
        with pytest.raises(Unreadable):
            from_file(bomb)
