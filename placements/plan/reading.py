"""The plan that stands, and the questions of who decides that it leads to."""

from cura.lib.words import plural
from placements.plan.models import PlacementPlan
from residents.decisions.models import Decision

Question = Decision.Question


def standing(child, user) -> PlacementPlan | None:
    """The newest that was not set aside, signed or still being written."""
    rows = PlacementPlan.objects.visible_to(user).standing().filter(child=child)
    return rows.select_related("author").order_by("-happened_at", "-id").first()


def decisions(child, user) -> dict:
    """Who decides, by question, in the order of the questions: for a plan's page and its print."""
    rows = Decision.objects.visible_to(user).standing().filter(child=child)
    known: dict[str, Decision] = {}
    for row in rows.order_by("since", "id"):
        known[row.slot] = row  # a newer answer stands in place of an older one
    order = list(Question.values)
    answers = sorted(known.values(), key=lambda d: order.index(d.question))
    asked = [q for q in Question if q != Question.OTHER]
    missing = [q.label for q in asked if q not in {d.question for d in answers}]
    return {
        "answers": [
            {"question": d.asked, "answer": d.get_who_display(), "limits": d.limits}
            for d in answers
        ],
        "missing": missing,
        "words": f"{len(asked) - len(missing)} of {plural(len(asked), 'question')} answered",
    }
