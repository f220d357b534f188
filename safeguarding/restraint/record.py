from cura.core.records.types import Column, RecordType, Rows
from cura.lib import london
from safeguarding.measure import steps
from safeguarding.restraint import forms
from safeguarding.restraint.after import look_at_the_plan
from safeguarding.restraint.documents import REG35
from safeguarding.restraint.models import Hold, Injury, Restraint, RestraintPresent
from safeguarding.restraint.reading import MARKS
from safeguarding.restraint.views import RestraintDetail, RestraintEdit

restraint = RecordType(
    model=Restraint,
    form=forms.RestraintForm,
    slug="restraints",
    prefix="RE",
    title="Holds",
    scope="child",
    section="Keeping safe",
    icon="shield-exclamation",
    columns=(
        Column(title="When", of=lambda row: london.words(row.happened_at)),
        Column(title="Where", of=lambda row: row.place),
        Column(title="What happened", of=lambda row: row.words),
        Column(title="Written by", of=lambda row: row.author.first_name),
    ),
    preload=("child", "home"),
    rows=(
        Rows(model=Hold, form=forms.HoldForm, fk="restraint", title="Who held"),
        Rows(
            model=RestraintPresent, form=forms.RestraintPresentForm, fk="restraint",
            title="Who else was there",
        ),
        Rows(
            model=Injury, form=forms.InjuryForm, fk="restraint", title=MARKS, extra=0
        ),
    ),
    moments=steps.moments(forms.UserSpokenForm, forms.ChildSpokenForm),
    steps=steps.STEPS,
    search=("place", "words", "leading_up", "tried", "effect", "came_after", "child_words"),
    documents=(REG35,),
    views={"edit": RestraintEdit, "detail": RestraintDetail},
    files=4,
    after=look_at_the_plan,
)  # fmt: skip
