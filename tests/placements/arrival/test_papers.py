"""The report drafted from the list and signed; the welcome pack from live data; photo and map."""

import subprocess

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cura.core.accounts import duty
from cura.core.documents import types as documents
from placements.arrival import actions
from placements.arrival.draft import drafted
from placements.arrival.reading import Standing
from placements.welcome import pack
from placements.welcome.models import COMFORT, ROOMS, HomeMap, OwnPhoto, WelcomeWords
from tests.attachments.samples import picture
from tests.placements.arrival.first import CAME, HOUR, begun, tick


@pytest.fixture
def first(cast):
    with time_machine.travel(CAME + HOUR, tick=False):
        yield begun(cast)


@pytest.fixture
def printed(monkeypatch):
    """The page that is sent to the printer, which takes a second."""
    monkeypatch.setattr(documents, "render_pdf", lambda html, **_: f"%PDF-{html}".encode())


def photo(name="me.jpg"):
    return SimpleUploadedFile(name, picture())


def text_of(pdf: bytes) -> str:
    command = ["pdftotext", "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()


def test_the_report_begins_with_what_was_ticked_and_said(cast, as_user, first):
    tick(first, "food", cast.cara, words="noodles and toast")
    tick(first, "guide", cast.cara, how="drawn", understood="partly", words="he drew it")
    tick(first, "look-round", cast.cara, state="not_now", words="asleep")
    found = drafted(Standing(first, CAME + HOUR))
    assert found["own_words"] == "23:55 Food and drink: “noodles and toast” (Cara)"
    assert "drew it, or pictures; understood: partly" in found["rights"]
    assert found["next_days"] == "Still to do: One more place, chosen by Kai (asleep)"
    html = as_user(cast.cara).get(reverse("first-days-edit", args=[first.pk])).content.decode()
    assert "noodles and toast" in html and "taken from the list" in html


def test_an_empty_report_is_not_signed_and_says_why(cast, as_user, first):
    client = as_user(cast.cara)
    sign = reverse("first-days-step", args=[first.pk, "signed"])
    assert sign not in client.get(reverse("first-days-detail", args=[first.pk])).content.decode()
    client.post(sign)
    first.refresh_from_db()
    assert first.signed_at is None
    body = {"happened_at": "2026-02-06T22:55", "seen": "Hungry.", "version": first.version}
    client.post(reverse("first-days-edit", args=[first.pk]), body)
    client.post(sign)
    first.refresh_from_db()
    assert first.signed_by == cast.cara


def test_the_printed_report_holds_every_step(cast, as_user, first):
    tick(first, "food", cast.cara, words="noodles and toast")
    actions.hear(
        first_day=first, by=cast.tess, now=CAME + HOUR, when="before", who="Mia", worries="zqnoise"
    )
    url = f"{reverse('first-days-print', args=[first.pk])}?as=report"
    text = text_of(as_user(cast.tess).get(url).content)
    assert "noodles and toast" in text and "Draft, not signed" in text
    assert "Cara Moss from" in text and "(1 of 9)" in text
    assert "zqnoise" not in text


def test_the_pack_is_made_from_who_is_on_tonight(cast, as_user, first, printed, monkeypatch):
    monkeypatch.setattr(duty, "ON_SHIFT", [lambda home, at: [cast.cara, cast.tess]])
    cast.cara.line = "Makes the best pancakes."
    cast.cara.save()
    client = as_user(cast.cara)
    client.post(reverse("my-photo"), {"photo": photo()})
    actions.name_in_pack(first_day=first, child=cast.mia, agrees=True, by=cast.tess, now=CAME)
    url = f"{reverse('first-days-print', args=[first.pk])}?as=welcome"
    html = client.get(url).content.decode()
    for words in ("Welcome, Kai", "Makes the best pancakes.", "Tess", "Sam", "You meet soon.",
                  "0800 1111", "<strong>Mia</strong>", "face-0.jpg"):  # fmt: skip
        assert words in html, words
    for words in ("Marsh", "Stone", "Official", " bed"):  # no last names, no marking
        assert words not in html, words
    actions.name_in_pack(first_day=first, child=cast.mia, agrees=False, by=cast.tess, now=CAME)
    assert "Mia" not in client.get(url).content.decode()


def test_its_words_are_short():
    """Reading age nine: no sentence of more than twelve words."""
    said = [words for _, words in pack.DAY]
    for text in (*said, *COMFORT.split("\n"), *ROOMS.split("\n")):
        for sentence in text.replace(":", ".").split("."):
            assert len(sentence.split()) <= 12, sentence


def test_a_photo_is_her_own_and_may_go(cast, as_user, first):
    client = as_user(cast.cara)
    client.post(reverse("my-photo"), {"photo": photo()})
    assert client.get(reverse("my-photo-small"))["Content-Type"] == "image/jpeg"
    assert as_user(cast.tess).get(reverse("my-photo-small")).status_code == 404
    client = as_user(cast.cara)
    refused = client.post(reverse("my-photo"), {"photo": SimpleUploadedFile("a.txt", b"words")})
    assert refused.status_code == 422 and OwnPhoto.objects.count() == 1
    client.post(reverse("my-photo"), {"do": "take-away"})
    assert not OwnPhoto.objects.exists()


def test_the_homes_words_and_map(cast, as_user, first):
    url = reverse("welcome-home", args=["elm"])
    body = {"comfort": "Pickle sleeps on the table.", "rooms": "Snug: soft chairs."}
    assert as_user(cast.cara).post(url, body).status_code == 403
    assert as_user(cast.omar).get(url).status_code == 404
    client = as_user(cast.tess)
    client.post(url, body | {"drawing": photo("map.jpg")})
    assert WelcomeWords.objects.get().comfort == "Pickle sleeps on the table."
    assert client.get(reverse("welcome-map", args=["elm"])).status_code == 200
    made = pack.context(record=first, by=cast.tess, now=CAME)
    assert made["map"] and made["rooms"] == [{"room": "Snug", "about": "soft chairs."}]
    assert HomeMap.objects.get().uploaded_by == cast.tess
