"""The register of children: one line from door to door, whatever the rooms (Schedule 4 para. 1)."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from cura.core.accounts.actions import add_bed
from cura.core.accounts.program import CURA
from cura.core.audit.models import AuditEvent
from residents.child import actions
from residents.child.models import Child
from residents.register.reading import entries

DAY = timedelta(days=1)


def test_rooms_are_no_new_stay_and_coming_back_is(cast):
    now = timezone.now().replace(microsecond=0)
    room = add_bed(home=cast.elm, name="Garden", by=CURA, now=now - 9 * DAY)
    Child.objects.filter(pk=cast.kai.pk).update(came_from="4 Mill Lane, with foster carers")
    actions.move(
        child=cast.kai, home=cast.elm, bed=room, at=now - 9 * DAY, by=cast.rosa, now=now - 9 * DAY
    )
    actions.leave(
        child=cast.kai, by=cast.rosa, left_at=now - 5 * DAY, went_to="12 Hill Road, with Gran",
        now=now - 5 * DAY,
    )  # fmt: skip
    actions.come_back(child=cast.kai, home=cast.elm, arrived_at=now - DAY, by=cast.rosa, now=now)
    mine = [e for e in entries(cast.elm, cast.rosa) if e.child == cast.kai]
    assert [(e.came, e.left, e.came_from, e.went_to) for e in mine] == [
        (now - DAY, None, "12 Hill Road, with Gran", ""),
        (cast.opened, now - 5 * DAY, "4 Mill Lane, with foster carers", "12 Hill Road, with Gran"),
    ]


def test_only_those_whom_she_may_see(cast):
    names = {e.child.first_name for e in entries(cast.elm, cast.ivy)}
    assert names == {"Kai"}
    assert {e.child.first_name for e in entries(cast.elm, cast.rosa)} == {"Kai", "Mia"}


def test_the_page_and_the_paper_are_in_the_log(cast, as_user):
    client = as_user(cast.rosa)
    page = client.get(reverse("register", args=["elm"])).content.decode()
    assert "Kai Marsh" in page and "Not written down" in page
    paper = client.get(reverse("register-print", args=["elm"]))
    assert paper["Content-Type"] == "application/pdf" and paper.content.startswith(b"%PDF")
    told = AuditEvent.objects.filter(action__startswith="register.").order_by("pk")
    assert [e.action for e in told] == ["register.read", "register.print"]


def test_another_home_has_its_own(cast, as_user):
    for who in (cast.omar, cast.olga, cast.lin):
        assert as_user(who).get(reverse("register", args=["elm"])).status_code == 404
