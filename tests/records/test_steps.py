"""What is done to a record after it was saved: by one at a time, and only what is offered."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from cura.core.audit.models import AuditEvent
from cura.core.records import actions, registry, verify
from residents.keywork.models import KeyWorkPrivate
from tests import builders


@pytest.fixture
def work():
    return registry.of("residents.keywork")


@pytest.fixture
def talk(work, cast):
    return builders.make(work, subject=cast.kai, by=cast.sam)


def url(record, key) -> str:
    return reverse("key-work-step", args=[record.pk, key])


def private(words, version):
    return {"words": words, "agreed": "Sam and Rosa", "version": str(version)}


def test_two_who_write_the_same_section_lose_no_text(talk, cast, as_user):
    sam, rosa = as_user(cast.sam), as_user(cast.rosa)
    page = url(talk, "part-private")
    assert [who.get(page).context["version"] for who in (sam, rosa)] == [0, 0]
    assert sam.post(page, private("text of Sam", 0)).status_code == 302
    second = rosa.post(page, private("text of Rosa", 0))
    assert second.status_code == 409
    shown = second.content.decode()
    assert "text of Sam" in shown and "text of Rosa" in shown and actions.STALE in shown
    assert [line["differs"] for line in second.context["conflict"]] == [True, False]
    assert KeyWorkPrivate.objects.get().words == "text of Sam"
    on_top = private("text of Sam and Rosa", second.context["version"])
    assert rosa.post(page, on_top).status_code == 302
    row = KeyWorkPrivate.objects.get()
    assert (row.words, row.version, row.author) == ("text of Sam and Rosa", 2, cast.rosa)
    assert AuditEvent.objects.filter(action="part.written", object_id=row.pk).count() == 2
    assert list(verify.records()) == []


def test_a_section_refused_for_a_mistake_is_still_of_the_older_version(talk, cast, as_user):
    sam, rosa = as_user(cast.sam), as_user(cast.rosa)
    page = url(talk, "part-private")
    sam.post(page, private("text of Sam", 0))
    refused = rosa.post(page, private("", 0))
    assert (refused.status_code, refused.context["version"]) == (422, 0)
    assert rosa.post(page, private("text of Rosa", 0)).status_code == 409


def test_a_page_refused_for_a_mistake_is_still_of_the_older_version(talk, work, cast, as_user):
    """Else the second press would write over what somebody saved in between, unseen."""
    page = reverse("key-work-edit", args=[talk.pk])
    body = builders.posted_for(work, subject=cast.kai, user=cast.sam) | {"save_open": ["1"]}
    body |= {"keyworkaction-TOTAL_FORMS": ["0"], "version": ["1"]}
    assert as_user(cast.tess).post(page, body | {"words": ["of Tess"]}).status_code == 302
    sam = as_user(cast.sam)
    for mistake, status in (({"words": [""]}, 422), ({"add-row": ["keyworkaction"]}, 200)):
        shown = sam.post(page, body | mistake)
        assert (shown.status_code, shown.context["version"]) == (status, 1)
    assert sam.post(page, body | {"words": ["of Sam"]}).status_code == 409


def test_what_is_not_offered_any_more_is_refused_on_the_record(talk, cast, as_user):
    """Already signed; set aside: a message and back, for the page and for the button."""
    rosa = as_user(cast.rosa)
    home = reverse("key-work-detail", args=[talk.pk])
    early = rosa.post(url(talk, "amend"), {"field": "words", "words": "x", "reason": "y"})
    assert early["Location"] == home
    assert rosa.post(url(talk, "signed")).status_code == 302
    told = AuditEvent.objects.filter(object_id=talk.pk).count()
    for ask in (rosa.get, rosa.post):
        answer = ask(url(talk, "signed"))
        assert answer["Location"] == home
        assert "done already" in str(list(get_messages(answer.wsgi_request))[-1])
    actions.void(record=talk, reason="twice", by=cast.sam, now=timezone.now())
    body = private("too late", 0) | {"field": "words", "reason": "x"}
    for key in ("part-private", "amend", "void", "return", "done"):
        answer = rosa.post(url(talk, key), body)
        assert answer["Location"] == home
        assert "set aside" in str(list(get_messages(answer.wsgi_request))[-1])
    assert AuditEvent.objects.filter(object_id=talk.pk).count() == told + 1  # that it was void
    assert not KeyWorkPrivate.objects.exists()
