"""How it is going, for a manager: a run chart for each rate, good things first."""

from django.urls import reverse

from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P
from residents.going import reading
from residents.going.nights import periods


def going(*, subject, user, now) -> dict:
    asked = periods(now)
    found = reading.of_home(subject, user, now)
    return {
        "title": "How it is going",
        "icon": "graph-up",
        "unit": f"Over a year, in pieces of four weeks, {reading.UNIT}.",
        "rates": [
            {
                "title": rate.title,
                "url": reverse("rate", args=[subject.slug, rate.key]),
                "chart": reading.chart(rate, course, asked),
                "says": course.says,
            }
            for rate, course in found
        ],
    }


PANELS = (
    Panel(
        key="going", place="manager", order=50, template="residents/going/panel.html",
        permission=P.RECORD_REVIEW, context=going, wide=True,
    ),
)  # fmt: skip
