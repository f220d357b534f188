"""The pages of the gallery. `?theme=dark` chooses the theme, `?tablet` a house tablet."""

from types import SimpleNamespace

from django import forms
from django.shortcuts import render

from cura.core.ui import charts
from tests.ui.gallery import people
from tests.ui.gallery.forms import POSTED, Sheet

TYPE = SimpleNamespace(title="Daily notes", one="daily note")


def page(template, made=dict, **context):
    def view(request):
        shell = people.SHELL | {"house_tablet": "tablet" in request.GET}
        theme = request.GET.get("theme", "auto")
        return render(request, template, {"shell": shell, "theme": theme, **context, **made()})

    return view


def drawn():
    months = ["Jun", "Jul", "Aug", "Sep", "Oct", "Nov"]
    return {
        "grouped": charts.grouped_bars(
            "Good days and hard days",
            months,
            {"Good things": [5, 6, 8, 9, 12, 14], "Hard things": [8, 7, 8, 5, 3, 2]},
            finding="Good things rose from 5 in June to 14 in November.",
        ),
        "stacked": charts.stacked_bars(
            "Nights",
            months,
            {"At home": [28, 29, 27, 30, 29, 20], "Family": [1, 2, 3, 0, 2, 2]},
            finding="She slept at home on most nights.",
        ),
        "line": charts.line(
            "School",
            months,
            {"Ella": [60, 70, 72, 85, 90, 94], "Kai": [90, 88, None, 91, 95, 96]},
            finding="Ella went to school more each month.",
            unit="%",
        ),
        "heat": charts.heat_strip(
            "The last three weeks",
            [f"{d} Nov" for d in range(1, 22)],
            {"Good": [d % 4 for d in range(21)], "Slept": [(d * 7) % 4 for d in range(21)]},
            finding="Three of the last seven nights were short.",
        ),
        "few": charts.grouped_bars("Complaints", months, {"All": [0, 1, 0, 1, 0, 0]}, finding=""),
        "spark": charts.spark([3, 4, 4, 6, 5, 8], words="From 3 to 8"),
    }


class Sign(forms.Form):
    words = forms.CharField(label="What do you want to say?", widget=forms.Textarea)


RECORD = {
    "type": TYPE,
    "child_header": people.ELLA,
    "title": "Daily note, Sun 22 Nov 2026, 18:10",
    "reference": "DN-7K2M9Q",
    "sections": people.SECTIONS,
}

PAGES = {
    "components": page("gallery/components.html", child_header=people.ELLA, rows=people.ROWS,
                       amendment=people.AMENDMENT, facts=people.SECTIONS[0]["facts"]),
    "charts": page("gallery/charts.html", made=drawn),
    "list": page("records/list.html", type=TYPE, subject="Ella R.", child_header=people.ELLA,
                 new_url="#new", rows=people.ROWS, older_url="#older",
                 columns=["When", "Written by", "About", "How it stands"],
                 filters=[{"title": "All", "url": "#a", "current": True},
                          {"title": "Good things", "url": "#b", "count": 12}]),
    "list-empty": page("records/list.html", type=TYPE, subject="Rowan House", rows=[], columns=[],
                       empty_text="No notes yet."),
    "detail": page("records/detail.html", **RECORD, parts=[people.PART],
                   state={"words": "Signed", "tone": "ok", "icon": "check-circle"},
                   late_words="Written 2 days afterwards", moments=people.MOMENTS,
                   steps=people.STEPS, edit_url="#e", history_url="#h", print_url="#p",
                   replaces={"url": "#old", "text": "Daily note, Sat 21 Nov"},
                   remarks=[{"who": "Jo", "when": "today 10:00", "text": "Who was on shift?"}],
                   attachments=[{"name": "pancakes.jpg", "url": "#f", "size": "240 kB"}]),
    "edit": page("records/edit.html", type=TYPE, made=lambda: {"sheet": Sheet()},
                 title="Daily note", over="must be written by 18:10 tomorrow", token="t",
                 primary_label="Save and sign", can_save_open=True, cancel_url="#back"),
    "edit-errors": page("records/edit.html", type=TYPE, made=lambda: {"sheet": Sheet(POSTED)},
                        title="Daily note", child_header=people.ELLA, token="t",
                        files_url="/files/"),
    "conflict": page("records/edit.html", type=TYPE, made=lambda: {"sheet": Sheet()},
                     title="Daily note", conflict=people.CONFLICT,
                     conflict_words="Tom saved it at 18:44."),
    "step": page("records/step.html", **RECORD, step={"title": "Ask for more"}, danger=True,
                 made=lambda: {"form": Sign({})}, primary_label="Ask for more", cancel_url="#b"),
    "history": page("records/history.html", **RECORD, entries=people.ENTRIES),
    "not-found": page("404.html"),
    "not-allowed": page("403.html"),
    "try-again": page("403_csrf.html"),
    "unreadable": page("400.html"),
    "our-fault": page("500.html"),
}  # fmt: skip
