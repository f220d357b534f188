"""What a hold says beyond its own words: marks for the body map, and what a reader must notice."""

from cura.core.ui.body_map import Mark
from safeguarding.measure import telling
from safeguarding.restraint.models import Restraint
from staffing.training.models import Certificate
from staffing.training.reading import with_certificate

MARKS = "Marks and injuries"


def marks(record: Restraint) -> list[Mark]:
    """Numbered in the order of the lines."""
    rows = record.injuries.all()
    return [Mark(n, row.place, row.x, row.y) for n, row in enumerate(rows, 1)]


def unasked(record: Restraint, files: list[dict]) -> list[str]:
    """A photo of a child wants her yes, and a line of the marks says so."""
    photos = any(file["kind"] == "Photo" for file in files)
    if not photos or any(row.photo for row in record.injuries.all()):
        return []
    return ["There is a photo here, and no line says that the child said yes to it."]


def numbered(sections: list[dict]) -> list[dict]:
    """The lines of the marks with the numbers that stand on the map."""
    for section in sections:
        if section["title"] == MARKS:
            rows = section["rows"]
            rows["columns"] = ["No.", *rows["columns"]]
            for number, line in enumerate(rows["lines"], 1):
                line["cells"] = [{"label": "No.", "text": str(number)}, *line["cells"]]
    return sections


def notices(record: Restraint) -> list[str]:
    """Said on the record, to everybody who reads it: facts, and no judgement."""
    holds = list(record.holds.all())
    people = {hold.person_id: hold.person for hold in holds}
    trained = with_certificate(people, Certificate.Course.HOLDS, record.happened_at)
    said = [
        f"{person.name} had no certificate for holds on that day."
        for pk, person in people.items()
        if pk not in trained
    ]
    said += [
        f"The hold by {hold.person.name} is none that we are taught: {hold.other}"
        for hold in holds
        if hold.other and not hold.hold_id
    ]
    if any(hold.is_ground for hold in holds):
        said.append("This was a hold on the ground: a medical check is asked for each time.")
    return said + telling.questioned(record)
