"""What every plan has: versions, who has read them, when they are looked at again."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cura.core.accounts import access
from cura.core.deadlines import engine
from cura.core.deadlines.deadline import Deadline, DeadlineEvent
from cura.core.deadlines.ticking import tick
from cura.core.records import actions
from cura.core.records.verify import records as verify_records
from cura.lib import london
from residents.aims.actions import set_aim
from residents.child import actions as child_actions
from residents.ourplans.due import plans as due_plans
from residents.ourplans.panels import for_manager, tonight
from residents.plan import changes, papers, reading
from residents.plan.papers import Paper
from residents.safetyplan.models import SafetyPlan
from residents.supportplan.models import SupportPlan
from tests.residents.plan.plans import AT, DAY, draft, plan, step

KINDS = ("safetyplan", "supportplan")


@pytest.mark.parametrize("kind", KINDS)
def test_a_newer_version_stands_and_the_older_stays_as_it_was(cast, kind):
    one = plan(kind, child=cast.kai, by=cast.sam)
    two = plan(kind, child=cast.kai, by=cast.sam, now=AT + DAY, written_with="By the pond.")
    assert (one.number, two.number) == (1, 2)
    assert list(reading.in_force(type(two), cast.cara)) == [two]
    assert reading.before(two) == one and not reading.is_newest(one)
    assert list(reading.in_force(type(two), cast.omar)) == []


def test_a_new_version_begins_with_what_stood_before(cast, as_user):
    plan("supportplan", child=cast.kai, by=cast.sam)
    page = as_user(cast.sam).get(reverse("support-plans-new", args=[cast.kai.pk]))
    form = page.context["sheet"].form
    assert form["matters"].value() == "My hamster."
    assert form["why_now"].value() == "month" and not form["written_with"].value()


def test_a_version_that_was_overtaken_is_not_signed(cast):
    late = draft("supportplan", child=cast.kai, by=cast.sam)
    plan("supportplan", child=cast.kai, by=cast.rosa, now=AT + DAY)
    with pytest.raises(ValidationError, match="newer version"):
        actions.reach(record=late, moment="signed", by=cast.sam, now=AT + 2 * DAY)


def test_a_care_worker_reads_and_does_not_sign(cast):
    record = draft("safetyplan", child=cast.kai, by=cast.sam)
    with pytest.raises(PermissionDenied):
        actions.reach(record=record, moment="signed", by=cast.cara, now=AT)


def test_her_refusal_stands_in_her_words(cast, as_user):
    record = plan("safetyplan", child=cast.kai, by=cast.sam)
    url = reverse("safety-plans-step", args=[record.pk, "shared"])
    client = as_user(cast.sam)
    assert client.post(url, {"answer": "no", "answer_words": ""}).status_code == 422
    assert client.post(url, {"answer": "no", "answer_words": "It is mine."}).status_code == 302
    page = client.get(reverse("safety-plans-detail", args=[record.pk])).content.decode()
    assert "It is mine." in page and "Did not want to sign" in page


# What happens after a version of 2 March is signed: (days later, what), then the slots that
# follow, each with the day on which it is due and how it stands on 10 April.
MONTHS = [
    ([], [("2026-04-02", "overdue")]),
    ([(20, "stands")], [("2026-04-02", "met"), ("2026-04-22", "open")]),
    ([(35, "version")], [("2026-04-02", "late"), ("2026-05-06", "open")]),
    ([(10, "draft")], [("2026-04-02", "overdue")]),
]


@pytest.mark.parametrize(("happens", "slots"), MONTHS)
def test_it_is_looked_at_each_month(cast, happens, slots):
    record = plan("safetyplan", child=cast.kai, by=cast.sam)
    for days, what in happens:
        now = AT + days * DAY
        if what == "stands":
            step(record, "stands", cast.sam, now, words="All of it holds.", own_words="Fine.")
        else:
            make = plan if what == "version" else draft
            make("safetyplan", child=cast.kai, by=cast.sam, now=now)
    tick(AT + 39 * DAY)
    rows = Deadline.objects.standing().filter(rule="PLAN-MONTH/safetyplan").order_by("slot")
    assert [(str(london.local_date(r.due_at)), r.state) for r in rows] == slots
    assert engine.resync(AT + 39 * DAY) == 0


def test_the_key_worker_is_reminded_and_then_the_manager(cast):
    plan("supportplan", child=cast.kai, by=cast.sam)
    for days in (28, 31, 32):
        tick(AT + days * DAY)
    told = DeadlineEvent.objects.order_by("at").values_list("to", "at")
    assert [(to, str(london.local_date(at))) for to, at in told] == [
        (["key_worker"], "2026-03-30"), (["key_worker"], "2026-04-02"),
        (["manager"], "2026-04-03"),
    ]  # fmt: skip


def test_the_reminder_opens_the_version_that_stands(cast, as_user):
    plan("safetyplan", child=cast.kai, by=cast.sam)
    two = plan("safetyplan", child=cast.kai, by=cast.sam, now=AT + DAY)
    row = Deadline.objects.open().get(rule="PLAN-MONTH/safetyplan")
    url = reverse("go", args=[row.label, row.object_id])
    assert as_user(cast.sam).get(url)["Location"] == reverse("safety-plans-detail", args=[two.pk])
    assert as_user(cast.omar).get(url).status_code == 404


def test_what_stands_as_it_is_is_said_of_the_version_that_stands(cast):
    one = plan("safetyplan", child=cast.kai, by=cast.sam)
    plan("safetyplan", child=cast.kai, by=cast.sam, now=AT + DAY)
    with pytest.raises(ValidationError, match="stands now"):
        step(one, "stands", cast.sam, AT + 2 * DAY, words="x", own_words="")
    with pytest.raises(PermissionDenied):
        step(one, "stands", cast.cara, AT + 2 * DAY, words="x", own_words="")


def test_who_has_not_read_it_is_named_until_she_has(cast, as_user):
    record = plan("safetyplan", child=cast.kai, by=cast.sam)
    [line] = tonight(subject=cast.elm, user=cast.rosa, now=AT + DAY)["lines"]
    assert line["words"] == "not yet read by Cara, Rosa and Tess"
    [due] = due_plans(cast.elm, cast.cara, AT + DAY)
    assert due.verb == "Read before you start: Kai’s safety plan"
    as_user(cast.cara).post(reverse("safety-plans-step", args=[record.pk, "read"]))
    assert due_plans(cast.elm, cast.cara, AT + DAY) == []
    [line] = tonight(subject=cast.elm, user=cast.rosa, now=AT + DAY)["lines"]
    assert line["words"] == "not yet read by Rosa and Tess"
    plan("safetyplan", child=cast.kai, by=cast.sam, now=AT + DAY)
    assert len(due_plans(cast.elm, cast.cara, AT + 2 * DAY)) == 1  # version 2 asks again


def test_those_on_shift_are_asked_where_there_is_a_rota(cast, monkeypatch):
    plan("safetyplan", child=cast.kai, by=cast.sam)
    # Lin is on the rota, and does not care for the children.
    monkeypatch.setattr(reading, "on_shift", lambda home, now: [cast.cara, cast.lin])
    [line] = tonight(subject=cast.elm, user=cast.rosa, now=AT + DAY)["lines"]
    assert line["words"] == "not yet read by Cara"


def test_the_manager_reads_which_children_have_none(cast):
    plan("safetyplan", child=cast.kai, by=cast.sam)
    panel = for_manager(subject=cast.elm, user=cast.rosa, now=AT + DAY)
    assert panel["without"] == [
        "1 of 2 children has no safety plan yet: Mia",
        "2 of 2 children have no support plan yet: Kai and Mia",
    ]


def test_what_is_new_stands_beside_what_was(cast):
    one = plan("safetyplan", child=cast.kai, by=cast.sam, helps="Music, slow. A blanket.")
    two = plan("safetyplan", child=cast.kai, by=cast.sam, now=AT + DAY, helps="Music, slow. Toast.")
    [change] = changes.between(one, two)
    assert change["label"] == "What helps me"
    assert change["before"] == "Music, slow. <del>A blanket.</del>"
    assert change["now"] == "Music, slow. <ins>Toast.</ins>"


def test_marks_in_the_words_of_a_plan_stay_words(cast):
    one = plan("safetyplan", child=cast.kai, by=cast.sam, helps="Music and <b>toast</b>")
    two = plan("safetyplan", child=cast.kai, by=cast.sam, now=AT + DAY, helps="Music and toast")
    [change] = changes.between(one, two)
    assert "<b>" not in change["before"] and "&lt;b&gt;" in change["before"]


def test_a_plan_names_the_papers_it_was_written_without(cast, as_user, monkeypatch):
    """What placements hands over begins the lines; the author says what is true."""
    held = [Paper("Care plan"), Paper("Chronology", "owed"), Paper("Health plan", "unread")]
    monkeypatch.setattr(papers, "PAPERS", [lambda child, user, now: held])
    client = as_user(cast.sam)
    page = client.get(reverse("support-plans-new", args=[cast.kai.pk]))
    lines = page.context["sheet"].sets[1].forms
    assert [f["name"].value() for f in lines] == ["Care plan", "Chronology", "Health plan"]
    prefix = "supportplanpaper"
    body = {f"{prefix}-TOTAL_FORMS": "3", f"{prefix}-INITIAL_FORMS": "0"}
    for n, paper in enumerate(held):
        body |= {f"{prefix}-{n}-name": paper.name, f"{prefix}-{n}-how": paper.how}
    record = plan("supportplan", child=cast.kai, by=cast.sam, **body)
    url = reverse("support-plans-detail", args=[record.pk])
    said = "Written without: Chronology (has not come); Health plan (not read yet)."
    assert said in client.get(url).content.decode()


def test_pages_cost_the_same_for_one_child_and_for_more(cast):
    costs = []
    for child in (cast.kai, cast.mia):
        for kind in KINDS:
            plan(kind, child=child, by=cast.sam)
        with access.remembering(), CaptureQueriesContext(connection) as queries:
            for_manager(subject=cast.elm, user=cast.rosa, now=AT + DAY)
            due_plans(cast.elm, cast.cara, AT + DAY)
        costs.append(len(queries))
    assert costs[0] == costs[1] < 24


def test_the_log_knows_every_row(cast):
    record = plan("safetyplan", child=cast.kai, by=cast.sam)
    step(record, "stands", cast.sam, AT + DAY, words="Holds.", own_words="")
    assert [f for f in verify_records() if "plan" in str(f)] == []
    assert SafetyPlan.objects.count() == 1 and SupportPlan.objects.count() == 0


def test_a_child_who_left_is_due_nothing_until_she_is_back(cast):
    plan("safetyplan", child=cast.kai, by=cast.sam)
    set_aim(
        child=cast.kai, area="school", words="x", starting_point="", wanted="y", by=cast.sam, now=AT
    )
    child_actions.leave(child=cast.kai, by=cast.rosa, now=AT + DAY)
    of_plans = Deadline.objects.exclude(rule="R41-DISCH")
    assert {row.state for row in of_plans} == {"dropped"}
    cast.kai.refresh_from_db()
    child_actions.come_back(child=cast.kai, home=cast.elm, by=cast.rosa, now=AT + 2 * DAY)
    assert {row.state for row in Deadline.objects.all()} == {"open"}
    assert engine.resync(AT + 2 * DAY) == 0
