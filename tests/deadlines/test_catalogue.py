"""The 127 duties of the table and our own: all of them, and each with its ground."""

import pytest

from cura.core.deadlines import offsets
from cura.core.deadlines.duty import BASES, MARKS, OWNERS, all_duties, duty
from cura.core.deadlines.intervals import AREAS
from cura.core.deadlines.offsets import Before, Days, Hours, Months, OnDay, WorkingDays

# The ids of the domain's table of deadline rules, in its order.
IDS = (
    "R35-REC", "R35-USER", "R35-CHILD", "R40-DEATH", "R40-DBSREF", "R40-CSE", "R40-POLICE",
    "R40-ALLEG", "R40-CPE-START", "R40-CPE-END", "R40-OTHER", "R40-SYS24", "R40-WRITE",
    "R41-ADMIT", "R41-DISCH", "R44-VISIT", "R44-REPORT", "R44-RESP", "R44-LA", "R45-REVIEW",
    "R45-HMCI", "R45-PA", "R46-LOC", "R16-NOTIFY", "R16-REVIEW", "R16-WEB", "R7-GUIDE-EXPL",
    "R7-GUIDE-REV", "R22-EMERG", "R22-REVIEW", "R21-REVIEW", "R24-CONSENT", "R27-RM",
    "R28-L5", "R32-L3", "R32-SCHED2", "R33-PROB", "R33-APPR", "R33-SUP", "R33-SUP-PROB",
    "R33-INDUCT", "OFFENCE", "R48-PLAN", "R48-EMERG", "R48-RETURN", "R49-CHANGE", "R50-LIQ",
    "R51-DEATH", "R39-SUMM", "COMP-ACK", "COMP-RESP", "R36-RETAIN", "R36-RETAIN-D",
    "R36-CLOSE", "R37-RETAIN", "R14-REVREQ", "R5-CHALLENGE", "R34-REFER", "LADO",
    "REF-DECISION", "REF-CHASE", "ASSESS45", "ICPC15", "CORE10", "RCPC1", "RCPC2",
    "MISS-POLICE", "MISS-PA", "MISS-SAFEWELL", "MISS-RHI", "MISS-PLAN", "MISS-PATTERN",
    "CP-PLAN", "PL-PLAN", "PL-PLAN18", "SW-VISIT1", "SW-VISIT6", "SW-VISIT-Y2", "LAC-REV1",
    "LAC-REV2", "LAC-REV3", "LAC-REPORT", "HEALTH-IHA", "HEALTH-U5", "HEALTH-5UP",
    "HEALTH-GP", "HEALTH-DENT", "SDQ", "PEP-START", "PEP-REV1", "PEP-TERM", "EDU-PLACE",
    "EDU-EXCL", "EHCP-ANN", "PATHWAY", "SHORT-VISIT", "SHORT-REV", "MED-CHART", "MED-COUNT",
    "MED-AUDIT", "MED-ERROR", "MED-CDDISC", "MED-FRIDGE", "MED-SELF", "DBS-UPD", "RTW-EXP",
    "TRAIN-COURSE", "RESTRAINT-TRAIN", "FIRE-WEEK", "FIRE-DRILL", "FIRE-NEW", "EM-LIGHT",
    "FRA", "GAS", "EICR", "WATER", "LEGIONELLA", "VEHICLE", "FIRSTAID", "RIDDOR-7",
    "RIDDOR-SPEC", "SAR", "SAR-EXT", "BREACH", "BREACH-SUBJ", "ANNEX-A", "INSP-REQ",
)  # fmt: skip
# What the home has promised itself, beside the table.
OWN = {
    "PHASE-NEXT", "AFTER-CALL", "NIGHT-PLACE", "ARRIVAL-LOOK", "NOTICE-END", "DAY1-REPORT",
    "AIM-ENTRY", "PLAN-EVENT", "PLAN-MONTH", "LAC-REV-HERE", "ASSESS-DRAFT", "ASSESS-ASKED",
    "ASSESS-MEET", "ASSESS-REPORT", "ASSESS-28",
}  # fmt: skip
DUTIES = list(all_duties())


def test_all_of_the_table_and_nothing_else():
    assert len(IDS) == len(set(IDS)) == 127
    assert sorted(each.key for each in DUTIES) == sorted({*IDS, *OWN})
    assert {each.basis for each in DUTIES if each.key in OWN} == {"policy"}


@pytest.mark.parametrize("each", DUTIES, ids=lambda d: d.key)
def test_each_says_what_when_who_and_on_what_ground(each):
    for name in ("title", "trigger", "done", "role", "cite"):
        assert getattr(each, name).strip(), name
    assert each.basis in BASES and each.mark in MARKS and each.owner in OWNERS
    assert each.to_be_checked == (each.mark in ("M", "M?"))
    assert each.area in AREAS
    assert len(each.key) <= 32 and len(each.title) <= 100


@pytest.mark.parametrize("each", DUTIES, ids=lambda d: d.key)
def test_each_says_how_long_or_why_nobody_can(each):
    if each.interval is None:
        assert each.note and each.settable
    else:
        assert offsets.read(each.interval.words) == each.interval


@pytest.mark.parametrize("each", DUTIES, ids=lambda d: d.key)
def test_the_law_is_not_a_setting_and_a_target_is_not_the_law(each):
    """What a home may set is its policy, or stands where the law gives no number."""
    assert each.settable == (each.basis == "policy" or each.offset is None)
    assert not (each.offset and each.target)
    if each.at_once and each.basis == "law":
        assert each.offset is None


@pytest.mark.parametrize(
    "key,interval,basis,owner",
    [
        ("R35-REC", Hours(24), "law", "ours"),
        ("R35-USER", Hours(48), "law", "ours"),
        ("R35-CHILD", Hours(120), "law", "ours"),
        ("R40-CSE", Hours(24), "law", "ours"),
        ("R41-ADMIT", WorkingDays(1), "law", "ours"),
        ("R44-REPORT", WorkingDays(10), "policy", "ours"),
        ("R48-PLAN", Before(Months(1)), "law", "ours"),
        ("COMP-RESP", WorkingDays(10), "policy", "ours"),
        ("LADO", WorkingDays(1), "guidance", "ours"),
        ("MISS-RHI", Hours(72), "guidance", "theirs"),
        ("SW-VISIT1", Days(7), "law", "theirs"),
        ("SAR", Months(1, roll=True), "law", "ours"),
        ("INSP-REQ", OnDay(), "law", "ours"),
        ("FIRE-WEEK", Days(7), "policy", "ours"),
        ("WATER", Months(1), "guidance", "ours"),
    ],
)
def test_some_as_the_table_has_them(key, interval, basis, owner):
    each = duty(key)
    assert (each.interval, each.basis, each.owner) == (interval, basis, owner)


def test_where_the_law_gives_no_number_ours_is_only_a_target():
    """CHR reg. 40 says without delay; the 24 hours are not law."""
    each = duty("R40-ALLEG")
    assert each.at_once and each.offset is None and each.target == Hours(24)
    assert not duty("R35-REC").settable and each.settable


def test_nobody_invents_a_duty():
    with pytest.raises(KeyError):
        duty("R99-NEW")
