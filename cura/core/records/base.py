"""What every record has: where, who wrote it, when it happened and was written, if it stands."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from cura.core.accounts import access
from cura.core.accounts.home import Home
from cura.core.accounts.people import User
from cura.core.permissions import Permission
from cura.core.records.pairs import at_and_by
from cura.lib.uuid7 import uuid7

PROGRAM_WRITES = ("_at_and_by", "_submitted_once")


class RecordQuerySet(models.QuerySet):
    """Every page starts from `visible_to`; lists, clocks and charts then take what stands."""

    def visible_to(self, user, permission: str | None = None, now=None) -> "RecordQuerySet":
        """Those she may read (or do `permission` to). Ids only, never a join in an OR."""
        scope = access.scope(user, permission or self.model.read, now)
        within = Q(home_id__in=scope.homes)
        if self.model.of_child:
            within |= Q(child_id__in=scope.children)
        rows = self.filter(within)
        return rows.exclude(pk__in=scope.excluded) if scope.excluded else rows

    def standing(self) -> "RecordQuerySet":
        """Without what was set aside or replaced."""
        return self.filter(void_at=None)

    def between(self, start, end) -> "RecordQuerySet":
        return self.filter(happened_at__gte=start, happened_at__lt=end)


class Record(models.Model):
    """A record that may be changed, with each version in the log, until it is set aside.

    Subclasses name `read` and `write` (permissions), `about` and `keep`.
    """

    read: Permission
    write: Permission
    of_child = False
    short_lived: tuple[str, ...] = ()  # columns whose words go after a while: see `short_lived`
    forgotten_at = None  # when they went

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    home = models.ForeignKey(Home, models.PROTECT, related_name="+", verbose_name="home")
    author = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="written by")
    happened_at = models.DateTimeField("when")
    created_at = models.DateTimeField("written", editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    submission = models.UUIDField(null=True, editable=False)
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, editable=False, related_name="replaced_by"
    )
    void_at = models.DateTimeField("set aside", null=True, editable=False)
    void_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="by"
    )
    void_reason = models.TextField("why it was set aside", blank=True, editable=False)

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True
        default_permissions = ()
        ordering = ("-happened_at", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=("author", "submission"), name="%(app_label)s_%(class)s_submitted_once"
            ),
            at_and_by("void"),
        )
        # Index names are short (30) and unique in a whole database.
        indexes = (models.Index(fields=("home", "-happened_at", "-id"), name="%(class)s_home"),)

    def __str__(self) -> str:
        return self._meta.verbose_name.capitalize()

    def get_constraints(self):
        """What a form asks the database about before it saves: not what only actions write (when
        and who together, a submission once), which the database alone holds."""
        return [
            (model, [c for c in constraints if not c.name.endswith(PROGRAM_WRITES)])
            for model, constraints in super().get_constraints()
        ]

    @classmethod
    def under(cls, subject) -> dict:
        """The columns that say what a new record hangs under. Here: a home."""
        return {"home": subject}

    @property
    def subject(self):
        return self.home

    def open_to(self, user, permission: str | None = None, now=None) -> bool:
        """`visible_to` for one row in hand: the same rule, without asking the database again."""
        scope = access.scope(user, permission or self.read, now)
        within = self.home_id in scope.homes
        if self.of_child:
            within = within or self.child_id in scope.children
        return within and self.pk not in scope.excluded


class SignableRecord(Record):
    """A record that is signed and from then on stays as it is (CHR 2015 reg. 36(1)(b))."""

    signed_at = models.DateTimeField("signed", null=True, editable=False)
    signed_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="signed by"
    )

    class Meta(Record.Meta):
        abstract = True
        constraints = (*Record.Meta.constraints, at_and_by("signed"))


class RecordPart(models.Model):
    """What fewer people may see of a record: its own row, its own permission, its own section.
    It has a version as a record has: nobody's text is written over unseen.

    Subclasses add `record = OneToOneField(..., related_name=…)`, `read`, `write` and the fields.
    """

    read: Permission
    write: Permission
    never_deleted = True

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    author = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="written by")
    created_at = models.DateTimeField("written", editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True
        default_permissions = ()


class RecordRow(models.Model):
    """A line of a record (a child in a handover), frozen with its record."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)

    class Meta:
        abstract = True
        default_permissions = ()
        ordering = ("id",)


def not_in_future(value, now) -> None:
    """Something that has not happened yet cannot be recorded as having happened."""
    if value and value > now:
        raise ValidationError("This time has not come yet.", code="future")
