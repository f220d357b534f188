from django.core.exceptions import ValidationError
from django.db import models

from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.core.records.pairs import at_and_by
from residents.child.record import SignedChildRecord
from residents.report.month import MonthField, words

SECTIONS = (
    "wellbeing", "good_things", "hard_things", "health", "school", "family", "key_work", "aims",
    "child_view",
)  # fmt: skip


class MonthlyReport(SignedChildRecord):
    """How a child's month was, for the social worker: drafted from our records, in our words.

    A shared text: it stays open while it is written, is signed by the key worker and then read by
    a manager, who signs for the home. Only then does it leave the house.
    """

    read, write = P.REPORT_READ, P.REPORT_WRITE

    month = MonthField("month")
    wellbeing = models.TextField("How things have been", blank=True)
    good_things = models.TextField("Good things and firsts", blank=True)
    hard_things = models.TextField("What was hard, and what helped", blank=True)
    health = models.TextField("Health", blank=True)
    school = models.TextField("School", blank=True)
    family = models.TextField("Family time", blank=True)
    key_work = models.TextField("Key work", blank=True)
    aims = models.TextField("What we aim for next month", blank=True)
    child_view = models.TextField(
        "What the child says about this report",
        blank=True,
        help_text="Read it together. As said, or why it was not read together.",
    )
    checked_at = models.DateTimeField("checked", null=True, editable=False)
    checked_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name="checked by",
    )  # fmt: skip
    manager_words = models.TextField("from the manager", blank=True)

    class Meta(SignedChildRecord.Meta):
        verbose_name = "monthly report"
        constraints = (
            *SignedChildRecord.Meta.constraints,
            at_and_by("checked"),
            models.UniqueConstraint(
                fields=("child", "month"),
                condition=models.Q(void_at=None),
                name="residents_monthlyreport_one_a_month",
                violation_error_message="There is a report of this month already. Carry on with "
                "that one, or put a wrong fact in it right from its own page.",
            ),
        )

    def clean(self) -> None:
        if not any(getattr(self, name).strip() for name in SECTIONS):
            raise ValidationError("There is nothing in this report yet.")

    def own_title(self) -> str:
        return f"Monthly report: {words(self.month)}"
