from cura.core.records.types import Column, Part, RecordType, Rows
from cura.lib import london
from safeguarding.consequence import forms
from safeguarding.consequence.documents import REG35
from safeguarding.consequence.models import Consequence, ConsequencePresent, OtherChild
from safeguarding.consequence.views import ConsequenceDetail
from safeguarding.measure import steps

consequence = RecordType(
    model=Consequence,
    form=forms.ConsequenceForm,
    slug="consequences",
    prefix="CQ",
    title="Consequences",
    scope="child",
    section="Keeping safe",
    icon="arrow-repeat",
    columns=(
        Column(title="When", of=lambda row: london.words(row.happened_at)),
        Column(title="What follows", of=lambda row: row.get_kind_display()),
        Column(title="What was agreed", of=lambda row: row.agreed),
        Column(title="Written by", of=lambda row: row.author.first_name),
    ),
    preload=("child", "home"),
    rows=(
        Rows(
            model=ConsequencePresent, form=forms.ConsequencePresentForm, fk="consequence",
            title="Who else was there",
        ),
    ),
    moments=steps.moments(forms.UserSpokenForm, forms.ChildSpokenForm),
    steps=steps.STEPS,
    parts=(
        Part(
            model=OtherChild, form=forms.OtherChildForm, name="other",
            title="The other child, and what that child said",
        ),
    ),
    search=("words", "leading_up", "agreed", "child_said", "came_after", "child_words"),
    documents=(REG35,),
    views={"detail": ConsequenceDetail},
)  # fmt: skip
