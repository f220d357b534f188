"""The only writers of answers: maybe, yes, no, taken back, never came; and of what was marked."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from cura.core.attachments.actions import stay
from cura.core.audit import log
from cura.core.records import actions, registry, snapshot
from placements.needs.needs import needs
from placements.referral.models import Referral, ReferralNeed

Answer = Referral.Answer
TAKEN = "Somebody else is to have this room. Choose another one."
NOT_PLANNED = {"planned_arrival": None, "bed": None}
NO_REASON = {"reason": "", "reason_words": ""}


@transaction.atomic
def say_no(*, record: Referral, reason: str, words: str = "", by, now: datetime) -> Referral:
    """Two taps: no, and why. A second press finds the first answer."""
    held = _held(record, by)
    if held.answer == Answer.NO and held.reason == reason:
        return held
    _must_be(held, "", Answer.MAYBE, Answer.YES)
    values = {"answer": Answer.NO, "reason": reason, "reason_words": words, **NOT_PLANNED}
    return _answer(held, values, by, now)


@transaction.atomic
def say_maybe(*, record: Referral, by, now: datetime) -> Referral:
    held = _held(record, by)
    if held.answer == Answer.MAYBE:
        return held
    _must_be(held, "")
    return _answer(held, {"answer": Answer.MAYBE}, by, now)


@transaction.atomic
def say_yes(*, record: Referral, planned_arrival, bed, by, now: datetime) -> Referral:
    """Yes, and the room and the hour: again, when either changes. A room that another child waits
    for is refused, here in words and in the database."""
    held = _held(record, by)
    _must_be(held, "", Answer.MAYBE, Answer.YES)
    if bed and bed.home_id != held.home_id:
        raise ValidationError({"bed": "This room is in another house."})
    waiting = Referral.objects.waiting().filter(bed=bed).exclude(pk=held.pk)
    if bed and waiting.exists():
        raise ValidationError({"bed": TAKEN})
    values = {"answer": Answer.YES, "planned_arrival": planned_arrival, "bed": bed}
    try:
        with transaction.atomic():
            return _answer(held, values, by, now)
    except IntegrityError:
        raise ValidationError({"bed": TAKEN})


@transaction.atomic
def withdraw(*, record: Referral, by, now: datetime) -> Referral:
    """The council took it back, before or after our yes."""
    held = _held(record, by)
    _must_be(held, "", Answer.MAYBE, Answer.YES)
    return _answer(held, {"answer": Answer.WITHDRAWN, **NOT_PLANNED}, by, now)


@transaction.atomic
def never_came(*, record: Referral, by, now: datetime) -> Referral:
    """We said yes, and she lives somewhere else: a stay of no nights. Nothing is owed for it."""
    held = _held(record, by)
    _must_be(held, Answer.YES)
    return _answer(held, {"answer": Answer.NEVER_CAME, **NOT_PLANNED}, by, now)


@transaction.atomic
def open_again(*, record: Referral, by, now: datetime) -> Referral:
    """Answered by mistake, or they ask again: while the words are there."""
    held = _held(record, by)
    _must_be(held, *Referral.GONE)
    emptied = {"answered_at": None, "answered_by": None}
    values = {"answer": "", **NO_REASON, **emptied}
    return _write(held, values, "referral.opened_again", by, now)


@transaction.atomic
def came(*, record: Referral, child, by, now: datetime) -> Referral:
    """She lives here now: for the admission alone. Words and files stay from now on."""
    held = _held(record, by)
    _must_be(held, "", Answer.MAYBE, Answer.YES)
    stay(record=held, now=now)
    values = {"answer": Answer.YES, "child": child, "answered_at": now, "answered_by": by}
    if held.answer == Answer.YES:
        values |= {"answered_at": held.answered_at, "answered_by": held.answered_by}
    return _write(held, values, "referral.came", by, now)


@transaction.atomic
def take(*, record: Referral, need: str, said: str, by, now: datetime) -> Referral:
    """What the words point at is so: a line of the record. Taking it twice makes one."""
    held = _held(record, by)
    _known(need)
    line, new = ReferralNeed.objects.get_or_create(
        referral=held, need=need, defaults={"said": said[:300]}
    )
    if not new:
        return held
    left = [code for code in held.left if code != need]
    return _write(held, {"left": left}, "referral.need_taken", by, now)


@transaction.atomic
def leave(*, record: Referral, need: str, by, now: datetime) -> Referral:
    """What the words point at is not so, or does not matter. It is not offered again."""
    held = _held(record, by)
    _known(need)
    ReferralNeed.objects.filter(referral=held, need=need).delete()
    return _write(held, {"left": [*{*held.left, need}]}, "referral.need_left", by, now)


def _known(need: str) -> None:
    if need not in needs():
        raise ValidationError("There is no such line in the list of needs.")


def _held(record: Referral, by) -> Referral:
    held = actions.lock(record)
    actions.require(by, Referral.write, held)
    actions.must_stand(held)
    return held


def _must_be(held: Referral, *answers: str) -> None:
    if held.child_id:
        raise ValidationError("She lives here already.", code="came")
    if held.answer not in answers:
        said = held.get_answer_display() or "not answered"
        raise ValidationError(f"This is answered: {said}.", code="answered")


def _answer(held: Referral, values: dict, by, now: datetime) -> Referral:
    values = NO_REASON | values | {"answered_at": now, "answered_by": by}
    return _write(held, values, f"referral.{values['answer']}", by, now)


def _write(held: Referral, values: dict, action: str, by, now: datetime) -> Referral:
    for name, value in values.items():
        setattr(held, name, value)
    held.version += 1
    held.save()
    type = registry.of(held)
    log.wrote(held, action, by=by, now=now, snapshot=snapshot.whole(held, type))
    return held
