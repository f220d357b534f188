from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.core.records.base import RecordPart, RecordRow
from cura.lib.uuid7 import uuid7
from residents.child.record import SignedChildRecord


class KeyWork(SignedChildRecord):
    """Time that an adult gave to one child to talk or do something together, planned or not."""

    read, write = P.KEYWORK_READ, P.KEYWORK_WRITE

    class Kind(models.TextChoices):
        UNPLANNED = "unplanned", "It came up"
        PLANNED = "planned", "We had planned it"

    class Topic(models.TextChoices):
        FEELINGS = "feelings", "Feelings"
        FAMILY = "family", "Family"
        FRIENDS = "friends", "Friends"
        SCHOOL = "school", "School"
        HEALTH = "health", "Health"
        SAFETY = "safety", "Keeping safe"
        ONLINE = "online", "Online life"
        IDENTITY = "identity", "Who I am"
        PLANS = "plans", "My plans and aims"
        SKILLS = "skills", "Doing things myself"
        HOME = "home", "Living here"
        RIGHTS = "rights", "My rights, complaints"
        MOVING_ON = "moving_on", "Moving on"
        OTHER = "other", "Something else"

    topic = models.CharField("what was it about?", max_length=10, choices=Topic)
    words = models.TextField("what we did and talked about")
    own_words = models.TextField(
        "in the child's own words", blank=True, help_text="As said, without putting it right."
    )
    kind = models.CharField("planned?", max_length=9, choices=Kind, default=Kind.UNPLANNED)
    minutes = models.PositiveSmallIntegerField(
        "how many minutes?",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(600)],
    )

    class Meta(SignedChildRecord.Meta):
        verbose_name = "key work"
        verbose_name_plural = "key work"


class KeyWorkAction(RecordRow):
    """What somebody said they would do after it. Frozen with the key work; done stands beside."""

    about = ("key_work__child",)
    keep = "child_file"

    key_work = models.ForeignKey(KeyWork, models.PROTECT, related_name="actions")
    what = models.CharField("what", max_length=200)
    who = models.CharField("who", max_length=80)
    by_when = models.DateField("by when", null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.what} ({self.who})"


class KeyWorkDone(models.Model):
    """A promise kept, and what came of it."""

    about = ("action__key_work__child", "by")
    keep = "child_file"
    append_only = True
    snapshotted = True

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    action = models.OneToOneField(KeyWorkAction, models.PROTECT, related_name="done")
    words = models.TextField("what came of it", blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        ordering = ("at",)


class KeyWorkPrivate(RecordPart):
    """What a child asked us to keep between few people."""

    read, write = P.CHILD_PRIVATE, P.CHILD_PRIVATE
    about = ("record__child", "author")
    keep = "child_file"

    record = models.OneToOneField(KeyWork, models.PROTECT, related_name="private")
    words = models.TextField("what was said in confidence")
    agreed = models.TextField(
        "who may know, as we agreed",
        blank=True,
        help_text="We never promise to keep it when somebody may be harmed; say that it was said.",
    )
