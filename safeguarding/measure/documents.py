"""The record of a measure on paper, under the headings of the law (CHR 2015 reg. 35(3))."""

from cura.core.records import present, printed, registry
from safeguarding.measure import telling
from safeguarding.measure.models import Measure


def context(*, record: Measure, by, now) -> dict:
    """As every record is printed, with the talks beside it and what is still to do."""
    type = registry.of(record)
    found = printed.context(record=record, by=by, now=now)
    talks = telling.Talks.of(record)
    found["sections"] = [*found["sections"], *talks.sections()]
    found["moments"] = telling.moments(type, record, talks, now)
    found["missing"] = telling.missing(record)
    return found


def filename(record: Measure) -> str:
    type = registry.of(record)
    return f"{type.slug}-reg35-{present.reference_of(type, record)}"
