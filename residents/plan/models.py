"""What support plan and safety plan share: versions, the page that the child can read, and when
somebody looked at it again."""

from django.db import models

from cura.core.accounts.home import Home
from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.core.records.base import RecordRow
from cura.core.records.pairs import at_and_by
from cura.lib.uuid7 import uuid7
from residents.child.models import Child
from residents.child.record import SignedChildRecord


class Plan(SignedChildRecord):
    """A plan for one child, written with her. A newer version stands in place of the older one,
    which stays as it was.

    `number` is that of the version. CHR 2015 reg. 14 and reg. 7: her views, her care.
    """

    read, write = P.PLAN_READ, P.PLAN_WRITE

    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()  # headings, with the fields under each

    class WhyNow(models.TextChoices):
        FIRST = "first", "The first one"
        MONTH = "month", "A month has gone by"
        EVENT = "event", "Something happened"
        NEWS = "news", "We know something new"
        ASKED = "asked", "The child asked for it"

    class Answer(models.TextChoices):
        SIGNED = "signed", "Signed it"
        SAID_YES = "yes", "Said yes to it"
        PARTLY = "partly", "Agrees with some of it"
        NO = "no", "Did not want to sign"

    number = models.PositiveSmallIntegerField("version", default=1, editable=False)
    why_now = models.CharField("why now?", max_length=6, choices=WhyNow, default=WhyNow.FIRST)
    what_is_new = models.TextField(
        "What is new in it?", blank=True, help_text="So that whoever knows the last one finds it."
    )
    written_with = models.TextField(
        "How was it written together?", help_text="When, where, what the child said and chose."
    )
    answer = models.CharField(
        "what did the child say to it?", max_length=6, choices=Answer, blank=True
    )
    answer_words = models.TextField("in the child's own words", blank=True)
    shared_at = models.DateTimeField("gone through together", null=True, editable=False)
    shared_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name="gone through by",
    )  # fmt: skip

    class Meta(SignedChildRecord.Meta):
        abstract = True
        constraints = (*SignedChildRecord.Meta.constraints, at_and_by("shared"))

    def own_title(self) -> str:
        return f"{self._meta.verbose_name.capitalize()}, version {self.number}"


class PaperLine(RecordRow):
    """A paper that the author of a plan had before her, or had not: plans written without a
    chronology say so."""

    about = ("plan__child",)
    keep = "child_file"

    class How(models.TextChoices):
        READ = "read", "Read"
        UNREAD = "unread", "Here, not read yet"
        OWED = "owed", "Has not come"

    name = models.CharField("paper", max_length=160)
    how = models.CharField("read?", max_length=6, choices=How, default=How.READ)

    class Meta(RecordRow.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.name


class OfPlan(models.Model):
    """A row about a plan of one kind: `label` names the kind. Never changed."""

    read = P.PLAN_READ
    of_child = True
    about = ("child", "by")
    keep = "child_file"
    append_only = True
    snapshotted = True

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    label = models.CharField(max_length=80)
    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    home = models.ForeignKey(Home, models.PROTECT, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        abstract = True
        default_permissions = ()
        ordering = ("at", "id")


class PlanLook(OfPlan):
    """A plan was looked at: a version was signed, or it stands as it is."""

    plan_id = models.UUIDField()
    words = models.TextField("what we thought", blank=True)
    own_words = models.TextField("what the child said", blank=True)

    class Meta(OfPlan.Meta):
        indexes = (models.Index(fields=("child", "label", "at"), name="planlook_child"),)

    def __str__(self) -> str:
        return "Looked at a plan again"


class PlanAsked(OfPlan):
    """Something that happened asks that a plan be looked at again. `cause` is known softly."""

    cause_label = models.CharField(max_length=80)
    cause_id = models.UUIDField()
    words = models.CharField(max_length=200)

    class Meta(OfPlan.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=("label", "cause_id"), name="residents_planasked_once"
            ),
        )  # fmt: skip
        indexes = (models.Index(fields=("child", "label", "at"), name="planasked_child"),)

    def __str__(self) -> str:
        return "A plan is to be looked at again"
