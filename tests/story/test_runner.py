"""A story is played through sheets and actions, once, and says in words what is wrong with it."""

from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from cura.core.accounts.people import User
from cura.core.audit.models import AuditEvent
from cura.core.records.views.edit import RecordEdit
from cura.lib import london
from cura.story.errors import StoryError
from cura.story.models import StoryRun
from cura.story.telling import play
from residents.child.models import Child
from residents.daily.models import DailyNote
from residents.handover.models import Handover
from staffing.rota.models import Shift
from tests.story.small import HOUSE, WORDS, write

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture
def told(db, tmp_path):
    """Play the small story (or a changed one) up to a moment; what was said comes back."""
    lines = []

    def do(now=NOW, house=HOUSE, words=WORDS):
        folder = write(tmp_path / "small", house, words)
        return play(folder, now=now, say=lines.append)

    do.lines = lines
    return do


def test_it_is_played_from_the_first_home_to_the_last_note(told):
    told()
    kit = Child.objects.get(first_name="Kit")
    assert (kit.bed.name, kit.key_worker.name) == ("Blue", "Ada Lark")
    note = DailyNote.objects.get(kind="moment")
    assert note.author.username == "bo"  # yesterday's lead, by the rota
    assert note.words == "Kit laid the table with Bo."
    assert note.good
    assert note.happened_at == note.created_at == note.signed_at
    assert london.clock(note.created_at) == "18:05"
    night = DailyNote.objects.get(kind="night")
    assert night.words in WORDS
    assert london.clock(night.happened_at) == "22:30"
    assert User.objects.get(username="ada").check_pin("4821")


def test_lines_of_a_record_and_its_steps(told):
    told()
    handover = Handover.objects.get()
    assert handover.lines.get().how == "Full of plans."
    assert handover.counts.get().amount == "2"
    assert (handover.signed_by.username, handover.taken_by.username) == ("bo", "ada")
    assert handover.read_lines == ["Kit: Ask about the bike."]


def test_the_rota_is_written_ahead(told):
    told()
    assert Shift.objects.filter(happened_at__gt=NOW).exists()
    assert {s.author.username for s in Shift.objects.all()} == {"ada"}
    shift = Shift.objects.order_by("happened_at").last()
    assert shift.sleep_until - shift.sleep_from == timedelta(hours=8, minutes=30)


def test_each_write_stands_in_the_log_at_its_own_moment(told):
    told()
    note = DailyNote.objects.get(kind="moment")
    rows = AuditEvent.objects.filter(object_id=note.pk).order_by("seq")
    assert [(r.action, r.at) for r in rows] == [
        ("record.created", note.created_at),
        ("record.signed", note.created_at),
    ]
    out = StringIO()
    call_command("verify_audit", stdout=out)
    assert "Everything is as it was written." in out.getvalue()


def test_a_second_time_nothing_is_played_and_nothing_is_said(told):
    told()
    told.lines.clear()
    before = AuditEvent.objects.count()
    assert told() == 0
    assert told.lines == []
    assert AuditEvent.objects.count() == before


def test_the_next_day_only_that_day_is_added_and_today_stays_where_it_was(told):
    told()
    old = set(DailyNote.objects.values_list("pk", "version", "words"))
    told(now=NOW + timedelta(days=1))
    new = set(DailyNote.objects.values_list("pk", "version", "words"))
    assert old < new
    assert [w for *_, w in new - old] and len(new - old) == 1
    assert StoryRun.objects.get().anchor == NOW.date()


def test_an_entry_added_to_the_files_is_played_and_nothing_else(told):
    told()
    more = (
        HOUSE
        + """
[[entry]]
at = "D-1 20:00"
who = "bo"
record = "daily-notes"
about = "kit"
data = { kind = "moment", words = "Kit asked for the lamp." }
"""
    )
    assert told(house=more) == 1
    assert DailyNote.objects.filter(words="Kit asked for the lamp.").count() == 1


def test_a_day_is_whole_or_not_there(told):
    """The last entry of the first day is wrong: the day is not kept, and may be played again."""
    with pytest.raises(StoryError):
        told(house=HOUSE.replace('kind = "moment"', 'kind = "whisper"'))
    assert not Child.objects.filter(first_name="Kit").exists()
    told()
    assert Child.objects.filter(first_name="Kit").exists()


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('record = "daily-notes"', 'record = "daily-nots"', "no such kind of record"),
        ('action = "welcome"', 'action = "welcom"', "no such act"),
        ('step = "taken"', 'step = "token"', "no such step"),
        ('who = "bo"', 'who = "bob"', "Nothing is called “bob”"),
        ('kind = "moment"', 'kind = "whisper"', "kind: "),
        ('kind = "moment", words', 'kind = "moment", wrds', "words: "),
        ('read_lines = "*"', "read_lines = []", "Read each of these lines"),
        ('at = "D-1 19:10"\nwho = "ada"', 'at = "D-1 19:10"\nwho = "bo"', "somebody else than you"),
        ('record = "handovers"', 'recrd = "handovers"', "knows no recrd"),
        ('at = "SUPPER+5min"', 'at = "SUPER+5min"', "no moment “SUPER”"),
        ("{slept}", "{napped}", "No list of words is called “napped”"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_entry(told, old, new, complaint):
    assert old in HOUSE
    with pytest.raises(StoryError, match=complaint) as wrong:
        told(house=HOUSE.replace(old, new, 1))
    assert "house.toml" in str(wrong.value) or "small" in str(wrong.value)


def test_who_may_not_write_is_refused(told):
    with pytest.raises(StoryError, match="PermissionDenied"):
        told(house=HOUSE.replace('who = "ada"\nas = "kit"', 'who = "bo"\nas = "kit"'))


def test_two_entries_of_one_name_are_refused(told):
    with pytest.raises(StoryError, match="two entries are"):
        told(house=HOUSE + HOUSE[HOUSE.index("[[entry]]") : HOUSE.index("[[routine]]")])


def test_the_command_plays_up_to_a_moment(db, tmp_path):
    folder = write(tmp_path / "small")
    call_command("story", str(folder), until="D-1 12:00", stdout=StringIO())
    assert Child.objects.filter(first_name="Kit").exists()
    assert not DailyNote.objects.exists()
    (folder / "house.toml").write_text("[story")
    with pytest.raises(CommandError, match="house.toml"):
        call_command("story", str(folder), stdout=StringIO())


def test_a_story_with_a_day_of_its_own_does_not_move(told):
    told(house=HOUSE.replace('title = "Small"', 'title = "Small"\nanchor = "2026-11-20"'))
    assert london.local_date(Child.objects.get(first_name="Kit").arrived_at) == date(2026, 11, 19)


def test_a_page_and_a_story_store_by_the_same_two_actions():
    """The player does what the page's `store` does: if one learns a third thing, look at both."""
    names = RecordEdit.store.__wrapped__.__code__.co_names
    assert {"create", "reach", "with_save"} <= set(names)
