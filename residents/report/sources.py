"""What our records give to a report: the newest, when there is more than it takes. Never what was
kept between few."""

from functools import partial

from residents.daily.models import DailyNote
from residents.diary.models import DiaryEntry
from residents.keywork.models import KeyWork
from residents.report.gather import MOST, Gatherer, quote


def _notes(child, start, end, user):
    rows = DailyNote.objects.visible_to(user).standing().filter(child=child).between(start, end)
    return rows.select_related("author").order_by("-happened_at", "-id")


def good_notes(*, child, start, end, user):
    return [
        quote(note, note.words) for note in _notes(child, start, end, user).filter(good=True)[:MOST]
    ]


def own_words(*, child, start, end, user):
    rows = _notes(child, start, end, user).exclude(own_words="")[:MOST]
    return [quote(note, note.own_words, own=True) for note in rows]


def key_work(*, child, start, end, user):
    rows = KeyWork.objects.visible_to(user).standing().filter(child=child).between(start, end)
    return [
        quote(
            work,
            work.own_words or work.words,
            lead=work.get_topic_display().lower(),
            own=bool(work.own_words),
        )
        for work in rows.select_related("author").order_by("-happened_at", "-id")[:MOST]
    ]


def diary(kind: str, *, child, start, end, user):
    """How it went, or that it was called off and why. What nobody wrote about is not told."""
    rows = DiaryEntry.objects.visible_to(user).standing().filter(child=child, kind=kind)
    rows = rows.between(start, end).select_related("author").order_by("-happened_at", "-id")
    return [_went(e) for e in rows.exclude(outcome_at=None, cancelled_at=None)[:MOST]]


def _went(entry: DiaryEntry):
    if entry.cancelled_at:
        lead = f"{entry.title}, called off by {entry.get_cancelled_whom_display().lower()}"
        return quote(entry, entry.cancelled_why or entry.title, lead=lead)
    words = " ".join(text for text in (entry.before, entry.during, entry.after) if text)
    return quote(entry, words or entry.title, lead=entry.title if words else "")


Kind = DiaryEntry.Kind
OURS = (
    Gatherer(section="wellbeing", title="In the child's own words", ask=own_words),
    Gatherer(section="good_things", title="Good things and firsts", ask=good_notes),
    Gatherer(section="health", title="Appointments", ask=partial(diary, Kind.APPOINTMENT)),
    Gatherer(section="school", title="School", ask=partial(diary, Kind.SCHOOL)),
    Gatherer(section="family", title="Family time", ask=partial(diary, Kind.FAMILY)),
    Gatherer(section="key_work", title="Key work", ask=key_work),
)
