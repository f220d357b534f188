"""Ready words for the pages of referrals."""

from urllib.parse import quote

from django.urls import reverse

from cura.core.records import present, registry
from cura.lib import london
from cura.lib.words import plural
from placements.needs.needs import marks, needs
from placements.referral.models import Referral
from placements.referral.replies import SUBJECT, reply

SOON = 3


def line(row: Referral, now) -> dict:
    """One that waits for an answer."""
    wanted = "today or tonight" if row.needed_tonight else ""
    if not wanted and row.wanted_from:
        wanted = f"from {london.day_words(row.wanted_from)}"
    about = [row.authority or row.from_name, wanted and f"wanted {wanted}"]
    return {
        "pk": row.pk,
        "title": row.own_title(),
        "sex": row.get_sex_display() if row.sex else "",
        "about": " · ".join(words for words in about if words),
        "came": london.short(row.happened_at, now),
        "tonight": row.needed_tonight,
        "maybe": row.answer == Referral.Answer.MAYBE,
        "url": present.detail_url(registry.of(row), row),
    }


def coming(row: Referral, now) -> dict:
    """One who is waited for."""
    when, late = "No day planned yet", False
    if row.planned_arrival:
        late = row.planned_arrival < now
        when = f"{'Was to come' if late else 'To come'} {london.short(row.planned_arrival, now)}"
    return {
        "title": row.own_title(),
        "about": f"{when}, {row.bed}" if row.bed else when,
        "late": late,
        "url": present.detail_url(registry.of(row), row),
    }


def answered(row: Referral, user) -> dict:
    """The reply, to copy or to mail."""
    text = reply(row, user.name)
    asked = f"subject={quote(SUBJECT)}&body={quote(text.replace(chr(10), chr(13) + chr(10)))}"
    return {
        "title": row.own_title(),
        "reason": row.get_reason_display(),
        "text": text,
        "rows": text.count("\n") + len(text) // 60 + 1,
        "mail_url": f"mailto:{quote(row.from_email, safe='@')}?{asked}",
        "again_url": reverse("referrals-step", args=[row.pk, "again"]),
    }


def month(counts: dict) -> dict:
    """This month in figures: 31 answered "no": no room 19, age 5."""
    total = sum(counts.values())
    labels = dict(Referral.Reason.choices)
    each = sorted(counts.items(), key=lambda pair: -pair[1])
    said = ", ".join(f"{labels.get(code, code).lower()}: {count}" for code, count in each)
    answered_ = plural(total, "referral")
    return {"total": total, "words": f"{answered_} answered with no this month", "reasons": said}


def sentence(row: Referral, need: str) -> str:
    """Where the words first point at this need."""
    return next((mark.said for mark in marks(row.pasted) if mark.code == need), "")


def reading(row: Referral) -> dict:
    """The words as they came, with what they point at; and each need to take or to leave."""
    taken = {line.need: line.said for line in row.needs.all()}
    found = marks(row.pasted)
    said: dict[str, str] = {}
    for mark in found:
        said.setdefault(mark.code, mark.said)
    open_ = [code for code in said if code not in taken and code not in row.left]
    return {
        "pieces": _pieces(row.pasted, found, taken),
        "offered": [_offer(code, said[code]) for code in open_],
        "taken": [_offer(code, words) for code, words in taken.items()],
        "left": [needs()[code].title for code in row.left if code in needs()],
    }


def _offer(code: str, words: str) -> dict:
    need = needs()[code]
    return {"code": code, "title": need.title, "said": words, "risk": need.risk}


def _pieces(text: str, found, taken) -> list[dict]:
    """The text in pieces: plain, or marked with the need that it points at."""
    pieces, at = [], 0
    for mark in found:
        pieces.append({"text": text[at : mark.start], "need": ""})
        need = needs()[mark.code]
        pieces.append(
            {
                "text": text[mark.start : mark.end], "need": need.title,
                "risk": need.risk, "taken": mark.code in taken,
            }
        )  # fmt: skip
        at = mark.end
    return [*pieces, {"text": text[at:], "need": ""}]
