from django.core.exceptions import ValidationError
from django.db import models

from compliance.checks.base import LAST, CheckForm, HouseCheck, check
from cura.core.accounts.duty import on_shift
from cura.core.records.base import RecordRow
from cura.core.records.forms import RowForm
from cura.core.records.types import Column, Rows
from residents.child.models import Child


class FireDrill(HouseCheck):
    """How long until all were out, by day or night (Fire Safety Order 2005 art. 15; Sch. 4)."""

    minutes = models.DecimalField("minutes until all were out", max_digits=4, decimal_places=1)
    asleep = models.BooleanField("it was at night, with people asleep", default=False)
    learnt = models.TextField("what went well, and what did we learn?")

    class Meta(HouseCheck.Meta):
        verbose_name = "fire drill"


class DrillPerson(RecordRow):
    """Who took part: a child who lives here, or an adult by name."""

    about = ("child",)
    keep = "home_file"

    drill = models.ForeignKey(FireDrill, models.PROTECT, related_name="people")
    child = models.ForeignKey(Child, models.PROTECT, null=True, blank=True, related_name="+")
    adult = models.CharField("or which adult?", max_length=120, blank=True)
    took_part = models.BooleanField("took part", default=True)
    note = models.CharField("how it was for them", max_length=200, blank=True)

    def clean(self) -> None:
        if not self.child_id and not self.adult:
            raise ValidationError({"adult": "Choose a child, or name an adult."})


class DrillForm(CheckForm):
    class Meta(CheckForm.Meta):
        model = FireDrill
        fields = ("minutes", "asleep", "learnt", *LAST)


class DrillPersonForm(RowForm):
    class Meta(RowForm.Meta):
        model = DrillPerson
        fields = ("child", "adult", "took_part", "note")

    def prepare(self) -> None:
        self.fields["child"].queryset = Child.objects.living_in(self.subject)


def everybody(home, user, now) -> list[dict]:
    """A line for each child who lives here and each adult on shift, ready to tick."""
    children = [{"child": child.pk} for child in Child.objects.living_in(home)]
    return children + [{"adult": user.name} for user in on_shift(home, now)]


drill = check(
    DrillForm,
    "fire-drills",
    "DR",
    "Fire drills",
    Column(title="Minutes", of=lambda row: str(row.minutes)),
    Column(title="Day or night", of=lambda row: "At night" if row.asleep else "By day"),
    rows=(
        Rows(
            model=DrillPerson,
            form=DrillPersonForm,
            fk="drill",
            title="Who took part",
            least=1,
            starting=everybody,
        ),
    ),
    icon="stopwatch",
)
