"""One thing that is due: who must see it, when its clock started, when it is due, and was it done.

Made by the engine from rows and rules, never by hand. All but the alerts that were written can be
made anew from the records at any time (`engine.resync`).
"""

from django.db import models
from django.db.models import Q

from cura.core.accounts import soft
from cura.core.deadlines.duty import Duty, duty
from cura.lib.uuid7 import uuid7


class DeadlineQuerySet(models.QuerySet):
    def visible_to(self, user, now=None) -> "DeadlineQuerySet":
        """Those whose record she may read."""
        return self.filter(soft.visible(user, now))

    def standing(self) -> "DeadlineQuerySet":
        """Without those whose record was set aside, or that no longer apply."""
        return self.exclude(state=Deadline.State.DROPPED)

    def open(self) -> "DeadlineQuerySet":
        """Not done yet, whether in time or overdue."""
        return self.filter(state__in=(Deadline.State.OPEN, Deadline.State.OVERDUE))

    def ours(self) -> "DeadlineQuerySet":
        return self.filter(owner="ours")

    def theirs(self) -> "DeadlineQuerySet":
        """What others owe the home: to be chased, and not the home's own lateness."""
        return self.filter(owner="theirs")


class Deadline(models.Model):
    """`slot` is the moment at which the clock started: a recurring duty keeps one row for each."""

    class State(models.TextChoices):
        OPEN = "open", "To do"
        OVERDUE = "overdue", "Overdue"
        MET = "met", "Done in time"
        LATE = "late", "Done late"
        DROPPED = "dropped", "No longer needed"

    about = ("child_id",)
    keep = "system"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    rule = models.CharField(max_length=40)
    label = models.CharField(max_length=80)
    object_id = models.UUIDField()
    home_id = models.UUIDField(null=True)
    child_id = models.UUIDField(null=True)
    permission = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    slot = models.DateTimeField()
    due_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    planned_at = models.DateTimeField(null=True)
    owner = models.CharField(max_length=6)
    basis = models.CharField(max_length=8)
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    # alert_no: which alert comes next. Sixteen a round: a due day that moves begins a new round.
    alert_no = models.PositiveIntegerField(default=0)
    next_alert_at = models.DateTimeField(null=True)
    revision = models.PositiveIntegerField(default=0)  # raised by each change: calendars ask
    made_with = models.CharField(max_length=16)  # the rule, calendar and policy it was made with

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ("due_at", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("rule", "object_id", "slot"), name="deadlines_deadline_slot_once"
            ),
        )
        indexes = (
            models.Index(
                fields=("next_alert_at", "id"),
                condition=Q(next_alert_at__isnull=False),
                name="deadlines_next_alert",
            ),
            models.Index(fields=("due_at",), condition=Q(state="open"), name="deadlines_open"),
            models.Index(fields=("home_id", "state", "due_at"), name="deadlines_home"),
            models.Index(fields=("child_id", "state", "due_at"), name="deadlines_child"),
            models.Index(fields=("object_id",), name="deadlines_object"),
            models.Index(fields=("rule", "done_at"), name="deadlines_done"),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def duty(self) -> Duty:
        return duty(self.rule.partition("/")[0])


class DeadlineEvent(models.Model):
    """One alert that has come: written once by the tick, told to people by the notices.

    `to` holds codes, for who holds a role is asked when it is told. `late`: written after the
    moment at which it should have come (an outage). `delivered_at` belongs to the notices.
    """

    class Kind(models.TextChoices):
        REMINDER = "reminder", "Reminder"
        OVERDUE = "overdue", "Overdue"
        ESCALATION = "escalation", "Still overdue"

    about = ()
    keep = "system"

    deadline = models.ForeignKey(Deadline, models.PROTECT, related_name="events")
    alert_no = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    to = models.JSONField()
    urgent = models.BooleanField(default=False)
    at = models.DateTimeField()
    written_at = models.DateTimeField()
    late = models.BooleanField(default=False)
    delivered_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("deadline", "alert_no"), name="deadlines_event_once"),
        )
        indexes = (
            models.Index(
                fields=("id",),
                condition=Q(delivered_at=None),
                name="deadlines_event_waiting",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.alert_no}"
