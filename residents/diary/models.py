"""The house diary: what is planned, for the house or for one child, and how it went."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from cura.core.accounts import access
from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.core.records.base import Record, RecordQuerySet
from cura.core.records.pairs import at_and_by
from residents.child.models import Child, Stay
from residents.diary.called_off import CalledOff
from residents.people.models import ImportantPerson


class DiaryQuerySet(RecordQuerySet):
    def visible_to(self, user, permission: str | None = None, now=None) -> "DiaryQuerySet":
        """As every record, less what the house keeps to itself for those who come from outside."""
        rows = super().visible_to(user, permission, now)
        rights = access.rights(user, now)
        homes = rights.scope(permission or self.model.read).homes
        here = [child for child, home in rights.file_at.items() if home in homes]
        return rows.exclude(
            Q(house_only=True) & ~Q(home_id__in=homes) & (Q(child=None) | ~Q(child_id__in=here))
        )

    def without_moved(self, homes, children=()) -> "DiaryQuerySet":
        """Without what these homes planned for a time when the child lived in another home: that
        is the other home's to see to. `children`: those who are theirs wherever they live."""
        elsewhere = Stay.objects.filter(
            child=OuterRef("child_id"),
            home=F("child__home"),
            starts__lte=OuterRef("happened_at"),
        )
        elsewhere = elsewhere.exclude(home_id__in=homes).exclude(child_id__in=children)
        return self.filter(~Exists(elsewhere))

    def coming(self, start, end) -> "DiaryQuerySet":
        """What stands and is not called off, between two moments, the soonest first."""
        rows = self.standing().filter(cancelled_at=None).between(start, end)
        return rows.order_by("happened_at", "id")


class DiaryEntry(CalledOff, Record):
    """One thing planned. `happened_at` is when it starts. Without a child it is of the house.

    A child's entries are seen by whoever may see her diary, a parent too (CHR 2015 reg. 22).
    """

    read, write = P.DIARY_READ, P.DIARY_WRITE
    about = ("child", "author", "driver")
    keep = "child_file"

    class Kind(models.TextChoices):
        APPOINTMENT = "appointment", "Appointment"
        FAMILY = "family", "Family time"
        VISIT = "visit", "Visit"
        SCHOOL = "school", "School"
        ACTIVITY = "activity", "Activity"
        BIRTHDAY = "birthday", "Birthday"
        FESTIVAL = "festival", "Festival"
        REVIEW = "review", "Review or court"
        OTHER = "other", "Something else"

    class Told(models.TextChoices):
        YES = "yes", "Yes"
        NOT_YET = "not_yet", "Not yet"
        NO = "no", "No, and we say why"

    child = models.ForeignKey(
        Child, models.PROTECT, null=True, blank=True, editable=False, related_name="+",
        verbose_name="for whom",
    )  # fmt: skip
    kind = models.CharField(
        "what is it?", max_length=12, choices=Kind.choices, default=Kind.APPOINTMENT
    )
    title = models.CharField("in a few words", max_length=120, help_text="Dentist. Tea with Beth.")
    with_person = models.ForeignKey(
        ImportantPerson, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name="with",
    )  # fmt: skip
    ends = models.DateTimeField("until", null=True, editable=False)
    place = models.CharField("where?", max_length=160, blank=True)
    takes_out = models.BooleanField("takes them out of the house", default=False)
    driver = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="which of us goes or drives?",
    )  # fmt: skip
    going_with = models.CharField("who else goes?", max_length=160, blank=True)
    car = models.CharField(
        "how do they get there?",
        max_length=80,
        blank=True,
        help_text="The bus, the small car, on foot.",
    )
    told = models.CharField("does the child know?", max_length=7, choices=Told.choices, blank=True)
    told_how = models.CharField("how was it said, or why not?", max_length=200, blank=True)
    words = models.TextField("more", blank=True)
    house_only = models.BooleanField(
        "keep it off the family's page",
        default=False,
        help_text="Only the house sees it: nobody from outside, no parent.",
    )
    changed_at = models.DateTimeField("changed", null=True, editable=False)

    before = models.TextField("How was it before?", blank=True)
    during = models.TextField(
        "How was it?", blank=True, help_text="What was seen, said, laughed at."
    )
    after = models.TextField("How was it afterwards?", blank=True)
    who_came = models.CharField("who was there?", max_length=200, blank=True)
    outcome_at = models.DateTimeField("how it went, written", null=True, editable=False)
    outcome_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="by"
    )

    objects = DiaryQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = "diary entry"
        verbose_name_plural = "diary entries"
        constraints = (
            *Record.Meta.constraints,
            at_and_by("outcome"),
            at_and_by("cancelled"),
            models.CheckConstraint(
                condition=Q(ends=None) | Q(ends__gte=F("happened_at")),
                name="residents_diary_ends_after_start",
            ),
        )
        indexes = (
            *Record.Meta.indexes,
            models.Index(fields=("child", "-happened_at", "-id"), name="diaryentry_child"),
        )

    def __str__(self) -> str:
        return self.title or "Diary entry"

    def clean(self) -> None:
        if self.outcome_at and self.cancelled_at:
            raise ValidationError("This was called off.")

    def open_to(self, user, permission: str | None = None, now=None) -> bool:
        """`visible_to` for the row in hand: what the house keeps to itself is not for outsiders."""
        rights = access.rights(user, now)
        scope = rights.scope(permission or self.read)
        of_house = self.home_id in scope.homes or rights.file_at.get(self.child_id) in scope.homes
        granted = not self.house_only and self.child_id in scope.children
        return (of_house or granted) and self.pk not in scope.excluded

    @property
    def of_child(self) -> bool:
        """On a row: whether what points at it (search, notices) follows the child's own scope."""
        return not self.house_only
