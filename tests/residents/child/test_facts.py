"""Her facts are changed on one page; whoever saves second sees both."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone

from cura.core.accounts.actions import add_bed
from cura.core.accounts.program import CURA
from cura.core.audit.models import AuditEvent
from residents.child import actions
from residents.child.models import Child, Stay


def url(child) -> str:
    return reverse("child-change", args=[child.pk])


def posted(child, **changed) -> dict:
    """The page as it is sent: what must be answered, and what is changed."""
    born = {
        f"born_{n}": v for n, v in enumerate((child.born.day, child.born.month, child.born.year))
    }
    names = {"first_name": child.first_name, "last_name": child.last_name}
    return names | born | {"version": "1"} | changed


@pytest.mark.parametrize("who,status", [("sam", 200), ("cara", 403), ("ivy", 403), ("omar", 404)])
def test_who_may_change_them(cast, as_user, who, status):
    assert as_user(getattr(cast, who)).get(url(cast.kai)).status_code == status


def test_facts_are_saved_with_what_stood_before(cast, as_user):
    body = posted(cast.kai, called="KJ", pronouns="he/him", key_worker=str(cast.sam.pk))
    assert as_user(cast.sam).post(url(cast.kai), body).status_code == 302
    kai = Child.objects.get(pk=cast.kai.pk)
    assert (kai.called, kai.key_worker, kai.version) == ("KJ", cast.sam, 2)
    event = AuditEvent.objects.get(action="child.changed")
    assert '"before":' in event.body and '"KJ"' in event.body


def test_the_second_to_save_sees_both_and_nothing_is_overwritten(cast, as_user):
    actions.change(child=cast.kai, values={"called": "Kofi"}, by=cast.rosa, now=timezone.now())
    answer = as_user(cast.sam).post(url(cast.kai), posted(cast.kai, called="KJ"))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Kofi" in page and "KJ" in page
    assert Child.objects.get(pk=cast.kai.pk).called == "Kofi"
    again = as_user(cast.sam).post(url(cast.kai), posted(cast.kai, called="KJ", version="2"))
    assert again.status_code == 302
    assert Child.objects.get(pk=cast.kai.pk).called == "KJ"


def test_a_name_that_was_misspelled_is_put_right(cast, as_user):
    body = posted(cast.kai, last_name="Marshe", born_2="2012", nhs_number="9434765919")
    assert as_user(cast.sam).post(url(cast.kai), body).status_code == 302
    kai = Child.objects.get(pk=cast.kai.pk)
    assert (kai.last_name, kai.born.year, kai.nhs_number) == ("Marshe", 2012, "943 476 5919")


@pytest.mark.parametrize(
    "wrong",
    [{"born_2": "3012"}, {"born_2": "1912"}, {"born_1": "13"}, {"born_0": ""}, {"first_name": " "},
     {"nhs_number": "9434765918"}, {"nhs_number": "12"}, {"born_2": "9" * 40}],
)  # fmt: skip
def test_what_cannot_be_is_said_beside_its_question(cast, as_user, wrong):
    answer = as_user(cast.sam).post(url(cast.kai), posted(cast.kai, called="KJ", **wrong))
    assert answer.status_code == 422
    name = next(iter(wrong)).rsplit("_", 1)[0] if "born" in str(wrong) else next(iter(wrong))
    assert answer.context["form"].errors[name]
    assert 'value="KJ"' in answer.content.decode()


def test_a_version_that_is_no_number_is_stale(cast, as_user):
    for version in ("", "x", "²"):
        answer = as_user(cast.sam).post(
            url(cast.kai), posted(cast.kai, called="KJ", version=version)
        )
        assert answer.status_code == 409


def test_only_workers_of_the_home_can_be_the_key_worker(cast, as_user):
    for other in (cast.omar, cast.lin, cast.ivy, cast.ned):
        body = posted(cast.kai, key_worker=str(other.pk))
        assert as_user(cast.sam).post(url(cast.kai), body).status_code == 422


def test_another_room_is_a_new_line_in_the_register(cast):
    garden, attic = (
        add_bed(home=cast.elm, name=n, by=CURA, now=timezone.now()) for n in ("Garden", "Attic")
    )
    actions.change(child=cast.kai, values={"bed": garden}, by=cast.rosa, now=timezone.now())
    actions.change(
        child=cast.kai, values={"bed": attic, "called": "KJ"}, by=cast.rosa, now=timezone.now()
    )
    stays = list(Stay.objects.filter(child=cast.kai).values_list("bed__name", "ends"))
    assert [name for name, _ in stays] == [None, "Garden", "Attic"]
    assert [bool(ends) for _, ends in stays] == [True, True, False]
    with pytest.raises(ValidationError):
        actions.change(child=cast.mia, values={"bed": attic}, by=cast.rosa, now=timezone.now())


def test_a_taken_room_is_not_offered(cast, as_user):
    garden = add_bed(home=cast.elm, name="Garden", by=CURA, now=timezone.now())
    actions.change(child=cast.mia, values={"bed": garden}, by=cast.rosa, now=timezone.now())
    assert "Garden room" not in as_user(cast.sam).get(url(cast.kai)).content.decode()
    assert "Garden room" in as_user(cast.sam).get(url(cast.mia)).content.decode()


def test_a_child_who_left_has_no_room(cast, as_user):
    garden = add_bed(home=cast.elm, name="Garden", by=CURA, now=timezone.now())
    left = actions.leave(child=cast.mia, by=cast.rosa, now=timezone.now())
    assert "Garden room" not in as_user(cast.sam).get(url(left)).content.decode()
    with pytest.raises(ValidationError):
        actions.change(child=left, values={"bed": garden}, by=cast.rosa, now=timezone.now())


def test_the_action_asks_for_the_permission_too(cast):
    with pytest.raises(PermissionDenied):
        actions.change(child=cast.kai, values={"called": "x"}, by=cast.cara, now=timezone.now())
