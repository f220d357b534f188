from django import forms

from cura.core.records.forms import BareForm, RecordForm
from cura.core.ui.layout import Card, cards
from cura.lib import london
from residents.people.models import ImportantPerson
from residents.report.models import SECTIONS, MonthlyReport
from residents.report.month import due, recent


class MonthlyReportForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = MonthlyReport
        fields = ("month", *SECTIONS)

    def prepare(self) -> None:
        offered = []
        if self.now:
            today = london.local_date(self.now)
            offered = recent(today)
            self.initial.setdefault("month", due(today))
        if self.instance.month and self.instance.month not in offered:
            offered.append(self.instance.month)
        self.fields["month"].offer(offered)
        self.helper = cards(
            Card("Which month?", "month"),
            Card("How the month was", "wellbeing", "good_things", "hard_things"),
            Card("Health, school, family", "health", "school", "family"),
            Card("Key work and what comes next", "key_work", "aims"),
            Card("The child's view", "child_view"),
        )


class CheckedForm(RecordForm):
    """The manager's own words, if any. The report itself is returned, never rewritten."""

    class Meta(RecordForm.Meta):
        model = MonthlyReport
        fields = ("manager_words",)
        labels = {"manager_words": "What do you want to say with it?"}


class SendForm(BareForm):
    """Only to people of this child who have a mail address with us."""

    person = forms.ModelChoiceField(
        queryset=ImportantPerson.objects.none(), widget=forms.RadioSelect, empty_label=None,
        label="To whom?",
        help_text="The mail holds no name of a child: only a link, which works for 14 days.",
    )  # fmt: skip

    WHO = (
        ImportantPerson.Who.SOCIAL_WORKER,
        ImportantPerson.Who.IRO,
        ImportantPerson.Who.VIRTUAL_SCHOOL,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        people = ImportantPerson.objects.visible_to(self.user).standing()
        people = people.filter(child=self.record.child_id, ended_at=None)
        rows = people.exclude(email="").filter(who__in=self.WHO)
        self.fields["person"].queryset = rows.order_by("place_in_list", "name")
        self.fields["person"].label_from_instance = lambda p: f"{p.name}, {p.role}: {p.email}"
        self.initial.setdefault("person", rows.filter(who=self.WHO[0]).first())
