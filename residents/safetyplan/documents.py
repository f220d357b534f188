from residents.plan import documents
from residents.safetyplan.forms import MINE
from residents.safetyplan.models import SafetyPlan


def page(*, record: SafetyPlan, by, now) -> dict:
    """Her own words, the one thing to ask for large, and whom to ring."""
    names = [name for name in MINE if name != "ask_me"]
    lines = [
        {"title": SafetyPlan._meta.get_field(name).verbose_name, "text": getattr(record, name)}
        for name in names
    ]
    people = [
        {"name": p.name, "phone": p.phone, "when": p.when} for p in record.people.all() if p.phone
    ]
    taken = 1.8 * len(people) + 2 * bool(people) + 3 * bool(record.ask_me)
    return documents.child_page(record, lines, taken=taken, big=record.ask_me, people=people)


DOCUMENTS = documents.documents(page)
