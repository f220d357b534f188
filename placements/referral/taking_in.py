"""A mail becomes a referral: its words are kept, and what can be read from them is filled in."""

from dataclasses import asdict
from datetime import datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from cura.core.attachments.actions import add_upload, take_from_draft
from cura.core.records import actions, registry
from cura.core.records.sheet import Sheet
from cura.lib import london
from placements.referral import facts
from placements.referral.letter import Letter
from placements.referral.models import Referral
from residents.child.models import Child

OLD = timedelta(days=60)  # an older date at the head of a mail is that of another mail
COUNCILS = 60
MOST_FILES = 12


def take_in(
    *, home, letter: Letter, by, now: datetime, submission: UUID
) -> tuple[Referral, list[str]]:
    """The referral, and which of the files were refused, each with its reason."""
    type = registry.of(Referral)
    if done := actions.submitted(type, by, submission):
        return done, []
    refused = _files(letter, submission, by, now)
    with transaction.atomic():
        record = _record(type, home, letter, by, now, submission)
        take_from_draft(draft=submission, record=record, by=by, now=now)
    return record, refused


def _record(type, home, letter: Letter, by, now: datetime, submission: UUID) -> Referral:
    came = letter.at if letter.at and now - OLD < letter.at <= now else now
    read = facts.read(
        letter.text, on=london.local_date(came), known=councils(home),
        sender=(letter.from_name, letter.from_email),
    )  # fmt: skip
    data = {name: value for name, value in asdict(read).items() if value not in (None, "", False)}
    if born := data.pop("born", None):
        data |= {"born_0": born.day, "born_1": born.month, "born_2": born.year}
    data |= {
        "pasted": letter.text, "came_by": Referral.Came.MAIL,
        "happened_at": london.local(came).strftime("%Y-%m-%dT%H:%M"),
        "referralneed-TOTAL_FORMS": 0, "referralneed-INITIAL_FORMS": 0,
    }  # fmt: skip
    sheet = Sheet.build(type, subject=home, user=by, data=data, now=now)
    for name in [n for n in sheet.form.errors if n not in ("pasted", "__all__")]:
        data = {key: value for key, value in data.items() if key.split("_0")[0] != name}
    sheet = Sheet.build(type, subject=home, user=by, data=data, now=now)
    if not sheet.is_valid():
        raise ValidationError([words for _, words in sheet.errors()])
    return actions.create(
        sheet=sheet, type=type, subject=home, by=by, submission=submission, now=now
    )


def _files(letter: Letter, draft: UUID, by, now: datetime) -> list[str]:
    refused = []
    for name, data in letter.files[:MOST_FILES]:
        try:
            add_upload(draft=draft, file=_Held(data), name=name, by=by, now=now)
        except ValidationError as wrong:
            refused += wrong.messages
    return refused


class _Held:
    """Bytes that came inside a mail, as `add_upload` wants a file."""

    def __init__(self, data: bytes):
        self.data, self.size = data, len(data)

    def read(self, most: int) -> bytes:
        return self.data[:most]


def councils(home) -> list[str]:
    """Councils that asked this home before, or whose children live or lived here."""
    asked = Referral.objects.filter(home=home).exclude(authority="")
    placed = Child.objects.filter(home=home).exclude(authority="")
    names = [
        name
        for rows in (placed, asked)
        for name in rows.order_by().values_list("authority", flat=True).distinct()[:COUNCILS]
    ]
    return list(dict.fromkeys(names))
