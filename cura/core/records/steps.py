"""Everything that may be done to a record after it was saved, in one shape."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import models
from django.urls import reverse

from cura.core.deadlines.engine import sync
from cura.core.notices.actions import notify
from cura.core.permissions import Permission as P
from cura.core.records import actions, printed
from cura.core.records.beside import Remark
from cura.core.records.forms import RecordForm
from cura.core.records.step_forms import AmendForm, ReturnForm, VoidForm
from cura.core.records.types import Moment, Part, RecordType


@dataclass(frozen=True, kw_only=True)
class Act:
    """A step made ready for the view: how its form is built and what it does."""

    key: str
    title: str
    permission: str
    do: Callable
    build: Callable | None = None  # (data, record, user) -> form
    when: Callable[[models.Model], bool] = lambda record: True
    version: Callable[[models.Model], int] | None = None  # of the text that this writes over
    tone: str = ""
    proof: str = "session"
    whole: bool = True
    done: str = ""
    refuse: Callable[..., str] | None = None

    @property
    def form(self):
        return self.build


def of(type: RecordType) -> list[Act]:
    """All acts of a kind, in the order in which a page offers them."""
    return [
        *(_moment(type, moment) for moment in type.moments),
        *(_own(step) for step in type.steps),
        *(_part(part) for part in type.parts),
        *([_amend(type)] if type.first else []),
        _return(),
        _void(type),
    ]


def find(type: RecordType, key: str) -> Act | None:
    return next((act for act in of(type) if act.key == key), None)


def offered(type: RecordType, record, user, now) -> list[dict]:
    """What this person may do to this record now, the most likely first."""
    allowed: dict[str, bool] = {}
    refused: dict[Callable | None, str] = {None: ""}
    found = []
    for act in of(type):
        if not act.when(record):
            continue
        if act.permission not in allowed:
            allowed[act.permission] = actions.may(user, act.permission, record)
        if act.refuse not in refused:
            refused[act.refuse] = act.refuse(record=record, by=user, now=now)
        if allowed[act.permission] and not refused[act.refuse]:
            url = reverse(type.url("step"), args=[record.pk, act.key])
            found.append({"title": act.title, "url": url, "tone": act.tone, "primary": False})
    if found and type.moments and found[0]["title"] in {m.title for m in type.moments}:
        found[0]["primary"] = True
    return found


def links(type: RecordType, record, user) -> dict[str, str]:
    """Addresses of the pages beside a record: change, replace, history, print."""
    args = [record.pk]
    found = {
        "history_url": reverse(type.url("history"), args=args),
        # One link for one paper: a whole document of its own is the print.
        "print_url": "" if printed.whole(type) else reverse(type.url("print"), args=args),
        "kept_from_url": _kept_from(record, user),
        "edit_url": "",
        "replace_url": "",
        "documents": [
            {"title": d.title, "url": f"{reverse(type.url('print'), args=args)}?as={d.key}"}
            for d in type.documents
            if actions.may(user, d.permission, record)
        ],
    }
    if not _standing(record) or not actions.may(user, type.model.write, record):
        return found
    if type.first and getattr(record, type.first.at):
        new = reverse(type.url("new"), args=[record.subject.pk])
        found["replace_url"] = f"{new}?replaces={record.pk}"
    else:
        found["edit_url"] = reverse(type.url("edit"), args=args)
    return found


def refusal(act: Act, record) -> str:
    """Why this is not offered now: it was done already, or the record was set aside meanwhile."""
    if act.when(record):
        return ""
    if record.void_at:
        return "This was set aside. It stays as it is."
    if record.forgotten_at:
        return "Its words have been deleted. It stays as it is."
    return "This has been done already, or cannot be done now. The page shows how it stands."


def _kept_from(record, user) -> str:
    """Offered to all who may decide it: it does not say whether anybody is kept from it."""
    if not actions.may(user, P.RECORD_REVIEW, record):
        return ""
    return reverse("kept-from", args=[record._meta.label_lower, record.pk])


def errors(form, proof) -> list[tuple[str, str]]:
    found = []
    for each in (form, proof):
        if each is not None and each.is_bound:
            for name, messages in each.errors.items():
                at = each[name].id_for_label if name in each.fields else ""
                found += [(at, message) for message in messages]
    return found


def _standing(record) -> bool:
    return not record.void_at and not record.forgotten_at


def _moment(type: RecordType, moment: Moment) -> Act:
    def when(record) -> bool:
        before = getattr(record, type.moment(moment.after).at) if moment.after else True
        return bool(_standing(record) and before and not getattr(record, moment.at))

    def build(data, record, user):
        return moment.form(data, instance=record, user=user, subject=record.subject)

    def do(*, record, by, values, now):
        fields = set(moment.form._meta.fields) if moment.form else set()
        kept = {name: value for name, value in values.items() if name in fields}
        return actions.reach(record=record, moment=moment.key, by=by, values=kept, now=now)

    return Act(
        key=moment.key,
        title=moment.title,
        permission=moment.permission,
        do=do,
        build=build if moment.form else None,
        when=when,
        proof=moment.proof,
        done=f"{moment.done}.",
        refuse=moment.refuse,
    )


def _own(step) -> Act:
    def build(data, record, user):
        if issubclass(step.form, RecordForm):
            return step.form(data, instance=record, user=user, subject=record.subject)
        return step.form(data, record=record, user=user)

    def do(*, record, now, **values):
        made = step.do(record=record, now=now, **values)
        sync(record, now)
        return made

    return Act(
        key=step.key,
        title=step.title,
        permission=step.permission,
        do=do,
        build=build if step.form else None,
        when=lambda record: _standing(record) and step.when(record),
        tone=step.tone,
        proof=step.proof,
        whole=step.whole,
        refuse=step.refuse,
    )


def _part(part: Part) -> Act:
    def row(record):
        return part.model.objects.filter(record=record).first()

    def build(data, record, user):
        return part.form(
            data, instance=row(record), user=user, subject=record.subject, home=record.home
        )

    def do(*, record, by, values, now, version=None):
        return actions.write_part(
            record=record, part=part, values=values, by=by, version=version, now=now
        )

    return Act(
        key=f"part-{part.name}",
        title=part.title,
        permission=part.model.write,
        do=do,
        build=build,
        when=_standing,
        version=lambda record: held.version if (held := row(record)) else 0,
    )


def _amend(type: RecordType) -> Act:
    def frozen(record) -> bool:
        return bool(_standing(record) and getattr(record, type.first.at))

    def do(*, record, by, values, now):
        amendment = actions.amend(record=record, by=by, now=now, **values)
        _tell_who_asked(record, by, now)
        return amendment

    return Act(
        key="amend",
        title="Add words",
        permission=type.model.write,
        do=do,
        build=lambda data, record, user: AmendForm(data, record=record, user=user, type=type),
        when=frozen,
        done="Your words stand beside the first ones.",
    )


def _tell_who_asked(record, by, now) -> None:
    """Whoever asked for more hears that there is more."""
    asked = Remark.objects.filter(object_id=record.pk).order_by("-at").first()
    if asked and asked.by != by:
        notify(
            user=asked.by,
            record=record,
            text=f"{by.first_name} has added words, as you asked: {record._meta.verbose_name}",
            now=now,
        )


def _return() -> Act:
    def do(*, record, by, values, now):
        actions.ask_for_more(record=record, by=by, now=now, **values)
        notify(
            user=record.author,
            record=record,
            text=f"{by.first_name} asks for more: {record._meta.verbose_name}",
            now=now,
        )

    return Act(
        key="return",
        title="Ask for more",
        permission=P.RECORD_REVIEW,
        do=do,
        build=lambda data, record, user: ReturnForm(data, record=record, user=user),
        # What is asked stays for ever: not beside words that go.
        when=lambda record: _standing(record) and not record.short_lived,
        done="The author has been told.",
    )


def _void(type: RecordType) -> Act:
    def do(*, record, by, values, now):
        return actions.void(record=record, by=by, now=now, **values)

    return Act(
        key="void",
        title="Set aside",
        permission=type.model.write,
        do=do,
        build=lambda data, record, user: VoidForm(data, record=record, user=user),
        when=_standing,
        tone="danger",
        done="Set aside. It can still be read here.",
    )
