"""The papers of the practice guidance (seed 002), each by its name there, and who owes it."""

import pytest

from placements.papers.deadlines import RULES
from placements.papers.kinds import KINDS, usual

GUIDANCE = (
    "CLA Placement Plan", "CLA Care Plan", "CLA review notes",
    "Chronology of significant events relating to child’s accommodation",
    "Signs of Safety documents", "Pathway Plan", "Health Plan", "Support Plan",
    "Safety Plan / Risk Assessments", "Positive Handling Plan",
    "CSE Risk Assessment/Screening Tool",
    "Missing Plan", "Keyworker monthly reports for 3 months", "Any other relevant information",
)  # fmt: skip
THEIRS = {"CP-PLAN", "PL-PLAN", "HEALTH-IHA", "PEP-START", "PEP-REV1", "PATHWAY"}


@pytest.mark.parametrize("name", GUIDANCE)
def test_every_document_of_the_guidance_is_a_kind(name):
    assert [k for k in KINDS.values() if name in (k.name, k.title)], name


def test_three_months_of_reports_are_three_papers():
    assert KINDS["keyworker-report"].count == 3


def test_the_clocks_are_those_of_others():
    assert {rule.duty for rule in RULES} == THEIRS
    assert {rule.of_duty.owner for rule in RULES} == {"theirs"}


def test_a_pathway_plan_is_asked_for_from_sixteen(cast):
    day = cast.kai.born
    assert "pathway-plan" not in usual(day, day.replace(year=day.year + 15))
    assert "pathway-plan" in usual(day, day.replace(year=day.year + 16))
