from django.core.exceptions import ValidationError
from django.db import models

from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.core.records.pairs import at_and_by
from residents.child.ended import StandingRecord
from residents.people.phone import WRITTEN


class ImportantPerson(StandingRecord):
    """Somebody in a child's life or on her side: who, how to reach, and what is not allowed."""

    read, write = P.CHILD_READ, P.CHILD_WRITE

    class Who(models.TextChoices):
        MUM = "mum", "Mum"
        DAD = "dad", "Dad"
        SISTER = "sister", "Sister"
        BROTHER = "brother", "Brother"
        GRANDPARENT = "grandparent", "Grandparent"
        FAMILY = "family", "Others of the family"
        FRIEND = "friend", "Friend"
        CARER = "carer", "Foster carer, past or to be"
        SOCIAL_WORKER = "social_worker", "Social worker"
        OUT_OF_HOURS = "out_of_hours", "Council out of hours"
        IRO = "iro", "Independent reviewing officer"
        ADVOCATE = "advocate", "Advocate"
        VISITOR = "visitor", "Independent visitor"
        ADVISER = "adviser", "Personal adviser"
        GUARDIAN = "guardian", "Guardian (Cafcass)"
        SOLICITOR = "solicitor", "Solicitor"
        SCHOOL = "school", "School or college"
        VIRTUAL_SCHOOL = "virtual_school", "Virtual school"
        GP = "gp", "GP"
        DENTIST = "dentist", "Dentist"
        OPTICIAN = "optician", "Optician"
        HEALTH = "health", "Others in health (nurse, CAMHS)"
        YOUTH_JUSTICE = "youth_justice", "Youth justice worker"
        EMPLOYER = "employer", "Employer"
        CLUB = "club", "Club, faith, coach"
        OTHER = "other", "Somebody else"

    PARENTS = (Who.MUM, Who.DAD)
    # Those on her side whom she must be able to reach by herself.
    HERS_TO_REACH = (Who.IRO, Who.SOCIAL_WORKER, Who.ADVOCATE, Who.VISITOR)

    name = models.CharField("name", max_length=120)
    who = models.CharField("who is it?", max_length=20, choices=Who)
    who_words = models.CharField(
        "in more words", max_length=120, blank=True, help_text="Uncle Kwame; Year 9 tutor; cousin."
    )
    phone = models.CharField("phone", max_length=30, blank=True, validators=[WRITTEN])
    other_phone = models.CharField("another phone", max_length=30, blank=True, validators=[WRITTEN])
    email = models.EmailField("email", blank=True)
    address = models.TextField("address", blank=True)
    religion = models.CharField(
        "religion", max_length=120, blank=True, help_text="Asked of parents only."
    )
    limits = models.TextField(
        "what is not allowed, or only in some way",
        blank=True,
        help_text="No calls; only with somebody beside her; by order of a court. Say who decided.",
    )
    may_ring = models.BooleanField("may be rung by the child at any time", default=False)
    emergency = models.BooleanField("to be rung in an emergency", default=False)
    place_in_list = models.PositiveSmallIntegerField(
        "place in the list", default=50, help_text="1 comes first."
    )
    known_at = models.DateTimeField("knows how to reach them", null=True, editable=False)
    known_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="ticked by"
    )
    known_words = models.CharField("how would the child do it?", max_length=200, blank=True)

    class Meta(StandingRecord.Meta):
        verbose_name = "important person"
        verbose_name_plural = "important people"
        constraints = (*StandingRecord.Meta.constraints, at_and_by("known"))

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        if self.who == self.Who.OTHER and not self.who_words.strip():
            raise ValidationError({"who_words": "Say in your own words who this is."})
        if self.may_ring and not self.phone:
            raise ValidationError({"phone": "Give the number that may be rung."})

    @property
    def role(self) -> str:
        """Uncle Kwame rather than "others of the family", where somebody said it better."""
        return self.who_words or self.get_who_display()
