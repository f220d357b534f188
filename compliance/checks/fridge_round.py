"""Every fridge on one page: the appliances read before, a number for each, all saved or none."""

from django import forms
from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from compliance.checks.fridge import FridgeTemperature, fridge
from cura.core.accounts import access
from cura.core.permissions import Permission as P
from cura.core.records import actions
from cura.core.records.sheet import Sheet

LINES = 10


class ReadingForm(forms.Form):
    appliance = forms.CharField(max_length=60, label="Fridge or freezer")
    freezer = forms.BooleanField(required=False, label="Freezer")
    celsius = forms.CharField(label="°C")
    fault = forms.CharField(
        required=False, max_length=200, label="If it is not right: what is wrong, what was done?"
    )


Readings = forms.formset_factory(ReadingForm, extra=0, max_num=LINES, absolute_max=LINES)


def known(home) -> list[dict]:
    """The appliances of the last readings, then empty lines up to ten."""
    rows = FridgeTemperature.objects.standing().filter(home=home).order_by("-happened_at")
    found: dict[str, bool] = {}
    for name, freezer in rows.values_list("appliance", "freezer")[:60]:
        found.setdefault(name, freezer)
    names = sorted(found.items())[:LINES]
    return [{"appliance": name, "freezer": freezer} for name, freezer in names]


def fridge_round(request, slug):
    """The page. A line without a number is left out; a bad line is said and nothing is saved."""
    home = get_object_or_404(access.homes(request.user, P.PREMISES_WRITE), slug=slug)
    now = timezone.now()
    initial = known(home) or [{}]
    lines = Readings(_without_blank(request.POST) if request.POST else None, initial=initial)
    lines.extra = 0
    if request.method == "POST" and lines.is_valid() and _save(lines, home, request.user, now):
        messages.success(request, "All readings are saved and signed.")
        return redirect("fridge-temperatures-list", home.slug)
    status = 422 if request.method == "POST" else 200
    context = {"home": home, "lines": lines, "title": "Fridge round"}
    return render(request, "compliance/checks/fridge_round.html", context, status=status)
