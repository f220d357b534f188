from django.db import models

from cura.core.records.base import RecordRow
from residents.plan.models import PaperLine, Plan


class SupportPlan(Plan):
    """How the house helps one child to do well, written by the key worker with her.

    CHR 2015 reg. 14(2)(b) and reg. 10(2) (health recommendations are carried in).
    """

    groups = (
        ("In my own words", ("matters", "good_at", "good_day", "how_to_be")),
        (
            "How we help",
            ("the_same", "health", "feelings", "school", "family", "identity", "skills", "next"),
        ),
        ("The page for the wall", ("my_page",)),
    )

    matters = models.TextField("What matters to me", help_text="As the child says it.")
    good_at = models.TextField("What I am good at and enjoy", blank=True)
    good_day = models.TextField(
        "My good day", blank=True, help_text="Waking, food, school, evenings, sleep."
    )
    how_to_be = models.TextField("How I like adults to be with me", blank=True)
    the_same = models.TextField(
        "What all of us do the same", help_text="So that it does not depend on who is on shift."
    )
    health = models.TextField("Health and body", blank=True)
    feelings = models.TextField("Feelings", blank=True)
    school = models.TextField("School and learning", blank=True)
    family = models.TextField("Family and friends", blank=True)
    identity = models.TextField("Who I am", blank=True)
    skills = models.TextField("Doing things myself", blank=True)
    next = models.TextField("What comes after here", blank=True)
    my_page = models.TextField(
        "The child's own page",
        help_text="Say “you”. Short sentences, easy words, nothing that frightens.",
    )

    class Meta(Plan.Meta):
        verbose_name = "support plan"


class HealthCarried(RecordRow):
    """A recommendation of a health assessment, and what we do about it."""

    about = ("plan__child",)
    keep = "child_file"

    plan = models.ForeignKey(SupportPlan, models.PROTECT, related_name="health_lines")
    what = models.CharField("recommendation", max_length=200)
    said_in = models.CharField("who says so, and where", max_length=160)
    we_do = models.CharField("what we do", max_length=300)
    who = models.CharField("who", max_length=80)

    def __str__(self) -> str:
        return self.what


class SupportPlanPaper(PaperLine):
    plan = models.ForeignKey(SupportPlan, models.PROTECT, related_name="papers")
