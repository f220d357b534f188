"""The only writers of records. Each is atomic, takes `by=` (who), `now=` (when), and audits last.

Order inside: lock, permission, state, write, deadlines, outbox and audit. Nothing slow in here.
"""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, models, transaction

from cura.core.accounts.actions import carry_exclusions
from cura.core.audit import log
from cura.core.deadlines.engine import sync
from cura.core.permissions import Permission as P
from cura.core.records import registry, snapshot
from cura.core.records.beside import Amendment, Remark
from cura.core.records.sheet import Sheet
from cura.core.records.short_lived import told
from cura.core.records.types import Moment, Part, RecordType

STALE = "Somebody else has changed this while you were writing. Both texts are shown below."


def may(by, permission: str, record: models.Model, now=None) -> bool:
    """Whether she may do this to this record, now."""
    return record.open_to(by, permission, now)


def require(by, permission: str, record: models.Model) -> None:
    if not may(by, permission, record):
        raise PermissionDenied(P(permission).words)


def lock(record: models.Model, version: int | None = None) -> models.Model:
    """The row as it is now, held until the commit. Says "stale" when it is not the one you read."""
    held = type(record)._base_manager.select_for_update().get(pk=record.pk)
    if version is not None and held.version != version:
        raise ValidationError(STALE, code="stale")
    return held


def must_stand(record: models.Model) -> None:
    """Nothing more is written in what was set aside."""
    if record.void_at:
        raise ValidationError("This was set aside. It stays as it is.", code="void")
    if record.forgotten_at:
        raise ValidationError("Its words have been deleted. It stays as it is.", code="forgotten")


def open_for_change(record: models.Model, type: RecordType) -> None:
    """Refuse kindly what the guard in the database would refuse with an error."""
    must_stand(record)
    if type.first and getattr(record, type.first.at):
        raise ValidationError(
            f"This is {type.first.done.lower()} and stays as it is. You can add words to it, or "
            "replace it if a fact is wrong.",
            code="frozen",
        )


@transaction.atomic
def create(
    *,
    sheet: Sheet,
    type: RecordType,
    subject: models.Model,
    by,
    submission: UUID | None = None,
    replaces: models.Model | None = None,
    now: datetime,
) -> models.Model:
    """Make a record from a valid sheet. `submission` makes a second press of the button find the
    first; `replaces` sets the old record aside in the same breath."""
    # Asked first only where an old record is set aside, which happens once. Else the constraint
    # says it below: the many who press once do not pay for the few who press twice.
    if replaces and submission and (first := submitted(type, by, submission)):
        return first
    record = sheet.form.instance
    record.author, record.created_at, record.submission = by, now, submission
    if not record.happened_at:
        record.happened_at = now
    if replaces:
        why, chain = "Replaced: a fact was wrong.", log.chain_of(record.home_id)
        record.replaces = _set_aside(replaces, type, by, now, why, chain)
    if first := _save(sheet, type, by, submission):
        return first
    require(by, type.model.write, record)
    if replaces:
        carry_exclusions(old=replaces, new=record, by=by, now=now, chain=chain)
    if type.after:
        type.after(record=record, by=by, now=now)
    sync(record, now)
    log.wrote(
        record, "record.created", by=by, now=now, snapshot=snapshot.whole(record, type),
        replaces=str(replaces.pk) if replaces else None,
    )  # fmt: skip
    return record


def _save(sheet: Sheet, type: RecordType, by, submission: UUID | None) -> models.Model | None:
    """Save a new record. Returns the one there is already, when a second press of one button came
    while the first was being saved."""
    record = sheet.form.instance
    try:
        with transaction.atomic():
            _only_one(record)
            sheet.save()
    except IntegrityError:
        if submission and (first := submitted(type, by, submission)):
            return first
        _only_one(record)  # or a colleague's: said in words
        raise
    return None


def _only_one(record) -> None:
    """What there may be one of (a report a month): asked here, for a form does not know under whom
    it hangs, nor that what it replaces was set aside a moment ago."""
    for model, constraints in record.get_constraints():
        for constraint in constraints:
            if isinstance(constraint, models.UniqueConstraint):
                constraint.validate(model, record)


def submitted(type: RecordType, by, submission: UUID) -> models.Model | None:
    return type.model._base_manager.filter(author=by, submission=submission).first()


@transaction.atomic
def edit(*, sheet: Sheet, type: RecordType, by, version: int, now: datetime):
    """Change an open record. Raises ValidationError "stale" when somebody was quicker."""
    record = sheet.form.instance
    held = lock(record, version)
    require(by, type.model.write, held)
    open_for_change(held, type)
    record.version = held.version + 1
    changed = sheet.changed()
    before = told(held, changed)
    _only_one(record)
    sheet.save()
    if type.after:
        type.after(record=record, by=by, now=now)
    sync(record, now)
    log.wrote(
        record, "record.edited", by=by, now=now, before=before,
        after=told(record, changed),
        snapshot=snapshot.whole(record, type),
    )  # fmt: skip
    return record


@transaction.atomic
def reach(*, record: models.Model, moment: str, by, values: dict | None = None, now: datetime):
    """Reach a moment (sign, take over, come back): its columns are written and frozen."""
    type = registry.of(record)
    step = type.moment(moment)
    held = lock(record)
    require(by, step.permission, held)
    _in_order(held, type, step, by)
    not_refused(held, step, by, now)
    for name, value in (values or {}).items():
        setattr(held, name, value)
    setattr(held, step.at, now)
    setattr(held, step.by, by)
    _judge(held, written={*type.owned(step), *(values or ())})
    held.save()
    if step.then:
        step.then(record=held, by=by, now=now)
    sync(held, now)
    log.wrote(
        held, f"record.{step.key}", by=by, now=now, snapshot=snapshot.of_moment(held, type, step)
    )
    return held


def _judge(held, written: set[str]) -> None:
    """`full_clean`, but no column is looked at alone that stands in the database as it is."""
    held.clean_fields(exclude={f.name for f in held._meta.fields} - written)
    held.clean()
    held.validate_constraints(exclude={"home", "author"})


def _in_order(held, type: RecordType, step: Moment, by) -> None:
    must_stand(held)
    if getattr(held, step.at):
        raise ValidationError("This has been done already.", code="done")
    if step.after and not getattr(held, type.moment(step.after).at):
        raise ValidationError(f"First: {type.moment(step.after).title.lower()}.", code="too-early")
    for key in step.not_by:
        who = held.author_id if key == "author" else getattr(held, f"{key}_by_id")
        if who == by.pk:
            raise ValidationError("This needs somebody else than you.", code="not-you")


def not_refused(record, step, by, now: datetime) -> None:
    """What a moment or a step asks of a person beyond the permission, in its own words."""
    if step.refuse and (why := step.refuse(record=record, by=by, now=now)):
        raise ValidationError(why, code="not-you")


@transaction.atomic
def amend(
    *, record, field: str, words: str, reason: str, by, row_id: UUID | None = None, now: datetime
):
    """Add words to one field of a signed record. The old words stay, and so does every fact."""
    type = registry.of(record)
    held = lock(record)
    require(by, type.model.write, held)
    must_stand(held)
    if not (type.first and getattr(held, type.first.at)):
        raise ValidationError("This is still open: change it itself.", code="open")
    amendment = Amendment(
        **_beside(held), row_id=row_id, field=field, words=words, reason=reason, by=by,
        at=now,
    )  # fmt: skip
    return _add_beside(amendment, "record.amended", by, now)


@transaction.atomic
def ask_for_more(*, record, words: str, by, now: datetime) -> Remark:
    """Return a record to its author with what is missing. It changes nothing in the record."""
    held = lock(record)
    require(by, P.RECORD_REVIEW, held)
    remark = Remark(**_beside(held), words=words, by=by, at=now)
    return _add_beside(remark, "record.returned", by, now)


def _beside(record) -> dict:
    return {
        "label": record._meta.label_lower,
        "object_id": record.pk,
        "home_id": record.home_id,
        "child_id": getattr(record, "child_id", None),
    }


def _add_beside(row, action: str, by, now):
    row.save(force_insert=True)
    log.outbox(_beside_target(row), row.at)
    log.wrote(row, action, by=by, now=now, snapshot={"columns": snapshot.columns(row)})
    return row


def _beside_target(row) -> dict:
    return {k: getattr(row, k) for k in ("label", "object_id", "home_id", "child_id")}


@transaction.atomic
def void(*, record, reason: str, by, now: datetime):
    """Set a record aside because it should not be there (wrong child, written twice)."""
    type = registry.of(record)
    if not (record.author_id == by.pk or may(by, P.RECORD_REVIEW, record)):
        raise PermissionDenied("Only the author or a manager may set a record aside.")
    return _set_aside(record, type, by, now, reason)


def _set_aside(record, type: RecordType, by, now: datetime, reason: str, chain: str | None = None):
    """`chain` is that of the new record, which may be in another home: one for a transaction."""
    held = lock(record)
    require(by, type.model.write, held)
    if held.void_at:
        raise ValidationError("This was set aside already.", code="void")
    held.void_at, held.void_by, held.void_reason = now, by, reason
    held.save()
    sync(held, now)
    log.wrote(
        held, "record.void", by=by, now=now, chain=chain,
        snapshot={"columns": snapshot.columns(held, VOID)},
    )  # fmt: skip
    return held


VOID = ("void_at", "void_by", "void_reason")


@transaction.atomic
def write_part(*, record, part: Part, values: dict, by, version: int | None = None, now: datetime):
    """Fill the section that fewer people may see. `version` is that of the text which the writer
    had before her, 0 for none. Raises ValidationError "stale" when somebody was quicker."""
    held = lock(record)
    require(by, part.model.write, held)
    must_stand(held)
    row = part.model._base_manager.select_for_update().filter(record=held).first()
    if version not in (None, row.version if row else 0):
        raise ValidationError(STALE, code="stale")
    row = row or part.model(record=held, created_at=now, version=0)
    row.author, row.version = by, row.version + 1
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
    sync(held, now)
    log.outbox(log.target(held), now)
    body = {"snapshot": {"columns": snapshot.columns(row)}}
    where = log.target(held) | {"label": row._meta.label_lower, "object_id": row.pk}
    log.append(
        chain=log.chain_of(held.home_id), actor=by, action="part.written", now=now, body=body,
        **where,
    )  # fmt: skip
    return row
