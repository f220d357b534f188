from safeguarding.consequence.models import Consequence
from safeguarding.measure import telling


def notices(record: Consequence) -> list[str]:
    """What a reader must notice: what is paid each week, and what the page asked about."""
    said = telling.questioned(record)
    if record.instalment and record.kind == Consequence.Kind.REPARATION:
        said.insert(0, f"£{record.instalment} a week for {record.weeks} weeks.")
    return said
