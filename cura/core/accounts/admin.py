"""The admin's pages: homes, beds, settings, people, roles, tablets. All write through actions."""

from django.contrib import admin
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from cura.core.accounts import access, actions, seniority, sessions, tablets
from cura.core.accounts.admin_forms import MembershipForm, PersonForm
from cura.core.accounts.admin_scope import ReadOnly, ScopedAdmin
from cura.core.accounts.home import BankHolidayOverride, Bed, Home, HomeSettings, Organisation
from cura.core.accounts.membership import Exclusion, Membership
from cura.core.accounts.people import User
from cura.core.accounts.tablet import Tablet
from cura.core.permissions import Permission as P


@admin.register(Organisation)
class OrganisationAdmin(ScopedAdmin):
    """Its name, for those who look after all of it. `manage.py open_home` makes one."""

    fields = ("name",)

    def get_queryset(self, request):
        mine = self.homes(request).values_list("organisation", flat=True).distinct()
        now = timezone.now()
        kept = [pk for pk in mine if seniority.keeps_organisation(request.user, pk, now)]
        return Organisation.objects.filter(pk__in=kept)

    def has_add_permission(self, request) -> bool:
        return False


@admin.register(Home)
class HomeAdmin(ScopedAdmin):
    home_path = "pk"
    fields = ("organisation", "kind", "name", "slug", "urn", "places", "address", "phone")
    list_display = ("name", "kind", "organisation", "urn")

    def has_add_permission(self, request) -> bool:
        return bool(self._kept(request))

    def get_readonly_fields(self, request, obj=None):
        return ("organisation", "kind", "slug") if obj else ()

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "organisation":
            kwargs["queryset"] = self._kept(request)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def _kept(self, request):
        return OrganisationAdmin(Organisation, self.admin_site).get_queryset(request)

    def make(self, request, values, now):
        return actions.open_home(by=request.user, now=now, **values)


@admin.register(Bed)
class BedAdmin(ScopedAdmin):
    fields = ("home", "name", "in_use")
    list_display = ("name", "home", "in_use")

    def get_readonly_fields(self, request, obj=None):
        return ("home",) if obj else ("in_use",)

    def make(self, request, values, now):
        return actions.add_bed(home=values["home"], name=values["name"], by=request.user, now=now)


@admin.register(HomeSettings)
class HomeSettingsAdmin(ScopedAdmin):
    list_display = ("home", "idle_minutes", "pin_hours", "late_hours")
    readonly_fields = ("home",)

    def has_add_permission(self, request) -> bool:
        return False


@admin.register(User)
class PersonAdmin(ScopedAdmin):
    permission = P.PEOPLE_MANAGE
    form = PersonForm
    freshly = True
    list_display = ("name", "username", "roles_now", "is_active")
    search_fields = ("name", "username")
    actions = ("sign_out_everywhere",)

    def get_queryset(self, request):
        mine = self.homes(request).values("organisation")
        return User.objects.filter(organisation__in=mine).prefetch_related("memberships")

    def has_change_permission(self, request, obj=None) -> bool:
        if not super().has_change_permission(request, obj):
            return False
        return obj is None or seniority.may_care_for(request.user, obj, timezone.now())

    def get_fields(self, request, obj=None):
        fields = [f for f in PersonForm.Meta.fields if obj or f != "is_active"]
        return [*fields, "roles_now", "invitation"] if obj else fields

    def get_readonly_fields(self, request, obj=None):
        return ("organisation", "username", "roles_now", "invitation") if obj else ()

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "organisation":
            mine = self.homes(request).values("organisation")
            kwargs["queryset"] = Organisation.objects.filter(pk__in=mine)
            kwargs["empty_label"] = None
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @admin.display(description="roles today")
    def roles_now(self, person) -> str:
        now = timezone.now()
        held = [m for m in person.memberships.all() if m.starts <= now and not _over(m, now)]
        return ", ".join(m.role_name for m in held) or "none"

    @admin.display(description="invitation")
    def invitation(self, person) -> str:
        url = reverse("invite", args=[person.pk])
        return format_html('<a href="{}">Let {} choose a password</a>', url, person.first_name)

    @admin.action(description="Sign out everywhere", permissions=["view"])
    def sign_out_everywhere(self, request, people):
        now = timezone.now()
        for person in people:
            seniority.require_care(request.user, person, now)
            sessions.end_all(user=person, by=request.user, now=now)
        self.message_user(request, "Signed out everywhere.")

    def make(self, request, values, now):
        return actions.add_person(by=request.user, now=now, **values)

    def amend(self, request, obj, values, now):
        seniority.require_care(request.user, obj, now)
        access.forget()
        return super().amend(request, obj, values, now)


@admin.register(Membership)
class MembershipAdmin(ScopedAdmin):
    """A role is given and ended, never edited: who might do what, and when, stays readable."""

    permission = P.PEOPLE_MANAGE
    form = MembershipForm
    freshly = True
    list_display = ("user", "role_name", "where", "starts", "ends")
    list_select_related = ("user", "home", "organisation")

    def get_queryset(self, request):
        mine = self.homes(request)
        rows = Membership.objects.select_related("user", "home", "organisation")
        at_homes = rows.filter(home__in=mine)
        return at_homes | rows.filter(organisation__in=mine.values("organisation"))

    def has_change_permission(self, request, obj=None) -> bool:
        if not super().has_change_permission(request, obj) or obj is None:
            return self.may(request) and obj is None
        return obj.user != request.user and seniority.may_give(
            request.user,
            obj.role,
            now=timezone.now(),
            home=obj.home,
            organisation=obj.organisation,
        )

    def get_readonly_fields(self, request, obj=None):
        return ("user", "home", "organisation", "role", "starts") if obj else ()

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.by = request.user
        return form

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        mine = self.homes(request).values("organisation")
        if db_field.name == "user":
            people = User.objects.filter(organisation__in=mine, is_active=True)
            kwargs["queryset"] = people.exclude(pk=request.user.pk)
        if db_field.name == "organisation":
            kwargs["queryset"] = Organisation.objects.filter(pk__in=mine)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @admin.display(description="where")
    def where(self, membership) -> str:
        return str(membership.home or f"all of {membership.organisation}")

    def make(self, request, values, now):
        seniority.require_give(
            request.user, values["role"], user=values["user"], home=values["home"],
            organisation=values["organisation"], now=now,
        )  # fmt: skip
        return actions.give_role(by=request.user, now=now, **values)

    def amend(self, request, obj, values, now):
        return actions.end_role(membership=obj, ends=values["ends"], by=request.user, now=now)


@admin.register(Tablet)
class TabletAdmin(ReadOnly, ScopedAdmin):
    """Registered on the device itself (/tablets/); taken out of use here too."""

    permission = P.PEOPLE_MANAGE
    list_display = ("name", "home", "registered_by", "registered_at", "ended_at")
    list_select_related = ("home", "registered_by")
    fields = list_display
    actions = ("take_out_of_use",)

    @admin.action(description="Take out of use", permissions=["view"])
    def take_out_of_use(self, request, rows):
        for tablet in rows.filter(ended_at=None):
            tablets.end(tablet=tablet, by=request.user, now=timezone.now())
        self.message_user(request, "Out of use. Nobody can work on them any more.")


@admin.register(Exclusion)
class ExclusionAdmin(ReadOnly, ScopedAdmin):
    """That somebody does not see a record; not why, which stands in the record itself."""

    permission = P.RECORD_REVIEW
    fields = list_display = ("user", "label", "home", "by", "at", "ended_at")
    list_select_related = ("user", "home", "by")

    def get_queryset(self, request):
        hidden = access.rights(request.user).excluded
        rows = super().get_queryset(request).told_to(request.user)
        return rows.exclude(object_id__in=hidden)


@admin.register(BankHolidayOverride)
class BankHolidayAdmin(ScopedAdmin):
    """For every home of this installation: only who looks after an organisation."""

    list_display = ("day", "is_holiday", "why")

    def get_queryset(self, request):
        return BankHolidayOverride.objects.all()

    def may(self, request) -> bool:
        return OrganisationAdmin(Organisation, self.admin_site).get_queryset(request).exists()

    def make(self, request, values, now):
        return actions.add_holiday(by=request.user, now=now, **values)


def _over(membership, now) -> bool:
    return bool(membership.ends and membership.ends <= now)
