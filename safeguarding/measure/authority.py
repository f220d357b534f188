"""Who may talk for the registered person, and who may sign that a record is accurate.

CHR 2015 reg. 35(3)(b) and (c): the registered person or somebody whom she has authorised. Good
practice, and our reading of "accurate": not one who used it, was there, or wrote it. That holds
for whatever a version said before: nobody is let in by a change of the lines, or by a new record.
"""

from datetime import datetime

from cura.core.accounts.people import User
from cura.core.records.versions import edited_by
from safeguarding.measure.models import Measure, UserTalk
from staffing.authorised.models import Authorised
from staffing.authorised.reading import may_act

NOT_AUTHORISED = (
    "The registered manager does this, or somebody who stands in the register of authorised "
    "persons today. If the manager was part of it, the responsible individual writes there who may."
)
USED_IT = "You were part of this yourself. Somebody else talks with everyone and signs."
WAS_THERE = "You were there. Somebody who was not there talks with everyone and signs."
WROTE_IT = "You wrote this. Somebody else signs that it is accurate."


def not_authorised(*, record: Measure, by, now: datetime) -> str:
    allowed = may_act(by, record.home, Authorised.Task.REG35, now)
    return "" if allowed else NOT_AUTHORISED


def not_apart(*, record: Measure, by, now: datetime) -> str:
    """Why she may not talk with the users and sign, or ""."""
    if refused := not_authorised(record=record, by=by, now=now):
        return refused
    versions = record.lineage()
    if any(by.pk in each.used_by() for each in versions):
        return USED_IT
    if any(by.pk in each.seen_by() for each in versions):
        return WAS_THERE
    return WROTE_IT if _wrote(versions, by) else ""


def _wrote(versions: list[Measure], by) -> bool:
    """Any of it: the first text or one that put it right, or a change while it was open."""
    if any(by.pk in (each.author_id, each.signed_by_id) for each in versions):
        return True
    return edited_by(versions, by)


def not_all_talked_with(*, record: Measure, by, now: datetime) -> str:
    """Why she may not sign yet: herself, or somebody has not been talked with."""
    if refused := not_apart(record=record, by=by, now=now):
        return refused
    names = [person.name for person in to_talk_with(record)]
    return f"First talk with {' and '.join(names)}, and write it." if names else ""


def to_talk_with(record: Measure) -> list[User]:
    """Those who used it and with whom nobody has talked yet, by name."""
    talked = UserTalk.objects.filter(object_id__in=record.versions()).values("person")
    waiting = User.objects.filter(pk__in=record.used_by()).exclude(pk__in=talked)
    return list(waiting.order_by("name"))
