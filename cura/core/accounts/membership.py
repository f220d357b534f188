"""Who works where, from when to when, and what that gives: guardian rows of a membership."""

from django.contrib.auth.models import Permission as DjangoPermission
from django.db import models
from django.db.models import F, Q
from guardian.models.models import UserObjectPermissionBase

from cura.core.accounts.home import Home, Organisation
from cura.core.accounts.people import User
from cura.core.accounts.roles import HOME_CHOICES, role


class MembershipQuerySet(models.QuerySet):
    def current(self, now) -> "MembershipQuerySet":
        return self.filter(Q(ends=None) | Q(ends__gt=now), starts__lte=now)

    def at(self, home: Home) -> "MembershipQuerySet":
        return self.filter(Q(home=home) | Q(organisation=home.organisation_id))


class Membership(models.Model):
    """A role at one home, or at every home of an organisation. It ends in the second it names."""

    about = ("user",)
    keep = "staff_file"

    user = models.ForeignKey(User, models.PROTECT, related_name="memberships")
    home = models.ForeignKey(
        Home, models.PROTECT, null=True, blank=True, related_name="memberships"
    )
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="memberships"
    )
    role = models.CharField("role", max_length=20, choices=HOME_CHOICES)
    starts = models.DateTimeField("from")
    ends = models.DateTimeField("until", null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = "role"
        ordering = ("starts",)
        constraints = (
            models.CheckConstraint(
                condition=Q(home=None) ^ Q(organisation=None), name="accounts_membership_one_place"
            ),
            models.CheckConstraint(
                condition=Q(ends=None) | Q(ends__gte=F("starts")),
                name="accounts_membership_ends_after_start",
            ),
        )

    def __str__(self) -> str:
        return f"{self.role_name} from {self.starts:%d %b %Y}"

    @property
    def role_name(self) -> str:
        return role(self.role).name


class HomeUserObjectPermission(UserObjectPermissionBase):
    """One permission of one membership at one home. Only `access` reads it, with the dates."""

    about = ("user",)
    keep = "staff_file"

    # Not guardian's CASCADE: whoever stands in a record is never deleted.
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    permission = models.ForeignKey(DjangoPermission, models.CASCADE, related_name="+")
    content_object = models.ForeignKey(Home, models.PROTECT, related_name="+")
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="grants")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("membership", "permission", "content_object"),
                name="accounts_home_grant_once",
            ),
        )
        indexes = (models.Index(fields=("user", "content_object"), name="accounts_grant_user"),)


class ExclusionQuerySet(models.QuerySet):
    def standing(self, now) -> "ExclusionQuerySet":
        return self.filter(Q(ended_at=None) | Q(ended_at__gt=now))

    def told_to(self, user) -> "ExclusionQuerySet":
        """Nobody ever sees her own, not even one that has ended."""
        return self.exclude(user=user)


class Exclusion(models.Model):
    """Takes one record out of everything that one person sees, its counts included.

    For an allegation against a member of staff, or a matter a colleague is part of. That there is
    one is known to those alone who could have made it.
    """

    about = ("user",)
    keep = "staff_file"

    user = models.ForeignKey(User, models.PROTECT, related_name="exclusions")
    label = models.CharField("kind of record", max_length=80)
    object_id = models.UUIDField("record")
    home = models.ForeignKey(Home, models.PROTECT, related_name="+")
    why = models.TextField("why")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField("from")
    ended_at = models.DateTimeField("until", null=True, blank=True)  # may lie ahead
    ended_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="ended by"
    )

    objects = ExclusionQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("user", "label", "object_id"),
                condition=Q(ended_at=None),
                name="accounts_exclusion_once",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) ^ Q(ended_by__isnull=False),
                name="accounts_exclusion_ended_by_somebody",
            ),
        )

    def __str__(self) -> str:
        return "Exclusion"  # the log holds this title: it says neither who nor what
