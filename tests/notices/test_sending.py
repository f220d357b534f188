"""The outbox: nothing is lost, nothing is sent to a wrong address for ever, and no second worker
sends what one is sending."""

from datetime import timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail as post
from django.core.mail.backends.locmem import EmailBackend

from cura.core.notices.mail import Mail
from cura.core.notices.notice import Notice
from cura.core.notices.sending import GAPS, send_due
from tests.notices.due import NOW


def written(user, key="a", **facts) -> Mail:
    facts = {"subject": "2 things for you", "body": "Hello", "made_at": NOW, "next_at": NOW} | facts
    return Mail.objects.create(user=user, key=key, **facts)


@pytest.fixture
def server(monkeypatch):
    """A mail server that says what its `answers` hold: an exception to raise, by address."""
    answers = {}

    def send(self, messages):
        for message in messages:
            if trouble := answers.get(message.to[0]) or answers.get("all"):
                raise trouble
        return locmem(self, messages)

    locmem = EmailBackend.send_messages
    monkeypatch.setattr(EmailBackend, "send_messages", send)
    return answers


def refused(user, code) -> SMTPRecipientsRefused:
    return SMTPRecipientsRefused({user.email: (code, b"no such person")})


def test_a_mail_is_sent_once_to_the_address_of_today(cast):
    mail = written(cast.sam)
    cast.sam.email = "new@example.org"
    cast.sam.save()
    assert (send_due(NOW), send_due(NOW + timedelta(days=9))) == (1, 0)
    (sent,) = post.outbox
    assert sent.to == ["new@example.org"]
    assert sent.extra_headers["Message-ID"] == mail.message_id
    assert Mail.objects.get().sent_at == NOW


def test_not_before_its_time(cast):
    written(cast.sam, next_at=NOW + timedelta(minutes=1))
    assert send_due(NOW) == 0


def test_a_second_worker_finds_it_taken(cast, monkeypatch):
    """While one sends, another asks; and the one that was killed is followed after the gap."""
    written(cast.sam)
    asked = []

    def killed(self, messages):
        asked.append(send_due(NOW + timedelta(minutes=4)))
        raise KeyboardInterrupt

    monkeypatch.setattr(EmailBackend, "send_messages", killed)
    with pytest.raises(KeyboardInterrupt):
        send_due(NOW)
    assert asked == [0]
    monkeypatch.undo()
    assert send_due(NOW + timedelta(minutes=4)) == 0
    assert send_due(NOW + GAPS[0]) == 1


def test_a_server_that_is_down_delays_all_and_loses_none(cast, server):
    for number in range(3):
        written(cast.sam, key=str(number))
    server["all"] = SMTPServerDisconnected("down")
    now = NOW
    for _ in range(10):
        assert send_due(now) == 0
        now += timedelta(minutes=1)
    server.clear()
    assert send_due(now + GAPS[2]) == 3
    assert {m.trouble for m in Mail.objects.all()} == {""}


def test_the_gaps_grow_and_it_is_given_up_at_last(cast, server):
    mail = written(cast.sam)
    server["all"] = OSError("down")
    tried, now = [], NOW
    for _ in GAPS:
        send_due(now)
        mail.refresh_from_db()
        tried.append(mail.next_at - now)
        now = mail.next_at
    assert tuple(tried) == GAPS
    assert mail.ended_at and mail.trouble == "down"
    assert not Mail.objects.due(now + timedelta(days=99)).exists()


def test_an_address_that_is_refused_ends_and_her_inbox_says_so(cast, server):
    bad, good = written(cast.sam, "1"), written(cast.tess, "2")
    server[cast.sam.email] = refused(cast.sam, 550)
    assert send_due(NOW) == 1
    bad.refresh_from_db(), good.refresh_from_db()
    assert bad.ended_at and "550" in bad.trouble and good.sent_at
    assert "does not arrive" in Notice.objects.get(user=cast.sam).text


def test_a_full_box_is_tried_again(cast, server):
    mail = written(cast.sam)
    server[cast.sam.email] = refused(cast.sam, 452)
    send_due(NOW)
    mail.refresh_from_db()
    assert mail.ended_at is None and "452" in mail.trouble
    server.clear()
    assert send_due(mail.next_at) == 1


def test_an_address_that_is_none_keeps_nobody_else_waiting(cast, server):
    written(cast.sam, "1"), written(cast.tess, "2")
    server[cast.sam.email] = ValueError("no header")
    assert send_due(NOW) == 1


@pytest.mark.parametrize("change", [{"mails_on": False}, {"is_active": False}, {"email": ""}])
def test_who_wants_none_any_more_gets_none(cast, change):
    mail = written(cast.sam)
    type(cast.sam).objects.filter(pk=cast.sam.pk).update(**change)
    assert send_due(NOW) == 0
    mail.refresh_from_db()
    assert mail.ended_at and not post.outbox


def test_a_digest_that_was_held_up_waits_for_the_morning_an_urgent_one_does_not(cast):
    digest = written(cast.sam, "1", home_ids=[str(cast.elm.pk)])
    written(cast.sam, "2", urgent=True)
    night = NOW.replace(hour=23)
    assert send_due(night) == 1
    digest.refresh_from_db()
    assert digest.next_at == night.replace(day=3, hour=7)
    assert digest.tries == 0
    assert send_due(digest.next_at) == 1


def test_a_worker_that_dies_of_a_mail_each_time_does_not_die_for_ever(cast):
    mail = written(cast.sam, tries=len(GAPS))
    assert send_due(NOW) == 0
    mail.refresh_from_db()
    assert mail.ended_at
