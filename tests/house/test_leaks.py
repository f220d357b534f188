"""One of everything stands at Elm. Whoever may not see it finds no word of it, and no count.

Each text holds a word that says whose it is (tests/house/household.py). The pages that were there
before are compared with what they were while the house was empty: for a stranger nothing may
differ by a letter.
"""

import re
import subprocess
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.db import transaction
from django.forms import CharField
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cura.core.accounts import actions as accounts
from cura.core.accounts.roles import role
from cura.core.notices.mail import Mail
from cura.core.notices.notice import Notice
from cura.core.notices.posting import make_digests
from cura.core.records import registry
from cura.core.records.present import reference_of
from cura.core.search.find import find
from residents.diary import feed
from tests import cast as people
from tests.house import addresses, household
from tests.house.pages import (
    TYPES,
    filled,
    pages,
    plain_routes,
    signed_in,
    step_pages,
    subject_key,
)

# Written under a home and about one child: her own diary, and the papers that others owe about her.
OF_CHILD = {"DE", "PA"}
STRANGERS = ("omar", "olga", "ned")
# What somebody else's page may show whenever it was asked: tokens, and which row is which.
PASSING = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}|[A-Za-z0-9]{64}|[\w-]{43}"
)
CANARY = re.compile(rf"{household.MARK}(kai|mia)([a-z]{{2}})(\w*)", re.I)


@dataclass
class Elm:
    """The house, what was written in it, and how pages looked before."""

    cast: object
    kai: household.Household
    mia: household.Household
    before: dict
    doors: list = ()
    everywhere: list = ()


@pytest.fixture(scope="module")
def elm(lived_in):
    """Sam is kept from all that is written about Kai and the house."""
    cast = people.recall()
    before = {name: looks(cast, name) for name in (*STRANGERS, "sam")}
    kai = household.fill(cast, child=cast.kai, whose="kai", home=cast.elm)
    for type in TYPES:  # what came of them as well: a defect that a check opened
        for record in type.model.objects.all():
            accounts.exclude(
                user=cast.sam, record=record, why="part of it", by=cast.rosa, now=timezone.now()
            )
    with_kai_only = looks(cast, "sam")
    mia = household.fill(cast, child=cast.mia, whose="mia")
    found = Elm(cast, kai, mia, before)
    found.before["sam, kept from it"] = with_kai_only
    found.doors = doors(found)
    found.everywhere = list(dict.fromkeys((*standing_pages(cast, "sam"), *found.doors)))
    return found


def standing_pages(cast, name: str) -> list[str]:
    """Every page that is there though nothing is written: lists, forms, houses, children. Of the
    home where somebody works, and all that name no record wherever they are."""
    homes, children = (cast.elm, cast.oak, cast.far), (cast.kai, cast.mia, cast.ola, cast.fay)
    own = {"omar": (cast.oak, cast.ola), "olga": (cast.far, cast.fay)}.get(name)
    subjects = own or (cast.elm, cast.kai, cast.mia)
    found = [
        url
        for type in TYPES
        for subject in subjects
        if isinstance(subject, registry.scope(type.scope).model)
        for url in (
            reverse(type.url("list"), args=[subject_key(type, subject)]),
            reverse(type.url("new"), args=[subject.pk]),
        )
    ]
    known = {"slug": [h.slug for h in homes], "child": [c.pk for c in children]}
    known |= {"uuid": [c.pk for c in children], "year": [2026], "month": [6], "day": [10]}
    known["key"] = ["FIRE-WEEK", "FIRE-DRILL.night", "good-things", "late-notes"]
    for route_name, route in plain_routes():
        if not route_name.startswith((*addresses.FAMILIES, "health")):
            if route_name not in addresses.CHANGED_BY_LOOKING:
                found += filled(route, **known)
    return found


def looks(cast, name: str) -> dict[str, tuple[int, str]]:
    client = signed_in(getattr(cast, name))
    return {url: told(client.get(url)) for url in standing_pages(cast, name)}


def told(answer) -> tuple[int, str]:
    return answer.status_code, PASSING.sub("…", words_of(answer))


def words_of(answer) -> str:
    """All that somebody could read in an answer, a PDF's text and the headers among it."""
    headers = "\n".join(f"{k}: {v}" for k, v in answer.items() if k != "Content-Length")
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if answer.get("Content-Type", "") == "application/pdf":
        command = ["pdftotext", "-", "-"]
        text = subprocess.run(command, input=body, capture_output=True, check=True).stdout
        body = text.replace(b"\n", b" ")
    return f"{headers}\n{body.decode(errors='replace')}"


def doors(elm: Elm) -> list[str]:
    """Every address that a GET may open since something was written: all pages of one record of
    each kind, the page itself of all others. Prints have their own test: a PDF takes a second."""
    found = []
    for lived in (elm.kai, elm.mia):
        for type, record in lived.every():
            mine = pages(type, record) | step_pages(type, record)
            mine["go"] = reverse("go", args=[type.label, record.pk])
            mine.pop("print")
            whole = record == elm.kai.records.get(type.slug)
            found += mine.values() if whole else [mine["detail"]]
    return sorted({*found, *_others(elm)})


def _others(elm: Elm) -> list[str]:
    """Files, drafts and all else that an id in the address leads to, as whoever wrote it finds
    them: the drafts are Tess's."""
    lived = (elm.kai, elm.mia)
    rosa, tess = (signed_in(getattr(elm.cast, name)) for name in ("rosa", "tess"))
    rows = [
        (rosa, [file for each in lived for files in each.files.values() for file in files]),
        (rosa, [upload for each in lived for upload in each.uploads]),
        (tess, [draft for each in lived for draft in each.drafts[:5]]),
        (rosa, [bundle for each in lived for bundle in each.bundles]),
        (rosa, [elm.cast.rosa, elm.cast.sam]),
    ]
    found = []
    for name, route in plain_routes():
        if "<uuid" in route and name not in addresses.CHANGED_BY_LOOKING:
            for client, kind in rows:
                tried = filled(route, uuid=[row.pk for row in kind[:2]])
                if any(client.get(url).status_code == 200 for url in tried):
                    found += filled(route, uuid=[row.pk for row in kind])
    return found


def all_words(client, urls) -> str:
    return "\n".join(words_of(client.get(url)) for url in urls)


def canaries(text: str) -> set[tuple[str, str]]:
    """(whose, which kind) of all the words of ours in a text."""
    return {(whose.lower(), kind.upper()) for whose, kind, _ in CANARY.findall(text)}


def kinds(code: str, scopes=("child", "home")) -> set[str]:
    """The kinds that a role reads, by what roles say: not by the queries that are tested here."""
    may = role(code).grants
    return {t.prefix for t in TYPES if t.model.read in may and t.scope in scopes}


@pytest.mark.walk
def test_rosa_finds_every_word(settled, elm):
    """Else the others' silence would say nothing."""
    client = signed_in(elm.cast.rosa)
    for lived in (elm.kai, elm.mia):
        for type, record in lived.every():
            text = words_of(client.get(pages(type, record)["detail"]))
            # A page that asks no words (a shift of the rota) can lose none.
            asks = any(isinstance(f, CharField) for f in type.form.base_fields.values())
            assert ((lived.whose, type.prefix) in canaries(text)) or not asks, type.slug


@pytest.mark.parametrize("name", STRANGERS)
def test_for_a_stranger_nothing_differs(settled, elm, name):
    """No word, no title, no number more than when the house was empty."""
    now, before = looks(elm.cast, name), elm.before[name]
    assert {url: page for url, page in now.items() if page != before[url]} == {}


def test_for_somebody_kept_from_it_nothing_differs(settled, elm):
    now, before = elm.before["sam, kept from it"], elm.before["sam"]
    assert {url: page for url, page in now.items() if page != before[url]} == {}


@pytest.mark.walk
@pytest.mark.parametrize("name", STRANGERS)
def test_no_door_opens_for_a_stranger(settled, elm, name):
    """Another home, another organisation, a membership that has ended: nothing is there."""
    client = signed_in(getattr(elm.cast, name))
    of_records = {
        url for type in TYPES for url in pages(type, elm.kai.records[type.slug]).values()
    } | {pages(type, record)["detail"] for type, record in elm.kai.every()}
    answers = {url: client.get(url) for url in of_records.union(elm.doors)}
    assert {url for url in of_records if answers[url].status_code != 404} == set()
    assert canaries("\n".join(map(words_of, answers.values()))) == set()


@pytest.fixture(scope="module")
def all_that_ivy_reads(elm) -> str:
    return all_words(signed_in(elm.cast.ivy), elm.everywhere)


@pytest.mark.walk
def test_an_administrator_reads_of_no_child(settled, elm):
    found = canaries(all_words(signed_in(elm.cast.lin), elm.everywhere))
    assert {whose for whose, _ in found} <= {"kai"}
    assert {kind for _, kind in found} <= kinds("admin", scopes=("home",))


def test_a_social_worker_reads_of_her_child_alone(settled, all_that_ivy_reads):
    found = canaries(all_that_ivy_reads)
    allowed = kinds("social_worker", scopes=("child",))
    assert {kind for _, kind in found} <= allowed | OF_CHILD
    assert {kind for _, kind in found} >= allowed
    assert {whose for whose, _ in found} == {"kai"}


# The name of a hold stands in each record of its use, for whoever may read that.
NAMES = {("kai", registry.of("safeguarding.holdtype").prefix)}


@pytest.mark.walk
def test_somebody_kept_from_records_finds_only_the_others(settled, elm):
    client = signed_in(elm.cast.sam)
    found = {url: canaries(words_of(client.get(url))) - NAMES for url in elm.everywhere}
    assert {url: words for url, words in found.items() if "kai" in dict(words)} == {}
    assert any("mia" in dict(words) for words in found.values())


PARTS = [(type, part) for type in TYPES for part in type.parts]


def not_for(part) -> tuple[str, str]:
    """(name, role) of one who reads the record and not this section of it."""
    hers = part.model.read in role("care").grants
    return ("ivy", "social_worker") if hers else ("cara", "care")


@pytest.mark.walk
def test_a_part_is_on_no_page_of_a_worker_whom_it_is_not_for(settled, elm):
    read_without_parts("cara", all_words(signed_in(elm.cast.cara), elm.everywhere))


def test_a_part_is_on_no_page_of_an_outsider_whom_it_is_not_for(settled, all_that_ivy_reads):
    read_without_parts("ivy", all_that_ivy_reads)


def read_without_parts(name: str, text: str) -> None:
    """She reads the records; their sections for few stand for her nowhere."""
    parts = [(type, part) for type, part in PARTS if not_for(part)[0] == name]
    assert parts
    for type, part in parts:
        assert household.word(type) in text
        assert household.word(type, "kai", part.name) not in text, part.title
        assert part.title not in text


@pytest.mark.parametrize("type,part", PARTS, ids=lambda p: getattr(p, "slug", p.title))
def test_a_part_is_printed_and_found_for_its_readers_only(settled, elm, type, part):
    name, whose = not_for(part)
    may, reads = role(whose).grants, role("manager").grants
    assert type.model.read in may and part.model.read in reads - may
    own = household.word(type, "kai", part.name)
    mine = pages(type, elm.kai.records[type.slug])
    user = getattr(elm.cast, name)
    other, rosa = signed_in(user), signed_in(elm.cast.rosa)
    for page in ("print", "detail"):
        assert own in words_of(rosa.get(mine[page])), page
    printed = words_of(other.get(mine["print"]))
    assert household.word(type) in printed and own not in printed and part.title not in printed
    refs = {hit.ref for hit in find(user, own)}
    assert not {ref for ref in refs if ref.endswith(part.name)}
    assert {hit.ref for hit in find(elm.cast.rosa, own)} - refs


def of_house(type) -> bool:
    return type.scope == "home" and type.prefix not in OF_CHILD


PRINTED = [t for t in TYPES if t.parts or t.documents] + [TYPES[0]]


@pytest.mark.parametrize("type", PRINTED, ids=lambda t: t.slug)
def test_a_print_is_made_for_its_readers_only(settled, elm, type):
    url = pages(type, elm.kai.records[type.slug])["print"]
    urls = [url, *(f"{url}?as={document.key}" for document in type.documents)]
    for name in (*STRANGERS, "sam", "lin", *(["ivy"] if of_house(type) else [])):
        client = signed_in(getattr(elm.cast, name))
        for each in urls:
            answer = client.get(each)
            assert answer.status_code == 404 and not CANARY.search(words_of(answer)), (name, each)


@pytest.mark.parametrize("name", (*STRANGERS, "lin", "ivy", "sam"))
def test_find_finds_nothing_for_whom_it_is_not(settled, elm, name):
    """Neither the words nor the reference that people say."""
    user = getattr(elm.cast, name)
    for lived in (elm.kai, elm.mia):
        hidden = {t.label for t in TYPES if not may(name, lived.whose, t)}
        own = {f"{t.label} {r.pk}" for t, r in lived.every()}
        hits = {hit.ref for hit in find(user, f"{household.MARK}{lived.whose}", limit=500)}
        assert not {ref for ref in hits if ref.split()[0] in hidden and ref in own}
        for type, record in lived.every():
            refs = [hit.ref for hit in find(user, reference_of(type, record))]
            assert type.label not in hidden or f"{type.label} {record.pk}" not in refs


@pytest.mark.parametrize("name", STRANGERS)
def test_the_pages_of_find_are_as_empty_as_find(settled, elm, name):
    client, hers = signed_in(getattr(elm.cast, name)), f"{household.MARK}kai"
    for url in (reverse("find"), reverse("find-results")):
        found, nothing = (client.post(url, {"find": word}) for word in (hers, "zqqqq"))
        assert words_of(found).replace(hers, "zqqqq").count("<") == words_of(nothing).count("<")
        assert "/go/" not in words_of(found)


def may(name: str, whose: str, type) -> bool:
    if name == "lin":
        return type.prefix in kinds("admin", scopes=("home",))
    if name == "ivy":
        allowed = kinds("social_worker", scopes=("child",)) | OF_CHILD
        return whose == "kai" and type.prefix in allowed
    return name == "sam" and whose == "mia"


@pytest.mark.parametrize("name", (*STRANGERS, "lin", "ivy", "cara", "rosa", "sam"))
def test_a_calendar_says_no_word_that_was_typed(settled, elm, name):
    """By its own secret, which ends with the right: times and initials of what she may see."""
    user = getattr(elm.cast, name)
    secret = feed.make(by=user, now=household.NOW)
    answer = Client().get(reverse("diary-ics", args=[secret]))
    text = words_of(answer)
    assert not CANARY.search(text)
    if name in ("ned", "lin"):
        assert answer.status_code == 404
    if name in ("omar", "olga"):
        assert "K.M." not in text and "BEGIN:VEVENT" not in text
    if name in ("rosa", "cara", "ivy"):
        assert "K.M." in text
    if name in ("sam", "ivy"):
        assert ("K.M." in text) is (name == "ivy")
        assert "M.S." not in text or name == "sam"


def test_notices_of_a_record_go_with_the_right_to_read_it(settled, elm):
    """What was told while she might see it is not told any more."""
    page = signed_in(elm.cast.sam).get(reverse("inbox")).content.decode()
    assert {whose for whose, _ in canaries(page)} == {"mia"}
    for name in (*STRANGERS, "lin"):
        client = signed_in(getattr(elm.cast, name))
        assert not {k for _, k in canaries(words_of(client.get(reverse("inbox"))))} - (
            kinds("admin", scopes=("home",)) if name == "lin" else set()
        )


def test_no_mail_says_a_word_or_a_name_or_more_than_one_may_see(settled, elm):
    """The mail of the day after such an afternoon: kinds, homes and days."""
    with transaction.atomic():
        assert make_digests(household.NOW + timedelta(hours=13, minutes=30)) >= 3
        mails = {mail.user.username: mail for mail in Mail.objects.select_related("user")}
        transaction.set_rollback(True)
    for mail in mails.values():
        text = f"{mail.subject} {mail.body}"
        assert not CANARY.search(text)
        assert not re.search(r"\b(Kai|Mia|Marsh|Stone|K\.M\.)\b", text)
    seen = Notice.objects.visible_to(elm.cast.sam, household.NOW)
    assert mails["sam"].subject.startswith(f"{seen.count()} thing")
    assert seen.count() < Notice.objects.filter(user=elm.cast.sam).count()
    assert not mails.keys() & set(STRANGERS)
