from cura.core.records.forms import RecordForm
from cura.core.ui.layout import Card, cards
from residents.identity.models import ASKED, AboutMe
from residents.identity.reading import latest


class AboutMeForm(RecordForm):
    """A new page begins with what stood before: she changes what is no longer true."""

    class Meta(RecordForm.Meta):
        model = AboutMe
        fields = (*ASKED, "happened_at")
        labels = {"happened_at": "When did you write this together?"}

    def prepare(self) -> None:
        if self.instance._state.adding and self.user and not self.is_bound:
            if before := latest(self.subject, self.user):
                self.initial |= {name: getattr(before, name) for name in ASKED}
        self.helper = cards(
            Card(
                "In the child's own words", "want_you_to_know", "name_and_pronouns",
                "people_like_me", hint="Write it together. Each box may stay empty.",
            ),
            Card("Every day", "faith", "language", "food", "hair_and_skin", "festivals"),
            Card("The story so far", "life_story", "happened_at"),
        )  # fmt: skip
