from cura.core.records.forms import RecordForm
from cura.core.ui.layout import Card, cards
from cura.lib import london
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
