"""Something planned that does not take place: who called it off, why, and how the child was told. A
child waits for people who do not come, so it is asked in the same words everywhere."""

from django.db import models

from cura.core.accounts.people import User


class CalledOff(models.Model):
    """The columns of the moment `cancelled`; the constraint `at_and_by("cancelled")` is the
    record's own."""

    class CalledOffBy(models.TextChoices):
        US = "us", "Us, the home"
        CHILD = "child", "The child"
        FAMILY = "family", "The family"
        COUNCIL = "council", "The council"
        OTHER = "other", "Somebody else"

    cancelled_whom = models.CharField(
        "who called it off?", max_length=8, choices=CalledOffBy.choices, blank=True
    )
    cancelled_why = models.CharField("why?", max_length=300, blank=True)
    cancelled_told = models.CharField("how was the child told?", max_length=300, blank=True)
    cancelled_at = models.DateTimeField("called off", null=True, editable=False)
    cancelled_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="by"
    )

    class Meta:
        abstract = True
