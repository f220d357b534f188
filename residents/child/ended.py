"""What stands about a child until somebody ends it: an alert, a person in her life."""

from django.db import models
from django.db.models import Q

from cura.core.accounts.people import User
from residents.child.record import ChildRecord


class StandingRecord(ChildRecord):
    """Open to change until it is ended; from then on it stays as it was, and leaves the pages."""

    ended_at = models.DateTimeField("ended", null=True, editable=False)
    ended_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="ended by"
    )
    ended_why = models.TextField("why it ends", blank=True)

    class Meta(ChildRecord.Meta):
        abstract = True
        constraints = (
            *ChildRecord.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="%(app_label)s_%(class)s_ended_at_and_by",
            ),
        )
