"""What a hold says beyond its own words: marks for the body map, and what a reader must notice."""

from cura.core.ui.body_map import Mark
from safeguarding.measure import telling
from safeguarding.restraint.models import Injury, Restraint
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


def numbered(record: Restraint, sections: list[dict]) -> list[dict]:
    """The marks in few columns, with the numbers that stand on the map."""
    said = [_said(number, row) for number, row in enumerate(record.injuries.all(), 1)]
    for section in sections:
        if section["title"] == MARKS:
            rows = section["rows"]
            rows["columns"] = [name for name in said[0] if any(line[name] for line in said)]
            for line, told in zip(rows["lines"], said, strict=True):
                line["cells"] = [{"label": name, "text": told[name]} for name in rows["columns"]]
    return sections


def _said(number: int, row: Injury) -> dict[str, str]:
    size = f"{row.size_mm} mm" if row.size_mm else ""
    through = "through clothing, not seen" if row.over_clothing else ""
    what = ", ".join(filter(None, (row.get_kind_display(), size, row.colour, through)))
    whose = row.get_whose_display()
    return {
        "No.": str(number),
        "Where": row.get_place_display(),
        "What it is": what,
        "Whose": f"{whose}: {row.who}" if row.who else whose,
        "What was done for it": row.treatment,
        "Photo": "The child said yes" if row.photo else "",
    }


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
