"""Attaching a duty: what is refused, and what a rule says of itself."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from cura.core.deadlines import asking, holders, rules
from cura.core.deadlines.assess import Standards
from cura.core.deadlines.offsets import Hours
from cura.core.deadlines.rules import DeadlineRule
from tests.deadlines.conftest import declared

CODES = {*holders.LADDER, *holders.CODES}
SOME = DeadlineRule(duty="LADO", model="compliance.Defect")


@pytest.mark.parametrize(
    "own,words",
    [
        ((DeadlineRule(duty="R99-NEW", model="compliance.defect"),), "No duty R99-NEW"),
        ((SOME, DeadlineRule(duty="LADO", model="compliance.defect")), "Two rules LADO"),
        ((SOME, SOME), "Two rules LADO"),
        (
            (DeadlineRule(duty="LADO", model="compliance.defect", remind=SOME.escalate * 17),),
            "too many",
        ),
    ],
)
def test_a_wrong_declaration_is_refused_at_the_start(own, words):
    try:
        with pytest.raises(ImproperlyConfigured, match=words):
            rules.add_rules(*own)
    finally:
        rules.withdraw(*own)


def test_an_aspect_tells_two_rules_of_one_duty_apart():
    other = DeadlineRule(duty="LADO", aspect="again", model="compliance.defect", due=Hours(2))
    with declared(SOME, other):
        assert [rule.key for rule in rules.rules_of("compliance.defect")] == ["LADO", "LADO/again"]
        assert rules.find("compliance.defect", "LADO/again").interval == Hours(2)
    assert rules.rules_of("compliance.defect") == []


@pytest.mark.parametrize("rule", list(rules.all_rules()), ids=lambda r: f"{r.label} {r.key}")
def test_every_declared_rule_can_be_asked(rule, db):
    """Model, fields, title and permission are there: one row or a million, in these words."""
    assert len(rule.key) <= 40 and rule.permission
    assert list(asking.facts([rule], [])) == []
    assert not asking.differing(rule, Standards()).exists()
    assert {code for each in (*rule.remind, *rule.escalate) for code in each.to} <= CODES
