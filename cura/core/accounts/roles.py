"""Roles as data. The code is what rows hold: it is never renamed, only retired."""

from dataclasses import dataclass, field
from datetime import timedelta

from cura.core.permissions import Permission as P


@dataclass(frozen=True, kw_only=True)
class Role:
    """A kind of job: what it may do at a home, and how strictly it signs in."""

    code: str
    name: str
    grants: frozenset = field(default_factory=frozenset)
    second_factor: bool = False  # required outside demonstration mode
    outside: bool = False  # not of the home: pages of the house are not shown
    at: str = "home"  # "home": a membership; "child": a grant for one child
    # How long after the end she may finish what she has begun to write (`finishing.py`).
    finish: timedelta = timedelta(0)


_CARE = frozenset(
    {
        P.HOME_READ,
        P.CHILD_READ,
        P.DAILY_READ,
        P.DAILY_WRITE,
        P.DIARY_READ,
        P.DIARY_WRITE,
        P.KEYWORK_READ,
        P.KEYWORK_WRITE,
        P.HEALTH_READ,
        P.HEALTH_WRITE,
        P.MEDICINE_READ,
        P.MEDICINE_GIVE,
        P.EDUCATION_READ,
        P.PLAN_READ,
        P.SAFEGUARDING_READ,
        P.SAFEGUARDING_WRITE,
        P.PREMISES_READ,
        P.PREMISES_WRITE,
        P.ROTA_READ,
        P.STAFF_READ,
        P.RECORD_SIGN,
    }
)
_KEY = _CARE | {P.CHILD_WRITE, P.CHILD_PRIVATE, P.PLAN_WRITE, P.REPORT_READ, P.REPORT_WRITE}
# The phone at night is answered by whoever leads the shift.
_LEAD = _KEY | {P.EDUCATION_WRITE, P.PLACEMENT_READ, P.PLACEMENT_WRITE}
_MANAGER = (
    _LEAD
    | {P.RECORD_REVIEW, P.ROTA_WRITE, P.STAFF_PRIVATE, P.ALLEGATION_READ, P.HEALTH_PRIVATE}
    | {P.PEOPLE_MANAGE, P.HOME_MANAGE, P.AUDIT_READ, P.EXPORT, P.MONEY_READ}
)
_OVERSIGHT = frozenset(p for p in P if p.value.endswith("_read")) | {
    P.CHILD_PRIVATE,
    P.STAFF_PRIVATE,
    P.HEALTH_PRIVATE,
    P.RECORD_SIGN,
    P.RECORD_REVIEW,
    P.EXPORT,
}

ROLES = (
    Role(code="care", name="Care worker", grants=_CARE),
    Role(code="key", name="Key worker", grants=_KEY),
    Role(code="lead", name="Shift lead", grants=_LEAD),
    Role(code="deputy", name="Deputy manager", grants=_MANAGER, second_factor=True),
    Role(code="manager", name="Registered manager", grants=_MANAGER, second_factor=True),
    Role(code="ri", name="Responsible individual", grants=_OVERSIGHT, second_factor=True),
    Role(code="director", name="Director of care", grants=_OVERSIGHT, second_factor=True),
    Role(
        code="compliance",
        name="Compliance officer",
        grants=_OVERSIGHT - {P.MONEY_READ, P.ALLEGATION_READ, P.CHILD_PRIVATE, P.HEALTH_PRIVATE},
        second_factor=True,
    ),
    Role(
        code="training",
        name="Head of training",
        grants=frozenset({P.HOME_READ, P.STAFF_READ, P.ROTA_READ}),
        second_factor=True,
    ),
    Role(
        code="education",
        name="Education liaison",
        grants=frozenset(
            {P.HOME_READ, P.CHILD_READ, P.DIARY_READ, P.DIARY_WRITE, P.EDUCATION_READ}
            | {P.EDUCATION_WRITE, P.PLAN_READ, P.RECORD_SIGN, P.STAFF_READ}
        ),
    ),
    Role(
        code="therapist",
        name="Therapist",
        grants=frozenset(
            {P.HOME_READ, P.CHILD_READ, P.CHILD_PRIVATE, P.DAILY_READ, P.DIARY_READ}
            | {P.KEYWORK_READ, P.HEALTH_READ, P.PLAN_READ, P.PLAN_WRITE}
            | {P.SAFEGUARDING_READ, P.RECORD_SIGN, P.STAFF_READ}
        ),
    ),
    Role(
        code="admin",
        name="Administrator",
        grants=frozenset(
            {P.HOME_READ, P.STAFF_READ, P.ROTA_READ, P.PREMISES_READ, P.PEOPLE_MANAGE}
            | {P.HOME_MANAGE, P.MONEY_READ}
        ),
        second_factor=True,
    ),
    Role(
        code="agency",
        name="Agency worker",
        grants=_CARE - {P.STAFF_READ},
        finish=timedelta(hours=12),
    ),
    Role(
        code="inspector",
        name="Inspector",
        grants=frozenset(p for p in P if p.value.endswith("_read"))
        - {P.MONEY_READ, P.AUDIT_READ, P.ALLEGATION_READ},
        outside=True,
    ),
    Role(
        code="independent",
        name="Independent person",
        grants=frozenset({P.HOME_READ, P.PREMISES_READ}),
        outside=True,
    ),
    Role(
        code="social_worker",
        name="Social worker",
        grants=frozenset(
            {P.CHILD_READ, P.DAILY_READ, P.DIARY_READ, P.KEYWORK_READ, P.HEALTH_READ}
            | {P.EDUCATION_READ, P.PLAN_READ, P.REPORT_READ, P.SAFEGUARDING_READ}
        ),
        outside=True,
        at="child",
    ),
    Role(
        code="iro",
        name="Independent reviewing officer",
        grants=frozenset({P.CHILD_READ, P.DIARY_READ, P.PLAN_READ, P.REPORT_READ}),
        outside=True,
        at="child",
    ),
    Role(
        code="parent",
        name="Parent",
        grants=frozenset({P.DIARY_READ}),
        outside=True,
        at="child",
    ),
)
_BY_CODE = {role.code: role for role in ROLES}
HOME_CHOICES = tuple((r.code, r.name) for r in ROLES if r.at == "home")
CHILD_CHOICES = tuple((r.code, r.name) for r in ROLES if r.at == "child")


def role(code: str) -> Role:
    """The role with this code. KeyError when there is none: a code is never typed by a person."""
    return _BY_CODE[code]
