"""A paper that somebody else owes us about a child, and each thing that was done about it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from cura.core.accounts import access
from cura.core.accounts.home import Home
from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.core.records.base import Record, RecordQuerySet
from cura.lib.uuid7 import uuid7
from placements.papers.kinds import CHOICES, KINDS, Kind, Owes
from placements.referral.models import Referral
from residents.child.models import Child


class PaperQuerySet(RecordQuerySet):
    def visible_to(self, user, permission: str | None = None, now=None) -> "PaperQuerySet":
        """As every record; of a child who has not come, only who may see referrals."""
        rows = super().visible_to(user, permission, now)
        homes = access.scope(user, P.PLACEMENT_READ, now).homes
        return rows.exclude(Q(child=None) & ~Q(home_id__in=homes))

    def of(self, subject: Child | Referral) -> "PaperQuerySet":
        """Of a child, or of a referral."""
        about = {"child": subject} if isinstance(subject, Child) else {"referral": subject}
        return self.standing().filter(**about)

    def wanted(self) -> "PaperQuerySet":
        """All that we do want: what turned out not to be needed is left out."""
        return self.standing().filter(not_needed_at=None)

    def missing(self) -> "PaperQuerySet":
        return self.wanted().filter(received_at=None)

    def told_of(self) -> "PaperQuerySet":
        """Asked for, or here: not what we only expect on its day."""
        return self.filter(~Q(first_asked_at=None) | ~Q(received_at=None) | ~Q(ring_at=None))

    def due_chase(self, now) -> "PaperQuerySet":
        return self.missing().filter(next_chase_at__lte=now)


class Paper(Record):
    """One paper that others owe. `happened_at`: when we first wanted it.

    What is done about it are lines (`PaperLine`), never edits; the columns say how it stands after
    the last one. `counts_from` is when the clock of the law began, and empty until she is here.
    `ring_at`: nobody can be written to, so somebody has to ring.
    """

    read, write = P.PLAN_READ, P.PLAN_WRITE
    of_child = True  # once she is here: it goes with her when she moves
    about = ("child", "author")
    keep = "child_file"

    referral = models.ForeignKey(
        Referral, models.PROTECT, null=True, blank=True, editable=False, related_name="papers"
    )
    child = models.ForeignKey(
        Child, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="about whom"
    )
    kind = models.CharField("which paper?", max_length=24, choices=CHOICES, default="other")
    name = models.CharField(
        "in your words", max_length=120, blank=True,
        help_text="Only if the list does not say it: “October”, “letter of the court”.",
    )  # fmt: skip
    owed_by = models.CharField(
        "who owes it?", max_length=10, choices=Owes.choices, default=Owes.COUNCIL
    )
    before_door = models.BooleanField("wanted before the child comes", default=False)
    wanted_by = models.DateField("wanted by", null=True, editable=False)
    counts_from = models.DateTimeField("its clock began", null=True, editable=False)
    asks = models.PositiveSmallIntegerField("how often asked", default=0, editable=False)
    first_asked_at = models.DateTimeField("first asked", null=True, editable=False)
    last_asked_at = models.DateTimeField("last asked", null=True, editable=False)
    next_chase_at = models.DateTimeField("asked again", null=True, editable=False)
    ring_at = models.DateTimeField("somebody has to ring", null=True, editable=False)
    received_at = models.DateTimeField("came", null=True, editable=False)
    read_at = models.DateTimeField("read", null=True, editable=False)
    not_needed_at = models.DateTimeField("not needed", null=True, editable=False)

    objects = PaperQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = "paper owed to us"
        verbose_name_plural = "papers owed to us"
        constraints = (
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(child__isnull=False) | Q(referral__isnull=False),
                name="placements_paper_about_somebody",
            ),
            models.CheckConstraint(
                condition=Q(next_chase_at=None) | Q(received_at=None, not_needed_at=None),
                name="placements_paper_not_chased_after",
            ),
        )
        indexes = (
            *Record.Meta.indexes,
            models.Index(fields=("child",), name="paper_child"),
            models.Index(
                fields=("next_chase_at",), condition=Q(next_chase_at__isnull=False),
                name="paper_to_chase",
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        if self.kind == "other" and not self.name.strip():
            raise ValidationError({"name": "Say in your words what it is."})

    def open_to(self, user, permission: str | None = None, now=None) -> bool:
        if self.child_id is None:
            if self.home_id not in access.scope(user, P.PLACEMENT_READ, now).homes:
                return False
        return super().open_to(user, permission, now)

    @property
    def only_expected(self) -> bool:
        """The law gives them time: nobody has asked yet, and it is not late."""
        return not (self.first_asked_at or self.received_at or self.ring_at or self.not_needed_at)

    @property
    def of_kind(self) -> Kind:
        return KINDS[self.kind]

    @property
    def title(self) -> str:
        if self.kind == "other":
            return self.name
        return f"{self.of_kind.title}: {self.name}" if self.name else self.of_kind.title

    def own_title(self) -> str:
        return self.title


class PaperLine(models.Model):
    """One thing done about one paper: when, how, with whom, by whom. Never changed.

    `by` is empty for what Cura did by itself and for what came through a link: then `who` says it.
    `batch` is shared by all papers of one mail, letter or call. `once` lets a chase be written once
    only, whoever tries.
    """

    about = ("child_id", "by")
    keep = "child_file"
    append_only = True
    snapshotted = True

    class What(models.TextChoices):
        ASKED = "asked", "Asked for"
        CHASED = "chased", "Asked again"
        ANSWERED = "answered", "They said"
        CANNOT = "cannot", "They cannot send it"
        PART = "part", "A part came"
        RECEIVED = "received", "Came"
        READ = "read", "Read"
        CARRIED = "carried", "Carried into a plan"
        NOT_NEEDED = "not_needed", "Not needed"
        CAME_ALONG = "came_along", "The child came to live here"

    class How(models.TextChoices):
        MAIL = "mail", "By mail"
        LETTER = "letter", "By letter"
        PHONE = "phone", "By phone"
        LINK = "link", "By the link we sent"
        HAND = "hand", "By hand"
        NOBODY = "nobody", "Nobody to write to: somebody has to ring"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="lines")
    home = models.ForeignKey(Home, models.PROTECT, related_name="+")
    child_id = models.UUIDField(null=True)
    what = models.CharField(max_length=10, choices=What.choices)
    how = models.CharField(max_length=8, choices=How.choices, blank=True)
    whom = models.CharField("with whom", max_length=160, blank=True)
    words = models.TextField("what was said", blank=True)
    record_label = models.CharField(max_length=80, blank=True)
    record_id = models.UUIDField(null=True)
    link_id = models.UUIDField(null=True, db_index=True)
    mail_key = models.CharField(max_length=120, blank=True)
    batch = models.UUIDField(null=True, db_index=True)
    once = models.CharField(max_length=80, unique=True, null=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    who = models.CharField(max_length=160)
    happened_at = models.DateTimeField("when")
    at = models.DateTimeField("written")

    class Meta:
        default_permissions = ()
        ordering = ("at", "id")

    def __str__(self) -> str:
        return self.get_what_display()


class ChaseRhythm(models.Model):
    """How a home asks again: working days after the first asking. The newest counts; what was
    set before stays readable."""

    about = ("by",)
    keep = "home_file"
    append_only = True

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    home = models.ForeignKey(Home, models.PROTECT, related_name="+")
    days = models.JSONField("working days after the first asking")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField("set")

    class Meta:
        default_permissions = ()
        ordering = ("id",)

    def __str__(self) -> str:
        return f"Asked again after {self.days} working days"
