"""What one discipline finds: a record of its own, so that it is its author's own to sign."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.core.records.base import RecordQuerySet, RecordRow
from cura.core.records.beside import Beside
from placements.assessment.disciplines import Discipline
from placements.assessment.evidence import EvidenceField
from placements.assessment.models import Assessment
from residents.child.record import SignedChildRecord


class PartQuerySet(RecordQuerySet):
    def visible_to(self, user, permission: str | None = None, now=None) -> "PartQuerySet":
        """Whoever was asked to write a part writes it, if she may read plans here at all: the
        education liaison writes hers and no other."""
        rows = super().visible_to(user, permission, now)
        if permission != self.model.write:
            return rows
        hers = super().visible_to(user, self.model.read, now).filter(writer=user)
        return self.filter(Q(pk__in=rows.values("pk")) | Q(pk__in=hers.values("pk")))

    def of(self, assessment: Assessment) -> "PartQuerySet":
        """Those of one assessment, whichever version of it they were begun for."""
        return self.standing().filter(assessment__in=assessment.versions())


class AssessmentPart(SignedChildRecord):
    """`writer` is one of us; `outsider` says who else was asked. Signed by the writer; what came
    from outside is entered and signed by one of us, and says so."""

    read, write = P.PLAN_READ, P.PLAN_WRITE
    about = (*SignedChildRecord.about, "writer")

    assessment = models.ForeignKey(
        Assessment, models.PROTECT, null=True, blank=True, related_name="parts"
    )
    discipline = models.CharField("which view?", max_length=11, choices=Discipline.choices)
    title = models.CharField(
        "its name, if it is another view", max_length=80, blank=True,
        help_text="Speech and language; youth justice; the court's guardian.",
    )  # fmt: skip
    writer = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="who of us writes it?",
    )  # fmt: skip
    outsider = models.CharField(
        "or who outside is asked?", max_length=120, blank=True,
        help_text="Name and job. What they send is entered here by one of us.",
    )  # fmt: skip
    due_on = models.DateField(
        "another day than usual", null=True, blank=True,
        help_text="Empty: by the day that the home has set for all parts.",
    )  # fmt: skip
    booked_on = models.DateField("a talk or visit for it is booked for", null=True, blank=True)
    questions = models.TextField("what we want to find out", blank=True)
    how = models.TextField(
        "how we found out", blank=True,
        help_text="Seen how often, talked with whom, read what. And what could not be done.",
    )  # fmt: skip
    found = models.TextField("what was found", blank=True)
    suggests = models.TextField("what is suggested", blank=True)

    objects = PartQuerySet.as_manager()

    class Meta(SignedChildRecord.Meta):
        verbose_name = "part of an assessment"
        verbose_name_plural = "parts of an assessment"

    def open_to(self, user, permission: str | None = None, now=None) -> bool:
        if super().open_to(user, permission, now):
            return True
        hers = permission == self.write and self.writer_id == user.pk
        return hers and super().open_to(user, self.read, now)

    @property
    def called(self) -> str:
        return self.title or self.get_discipline_display()

    def own_title(self) -> str:
        return f"Assessment: {self.called.lower()}"

    @property
    def begun(self) -> bool:
        """Somebody has written something in it."""
        return bool(self.found or self.how or self.suggests)

    def clean(self) -> None:
        if self.discipline == Discipline.OTHER and not self.title.strip():
            raise ValidationError({"title": "Say whose view it is."})
        if self.writer_id and self.outsider:
            raise ValidationError(
                {"outsider": "Either one of us writes it, or somebody outside is asked."}
            )
        if self.signed_at and not self.found.strip():
            raise ValidationError("Write what was found before it is signed.", code="contents")


class Statement(RecordRow):
    """One thing that is said of the child, and what it rests on."""

    about = ("part__child",)
    keep = "child_file"

    class Kind(models.TextChoices):
        STRENGTH = "strength", "Strength"
        NEED = "need", "Need"
        WORRY = "worry", "Worry"
        FOUND = "found", "Seen"

    part = models.ForeignKey(AssessmentPart, models.PROTECT, related_name="statements")
    kind = models.CharField("what is it?", max_length=8, choices=Kind.choices)
    words = models.TextField("in a sentence or two")
    evidence = EvidenceField("what shows it?", default=list, blank=True)

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.words}"


class PartAsk(Beside):
    """Somebody was asked for a part: each time stands, for the report says how often."""

    about = ("child_id", "by")
    keep = "child_file"

    class How(models.TextChoices):
        MAIL = "mail", "By mail"
        PHONE = "phone", "By phone"
        LETTER = "letter", "By letter"
        IN_PERSON = "in_person", "In person"

    asked_at = models.DateTimeField("when?")
    whom = models.CharField("whom?", max_length=120)
    how = models.CharField("how?", max_length=9, choices=How.choices)
    words = models.TextField("what was answered?", blank=True)

    def __str__(self) -> str:
        return f"Asked {self.whom}"
