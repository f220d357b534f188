"""Fieldfare House, loaded once into a database file of its own, and looked at as people would.

SQLite only: the small story shows both databases. The load takes most of a minute.
"""

from datetime import timedelta
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, connections
from django.test import Client, override_settings
from django.utils import timezone

from compliance.defects.models import Defect
from cura import demonstration
from cura.core.accounts.demo import sign_in_lines
from cura.core.accounts.home import Home
from cura.core.accounts.people import User
from cura.core.audit.models import AuditEvent, Change
from cura.core.deadlines.deadline import Deadline, DeadlineEvent
from cura.core.notices.mail import Mail
from cura.core.notices.notice import Notice
from cura.core.records import registry
from cura.lib import london
from cura.story.models import Played, StoryRun
from residents.alerts.models import Alert
from residents.calls.models import PhoneCall
from residents.child.models import Child, Stay
from residents.daily.models import DailyNote
from residents.diary.models import DiaryEntry
from residents.handover.models import Handover
from residents.keywork.models import KeyWork
from residents.night.models import NightCheck
from residents.people.models import ImportantPerson
from residents.report.models import MonthlyReport
from residents.visitors.models import Visitor
from residents.whereabouts.models import Outing
from safeguarding.consequence.models import Consequence
from safeguarding.measure.models import ChildTalk
from safeguarding.restraint.models import Restraint
from staffing.rota.models import Shift
from staffing.training.models import Certificate
from staffing.training.reading import with_certificate
from tests.story.expected import came, expected

pytestmark = pytest.mark.django_db
MD5 = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="module")
def fieldfare(django_db_setup, django_db_blocker, tmp_path_factory):
    """The default connection points at this file while this module runs."""
    if connection.vendor != "sqlite":
        pytest.skip("The whole house is loaded on SQLite only.")
    folder = tmp_path_factory.mktemp("fieldfare")
    file, before = str(folder / "house.sqlite3"), connection.settings_dict["NAME"]
    said = []
    with django_db_blocker.unblock():
        connection.close()
        connection.settings_dict["NAME"] = file
        plain = {app.label: None for app in apps.get_app_configs()}  # tables as the models say
        with override_settings(
            DATA=folder, PASSWORD_HASHERS=MD5, DEMO=True, MIGRATION_MODULES=plain
        ):
            call_command("migrate", run_syncdb=True, verbosity=0)
            demonstration.load(now=timezone.now(), say=said.append)
            connection.close()
        yield {"folder": folder, "said": said}
        connections["default"].close()
        connection.settings_dict["NAME"] = before


@pytest.fixture(autouse=True)
def in_the_house(fieldfare, db, settings):
    settings.DATA = fieldfare["folder"]


def test_four_children_live_there_and_two_have_left():
    here = Child.objects.filter(left_at=None)
    assert sorted(c.first_name for c in here) == ["Dev", "Ella", "Kai", "Zofia"]
    assert {c.name for c in here} == {"Dev", "Ellie", "Kai", "Zosia"}
    assert sorted(c.bed.name for c in here) == ["Attic", "Garden", "Harbour", "Landing"]
    assert sorted(c.first_name for c in Child.objects.exclude(left_at=None)) == ["Jaydon", "Leon"]
    assert Stay.objects.filter(ends=None).count() == 4
    assert Stay.objects.count() == 6


@pytest.mark.parametrize(
    ("model", "least", "most"),
    [
        (DailyNote, 1800, 2600),
        (Handover, 540, 556),
        (KeyWork, 70, 115),
        (MonthlyReport, 15, 24),
        (DiaryEntry, 380, 700),
        (Outing, 280, 750),
        (Visitor, 100, 220),
        (PhoneCall, 700, 1000),
        (Shift, 1200, 1800),
        (NightCheck, 50, 100),
        (Defect, 30, 60),
        (ImportantPerson, 40, 60),
    ],
)
def test_there_is_as_much_as_in_a_real_house(model, least, most):
    assert least <= model.objects.count() <= most


def test_the_house_was_checked():
    kinds = [t.model for t in registry.all_types() if t.section == "Checks of the house"]
    assert 600 <= sum(kind.objects.count() for kind in kinds) <= 750
    assert [kind for kind in kinds if not kind.objects.exists()] == []


def test_nothing_was_left_unsigned_or_untaken_by_accident():
    for type in registry.all_types():
        if type.first and type.first.with_save:
            assert not type.model.objects.filter(**{type.first.at: None}).exists(), type.slug
    waits = timezone.now() - timedelta(hours=1)
    assert not Handover.objects.filter(taken_at=None, happened_at__lt=waits).exists()
    assert not Visitor.objects.filter(left_at=None, happened_at__lt=waits - timedelta(hours=3))
    assert not Outing.objects.filter(back_at=None, happened_at__lt=waits - timedelta(hours=10))


def test_two_people_sign_each_handover():
    assert not [h for h in Handover.objects.all() if h.taken_by_id in (h.author_id, h.signed_by_id)]


def test_the_log_and_every_row_are_as_they_were_written():
    out = StringIO()
    call_command("verify_audit", stdout=out)
    assert "Everything is as it was written." in out.getvalue()
    assert not Change.objects.filter(reader="search").exists()


def test_what_must_stand_on_the_screens():
    now = timezone.now()
    open_now = Defect.objects.standing().filter(mended_at=None)
    closer = open_now.get(what__startswith="Door closer")
    assert (london.local_date(now) - london.local_date(closer.happened_at)).days >= 23
    assert closer.whose == Defect.Whose.OWNER
    named = ("Door closer", "Net of the trampoline", "Extractor", "Radiator valve")
    assert all(open_now.filter(what__startswith=name).exists() for name in named)
    anchor = StoryRun.objects.get().anchor
    visit = DiaryEntry.objects.get(title="Martin Cole visits Ellie")
    assert london.local_date(visit.happened_at) == anchor + timedelta(days=4)
    assert Alert.objects.filter(ended_at=None, words__startswith="Peanut allergy").exists()
    assert Alert.objects.get(words__startswith="No medicine or home remedy").ended_at
    assert DailyNote.objects.filter(good=True, child__first_name="Ella").exists()


def test_what_was_due_was_told_to_the_minute_and_nothing_else():
    run = StoryRun.objects.get()
    lines = expected(demonstration.STORY, run.anchor, run.until)
    assert came(demonstration.STORY) == lines
    assert len(lines) > 100  # most of them the mornings of weekly checks
    assert not Mail.objects.waiting().exists()  # nobody is rung up by a story


def test_of_the_law_about_holds_only_kais_last_talk_is_overdue():
    """Section 9, item 1; and nothing else is red but Ruth's refresher (item 5)."""
    red = Deadline.objects.filter(state=Deadline.State.OVERDUE)
    kai, ruth = sorted(red, key=lambda row: row.rule)
    assert (kai.rule, kai.title) == ("R35-CHILD", "Talk with Kai about the hold")
    assert kai.duty.cite == "CHR 2015 reg. 35(3)(c)"
    anchor = StoryRun.objects.get().anchor
    assert london.local_date(kai.due_at) == anchor - timedelta(days=1)
    assert "jo" in kai.notices.values_list("user__username", flat=True)
    refresher = Certificate.objects.get(pk=ruth.object_id)
    assert (ruth.rule, refresher.person.first_name) == ("RESTRAINT-TRAIN", "Ruth")
    assert ruth.title == "Ruth Ellison: renew the training in holds"
    assert not Deadline.objects.filter(state=Deadline.State.LATE).exists()


def test_ellie_did_not_want_to_talk_and_nobody_is_reproached_for_it():
    """A11: three refusals in her words, written each time. It raised no alarm."""
    hold = Restraint.objects.filter(child__first_name="Ella").earliest("happened_at")
    asked = ChildTalk.objects.filter(object_id=hold.pk)
    hours = [(talk.at - hold.happened_at).total_seconds() / 3600 for talk in asked.order_by("at")]
    assert hours[:2] == [30, 52]
    assert len(hours) == 3
    assert hold.child_spoken_at is None
    assert not DeadlineEvent.objects.filter(deadline__object_id=hold.pk).exists()


def test_five_holds_by_people_who_had_learnt_it():
    holds = Restraint.objects.order_by("happened_at")
    assert [h.child.first_name for h in holds] == ["Jaydon", "Ella", "Ella", "Kai", "Kai"]
    for hold in holds:
        learnt = with_certificate(hold.used_by(), Certificate.Course.HOLDS, hold.happened_at)
        assert learnt == hold.used_by()
    third = holds[2]
    assert third.author.username == "megan"
    assert third.user_spoken_by.username == "grace"  # by the register, for Jo was away
    now = timezone.now()
    team = dict(User.objects.filter(username__in=("chloe", "ruth")).values_list("pk", "username"))
    assert [team[k] for k in with_certificate(team, Certificate.Course.HOLDS, now)] == ["chloe"]


def test_what_puts_things_right():
    kinds = list(Consequence.objects.values_list("kind", flat=True))
    assert (len(kinds), kinds.count("repair")) == (14, 11)
    assert not Consequence.objects.filter(child_spoken_at=None).exists()


def test_kai_alone_is_looked_in_on_at_night():
    assert {c.child.first_name for c in NightCheck.objects.all()} == {"Kai"}


def test_the_rota_stands_two_weeks_ahead():
    now = timezone.now()
    ahead = Shift.objects.filter(kind="lead", happened_at__gt=now)
    assert 13 <= ahead.count() <= 23


def sign_in(username):
    client = Client()
    client.force_login(User.objects.get(username=username))
    return client


@pytest.mark.parametrize("username", [name for name, *_ in demonstration.DEMO_PEOPLE])
def test_whoever_may_sign_in_has_a_first_page(username):
    user = User.objects.get(username=username)
    assert user.check_password(demonstration.DEMO_PASSWORD)
    assert sign_in(username).get("/", follow=True).status_code == 200


def test_jo_sees_who_is_in_and_who_works():
    page = sign_in("jo").get("/", follow=True).content.decode()
    home = Home.objects.get(slug="fieldfare-house")
    assert all(child.name in page for child in Child.objects.living_in(home))
    now = timezone.now()
    lead = Shift.objects.filter(kind="lead", happened_at__lte=now, until__gt=now).last()
    assert lead.person.first_name in page
    assert "Door closer" in page


def test_jo_reads_of_kais_talk_where_she_looks_for_what_is_due():
    page = sign_in("jo").get("/homes/fieldfare-house/due/").content.decode()
    assert "Talk with Kai about the hold" in page
    assert "reg. 35(3)(c)" in page
    assert "Talk with Kai about the hold" in sign_in("jo").get("/inbox/").content.decode()


def test_hina_sees_nothing_that_is_not_devs():
    client = sign_in("hina")
    ella = Child.objects.get(first_name="Ella")
    assert client.get(f"/children/{ella.pk}/").status_code == 404
    page = client.get("/", follow=True).content.decode()
    assert "Ellie" not in page
    assert "Zosia" not in page


def test_the_names_are_printed_and_shown(settings):
    out = StringIO()
    call_command("demonstration", names=True, stdout=out)
    assert demonstration.DEMO_PASSWORD in out.getvalue()
    assert demonstration.DEMO_PIN in out.getvalue()
    assert {hint.username for hint in sign_in_lines()} >= {"jo", "idris", "hina"}
    assert User.objects.get(username="jo").check_pin(demonstration.DEMO_PIN)


def test_a_second_run_is_silent(fieldfare):
    run, said = StoryRun.objects.get(), []
    assert fieldfare["said"]
    before = AuditEvent.objects.count()
    assert demonstration.load(now=run.until, say=said.append) == 0
    assert said == []
    assert AuditEvent.objects.count() == before


def test_the_next_day_adds_a_day_and_changes_nothing_old():
    run = StoryRun.objects.get()
    old = {row["id"]: row for row in DailyNote.objects.values()}
    keys = set(Played.objects.values_list("key", flat=True))
    later = run.until + timedelta(days=1)
    played = demonstration.load(now=later, say=lambda line: None)
    assert 25 <= played <= 150
    now = {row["id"]: row for row in DailyNote.objects.values()}
    assert {k: now[k] for k in old} == old
    assert 8 <= len(now) - len(old) <= 20
    assert keys < set(Played.objects.values_list("key", flat=True))
    assert StoryRun.objects.get().anchor == run.anchor
    # The clock goes on as well: David is told of Kai's talk, and of nothing twice.
    assert came(demonstration.STORY) == expected(demonstration.STORY, run.anchor, later)
    assert Notice.objects.filter(user__username="david", urgent=True).count() == 1
    assert not Mail.objects.waiting().exists()


def test_outside_a_demonstration_it_is_refused(settings):
    settings.DEMO = False
    with pytest.raises(Exception, match="no demonstration"):
        demonstration.load(now=timezone.now(), say=print)
