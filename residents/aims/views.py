from django.urls import reverse

from cura.core.records.views.detail import RecordDetail
from cura.lib import london
from residents.aims import reading
from residents.aims.models import Aim
from residents.child.board import Board


class AimDetail(RecordDetail):
    """With what moved and what we did, side by side, which stands beside the aim itself."""

    def page(self, status=200, **context):
        aim = context["record"]
        days = reading.days(aim)
        stands = next((e.stands for e in aim.entries.all() if e.stands is not None), None)
        context |= {
            "list_url": reverse("aims-list", args=[aim.child_id]),
            "days": days,
            "far": reading.how_far(stands),
            "source": reading.source(aim, self.request.user),
            "no_start": "" if aim.starting_point.strip() else reading.NO_START,
        }
        open_ = not (aim.closed_at or aim.void_at)
        if open_:
            context["state"] = {"words": "", "tone": "quiet", "icon": ""}
        for step in context["steps"]:
            step["primary"] = open_ and step["url"].endswith("/told/")
        return super().page(status, **context)


class Aims(Board):
    """All her aims: those she works at with how far each is, and those that are closed."""

    def ordered(self, rows):
        return rows.with_last().order_by("-happened_at", "-id")

    def board(self, child, rows: list[Aim]) -> dict:
        today = london.local_date(self.now)
        return {
            "open": [reading.line(aim, today) for aim in rows if not aim.closed_at],
            "closed": [_closed(aim) for aim in rows if aim.closed_at],
        }


def _closed(aim: Aim) -> dict:
    day = london.day_words(london.local_date(aim.closed_at))
    return {
        "url": reverse("aims-detail", args=[aim.pk]),
        "area": aim.get_area_display(),
        "words": aim.words,
        "ended": f"{aim.get_how_ended_display()}, {day}",
    }
