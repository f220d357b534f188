"""The inspected home, 2018-19: what an inspection found, and when the program would have spoken."""

import re
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from compliance.defects.models import Defect
from cura.core.accounts.home import Home
from cura.core.accounts.people import User
from cura.core.deadlines.deadline import Deadline
from cura.core.notices.mail import Mail
from cura.lib import london
from cura.story.models import StoryRun
from cura.story.telling import play
from residents.child.models import Child
from residents.mustread import reading
from residents.mustread.models import MustRead
from safeguarding.restraint.models import Restraint
from staffing.rota.models import Shift
from tests.story.expected import came, expected

STORY = Path(settings.BASE_DIR, "stories", "inspected-home")
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
GUIDANCE = datetime(2019, 6, 10, 11, 0, tzinfo=UTC)
MONDAY_NIGHT = datetime(2019, 6, 10, 20, 40, tzinfo=UTC)  # 21:40, before the night begins
NIGHT_READS = "night1 reads the guidance"

pytestmark = pytest.mark.django_db


def played(folder=STORY, until=""):
    play(folder, now=NOW, say=lambda line: None, until=until)
    return StoryRun.objects.get(name=folder.name)


def test_the_lines_of_the_file_come_to_the_minute_and_none_else():
    run = played()
    assert came(STORY) == expected(STORY, run.anchor, run.until)
    assert len(came(STORY)) == 6
    overdue = Deadline.objects.filter(state=Deadline.State.OVERDUE)
    whose = Child.objects.filter(pk__in=overdue.values("child_id"))
    assert sorted(child.first_name for child in whose) == ["Casey", "Robin"]
    assert overdue.count() == 2
    assert not Deadline.objects.filter(state=Deadline.State.LATE).exists()
    assert not Mail.objects.waiting().exists()


def test_up_to_a_moment_no_later_line_has_come_and_the_rest_follows():
    run = played(until="2019-06-27 20:39")
    assert [line.kind for line in came(STORY)] == ["reminder"]
    run = played(until="2019-06-27 20:40")
    assert [line.kind for line in came(STORY)] == ["reminder", "overdue"]
    run = played()
    assert came(STORY) == expected(STORY, run.anchor, run.until)
    assert run.until == datetime(2019, 7, 24, 16, 0, tzinfo=UTC)  # where the story ends


def test_four_holds_two_children_and_nothing_open_in_silence():
    """P25: a count that opens its records. P27: after two of them nobody talked with the child."""
    played()
    holds = Restraint.objects.filter(happened_at__gte=GUIDANCE).order_by("happened_at")
    assert [hold.child.first_name for hold in holds] == ["Robin", "Robin", "Casey", "Casey"]
    assert [bool(hold.child_spoken_at) for hold in holds] == [True, False, True, False]
    assert all(hold.signed_at and hold.user_spoken_at for hold in holds)
    spare = Deadline.objects.get(rule="R35-CHILD", object_id=holds[2].pk)
    assert (spare.due_at - spare.done_at).total_seconds() == 35 * 60


def test_the_house_and_who_lives_there():
    played()
    mirror, door = Defect.objects.order_by("happened_at")
    assert mirror.mended_at is None
    assert (london.local_date(door.mended_at) - london.local_date(door.happened_at)).days == 10
    names = ["Ash", "Casey", "Jude", "Kit", "Morgan", "Robin", "Wren"]
    children = Child.objects.living_in(Home.objects.get(slug="inspected-home"))
    assert sorted(child.first_name for child in children) == names
    wren = children.get(first_name="Wren")
    assert str(london.local_date(wren.arrived_at)) == "2019-04-29"


def test_the_guidance_was_read_by_all_before_their_next_shift():
    """P24, good news: nothing is said of it."""
    played()
    guidance = MustRead.objects.get()
    read = {seen.by_id: seen.at for seen in guidance.seen.all()}
    shifts = Shift.objects.filter(happened_at__gte=GUIDANCE)
    assert shifts.count() == 6
    assert all(read[shift.person_id] < shift.happened_at for shift in shifts)
    assert reading.seen_by(guidance, guidance.by_when)["missing"] == []


def test_one_worker_who_had_not_read_it_on_monday_night_is_named(tmp_path):
    """The variant: she finds it among what is hers to do, and everybody sees who is missing."""
    played(without(NIGHT_READS, tmp_path), until="2019-06-10 21:40")
    guidance, home = MustRead.objects.get(), Home.objects.get(slug="inspected-home")
    assert still_to_read(home, "night1") == [guidance]
    assert still_to_read(home, "lead1") == still_to_read(home, "worker1") == []
    missing = reading.seen_by(guidance, MONDAY_NIGHT)["missing"]
    assert missing == ["Lead-2", "Night-1", "Night-2", "Worker-2"]  # but for her, on Tuesday


def test_on_monday_night_only_those_of_tuesday_had_still_to_read_it():
    played(until="2019-06-10 21:40")
    missing = reading.seen_by(MustRead.objects.get(), MONDAY_NIGHT)["missing"]
    assert missing == ["Lead-2", "Night-2", "Worker-2"]


def still_to_read(home, username):
    return reading.not_read_by(home, User.objects.get(username=username), MONDAY_NIGHT)


def without(key, tmp_path):
    """The story with one entry left out."""
    folder = tmp_path / STORY.name
    for path in (*STORY.glob("*.toml"), *STORY.glob("expected/*.toml")):
        text = path.read_text()
        entry = re.compile(rf'\[\[entry\]\]\nkey = "{re.escape(key)}"\n(?:[^\[\n].*\n)+\n?')
        copy = folder / path.relative_to(STORY)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(entry.sub("", text))
    assert key not in "".join(path.read_text() for path in folder.glob("*.toml"))
    return folder


def test_the_command_plays_it_to_its_end():
    call_command("story", str(STORY), stdout=StringIO())
    out = StringIO()
    call_command("verify_audit", stdout=out)
    assert "Everything is as it was written." in out.getvalue()
