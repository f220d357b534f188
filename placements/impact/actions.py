"""What follows when an assessment is written."""

from django.core.exceptions import ValidationError

from placements.impact.models import ImpactAssessment, names_in
from placements.impact.reading import digest

NAMED = "“{name}” stands in what those who live here said. They are asked without a name."


def after(*, record: ImpactAssessment, by, now) -> None:
    """Nobody who lives here was told of whom it is; and what the referral said is remembered, for
    whatever is new later makes this stale."""
    for voice in record.voices.all():
        if name := names_in(voice.words, record.referral):
            raise ValidationError(NAMED.format(name=name))
    told = digest(record.referral)
    if record.knew != told:
        record.knew = told
        record.save(update_fields=("knew",))
