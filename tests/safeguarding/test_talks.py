"""Who may talk and sign after a hold (reg. 35(3)(b) and (c)), and that no attempt is lost."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from cura.core.accounts import actions as account_actions
from cura.core.accounts.program import CURA
from cura.core.deadlines.rules import rules_of
from cura.core.notices.budget import needs
from cura.core.notices.delivering import deliver
from cura.core.records import printed, registry, steps
from cura.core.records.verify import records as verify_records
from residents.today import panels as today
from safeguarding.measure import authority
from safeguarding.measure.actions import ask_child, talk_with_user
from safeguarding.measure.clocks import asked_about, clocks
from safeguarding.panels import mine, waiting
from safeguarding.restraint.models import Restraint
from safeguarding.restraint.record import restraint
from tests import cast as people
from tests.notices.due import alert, deadline
from tests.safeguarding.records import (
    AGREED,
    HELD,
    HOUR,
    authorise,
    hold,
    lines,
    make,
    reach,
    signed,
)  # fmt: skip

LATER = HELD + 20 * HOUR


def talk(record, person, by, now=LATER):
    values = {"person": person, "talked_at": now, "words": "It was right as it is written."}
    return talk_with_user(record=record, by=by, values=values, now=now)


def asked(record, by, outcome="refused", now=LATER, **values):
    values = {"outcome": outcome, "words": "Not today.", "asked_at": now} | values
    return ask_child(record=record, by=by, values=values, now=now)


def ri_of(cast):
    account_actions.give_role(
        user=cast.lin, role="ri", organisation=cast.acorn, by=CURA, now=people.OPENED
    )
    return cast.lin


def test_the_manager_signs_when_she_has_talked_with_every_user(cast):
    record = signed(cast, cast.cara, cast.tess)
    with pytest.raises(ValidationError, match="First talk with Cara Moss and Tess Quill"):
        reach(record, "user_spoken", cast.rosa, LATER)
    talk(record, cast.cara, cast.rosa)
    with pytest.raises(ValidationError, match="First talk with Tess Quill"):
        reach(record, "user_spoken", cast.rosa, LATER)
    talk(record, cast.tess, cast.rosa)
    assert reach(record, "user_spoken", cast.rosa, LATER).user_spoken_by == cast.rosa
    assert list(verify_records(cast.elm.pk)) == []


def test_one_talk_is_written_once(cast):
    record = signed(cast, cast.cara)
    talk(record, cast.cara, cast.rosa)
    with pytest.raises(ValidationError, match="already"):
        talk(record, cast.cara, cast.rosa)
    with pytest.raises(ValidationError, match="already"):
        talk(record, cast.tess, cast.rosa)  # she did not hold


def test_who_stands_in_no_register_neither_talks_nor_signs(cast):
    record = signed(cast, cast.cara)
    acts = (
        lambda: talk(record, cast.cara, cast.tess),
        lambda: reach(record, "user_spoken", cast.tess, LATER),
        lambda: asked(record, cast.tess),
        lambda: reach(record, "child_spoken", cast.tess, LATER, child_words="Hm"),
    )
    for act in acts:
        with pytest.raises(ValidationError, match="register of authorised"):
            act()


@pytest.mark.parametrize("part", ["used", "there", "wrote"])
def test_who_was_part_of_it_does_not_sign_though_authorised(cast, part):
    """Tess stands in the register; she held, was there, or wrote it herself."""
    authorise(cast, cast.tess, cast.rosa)
    users = [cast.cara, cast.tess] if part == "used" else [cast.cara]
    there = lines("restraintpresent", {"person": cast.tess.pk}) if part == "there" else {}
    record = signed(cast, *users, by=cast.tess if part == "wrote" else cast.sam, **there)
    said = {"used": "part of this", "there": "You were there", "wrote": "You wrote this"}[part]
    with pytest.raises(ValidationError, match=said):
        talk(record, cast.cara, cast.tess)
    with pytest.raises(ValidationError, match=f"{said}|somebody else"):
        reach(record, "user_spoken", cast.tess, LATER)
    assert "user_spoken" not in offered(record, cast.tess)


def offered(record, user) -> list[str]:
    urls = [act["url"] for act in steps.offered(restraint, record, user, LATER)]
    return [url.rstrip("/").rpartition("/")[2] for url in urls]


def test_only_who_may_is_offered_it(cast):
    ours = {"user_spoken", "child_spoken", "user-talk", "child-asked"}
    record = signed(cast, cast.cara)
    assert ours - set(offered(record, cast.rosa)) == {"user_spoken"}  # the talk comes first
    assert not ours & set(offered(record, cast.sam))
    talk(record, cast.cara, cast.rosa)
    assert ours - set(offered(record, cast.rosa)) == {"user-talk"}


def test_the_register_counts_on_its_days_only(cast):
    record = signed(cast, cast.cara)
    authorise(cast, cast.tess, cast.rosa, at=HELD, until=HELD + 10 * HOUR)
    assert authority.not_apart(record=record, by=cast.tess, now=HELD + 9 * HOUR) == ""
    assert authority.not_apart(record=record, by=cast.tess, now=HELD + 10 * HOUR)
    assert authority.not_apart(record=record, by=cast.tess, now=HELD - HOUR)


def test_a_line_that_is_ended_held_until_then(cast):
    line = authorise(cast, cast.tess, cast.rosa)
    reach(line, "ended", cast.rosa, HELD + 5 * HOUR)
    record = signed(cast, cast.cara)
    assert authority.not_authorised(record=record, by=cast.tess, now=HELD + 4 * HOUR) == ""
    assert authority.not_authorised(record=record, by=cast.tess, now=HELD + 6 * HOUR)


def test_the_manager_held_so_the_responsible_individual_authorises(cast):
    record = signed(cast, cast.cara, cast.rosa)
    with pytest.raises(ValidationError, match="part of this"):
        talk(record, cast.cara, cast.rosa)
    ri = ri_of(cast)
    authorise(cast, cast.tess, ri)
    talk(record, cast.cara, cast.tess)
    talk(record, cast.rosa, cast.tess)
    assert reach(record, "user_spoken", cast.tess, LATER).user_spoken_by == cast.tess


def test_nobody_authorises_but_the_registered(cast):
    """A deputy may write the line; it counts when the manager has signed it."""
    account_actions.give_role(
        user=cast.sam, role="deputy", home=cast.elm, by=CURA, now=people.OPENED
    )
    with pytest.raises(ValidationError, match="Only the registered manager"):
        authorise(cast, cast.tess, cast.sam)


def test_attempts_and_a_refusal_stand_and_stop_the_clock(cast):
    record = signed(cast, cast.cara)
    assert not running(record).done_at
    asked(record, cast.rosa, "not_possible", HELD + 10 * HOUR, words="He was at school.")
    assert not running(record).done_at
    asked(record, cast.rosa, "refused", HELD + 30 * HOUR, words="I know why you did it.")
    asked(record, cast.rosa, "refused", HELD + 52 * HOUR)
    assert running(record).done_at == HELD + 30 * HOUR
    talked = reach(record, "child_spoken", cast.rosa, HELD + 90 * HOUR, child_words="I was scared")
    assert running(talked).done_at == HELD + 90 * HOUR
    with pytest.raises(ValidationError, match="already"):
        asked(record, cast.rosa)
    assert list(verify_records(cast.elm.pk)) == []


def running(record):
    return clocks(record, asked_about([record]).get(record.pk))[2]


@pytest.mark.parametrize("kind", ["restraint", "consequence"])
def test_however_it_is_printed_the_talks_are_in_it(kind, cast):
    """In a bundle, and by itself when no paper was chosen, as in the record of the law."""
    if kind == "restraint":
        record = signed(cast, cast.cara)
    else:
        record = make(kind, cast, AGREED | lines("consequencepresent"), cast.sam)
        reach(record, "signed", cast.sam)
    asked(record, cast.rosa, words="You know why.")
    type = registry.of(record)
    for document in (printed.document_for(type, ""), printed.plain(type)):
        page = document.page(record, by=cast.rosa, now=LATER)
        assert "You know why." in page.html and "did not want to talk" in page.html
    urls = steps.links(type, record, cast.rosa)
    assert not urls["print_url"] and [d["url"][-8:] for d in urls["documents"]] == ["as=reg35"]


def test_another_time_that_was_agreed_is_said(cast):
    record = signed(cast, cast.cara)
    asked(record, cast.rosa, "later", planned_at=HELD + 50 * HOUR)
    clock = running(record)
    assert clock.planned_at == HELD + 50 * HOUR and not clock.done_at
    assert clock.due_words(LATER) == "agreed for tomorrow 22:40, by Mon 15 Jun, 20:40"
    assert clock.due_words(HELD + 60 * HOUR) == "by Mon 15 Jun, 20:40"


def test_the_rules_read_the_same_as_the_page(cast):
    """What the deadlines ask of the database is what the page works out."""
    record = signed(cast, cast.cara)
    asked(record, cast.rosa, "later", HELD + 10 * HOUR, planned_at=HELD + 50 * HOUR)
    asked(record, cast.rosa, "refused", HELD + 30 * HOUR)
    rule = next(r for r in rules_of("safeguarding.restraint") if r.duty == "R35-CHILD")
    row = Restraint.objects.annotate(finished=rule.done, agreed=rule.planned).get(pk=record.pk)
    assert (row.finished, row.agreed) == (HELD + 30 * HOUR, HELD + 50 * HOUR)
    assert {r.duty for r in rules_of("safeguarding.consequence")} == {
        "R35-REC", "R35-USER", "R35-CHILD"
    }  # fmt: skip


def test_three_clocks_to_the_minute(cast):
    record = hold(cast, cast.cara)
    due = {clock.key: clock.due_at - HELD for clock in clocks(record)}
    assert due == {"signed": 24 * HOUR, "user_spoken": 48 * HOUR, "child_spoken": 120 * HOUR}


def test_the_house_and_today_say_what_waits(cast, as_user):
    record = hold(cast, cast.cara)
    rows = waiting(cast.elm, cast.rosa)
    assert [clock.key for _, _, clock in rows] == ["signed", "user_spoken", "child_spoken"]
    now = HELD + 2 * HOUR
    assert [due.verb for due in mine(cast.elm, cast.sam, now)] == [
        "Write and sign the record of the hold with Kai"
    ]
    reach(record, "signed", cast.sam)
    assert [due.verb for due in mine(cast.elm, cast.rosa, now)] == [
        "Talk with everyone who was part of the hold with Kai, and sign",
        "Talk with Kai about the hold",
    ]
    assert mine(cast.elm, cast.cara, now) == []
    asked(record, cast.rosa)
    assert [clock.key for _, _, clock in waiting(cast.elm, cast.rosa)] == ["user_spoken"]
    page = as_user(cast.cara).get(reverse("house-now", args=[cast.elm.slug])).content.decode()
    assert "Talk with everyone who was part of the hold with Kai" in page


def test_the_talks_are_written_from_the_page(cast, as_user):
    record = signed(cast, cast.cara)
    client = as_user(cast.rosa)

    def step(key: str) -> str:
        return reverse("restraints-step", args=[record.pk, key])

    when = (HELD + 3 * HOUR).strftime("%Y-%m-%dT%H:%M")
    answer = client.post(step("user-talk"), {"person": str(cast.cara.pk), "talked_at": when})
    assert answer.status_code == 302
    posted = {"outcome": "later", "words": "After school.", "asked_at": when}
    assert client.post(step("child-asked"), posted).status_code == 422  # which time?
    planned = (HELD + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M")
    assert client.post(step("child-asked"), posted | {"planned_at": planned}).status_code == 302
    assert client.post(step("user_spoken"), {"review": "Needed."}).status_code == 302
    assert client.post(step("child_spoken"), {"child_words": ""}).status_code == 422
    assert client.post(step("child_spoken"), {"child_words": "OK now"}).status_code == 302
    page = client.get(reverse("restraints-detail", args=[record.pk])).content.decode()
    for words in ("After school.", "Needed.", "OK now", "Cara Moss"):
        assert words in page


def test_a_talk_lies_between_what_it_is_about_and_now(cast):
    record = signed(cast, cast.cara)
    for at, said in ((LATER + HOUR, "not come yet"), (HELD - HOUR, "before it happened")):
        with pytest.raises(ValidationError, match=said):
            asked(record, cast.rosa, asked_at=at)


def test_what_needs_her_stands_on_today_once(cast):
    record = signed(cast, cast.cara)
    now = HELD + 2 * HOUR
    talks, child = mine(cast.elm, cast.rosa, now)
    told = deadline(record, title=child.verb, due=child.by, rule="A-TEST")
    alert(told, "manager", at=now)
    deliver(now)
    assert child.verb in [n.deadline.title for n in needs(cast.rosa, cast.elm, now)]
    shown = today.due(subject=cast.elm, user=cast.rosa, now=now)
    verbs = [row.verb for group in shown["groups"] for row in group["rows"]]
    assert talks.verb in verbs and child.verb not in verbs
    assert shown["quiet"] == today.NOTHING_MORE  # no tea while something is red
