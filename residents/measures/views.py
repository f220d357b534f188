"""The pages of measures that differ: the lines of an instrument stand ready; the list shows what
changed."""

from cura.core.records.sheet import Sheet
from cura.core.records.views.edit import RecordEdit
from cura.core.records.views.list import RecordList
from residents.measures import instruments
from residents.measures.forms import ready
from residents.measures.reading import TREND, courses, headline, of_child

USUAL = "sdq"


class MeasureEdit(RecordEdit):
    """A new one begins with the scales of an instrument: one tap chooses which."""

    def sheet(self, **kwargs) -> Sheet:
        if kwargs or self.instance:
            return super().sheet(**kwargs)
        body = ready(self.chosen()) | {"instrument": [self.chosen()]}
        empty = super().sheet()
        sheet = Sheet.from_draft(
            self.type, body, subject=self.subject, user=self.request.user, now=self.now
        )
        sheet.form = empty.form
        sheet.form.initial["instrument"] = self.chosen()
        return sheet

    def chosen(self) -> str:
        asked = self.request.GET.get("instrument", USUAL)
        return asked if asked in dict(instruments.choices()) else USUAL

    def form_page(self, sheet, token, draft=None, status=200, version=None, **context):
        if not (self.instance or self.replaced or draft) and self.request.method == "GET":
            context["instruments"] = [
                {"words": known.short, "url": f"?instrument={key}", "current": key == self.chosen()}
                for key, known in instruments.all_instruments().items()
            ]
            other = instruments.OTHER
            context["instruments"].append(
                {"words": "Another one", "url": f"?instrument={other}",
                 "current": self.chosen() == other}
            )  # fmt: skip
        return super().form_page(sheet, token, draft, status, version, **context)


class MeasureList(RecordList):
    """All that was scored, and above it what may be set side by side."""

    def page(self, status=200, **context):
        found = courses(of_child(context["subject"], self.request.user))
        context["courses"] = [_course(course) for course in found if headline(course)]
        context["more_courses"] = [_course(course) for course in found if not headline(course)]
        return super().page(status, **context)


def _course(course) -> dict:
    drawn = course.chart() if len(course.points) >= TREND else ""
    return {"title": course.title, "finding": course.finding, "chart": drawn}
