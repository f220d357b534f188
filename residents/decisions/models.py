from django.core.exceptions import ValidationError
from django.db import models

from cura.core.permissions import Permission as P
from residents.child.record import ChildRecord
from residents.people.models import ImportantPerson


class Decision(ChildRecord):
    """Who may say yes to one question: delegated authority, asked as staff ask it.

    Care Planning, Placement and Case Review (England) Regulations 2010, reg. 9 and Schedule 2:
    the placement plan says who decides about health, school, leisure, faith, overnight stays …
    A newer answer to the same question stands in place of the older one.
    """

    read, write = P.CHILD_READ, P.CHILD_WRITE

    class Question(models.TextChoices):
        SLEEPOVER = "sleepover", "A sleepover with a friend"
        HAIRCUT = "haircut", "A haircut"
        JAB = "jab", "A jab (immunisation)"
        TREATMENT = "treatment", "Doctor, dentist, optician"
        HOME_REMEDIES = "home_remedies", "Home remedies (paracetamol …)"
        SCHOOL_TRIP = "school_trip", "A school trip"
        ACTIVITY = "activity", "A risky sport or activity"
        PHOTO = "photo", "Photos and films of the child"
        ONLINE = "online", "A phone or an online account"
        FAITH = "faith", "Faith and worship"
        ABROAD = "abroad", "Travel abroad"
        PIERCING = "piercing", "A piercing or tattoo"
        OTHER = "other", "Something else"

    class Who(models.TextChoices):
        HOME = "home", "We decide here"
        SOCIAL_WORKER = "social_worker", "The social worker decides"
        PARENT = "parent", "Mum or dad decides"
        CHILD = "child", "The child decides"
        COURT = "court", "A court decides"

    question = models.CharField("what is asked?", max_length=16, choices=Question)
    other_words = models.CharField("if it is something else, what?", max_length=120, blank=True)
    who = models.CharField("who decides?", max_length=16, choices=Who)
    without_asking = models.TextField(
        "what we may do without asking", blank=True, help_text="In plain words, with limits."
    )
    limits = models.TextField("what is never allowed", blank=True)
    person = models.ForeignKey(
        ImportantPerson, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="whom to ask", help_text="If it is not the social worker or a parent.",
    )  # fmt: skip
    since = models.DateField("since when?")
    evidence = models.CharField(
        "on which paper does it stand?",
        max_length=200,
        help_text="Placement plan, page 4; a letter.",
    )
    evidence_on = models.DateField("date of that paper", null=True, blank=True)

    class Meta(ChildRecord.Meta):
        verbose_name = "answer to “who decides?”"
        verbose_name_plural = "answers to “who decides?”"

    def __str__(self) -> str:
        return self.asked

    @property
    def asked(self) -> str:
        return self.other_words or self.get_question_display()

    @property
    def slot(self) -> str:
        """Two answers with the same slot answer the same question."""
        words = self.other_words.strip().lower() if self.question == self.Question.OTHER else ""
        return f"{self.question} {words}"

    def clean(self) -> None:
        if self.question == self.Question.OTHER and not self.other_words.strip():
            raise ValidationError({"other_words": "Say what is asked."})
