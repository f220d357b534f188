"""What stands about a child until somebody ends it: an alert, a person in her life."""

from django.db import models

from cura.core.accounts.people import User
from cura.core.records.pairs import at_and_by
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
        constraints = (*ChildRecord.Meta.constraints, at_and_by("ended"))
