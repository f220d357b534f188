"""The chained log and the outbox. No foreign keys: the log never leans on live rows."""

from django.db import models


class Chain(models.Model):
    """The newest entry of one chain. Its row is the lock that keeps the chain a chain."""

    about = ()
    keep = "system"

    key = models.CharField(primary_key=True, max_length=80)
    seq = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="")

    def __str__(self) -> str:
        return self.key


class AuditEvent(models.Model):
    """Who did or read what, and when. Each entry carries the hash of the one before."""

    about = ()  # persons are named as text; subject access searches by id
    keep = "audit"
    append_only = True

    chain = models.CharField(max_length=80)
    seq = models.BigIntegerField()
    at = models.DateTimeField()
    actor_id = models.UUIDField(null=True)
    actor = models.CharField(max_length=120)
    action = models.CharField(max_length=60)
    label = models.CharField(max_length=80, blank=True)
    object_id = models.UUIDField(null=True)
    title = models.CharField(max_length=200, blank=True)
    home_id = models.UUIDField(null=True)
    child_id = models.UUIDField(null=True)
    body = models.TextField(default="{}")  # canonical JSON: what changed, or the snapshot
    request_id = models.CharField(max_length=64, blank=True)
    address = models.CharField(max_length=64, blank=True)
    prev = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("chain", "seq"), name="audit_event_place_once"),
        )
        indexes = (
            models.Index(fields=("object_id", "seq"), name="audit_event_object"),
            models.Index(fields=("label", "object_id"), name="audit_event_label"),
            models.Index(fields=("home_id", "-at"), name="audit_event_home"),
            models.Index(fields=("child_id", "-at"), name="audit_event_child"),
        )

    def __str__(self) -> str:
        return f"{self.chain} {self.seq}"


class Change(models.Model):
    """The outbox: one row for each write and each reader that asked to hear of writes."""

    about = ()
    keep = "system"

    reader = models.CharField(max_length=40)
    label = models.CharField(max_length=80)
    object_id = models.UUIDField()
    home_id = models.UUIDField(null=True)
    child_id = models.UUIDField(null=True)
    at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=("reader", "id"), name="audit_change_reader"),)

    def __str__(self) -> str:
        return f"{self.label} {self.object_id}"
