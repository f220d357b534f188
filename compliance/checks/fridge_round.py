"""Every fridge on one page: the appliances read before, a number for each, all saved or none."""

from dataclasses import dataclass, field
from uuid import UUID, uuid5

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from compliance.checks.fridge import FridgeTemperature, fridge
from cura.core.accounts import access
from cura.core.permissions import Permission as P
from cura.core.records import actions
from cura.core.records.sheet import Sheet
from cura.lib import typed

LINES = 10
ASKED = ("appliance", "freezer", "celsius", "fault")


@dataclass
class Line:
    """One appliance as typed, and what is wrong with it."""

    number: int
    values: dict[str, str]
    errors: list[str] = field(default_factory=list)

    def sheet(self, home, user, now) -> Sheet:
        """The same sheet as one reading has: the same words when something is wrong."""
        data = self.values | {"happened_at": now.isoformat()}
        if not self.values["freezer"]:
            data.pop("freezer")
        return Sheet.build(fridge, subject=home, user=user, data=data, now=now)


@require_http_methods(["GET", "HEAD", "POST"])
def fridge_round(request, slug):
    """A line without a number is left out; one bad line is said, and nothing is saved."""
    home = get_object_or_404(access.homes(request.user, P.PREMISES_WRITE), slug=slug)
    now = timezone.now()
    lines = _typed(request.POST) if request.method == "POST" else _known(home, request.user)
    if request.method == "POST":
        sheets = [(line, line.sheet(home, request.user, now)) for line in lines if _used(line)]
        for line, sheet in sheets:
            line.errors = [] if sheet.is_valid() else [words for _, words in sheet.errors()]
        if sheets and not any(line.errors for line in lines):
            _save([s for _, s in sheets], home, request.user, _token(request), now)
            messages.success(request, "All readings are saved and signed.")
            return redirect("fridge-temperatures-list", home.slug)
    context = {
        "home": home,
        "lines": [line for line in lines if any(line.values.values())],
        "spare": [line for line in lines if not any(line.values.values())],
        "list_url": reverse("fridge-temperatures-list", args=[home.slug]),
        "token": _token(request),
        "errors": [(line.number, words) for line in lines for words in line.errors],
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "compliance/checks/fridge_round.html", context, status=status)


@transaction.atomic
def _save(sheets: list[Sheet], home, user, token: UUID, now) -> None:
    """All or none. The page's token makes a second press of the button find the first readings."""
    for number, sheet in enumerate(sheets):
        made = actions.create(
            sheet=sheet, type=fridge, subject=home, by=user, now=now,
            submission=uuid5(token, str(number)),
        )  # fmt: skip
        if not made.signed_at:
            actions.reach(record=made, moment="signed", by=user, now=now)


def _token(request) -> UUID:
    return typed.token(request.POST.get("token"))


def _known(home, user) -> list[Line]:
    """The appliances of the last readings, then empty lines up to ten."""
    rows = FridgeTemperature.objects.visible_to(user).standing().filter(home=home)
    found: dict[str, bool] = {}
    for name, freezer in rows.order_by("-happened_at").values_list("appliance", "freezer")[:60]:
        found.setdefault(name, freezer)
    named = [(name, "on" if freezer else "") for name, freezer in sorted(found.items())]
    named += [("", "")] * (LINES - len(named))
    return [
        Line(n, {"appliance": name, "freezer": freezer, "celsius": "", "fault": ""})
        for n, (name, freezer) in enumerate(named[:LINES], start=1)
    ]


def _typed(post) -> list[Line]:
    return [
        Line(n, {name: post.get(f"{n}-{name}", "").strip() for name in ASKED})
        for n in range(1, LINES + 1)
    ]


def _used(line: Line) -> bool:
    return bool(line.values["celsius"] or line.values["fault"])
