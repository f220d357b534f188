from django.db import models

from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.core.records.base import SignableRecord
from cura.core.records.pairs import at_and_by


class Defect(SignableRecord):
    """Something in the house that is broken (CHR 2015 reg. 25): how old it is shows everywhere.

    What could hurt somebody is made safe in the same shift, before it is mended.
    """

    read, write = P.PREMISES_READ, P.PREMISES_WRITE
    about = ("author",)
    keep = "home_file"

    class Whose(models.TextChoices):
        HOME = "home", "Ours to mend"
        OWNER = "owner", "The owner of the house"
        OTHER = "other", "Somebody else"

    what = models.CharField("what is broken?", max_length=200)
    where = models.CharField("where?", max_length=120)
    danger = models.BooleanField(
        "it could hurt somebody",
        default=False,
        help_text="Glass, a window that opens too far, a loose cord, a missing door: make it safe "
        "in this shift.",
    )
    whose = models.CharField(
        "whose task is it?", max_length=6, choices=Whose.choices, default=Whose.HOME
    )
    told = models.CharField("who has been told, and when?", max_length=200, blank=True)
    source_label = models.CharField(max_length=80, blank=True, editable=False)
    source_id = models.UUIDField(null=True, editable=False)

    safe_at = models.DateTimeField("made safe", null=True, editable=False)
    safe_by = models.ForeignKey(User, models.PROTECT, null=True, editable=False, related_name="+")
    safe_how = models.TextField("how was it made safe?", blank=True)
    mended_at = models.DateTimeField("mended", null=True, editable=False)
    mended_by = models.ForeignKey(User, models.PROTECT, null=True, editable=False, related_name="+")
    mended_how = models.TextField("what was done, and by whom?", blank=True)

    class Meta(SignableRecord.Meta):
        verbose_name = "defect"
        constraints = (*SignableRecord.Meta.constraints, at_and_by("safe"), at_and_by("mended"))
