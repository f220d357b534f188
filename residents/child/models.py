"""The child, where she has lived, and who from outside may see her file."""

from django.contrib.auth.models import Permission as DjangoPermission
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from guardian.models.models import UserObjectPermissionBase

from cura.core.accounts import access
from cura.core.accounts.home import Bed, Home
from cura.core.accounts.people import User
from cura.core.accounts.roles import CHILD_CHOICES
from cura.core.permissions import CHOICES, Permission
from cura.lib import london
from cura.lib.uuid7 import uuid7

OLDEST = 25  # years on the day she came: beyond that a birthday was mistyped


class ChildQuerySet(models.QuerySet):
    def visible_to(self, user, permission: str = Permission.CHILD_READ, now=None):
        """Children whom she may see (or do `permission` for): of her homes, or granted."""
        scope = access.scope(user, permission, now)
        return self.filter(Q(home_id__in=scope.homes) | Q(pk__in=scope.children))

    def living_in(self, home: Home, also=None):
        """Who lives here now. `also` is the id of one whom a record names already: she stays
        among the choices of its form when she has left."""
        here = Q(home=home, left_at=None)
        return self.filter(here | Q(pk=also) if also else here).order_by("arrived_at")

    def moved_on(self, user):
        """Children whom she may not see any more, for they moved from a home of hers to another:
        what her home wrote stays with it."""
        homes = access.scope(user, Permission.CHILD_READ).homes
        slept = Stay.objects.filter(child=OuterRef("pk"), home_id__in=homes)
        seen = self.model.objects.visible_to(user).values("pk")
        return self.filter(Exists(slept)).exclude(pk__in=seen)


class Sex(models.TextChoices):
    """As the register asks (CHR 2015 Schedule 3 para. 2). Who she says she is stands in her name
    and pronouns."""

    FEMALE = "female", "Female"
    MALE = "male", "Male"
    OTHER = "other", "Another answer"


class Child(models.Model):
    """A child or young person. `home` is where she lives now, or lived last."""

    read = Permission.CHILD_READ
    entered_as = "child_id"
    about = ("self",)
    keep = "child_file"
    snapshotted = True
    never_deleted = True

    class LegalStatus(models.TextChoices):
        CARE_ORDER = "s31", "Care order (section 31)"
        INTERIM = "s38", "Interim care order (section 38)"
        ACCOMMODATED = "s20", "Accommodated by agreement (section 20)"
        POLICE = "s46", "Police protection (section 46)"
        EMERGENCY = "s44", "Emergency protection order (section 44)"
        REMAND = "remand", "Remanded to local authority accommodation"
        OTHER = "other", "Another basis"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    home = models.ForeignKey(Home, models.PROTECT, related_name="children")
    bed = models.ForeignKey(Bed, models.PROTECT, null=True, blank=True, related_name="+")
    first_name = models.CharField("first name", max_length=60)
    last_name = models.CharField("last name", max_length=60)
    called = models.CharField(
        "likes to be called", max_length=60, blank=True, help_text="The name of their own choosing."
    )
    pronouns = models.CharField("pronouns", max_length=40, blank=True)
    born = models.DateField("date of birth")
    legal_status = models.CharField(
        "legal status", max_length=8, choices=LegalStatus.choices, blank=True
    )
    looked_after_on = models.DateField(
        "looked after since", null=True, blank=True,
        help_text="The day on which the council began to look after her: often before she came.",
    )  # fmt: skip
    authority = models.CharField("placing authority", max_length=120, blank=True)
    sex = models.CharField("sex", max_length=6, choices=Sex.choices, blank=True)
    came_from = models.CharField(
        "lived before at", max_length=200, blank=True,
        help_text="The address, and what kind of place it was.",
    )  # fmt: skip
    religion = models.CharField("religion", max_length=120, blank=True)
    background = models.CharField(
        "ethnic and cultural background", max_length=160, blank=True,
        help_text="As the child, or else the family, says it.",
    )  # fmt: skip
    nhs_number = models.CharField("NHS number", max_length=12, blank=True)
    key_worker = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    brought_forward = models.BooleanField(
        "lived here before Cura was used", default=False, editable=False
    )
    arrived_at = models.DateTimeField("came to live here")
    left_at = models.DateTimeField("left", null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = ChildQuerySet.as_manager()

    class Meta:
        ordering = ("first_name", "last_name")
        default_permissions = ()
        permissions = CHOICES
        verbose_name_plural = "children"
        indexes = (models.Index(fields=("home", "left_at"), name="child_home"),)

    def __str__(self) -> str:
        return f"{self.first_name} {self.last_name[:1]}."

    def clean(self) -> None:
        """A birthday mistyped by a century is found at once, not on a printed page."""
        if not self.born or not self.arrived_at:
            return
        came = london.local_date(self.arrived_at)
        if self.born > came:
            raise ValidationError({"born": "This day is after the day when the child came."})
        if self.looked_after_on and self.looked_after_on < self.born:
            raise ValidationError({"looked_after_on": "This day is before the child was born."})
        if (years := london.age(self.born, came)) > OLDEST:
            raise ValidationError({"born": f"That would be {years} years old. Look at the year."})

    @property
    def name(self) -> str:
        return self.called or self.first_name

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}"

    @property
    def initials(self) -> str:
        return f"{self.first_name[:1]}{self.last_name[:1]}"


class Stay(models.Model):
    """From when to when a child slept in which bed: the register of who lived where (reg. 36)."""

    about = ("child",)
    keep = "child_file"
    snapshotted = True
    never_deleted = True

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    child = models.ForeignKey(Child, models.PROTECT, related_name="stays")
    home = models.ForeignKey(Home, models.PROTECT, related_name="stays")
    bed = models.ForeignKey(Bed, models.PROTECT, null=True, related_name="stays")
    starts = models.DateTimeField("from")
    ends = models.DateTimeField("until", null=True, blank=True)
    went_to = models.CharField("went to live at", max_length=200, blank=True)

    class Meta:
        ordering = ("starts",)
        default_permissions = ()
        constraints = (
            models.UniqueConstraint(
                fields=("child",), condition=Q(ends=None), name="residents_stay_one_now"
            ),
            models.UniqueConstraint(
                fields=("bed",), condition=Q(ends=None), name="residents_stay_bed_once_now"
            ),
            models.CheckConstraint(
                condition=Q(ends=None) | Q(ends__gte=F("starts")),
                name="residents_stay_ends_after_start",
            ),
        )


class ChildGrant(models.Model):
    """An outsider's right to one child's file, in a narrow role, from when to when."""

    about = ("child", "user")
    keep = "child_file"

    child = models.ForeignKey(Child, models.PROTECT, related_name="grants")
    user = models.ForeignKey(User, models.PROTECT, related_name="child_grants")
    role = models.CharField("role", max_length=20, choices=CHILD_CHOICES)
    starts = models.DateTimeField("from")
    ends = models.DateTimeField("until", null=True, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        default_permissions = ()
        constraints = (
            models.CheckConstraint(
                condition=Q(ends=None) | Q(ends__gte=F("starts")),
                name="residents_grant_ends_after_start",
            ),
        )


class ChildUserObjectPermission(UserObjectPermissionBase):
    """One permission of one child grant. Only `residents.child.rights` reads it, with its dates."""

    about = ("content_object", "user")
    keep = "child_file"

    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    permission = models.ForeignKey(DjangoPermission, models.CASCADE, related_name="+")
    content_object = models.ForeignKey(Child, models.PROTECT, related_name="+")
    grant = models.ForeignKey(ChildGrant, models.PROTECT, related_name="rows")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("grant", "permission"), name="residents_child_grant_once"
            ),
        )
