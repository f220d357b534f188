from datetime import date

from django.core.exceptions import ValidationError
from django.db import models

from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.core.records.pairs import at_and_by
from cura.lib import london
from placements.reviews.models import LookedAfterReview
from residents.child.record import SignedChildRecord

SECTIONS = (
    "child_view", "wellbeing", "good_things", "hard_things", "visits", "health", "school", "family",
    "key_work", "papers", "aims", "moving_on", "moving_on_why",
)  # fmt: skip


class ReviewReport(SignedChildRecord):
    """What we say at a looked-after review, drafted from our own records since the last one.

    A shared text until the key worker signs it; a manager reads it for the home, and then it goes
    to the reviewing officer. Her views stand first. It cannot be signed without them, nor without
    the line on moving on.
    """

    read, write = P.REPORT_READ, P.REPORT_WRITE

    class How(models.TextChoices):
        LINK = "link", "By a link"
        MAIL = "mail", "By mail or the council's own portal"
        POST = "post", "On paper"

    review = models.ForeignKey(
        LookedAfterReview, models.PROTECT, null=True, blank=True, related_name="reports",
        verbose_name="for which review?",
    )  # fmt: skip
    since = models.DateField("what happened since")
    child_view = models.TextField(
        "what the child says",
        blank=True,
        help_text="In the child's own words, and who helped to write it. If the child did not want "
        "to: how it was asked, when, and what was answered.",
    )
    wellbeing = models.TextField("How things have been", blank=True)
    good_things = models.TextField("Good things and firsts", blank=True)
    hard_things = models.TextField("What was hard, and what helped", blank=True)
    visits = models.TextField("Who came to see the child, and what came of it", blank=True)
    health = models.TextField("Health", blank=True)
    school = models.TextField("School", blank=True)
    family = models.TextField("Family time", blank=True)
    key_work = models.TextField("Key work", blank=True)
    papers = models.TextField("What we were sent, and what is still owed", blank=True)
    aims = models.TextField("What we and the child aim for until the next review", blank=True)
    moving_on = models.TextField(
        "Moving on", blank=True,
        help_text="Where the child is to live next, when, and what we do towards it.",
    )  # fmt: skip
    moving_on_why = models.TextField("Moving on was not talked about, because", blank=True)

    checked_at = models.DateTimeField("checked", null=True, editable=False)
    checked_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name="checked by",
    )  # fmt: skip
    manager_words = models.TextField("from the manager", blank=True)
    sent_at = models.DateTimeField("sent", null=True, editable=False)
    sent_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="sent by"
    )
    sent_to = models.CharField("to whom?", max_length=160, blank=True)
    sent_how = models.CharField("how?", max_length=4, choices=How.choices, blank=True)

    class Meta(SignedChildRecord.Meta):
        verbose_name = "report for a review"
        verbose_name_plural = "reports for reviews"
        constraints = (
            *SignedChildRecord.Meta.constraints,
            at_and_by("checked"),
            at_and_by("sent"),
        )

    def __str__(self) -> str:
        return self.own_title()

    def own_title(self) -> str:
        if self.review is None:
            return "Report for the next review"
        return f"Report for the review on {london.day_words(self.day)}"

    @property
    def stands(self) -> str:
        """How far it is, in words."""
        if self.sent_at:
            return "Sent"
        if self.checked_at:
            return "Checked, to be sent"
        return "Signed, to be checked" if self.signed_at else "Being written"

    @property
    def day(self) -> date:
        return london.local_date(self.review.held_at or self.review.happened_at)

    def clean(self) -> None:
        if not any(getattr(self, name).strip() for name in SECTIONS):
            raise ValidationError("There is nothing in this report yet.")
        if not self.signed_at:
            return
        missing = []
        if not self.child_view.strip():
            missing.append("what the child says, or how it was asked")
        if not (self.moving_on.strip() or self.moving_on_why.strip()):
            missing.append("the line on moving on, or why it was not talked about")
        if missing:
            raise ValidationError(f"Before you sign, write {' and '.join(missing)}.")
