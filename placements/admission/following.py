"""What stands in her file from the first minute, because it was asked at the door."""

from datetime import timedelta

from django.core.exceptions import ValidationError

from cura.core.records import actions
from cura.core.records.sheet import Sheet
from cura.lib import london
from placements.admission.consent import NO_REMEDIES, decides
from placements.admission.models import Admission, Known
from residents.alerts.models import Alert
from residents.alerts.record import alert
from residents.child.models import Child
from residents.decisions.models import Decision
from residents.decisions.record import decision
from residents.mustread.models import MustRead
from residents.mustread.record import must_read

LOOK_AGAIN = timedelta(days=7)
READ_BY = timedelta(hours=14)  # the next shift has begun by then
WORDS = Alert._meta.get_field("words").max_length
Tone, Icon = Alert.Tone, Alert.Icon

# question, answer -> how it begins, how urgent, which picture
ALERTS = {
    ("danger", Known.YES): ("Danger", Tone.DANGER, Icon.SAFE),
    ("danger", Known.UNKNOWN): ("Nobody could say whether there is danger", Tone.CARE, Icon.SAFE),
    ("allergies", Known.YES): ("Allergy", Tone.DANGER, Icon.ALLERGY),
    ("allergies", Known.UNKNOWN): ("Allergies not known: ask first", Tone.CARE, Icon.ALLERGY),
    ("hidden", Known.YES): ("Must not know the address", Tone.DANGER, Icon.PERSON),
}  # fmt: skip
UNLABELLED = "Medicine without a label: it is not given. Ask 111 or the pharmacist."


def write_down(*, admission: Admission, child: Child, by, now) -> None:
    """Alerts, who decides, and what the next shift has to read."""
    for data in alerts(admission, now):
        _make(alert, child, data, by, now)
    _make(decision, child, _no_remedies(admission, now), by, now)
    _make(must_read, child.home, _for_the_next_shift(admission, child, now), by, now)


def alerts(admission: Admission, now) -> list[dict]:
    """The alerts that these answers make, as their own page would post them."""
    found = []
    for name, _ in Admission.ASKED:
        begins = ALERTS.get((name, getattr(admission, name)))
        if begins:
            found.append(_alert(admission, now, getattr(admission, f"{name}_words"), *begins))
    if admission.unlabelled:
        why = admission.medicines_words
        found.append(_alert(admission, now, why, UNLABELLED, Tone.CARE, Icon.MEDICINE))
    return found


def _alert(admission: Admission, now, words: str, begins: str, tone, icon) -> dict:
    short = f"{begins}: {words}" if words and len(begins) < WORDS // 2 else begins
    return {
        "words": short if len(short) <= WORDS else f"{short[: WORDS - 1]}…",
        "tone": tone,
        "icon": icon,
        "why": f"{words or begins}\n\nTold before the door: {admission.legal_from or 'by phone'}.",
        "review_on": london.local_date(now + LOOK_AGAIN),
        "happened_at": _typed(now),
    }


def _no_remedies(admission: Admission, now) -> dict:
    return {
        "question": Decision.Question.HOME_REMEDIES,
        "who": decides(admission.legal_status),
        "limits": NO_REMEDIES,
        "since": london.local_date(admission.came_at),
        "evidence": f"What was known at the door. To ring: {admission.consent_from}"[:200],
        "happened_at": _typed(now),
    }


def _for_the_next_shift(admission: Admission, child: Child, now) -> dict:
    return {
        "words": f"{child.name} lives here since {london.words(admission.came_at)}. Read the "
        "alerts and who decides, before you meet.",
        "child": child.pk,
        "for_whom": MustRead.For.SHIFT,
        "by_when": _typed(now + READ_BY),
        "happened_at": _typed(now),
    }


def _typed(moment) -> str:
    return london.local(moment).strftime("%Y-%m-%dT%H:%M")


def _make(type, subject, data: dict, by, now):
    """Through its own sheet, so that it is whole like any other."""
    sheet = Sheet.build(type, subject=subject, user=by, data=data, now=now)
    if not sheet.is_valid():
        raise ValidationError([f"{type.one}: {words}" for _, words in sheet.errors()])
    return actions.create(sheet=sheet, type=type, subject=subject, by=by, now=now)
