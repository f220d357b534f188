"""What people do in a story with the parts of an assessment: they were begun for them, so a story
finds them by their discipline. The same actions that pages call."""

from cura.core.accounts.people import User
from cura.core.records import actions, registry
from cura.core.records.present import as_posted
from cura.core.records.sheet import Sheet
from placements.assessment.part_actions import GIVEN, ask, give
from placements.assessment.part_models import AssessmentPart
from residents.child.models import Child


def _part(child: Child, view: str) -> AssessmentPart:
    rows = AssessmentPart.objects.standing().filter(child=child, discipline=view, signed_at=None)
    return rows.latest("id")


def write(*, by, now, about, view, sign=False, says=(), **texts) -> AssessmentPart:
    """`says` holds pairs of kind and words; `sign` finishes it at once."""
    part = _part(about, view)
    type = registry.of(part)
    body = as_posted(type, part) | {name: [text] for name, text in texts.items()}
    held = part.statements.count()
    body |= {
        "statement-TOTAL_FORMS": [str(held + len(says))],
        "statement-INITIAL_FORMS": [str(held)],
    }
    for number, line in enumerate(part.statements.all()):
        body[f"statement-{number}-id"] = [str(line.pk)]
    for number, (kind, words) in enumerate(says, held):
        body |= {f"statement-{number}-kind": [kind], f"statement-{number}-words": [words]}
    sheet = Sheet.build(type, subject=about, user=by, now=now, data=body, instance=part)
    if not sheet.is_valid():
        raise ValueError(sheet.errors())
    part = actions.edit(sheet=sheet, type=type, by=by, version=part.version, now=now)
    if sign:
        part = actions.reach(record=part, moment="signed", by=by, now=now)
    return part


def asked(*, by, now, about, view, whom, how="mail", words="", asked_at=None):
    values = {"asked_at": asked_at or now, "whom": whom, "how": how, "words": words}
    return ask(record=_part(about, view), by=by, now=now, values=values)


def given(*, by, now, about, view, writer="", **values):
    """Who writes it, another day, or the day of a talk that is booked; the rest stays."""
    part = _part(about, view)
    kept = {name: getattr(part, name) for name in GIVEN} | values
    if writer:
        kept |= {"writer": User.objects.get(username=writer), "outsider": ""}
    if kept["outsider"]:
        kept["writer"] = None
    return give(record=part, by=by, now=now, values=kept)


VERBS = {"write part": write, "ask for part": asked, "give part": given}
