"""What daily notes and key work give to a monthly report. Never what was kept between few."""

from residents.daily.models import DailyNote
from residents.keywork.models import KeyWork
from residents.report.gather import MOST, Gatherer, quote


def _notes(child, start, end, user):
    rows = DailyNote.objects.visible_to(user).standing().filter(child=child).between(start, end)
    return rows.select_related("author").order_by("happened_at", "id")


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
        for work in rows.select_related("author").order_by("happened_at", "id")[:MOST]
    ]


OURS = (
    Gatherer(section="wellbeing", title="In the child's own words", ask=own_words),
    Gatherer(section="good_things", title="Good things and firsts", ask=good_notes),
    Gatherer(section="key_work", title="Key work", ask=key_work),
)
