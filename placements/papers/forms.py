"""What is asked of those who write about a paper: few words, most of them there already."""

from django import forms

from cura.core.records.fields import LondonDateTimeField
from cura.core.records.forms import BareForm, RecordForm
from cura.core.ui.layout import Card, Fold, Pair, cards
from cura.core.ui.widgets import Faces, Tiles
from placements.papers.kinds import KINDS
from placements.papers.models import Paper, PaperLine
from placements.papers.rhythm import DAYS
from residents.child.models import Child

How = PaperLine.How
ASK_HOW = [
    (How.MAIL.value, "Write a mail now"),
    (How.LETTER.value, "Print a letter"),
    (How.PHONE.value, "I have rung"),
    (How.HAND.value, "I have asked in person"),
]
CAME_HOW = [(how.value, how.label) for how in (How.MAIL, How.HAND, How.LETTER)]
SAID_HOW = [(how.value, how.label) for how in (How.PHONE, How.MAIL, How.LETTER, How.HAND)]
MOST_DAYS = 60
ASKED_ALREADY = "This was asked for already. Write a step: that it came, or is not needed."


class PaperForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Paper
        fields = ("child", "kind", "name", "owed_by", "before_door", "happened_at")
        widgets = {"child": Faces, "owed_by": Tiles}
        labels = {"happened_at": "Since when do we want it?"}

    def prepare(self) -> None:
        child = self.fields["child"]
        child.queryset = Child.objects.living_in(self.subject, also=self.instance.child_id)
        child.empty_label = "A referral" if self.instance.referral_id else None
        self.helper = cards(
            Card("Which paper, about whom", "child", "kind", "name"),
            Card("Who owes it", "owed_by", "before_door"),
            Fold("More", "happened_at"),
        )

    def clean(self):
        cleaned = super().clean()
        if self.instance.asks and self.has_changed():
            raise forms.ValidationError(ASKED_ALREADY)
        if not cleaned.get("child") and not self.instance.referral_id and not self.errors:
            self.add_error("child", "Say about whom.")
        return cleaned


class SaidForm(BareForm):
    """Told by phone, by whom, what."""

    how = forms.ChoiceField(label="How?", choices=SAID_HOW, initial=How.PHONE, widget=Tiles)
    whom = forms.CharField(label="With whom?", max_length=160, help_text="Name, and what they do.")
    words = forms.CharField(label="What was said?", widget=forms.Textarea)
    at = LondonDateTimeField(label="When?", required=False, help_text="Empty: now.")


class ReadForm(BareForm):
    words = forms.CharField(
        label="What of it must everybody know?", required=False, widget=forms.Textarea,
        help_text="May stay empty. What belongs in a plan, write into the plan.",
    )  # fmt: skip


class CarriedForm(BareForm):
    words = forms.CharField(
        label="Into which plan, and what of it?", widget=forms.Textarea,
        help_text="“Safety plan: who may not know the address, and why.”",
    )  # fmt: skip


class NotNeededForm(BareForm):
    words = forms.CharField(
        label="Why is it not needed?", widget=forms.Textarea,
        help_text="“The council does not use Signs of Safety.” “There is none, says …”",
    )  # fmt: skip


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files at once; a mail that was saved (.eml) is opened."""

    widget = ManyFiles

    def clean(self, data, initial=None):
        chosen = data if isinstance(data, list | tuple) else [data] if data else []
        return [super(FilesField, self).clean(one, initial) for one in chosen]


class CameForm(forms.Form):
    """It came: the files, or only that it lies here on paper."""

    files = FilesField(
        label="The files", required=False,
        help_text="A PDF, photos of the pages, or the mail itself saved as a file (.eml): Cura "
        "takes its files, its words, and who sent it when.",
    )  # fmt: skip
    how = forms.ChoiceField(label="How did it come?", choices=CAME_HOW, widget=Tiles)
    whom = forms.CharField(label="From whom?", max_length=160, required=False)
    part = forms.BooleanField(label="Only a part, or not signed: we go on asking", required=False)
    words = forms.CharField(
        label="What is missing, or where it lies", required=False, max_length=600,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    at = LondonDateTimeField(label="When did it come?", required=False, help_text="Empty: now.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["how"].initial = How.MAIL.value
        self.helper = cards(
            Card("What came", "files", "part", "words"), Card("How", "how", "whom", "at")
        )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("part") and not cleaned.get("words"):
            self.add_error("words", "Say what is still missing.")
        return cleaned


class AskForm(forms.Form):
    """Several papers, one person, one act."""

    papers = forms.ModelMultipleChoiceField(
        Paper.objects.none(), label="Which papers?", required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    kinds = forms.MultipleChoiceField(
        label="And these, not asked for yet", required=False, widget=forms.CheckboxSelectMultiple
    )
    name = forms.CharField(label="Whom do we ask?", max_length=120)
    role = forms.CharField(label="What they are", max_length=80, required=False)
    email = forms.EmailField(label="Their email", required=False)
    how = forms.ChoiceField(label="How?", choices=ASK_HOW, widget=Tiles)
    words = forms.CharField(
        label="What was said", required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Of a call: what they promised, and by when.",
    )  # fmt: skip

    def __init__(self, *args, missing, new, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["papers"].queryset = missing
        titles = {paper.pk: paper.title for paper in missing}
        self.fields["papers"].label_from_instance = lambda paper: titles[paper.pk]
        self.fields["kinds"].choices = [(key, KINDS[key].title) for key in new]
        whom = Card("Whom", "name", Pair("role", "email"), "how", "words")
        parts = [whom, Card("Which papers", "papers")] if missing else [whom]
        fold = Fold if missing else Card
        self.helper = cards(*parts, *([fold("Papers not asked for yet", "kinds")] if new else []))

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("papers") and not cleaned.get("kinds"):
            raise forms.ValidationError("Choose at least one paper.")
        if cleaned.get("how") == How.MAIL and not cleaned.get("email") and not self.errors:
            self.add_error("email", "Give an address to write to, or choose letter or phone.")
        return cleaned


class RhythmForm(forms.Form):
    """Working days after the first asking, in order."""

    days = forms.CharField(
        label="Asked again after so many working days", max_length=60,
        help_text=f"From the first asking, with commas. Usual: {', '.join(map(str, DAYS))}. The "
        "fourth goes to the team manager, the fifth to the reviewing officer or head of service.",
    )  # fmt: skip

    def clean_days(self) -> list[int]:
        pieces = [piece.strip() for piece in self.cleaned_data["days"].split(",")]
        if not all(piece.isascii() and piece.isdigit() and len(piece) <= 2 for piece in pieces):
            raise forms.ValidationError("Numbers with commas between them, like 1, 3, 5.")
        days = [int(piece) for piece in pieces]
        if days != sorted(set(days)) or not days[0] >= 1 or days[-1] > MOST_DAYS:
            raise forms.ValidationError(f"Each later than the one before it, up to {MOST_DAYS}.")
        return days
