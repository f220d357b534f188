from django.db import models

from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.core.records.base import Record
from cura.core.records.pairs import at_and_by
from residents.child.record import ChildRecord


class Reg41Notice(ChildRecord):
    """The local council hears that a child whom another council places has come or left (CHR 2015
    reg. 41): in writing, without delay. Not for short breaks (Schedule 5 para. 1(d))."""

    read, write = P.CHILD_READ, P.CHILD_WRITE

    class Kind(models.TextChoices):
        CAME = "came", "Came to live here"
        LEFT = "left", "Left"

    class Answer(models.TextChoices):
        YES = "yes", "Yes"
        NO = "no", "No"

    class Order(models.TextChoices):
        CARE = "care", "A care order, interim too"
        SUPERVISION = "supervision", "A supervision order"
        NONE = "none", "Neither"

    class Needs(models.TextChoices):
        NONE = "none", "Neither"
        PLAN = "plan", "An education, health and care plan"
        SEN = "sen", "Special educational needs without a plan"
        ASKED = "asked", "Not known yet: we have asked"

    class How(models.TextChoices):
        MAIL = "mail", "By secure mail"
        POST = "post", "By post"
        PORTAL = "portal", "Through the council's portal"

    kind = models.CharField("what do we tell?", max_length=4, choices=Kind.choices)
    council = models.CharField("which council do we tell?", max_length=120)
    authority = models.CharField("which council placed the child?", max_length=120, blank=True)
    authority_contact = models.TextField(
        "whom to ask there", blank=True, help_text="The social worker: name, address, phone."
    )
    iro_contact = models.TextField(
        "the independent reviewing officer", blank=True,
        help_text="Name and how to reach them. If nobody is named yet, say so.",
    )  # fmt: skip
    accommodated = models.CharField(
        "accommodated under section 20 or 21?", max_length=3, choices=Answer.choices, blank=True
    )
    order = models.CharField(
        "a care order or supervision order?", max_length=11, choices=Order.choices, blank=True
    )
    needs = models.CharField(
        "special educational needs?", max_length=5, choices=Needs.choices, blank=True
    )
    needs_council = models.CharField("which council answers for them?", max_length=120, blank=True)
    sent_at = models.DateTimeField("sent", null=True, editable=False)
    sent_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="sent by"
    )
    sent_to = models.CharField("to whom?", max_length=200, blank=True)
    sent_how = models.CharField("how?", max_length=6, choices=How.choices, blank=True)

    class Meta(ChildRecord.Meta):
        verbose_name = "notice to the local council"
        verbose_name_plural = "notices to the local council"
        constraints = (*Record.Meta.constraints, at_and_by("sent"))

    def wanting(self) -> str:
        """What the regulation wants in it and is not there; "" when it may go."""
        asked = (
            (self.authority and self.authority_contact, "which council placed the child, and whom "
             "to ask there"),
            (self.iro_contact, "the independent reviewing officer, or that nobody is named yet"),
            (self.accommodated, "whether it is under section 20 or 21"),
            (self.order, "whether there is an order"),
            (self.needs, "about special educational needs"),
        )  # fmt: skip
        missing = "; ".join(words for there, words in asked if not there)
        return f"Before it goes, write: {missing}." if missing else ""
