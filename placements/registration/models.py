"""What this home is registered for, and what it says it is for: the certificate, the purpose."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from cura.core.permissions import Permission as P
from cura.core.records.base import RecordQuerySet, SignableRecord
from placements.needs.needs import choices as need_choices
from placements.needs.needs import risks_first
from placements.registration.many import ManyField

YEARS = [MinValueValidator(0), MaxValueValidator(25)]


class Sexes(models.TextChoices):
    ANY = "any", "Either sex"
    FEMALE = "female", "Girls only"
    MALE = "male", "Boys only"


class KindOfNeed(models.TextChoices):
    """As Ofsted's certificates name them."""

    EBD = "EBD", "Emotional or behavioural difficulties"
    LD = "LD", "Learning disabilities"
    PD = "PD", "Physical disabilities"
    SI = "SI", "Sensory impairment"
    MD = "MD", "Mental disorder"
    DA = "DA", "Present drug or alcohol dependence"


class InForceQuerySet(RecordQuerySet):
    def signed_of(self, home) -> "InForceQuerySet":
        return self.standing().filter(home=home).exclude(signed_at=None)

    def in_force(self, home, day):
        """The one that counts on a day: of those signed the newest that had begun, or None."""
        return self.signed_of(home).filter(since__lte=day).order_by("-since", "-signed_at").first()


class AgesAndSexes(SignableRecord):
    """What both say: from when, which ages on the day a child comes, girls or boys."""

    since = models.DateField("in force from")
    age_from = models.PositiveSmallIntegerField("youngest, on the day she comes", validators=YEARS)
    age_to = models.PositiveSmallIntegerField("oldest, on the day she comes", validators=YEARS)
    sexes = models.CharField("for whom", max_length=6, choices=Sexes.choices, default=Sexes.ANY)
    emergencies = models.BooleanField("a child may come in an emergency", default=False)

    objects = InForceQuerySet.as_manager()

    class Meta(SignableRecord.Meta):
        abstract = True
        constraints = (
            *SignableRecord.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(age_to__gte=models.F("age_from")),
                name="%(app_label)s_%(class)s_ages_in_order",
            ),
        )

    def clean(self) -> None:
        if self.age_from is not None and self.age_to is not None and self.age_to < self.age_from:
            raise ValidationError({"age_to": "The oldest is younger than the youngest."})

    @property
    def ages(self) -> str:
        return f"{self.age_from} to {self.age_to}"


class RegistrationCertificate(AgesAndSexes):
    """The certificate of registration with its conditions (CSA 2000 s. 13). A newer signed one is
    the variation: nothing else lifts a condition."""

    read, write = P.PLACEMENT_READ, P.HOME_MANAGE
    about = ("author",)
    keep = "home_file"

    number = models.CharField("number on the certificate", max_length=40)
    places = models.PositiveSmallIntegerField(
        "how many children at most", validators=[MinValueValidator(1), MaxValueValidator(60)]
    )
    kinds = ManyField(
        "kinds of need that it names", choices=KindOfNeed.choices, blank=True,
        help_text="None, if the certificate names none.",
    )  # fmt: skip
    conditions = models.TextField("conditions, word for word", blank=True)

    class Meta(AgesAndSexes.Meta):
        verbose_name = "certificate of registration"
        verbose_name_plural = "certificates of registration"

    def own_title(self) -> str:
        return f"Certificate {self.number}"


class Purpose(AgesAndSexes):
    """The statement of purpose as data (CHR 2015 reg. 16, Schedule 1): what can be held against a
    child's needs. The paragraphs in words come with the document itself."""

    read, write = P.PLACEMENT_READ, P.HOME_MANAGE
    about = ("author",)
    keep = "home_file"

    edition = models.CharField("version", max_length=20, help_text="As it is numbered: 7.")
    meets = ManyField("needs that we meet", choices=need_choices, blank=True)
    not_met = ManyField("needs that we cannot meet", choices=risks_first, blank=True)
    words = models.TextField("what our home is for, in a few sentences", blank=True)

    class Meta(AgesAndSexes.Meta):
        verbose_name = "statement of purpose"
        verbose_name_plural = "statements of purpose"

    def own_title(self) -> str:
        return f"Statement of purpose {self.edition}"

    def clean(self) -> None:
        super().clean()
        if set(self.meets or ()) & set(self.not_met or ()):
            raise ValidationError({"not_met": "The same need stands among those that we meet."})
