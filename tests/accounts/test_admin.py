"""The admin: through the actions, within one's own homes, and never above oneself."""

import pytest
from django.contrib import admin
from django.test import Client
from django.utils import timezone

from cura.core.accounts import access, actions
from cura.core.accounts.admin_scope import ScopedAdmin
from cura.core.accounts.home import Bed, Home
from cura.core.accounts.membership import Membership
from cura.core.accounts.people import User
from cura.core.accounts.program import CURA
from cura.core.audit.models import AuditEvent
from cura.core.permissions import Permission as P
from cura.core.records import registry
from tests.accounts.conftest import sign_in
from tests.cast import PASSWORD

PAGES = ("organisation", "home", "bed", "homesettings", "user", "membership", "tablet",
         "exclusion", "bankholidayoverride")  # fmt: skip


def entered(username) -> Client:
    client = Client()
    sign_in(client, username)
    return client


@pytest.fixture
def lin(cast):
    return entered("lin")


@pytest.fixture
def rosa(cast):
    return entered("rosa")


def add_role(client, user, role, *, home=None, organisation=None):
    return client.post("/admin/accounts/membership/add/", {
        "user": str(user.pk), "role": role, "home": str(home.pk) if home else "",
        "organisation": str(organisation.pk) if organisation else "",
        "starts_0": "", "starts_1": "", "ends_0": "", "ends_1": "",
    })  # fmt: skip


def test_only_pages_that_keep_to_the_scope_are_there():
    for model, page in admin.site._registry.items():
        assert isinstance(page, ScopedAdmin), model
        assert not page.has_delete_permission(None)
    records = {record.model for record in registry.all_types()}
    assert not records & set(admin.site._registry)


@pytest.mark.parametrize("page", PAGES)
def test_each_page_opens_for_who_looks_after_everything(lin, page):
    status = 403 if page == "exclusion" else 200
    assert lin.get(f"/admin/accounts/{page}/").status_code == status


def test_a_worker_and_an_overseer_have_none(cast):
    actions.give_role(
        user=cast.ivy, role="ri", organisation=cast.acorn, by=CURA, now=timezone.now()
    )
    for name in ("sam", "ivy"):
        page = entered(name).get("/admin/", follow=True)
        assert page.status_code == 403


@pytest.mark.parametrize("page", PAGES)
def test_nothing_of_another_organisation_is_listed(cast, lin, rosa, page):
    for client in (lin, rosa):
        found = client.get(f"/admin/accounts/{page}/", follow=True).content.decode()
        assert "Olga" not in found and "Far House" not in found and "Other Care" not in found


def test_nothing_of_another_organisation_is_opened_or_changed(cast, lin):
    bed = actions.add_bed(home=cast.far, name="Blue", by=CURA, now=timezone.now())
    targets = (
        ("user", cast.olga), ("home", cast.far), ("bed", bed), ("homesettings", cast.far.settings),
        ("membership", cast.olga.memberships.get()), ("organisation", cast.other),
    )  # fmt: skip
    before = AuditEvent.objects.count()
    for page, row in targets:
        url = f"/admin/accounts/{page}/{row.pk}/change/"
        assert lin.get(url)["Location"] == "/admin/", page
        assert lin.post(url, {"name": "Mine"})["Location"] == "/admin/", page
    assert AuditEvent.objects.count() == before


def test_a_manager_sees_her_home_only(cast, rosa):
    assert rosa.get(f"/admin/accounts/home/{cast.elm.pk}/change/").status_code == 200
    assert rosa.get(f"/admin/accounts/home/{cast.oak.pk}/change/").status_code == 302
    assert rosa.post("/admin/accounts/bed/add/", {"home": str(cast.oak.pk), "name": "Red"})\
        .status_code == 200  # fmt: skip
    assert not Bed.objects.filter(home=cast.oak).exists()


def test_a_home_is_opened_and_changed_through_the_actions(cast, lin):
    lin.post("/admin/accounts/home/add/", {
        "organisation": str(cast.acorn.pk), "kind": "home", "name": "Ash House", "slug": "ash",
        "places": "3"})  # fmt: skip
    ash = Home.objects.get(slug="ash")
    assert ash.settings.idle_minutes == 20 and access.has(cast.lin, P.HOME_MANAGE, ash)
    lin.post(f"/admin/accounts/home/{ash.pk}/change/", {"name": "Ash Tree House", "places": "4"})
    lin.post("/admin/accounts/bed/add/", {"home": str(ash.pk), "name": "Blue"})
    logged = AuditEvent.objects.filter(home_id=ash.pk, actor_id=cast.lin.pk)
    assert set(logged.values_list("action", flat=True)) == {
        "home.opened", "home.changed", "bed.added",
    }  # fmt: skip
    assert "Ash Tree House" in logged.get(action="home.changed").body


def test_settings_and_holidays_are_changed_through_the_actions(cast, lin, rosa):
    settings = cast.elm.settings
    data = {f.name: getattr(settings, f.name) for f in settings._meta.fields if f.name != "home"}
    rosa.post(f"/admin/accounts/homesettings/{cast.elm.pk}/change/", data | {"pin_hours": 12})
    settings.refresh_from_db()
    assert settings.pin_hours == 12
    assert AuditEvent.objects.filter(action="homesettings.changed").exists()
    lin.post("/admin/accounts/bankholidayoverride/add/", {
        "day": "2027-06-07", "is_holiday": "on", "why": "A crown"})  # fmt: skip
    assert AuditEvent.objects.filter(action="holiday.set").exists()
    assert rosa.get("/admin/accounts/bankholidayoverride/").status_code == 403


def test_a_person_is_added_without_a_password_and_given_a_role(cast, rosa):
    rosa.post("/admin/accounts/user/add/", {
        "organisation": str(cast.acorn.pk), "name": "Pia North", "username": "PIA"})  # fmt: skip
    pia = User.objects.get(username="pia")
    assert not pia.has_usable_password()
    assert add_role(rosa, pia, "care", home=cast.elm).status_code == 302
    assert access.has(pia, P.DAILY_WRITE, cast.elm)
    held = pia.memberships.get()
    rosa.post(f"/admin/accounts/membership/{held.pk}/change/", {
        "ends_0": "2026-01-01", "ends_1": "00:00"})  # fmt: skip
    assert not access.has(pia, P.DAILY_WRITE, cast.elm)  # it ends now at the latest, not before
    rosa.post(f"/admin/accounts/user/{pia.pk}/change/", {"name": "Pia North", "email": ""})
    pia.refresh_from_db()
    assert not pia.is_active


def test_two_people_of_one_name_are_refused_kindly(cast, rosa):
    page = rosa.post("/admin/accounts/user/add/", {
        "organisation": str(cast.acorn.pk), "name": "Sam Two", "username": "Sam"})  # fmt: skip
    assert "already exists" in page.content.decode()


@pytest.mark.parametrize("role", ["manager", "ri", "director", "compliance", "admin"])
def test_nobody_gives_a_role_above_her_own(cast, rosa, lin, role):
    page = add_role(rosa, cast.sam, role, home=cast.elm)
    assert "Somebody who looks after the whole organisation" in page.content.decode()
    assert add_role(lin, cast.sam, role, home=cast.elm).status_code == 302


def test_a_manager_gives_a_deputy_but_an_administrator_of_one_home_does_not(cast, rosa):
    assert add_role(rosa, cast.tess, "deputy", home=cast.elm).status_code == 302
    actions.give_role(user=cast.ivy, role="admin", home=cast.elm, by=CURA, now=timezone.now())
    page = add_role(entered("ivy"), cast.cara, "deputy", home=cast.elm)
    assert page.status_code == 200


def test_not_for_the_whole_organisation_and_not_to_herself(cast, rosa, lin):
    assert add_role(rosa, cast.sam, "care", organisation=cast.acorn).status_code == 200
    assert add_role(lin, cast.lin, "manager", home=cast.elm).status_code == 200
    assert not Membership.objects.filter(user=cast.lin, role="manager").exists()
    assert add_role(lin, cast.olga, "care", home=cast.elm).status_code == 200  # not of Acorn


def test_nobody_changes_or_disables_who_stands_above_her(cast, rosa):
    actions.give_role(
        user=cast.tess, role="ri", organisation=cast.acorn, by=CURA, now=timezone.now()
    )
    rosa.post(
        f"/admin/accounts/user/{cast.tess.pk}/change/", {"name": "X", "email": "x@example.org"}
    )
    cast.tess.refresh_from_db()
    assert (cast.tess.name, cast.tess.email) == ("Tess Quill", "tess@example.org")
    assert cast.tess.is_active
    assert rosa.post(f"/accounts/invite/{cast.tess.pk}/").status_code == 403
    assert rosa.post(f"/accounts/invite/{cast.rosa.pk}/").status_code == 403
    assert rosa.post(f"/accounts/invite/{cast.olga.pk}/").status_code == 404


def test_people_and_roles_want_the_password_of_just_now(cast, as_user):
    stale = as_user(cast.lin)
    for page in ("user", "membership"):
        led = stale.get(f"/admin/accounts/{page}/add/")
        assert led["Location"].startswith("/accounts/reauthenticate/"), page
    again = "/accounts/reauthenticate/?next=/admin/accounts/user/add/"
    assert stale.post(again, {"password": PASSWORD})["Location"] == "/admin/accounts/user/add/"
    assert stale.get("/admin/accounts/user/add/").status_code == 200


def test_posted_fields_that_are_not_asked_change_nothing(cast, rosa):
    rosa.post(f"/admin/accounts/user/{cast.sam.pk}/change/", {
        "name": "Sam Birch", "email": "sam@example.org", "is_active": "on", "is_superuser": "on",
        "password": "x", "pin": "x", "username": "root"})  # fmt: skip
    sam = User.objects.get(pk=cast.sam.pk)
    assert (sam.is_superuser, sam.username, sam.check_password("x")) == (False, "sam", False)
    assert sam.check_pin("7391")


def test_an_old_mail_address_opens_the_account_no_more(cast, lin):
    lin.post(f"/admin/accounts/user/{cast.sam.pk}/change/", {
        "name": "Sam Birch", "email": "new@example.org", "is_active": "on"})  # fmt: skip
    assert sign_in(Client(), "sam@example.org").status_code == 200
    assert sign_in(Client(), "new@example.org").status_code == 302


def test_signing_somebody_out_everywhere(cast, rosa):
    sam = entered("sam")
    rosa.post("/admin/accounts/user/", {
        "action": "sign_out_everywhere", "_selected_action": [str(cast.sam.pk)]})  # fmt: skip
    assert sam.get("/me/").status_code == 302


def test_what_is_refused_leaves_no_trace(cast, rosa):
    held = cast.sam.memberships.get()
    actions.end_role(membership=held, by=cast.rosa, now=timezone.now())
    number = AuditEvent.objects.count()
    page = rosa.post(f"/admin/accounts/membership/{held.pk}/change/", {
        "ends_0": "2030-01-01", "ends_1": "00:00"}, follow=True)  # fmt: skip
    assert "This has ended already" in page.content.decode()
    assert AuditEvent.objects.count() == number


def test_its_ways_out_are_those_of_the_house(cast, rosa):
    assert rosa.get("/admin/password_change/")["Location"] == "/accounts/password/change/"
    assert rosa.get("/admin/logout/").status_code == 405
    assert rosa.post("/admin/logout/")["Location"] == "/accounts/login/"
    assert rosa.get("/me/").status_code == 302


def test_its_history_is_the_audit_chain(cast, rosa):
    actions.change(row=cast.sam, values={"phone": "01632 960111"}, by=cast.rosa, now=timezone.now())
    page = rosa.get(f"/admin/accounts/user/{cast.sam.pk}/history/").content.decode()
    assert "person" in page and "01632 960111" in page and "Rosa Lind" in page
    assert rosa.get(f"/admin/accounts/user/{cast.olga.pk}/history/").status_code == 404
