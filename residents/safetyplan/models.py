from django.db import models

from cura.core.records.base import RecordRow
from residents.plan.models import PaperLine, Plan


class SafetyPlan(Plan):
    """What makes it hard for a child, how one can tell, what helps and what does not, in her words;
    and what the adults do. Looked at after each event of which it speaks.

    CHR 2015 reg. 12 (protection) and reg. 14.
    """

    groups = (
        (
            "In my own words",
            ("triggers", "early_signs", "helps", "ask_me", "not_helps", "i_can", "afterwards"),
        ),
        ("What the adults know and do", ("worries", "adults_do", "never")),
    )

    triggers = models.TextField("What makes it hard for me", help_text="As the child says it.")
    early_signs = models.TextField("How you can tell", help_text="What comes first, and next.")
    helps = models.TextField("What helps me")
    ask_me = models.CharField(
        "the one thing to ask or offer me",
        max_length=160,
        blank=True,
        help_text="“Ask me to play you the slow one.” It stands large on the page.",
    )
    not_helps = models.TextField("What does not help me")
    i_can = models.TextField("What I can do myself", blank=True)
    afterwards = models.TextField("What I need afterwards", blank=True)
    worries = models.TextField(
        "What could happen, and how likely it is",
        help_text="What has happened, when last, to whom; and what has got better.",
    )
    adults_do = models.TextField("What we do, step by step", help_text="All of us the same.")
    never = models.TextField("What we never do", blank=True)

    class Meta(Plan.Meta):
        verbose_name = "safety plan"


class SafetyPlanPerson(RecordRow):
    """Somebody whom she can ring, or whom we ring."""

    about = ("plan__child",)
    keep = "child_file"

    plan = models.ForeignKey(SafetyPlan, models.PROTECT, related_name="people")
    name = models.CharField("who", max_length=80)
    phone = models.CharField("number", max_length=40, blank=True)
    when = models.CharField("when", max_length=120, blank=True)

    def __str__(self) -> str:
        return self.name


class SafetyPlanPaper(PaperLine):
    plan = models.ForeignKey(SafetyPlan, models.PROTECT, related_name="papers")
