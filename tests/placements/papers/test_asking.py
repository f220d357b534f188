"""Several papers in one act, once; the rhythm, by working days; never after it came."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.urls import reverse

from cura.core.accounts.home import BankHolidayOverride
from cura.core.deadlines.deadline import Deadline
from cura.core.links.link import Link
from cura.core.notices import sending
from cura.core.notices.mail import Mail
from cura.core.records import verify
from cura.lib import london
from placements.papers import actions, reading, receiving
from placements.papers.chasing import chase_due
from placements.papers.documents import EVIDENCE
from placements.papers.ladder import Asked
from placements.papers.models import Paper, PaperLine
from placements.story import VERBS
from residents import due
from residents.child import actions as child_actions
from residents.child.models import Child
from tests.placements.papers.conftest import NOW, again

DAY = timedelta(days=1)


def day(paper):
    return f"{london.local(again(paper).next_chase_at):%a %d %b %H:%M}"


def days_on(start, count):
    return [start + n * DAY for n in range(count)]


def test_all_are_asked_for_in_one_mail_that_names_no_child(cast, ask):
    papers = ask("placement-plan", "chronology", "keyworker-report")
    assert len(papers) == 5  # of which three are monthly reports
    assert [p.name for p in papers[2:]] == ["Mar 2026", "Feb 2026", "Jan 2026"]
    sent = Mail.objects.get()
    assert sent.to == "femi@northwold.example" and "5 papers" in sent.body
    for word in ("Kai", "Marsh", "hronology", "lacement"):
        assert word not in sent.body + sent.subject
    assert Link.objects.count() == 1
    lines = PaperLine.objects.filter(what="asked")
    assert lines.count() == 5 and len({line.batch for line in lines}) == 1


def test_asking_again_for_the_same_asks_nobody_twice(cast, ask):
    first = ask("placement-plan", "chronology")
    assert ask("placement-plan", "chronology", now=NOW + DAY) == first
    assert Mail.objects.count() == 1


def test_the_mail_goes_and_takes_its_key_with_it(cast, ask):
    ask("chronology")
    assert sending.send_due(NOW) == 1
    assert mail.outbox[0].to == ["femi@northwold.example"] and "/l/" in mail.outbox[0].body
    assert Mail.objects.get().body == ""


def test_the_rhythm_knows_bank_holidays(cast, ask):
    """Asked on the Thursday before Easter: one working day later is Tuesday."""
    (paper,) = ask("chronology")
    assert day(paper) == "Tue 07 Apr 09:30"
    seen = []
    for at in days_on(datetime(2026, 4, 3, 12, 0, tzinfo=UTC), 20):
        if chase_due(at):
            seen.append(f"{at:%d}")
    # 1, 3, 5, 8 and 12 working days after 2 April.
    assert seen == ["07", "09", "13", "16", "22"]
    assert again(paper).asks == 6


def test_a_holiday_that_was_announced_late_moves_the_chase(cast, ask):
    ask("chronology")
    tuesday = datetime(2026, 4, 7, 12, 0, tzinfo=UTC)
    BankHolidayOverride.objects.create(day=tuesday.date(), why="A day of mourning")
    assert chase_due(tuesday) == 0
    assert chase_due(tuesday + DAY) == 1


def test_a_home_sets_its_own_rhythm(cast, ask):
    with pytest.raises(PermissionDenied):
        actions.set_rhythm(home=cast.elm, days=[2, 4], by=cast.sam, now=NOW)
    actions.set_rhythm(home=cast.elm, days=[2, 4], by=cast.rosa, now=NOW)
    (paper,) = ask("chronology")
    assert day(paper) == "Wed 08 Apr 09:30"


def test_who_is_asked_goes_up(cast, ask, person):
    person(
        "other", "Ruth Bell", who_words="Team manager, Northwold", email="ruth@northwold.example"
    )
    person("iro", "Ada Poole", email="ada@northwold.example")
    ask("chronology")
    for at in days_on(NOW + DAY, 22):
        chase_due(at)
    asked = [m.to.partition("@")[0] for m in Mail.objects.order_by("id")]
    assert asked == ["femi", "femi", "femi", "femi", "ruth", "ada"]


def test_nothing_is_chased_after_it_came_or_is_not_needed(cast, ask):
    came, needless, void = ask("chronology", "health-plan", "missing-plan")
    receiving.came(paper=came, how="hand", by=cast.sam, now=NOW)
    actions.not_needed(paper=needless, words="There is none", by=cast.sam, now=NOW)
    Paper.objects.filter(pk=void.pk).update(
        void_at=NOW, void_by=cast.rosa, void_reason="twice", version=9
    )
    assert chase_due(NOW + 10 * DAY) == 0
    with pytest.raises(ValidationError):
        to = Asked("Femi", "", "femi@northwold.example")
        actions.ask(papers=[came], to=to, how="mail", by=cast.sam, now=NOW)


def test_one_mail_for_all_that_is_due_from_one_person(cast, ask):
    ask("chronology", "health-plan", "safety-plan")
    assert chase_due(NOW + 5 * DAY) == 3
    assert Mail.objects.count() == 2  # the first asking, and this


def test_two_tasks_at_once_chase_once(cast, ask, transactional_db):
    (paper,) = ask("chronology")

    def chase(_):
        try:
            return chase_due(NOW + 5 * DAY)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(chase, range(4))) == [0, 0, 0, 1]
    assert PaperLine.objects.filter(paper=paper, what="chased").count() == 1
    assert Mail.objects.count() == 2


def test_without_an_address_somebody_of_ours_rings(cast, person):
    person("social_worker", "Femi Alade", phone="01632 960123")
    cast.kai.key_worker = cast.sam
    cast.kai.save()
    (paper,) = actions.ask_for(child=cast.kai, kinds=["chronology"], by=cast.sam, now=NOW)
    assert again(paper).ring_at and not again(paper).asks
    assert not Mail.objects.exists()
    told = [d.verb for ask in due.ASKED for d in ask(cast.elm, cast.sam, NOW)]
    assert "Ring for 1 paper about Kai" in told
    to = Asked("Femi Alade", "social worker")
    actions.ask(papers=[paper], to=to, how="phone", words="by Monday", by=cast.sam, now=NOW)
    row = again(paper)
    assert (row.ring_at, row.asks) == (None, 1)


def test_a_chase_does_not_need_who_asked_to_be_here_still(cast, ask):
    (paper,) = ask("chronology", by=cast.tess)
    cast.tess.is_active = False
    cast.tess.save()
    chase_due(NOW + 5 * DAY)
    assert again(paper).ring_at  # nobody may give the link any more: a person rings

    cast.kai.key_worker = cast.sam
    cast.kai.save()
    chase_due(NOW + 8 * DAY)
    assert Mail.objects.order_by("-id").first().to == "femi@northwold.example"
    assert Link.objects.order_by("-made_at").first().made_by == cast.sam


def test_a_clock_of_the_law_is_theirs_and_stops_when_it_comes(cast, ask):
    (plan,) = ask("placement-plan")
    clock = Deadline.objects.get(rule="PL-PLAN")
    assert (clock.owner, clock.title) == ("theirs", "Kai: Placement plan, signed")
    assert clock.slot == cast.kai.arrived_at
    receiving.came(paper=plan, how="mail", words="not signed", part=True, by=cast.sam, now=NOW)
    clock.refresh_from_db()
    assert clock.done_at is None and again(plan).next_chase_at
    receiving.came(paper=plan, how="mail", by=cast.sam, now=NOW + DAY)
    clock.refresh_from_db()
    assert clock.done_at == NOW + DAY


def test_what_the_law_gives_time_for_is_expected_and_then_asked_for(cast, ask):
    """The health report is due after twenty working days: nobody is asked before that."""
    ask("chronology")
    assert not Paper.objects.filter(kind="health-assessment").exists()  # here since January
    Child.objects.filter(pk=cast.kai.pk).update(arrived_at=NOW)
    cast.kai.refresh_from_db()
    ask("health-plan")
    report = Paper.objects.get(kind="health-assessment")
    assert report.only_expected and report not in reading.missing(cast.kai)
    assert day(report) == "Wed 06 May 09:30"  # after twenty working days, the holiday in May too
    chase_due(NOW + 34 * DAY)
    report.refresh_from_db()
    assert report.asks == 1 and report.lines.get().what == "asked"


def test_the_papers_of_a_referral_come_along_with_the_child(cast, referral):
    kinds = ("placement-plan", "chronology")
    papers = actions.ask_for(referral=referral, kinds=kinds, by=cast.rosa, now=NOW)
    assert Mail.objects.get().to == "duty@calderbrook.example"
    assert not Deadline.objects.filter(object_id=papers[0].pk).exists()
    child = child_actions.welcome(
        home=cast.elm, first_name="Amy", last_name="Onu", born=cast.kai.born, by=cast.rosa, now=NOW
    )
    for _ in range(2):  # pressed twice
        actions.hand_to_child(referral=referral, child=child, by=cast.rosa, now=NOW)
    assert {p.pk for p in reading.missing(child)} == {p.pk for p in papers}
    assert Deadline.objects.get(object_id=papers[0].pk).slot == NOW
    assert papers[0].lines.filter(what="came_along").count() == 1


def test_papers_of_a_referral_are_for_those_who_see_referrals(cast, referral, as_user):
    (paper,) = actions.ask_for(referral=referral, kinds=["chronology"], by=cast.rosa, now=NOW)
    assert not paper.open_to(cast.cara) and paper.open_to(cast.tess)
    assert paper not in Paper.objects.visible_to(cast.cara)
    assert as_user(cast.cara).get(reverse("owed-referral", args=[referral.pk])).status_code == 404


def test_the_line_that_reports_quote(cast, ask):
    assert reading.line(cast.kai, cast.sam) == ""
    chronology, plan, safety = ask("chronology", "placement-plan", "safety-plan")
    for paper in (plan, safety):
        receiving.came(paper=paper, how="hand", by=cast.sam, now=NOW + 2 * DAY, at=NOW + DAY)
    for at in days_on(NOW + DAY, 15):
        chase_due(at)
    said = reading.line(cast.kai, cast.sam)
    assert said.startswith("2 of 3 papers came, the last on Fri 3 Apr 2026. Chronology: asked for")
    assert f"Chronology: asked for {again(chronology).asks} times, still missing" in said
    assert reading.line(cast.kai, cast.olga) == ""


def test_steps_not_edits(cast, ask):
    (paper,) = ask("chronology")
    actions.answered(
        paper=paper, whom="Femi, on the phone", words="It is with the court", how="phone",
        by=cast.sam, now=NOW,
    )  # fmt: skip
    with pytest.raises(ValidationError):
        actions.read(paper=paper, by=cast.sam, now=NOW)
    receiving.came(paper=paper, how="mail", by=cast.sam, now=NOW + DAY)
    actions.read(paper=paper, by=cast.sam, now=NOW + DAY)
    actions.carried(paper=paper, words="Safety plan", record=cast.kai, by=cast.sam, now=NOW + DAY)
    said = list(paper.lines.values_list("what", flat=True))
    assert said == ["asked", "answered", "received", "read", "carried"]
    assert again(paper).read_at == NOW + DAY
    with pytest.raises(PermissionDenied):
        actions.read(paper=paper, by=cast.cara, now=NOW)


def test_a_story_asks_and_chases_and_writes_to_nobody(cast, femi):
    VERBS["ask for papers"](by=cast.sam, now=NOW, about=cast.kai, kinds=["chronology"])
    later = NOW + 5 * DAY
    VERBS["chase papers"](by=cast.sam, now=later, about=cast.elm)
    VERBS["paper came"](by=cast.sam, now=later + DAY, about=cast.kai, kind="chronology")
    VERBS["paper read"](by=cast.sam, now=later + DAY, about=cast.kai, kind="chronology")
    paper = Paper.objects.get(kind="chronology")
    assert (paper.asks, bool(paper.read_at)) == (2, True)
    assert not Mail.objects.waiting().exists()
    assert reading.line(cast.kai, cast.sam).startswith("1 of 1 paper came")


def test_what_was_done_is_on_paper(cast, ask, as_user):
    (paper,) = ask("chronology")
    chase_due(NOW + 5 * DAY)
    found = EVIDENCE.page(paper, by=cast.sam, now=NOW + 6 * DAY).html
    assert "Asked for, by mail" in found and "Asked again, by mail" in found
    assert found.index("Asked for, by mail") < found.index("Asked again, by mail")


def test_every_line_is_in_the_log_as_it_stands(cast, ask):
    (paper, _) = ask("chronology", "health-plan")
    chase_due(NOW + 5 * DAY)
    receiving.came(paper=paper, how="hand", by=cast.sam, now=NOW + 6 * DAY)
    found = [f for f in verify.records(cast.elm.pk) if f.where.startswith("placements.paper")]
    assert found == []


def test_a_mail_that_did_not_arrive_is_said(cast, ask):
    (paper,) = ask("chronology")
    Mail.objects.update(ended_at=NOW, trouble="550 no such user", body="")
    (row,) = reading.rows([again(paper)], NOW, may_write=True)
    assert row.state == "Please ring" and "did not arrive" in row.about
