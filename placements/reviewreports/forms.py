from cura.core.records.forms import RecordForm
from cura.core.ui.layout import Card, cards
from cura.core.ui.widgets import DayInput, Tiles
from placements.reviewreports import gather
from placements.reviewreports.models import SECTIONS, ReviewReport
from placements.reviews.models import LookedAfterReview
from residents.people.models import ImportantPerson
from residents.report.giving import SendForm as SendByLink


class ReviewReportForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = ReviewReport
        fields = ("review", "since", *SECTIONS)
        widgets = {"since": DayInput()}

    def prepare(self) -> None:
        rows = LookedAfterReview.objects.none()
        if self.user:
            rows = LookedAfterReview.objects.visible_to(self.user).standing()
            rows = rows.filter(child=self.subject, cancelled_at=None)
        elif self.instance.review_id:
            rows = LookedAfterReview.objects.filter(pk=self.instance.review_id)
        self.fields["review"].queryset = rows.order_by("-happened_at")
        self.fields["review"].empty_label = "Not planned yet"
        self.fields["review"].label_from_instance = lambda review: review.own_title()
        if self.instance._state.adding and self.user:
            self.initial.setdefault("review", gather.next_review(self.subject, self.user))
            self.initial.setdefault("since", gather.since(self.subject, self.user))
        self.helper = cards(
            Card("Which review?", "review", "since"),
            Card("What the child says", "child_view"),
            Card("How it has been", "wellbeing", "good_things", "hard_things", "visits"),
            Card("Health, school, family", "health", "school", "family"),
            Card("Our work and what comes next", "key_work", "papers", "aims"),
            Card("Moving on", "moving_on", "moving_on_why"),
        )


class CheckedForm(RecordForm):
    """The manager's own words, if any. The report itself is returned, never rewritten."""

    class Meta(RecordForm.Meta):
        model = ReviewReport
        fields = ("manager_words",)
        labels = {"manager_words": "What do you want to say with it?"}


class SentForm(RecordForm):
    """For what does not go by our own link: the council's filter, its portal, the post."""

    class Meta(RecordForm.Meta):
        model = ReviewReport
        fields = ("sent_to", "sent_how")
        widgets = {"sent_how": Tiles}

    def prepare(self) -> None:
        for field in self.fields.values():
            field.required = True
        self.fields["sent_how"].choices = ReviewReport.How.choices
        self.fields["sent_to"].help_text = "The reviewing officer, and who else got it."


class SendForm(SendByLink):
    """The reviewing officer first."""

    WHO = (ImportantPerson.Who.IRO, ImportantPerson.Who.SOCIAL_WORKER)
