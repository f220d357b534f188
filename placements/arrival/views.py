"""The phone list of a first day: tick, hand over, hear the others; and the pages of its report."""

from datetime import datetime, timedelta

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cura.core.accounts import access
from cura.core.accounts.people import User
from cura.core.audit import log
from cura.core.permissions import Permission as P
from cura.core.records.actions import may
from cura.core.records.views.detail import RecordDetail
from cura.core.records.views.edit import RecordEdit
from cura.lib import london, typed
from placements.arrival import actions, page, reading
from placements.arrival.asks import ASKS
from placements.arrival.draft import drafted
from placements.arrival.forms import HeardForm
from placements.arrival.hours import STEPS
from placements.arrival.models import FirstDay, FirstDayLine
from placements.arrival.reading import Standing
from residents.child.header import child_header
from residents.child.models import Child
from residents.child.rights import holds
from residents.hours import next_time

FORM = ["GET", "HEAD", "POST"]


@require_safe
def hours(request, first_day):
    """One list: what is next on top, then the hours."""
    record = _first_day(request, first_day)
    return _list(request, record, timezone.now())


def _list(request, record: FirstDay, now: datetime, wrong=("", None)):
    log.read(record, "firstday.list", by=request.user, now=now)
    may_write = may(request.user, P.DAILY_WRITE, record) and not record.void_at
    open_still = may_write and reading.takes_lines(record, now)
    context = page.of(record, request.user, now, open_still, wrong)
    context["child_header"] = child_header(request, record.child)
    status = 422 if wrong[1] is not None else 200
    return render(request, "placements/arrival/hours.html", context, status=status)


def _first_day(request, pk) -> FirstDay:
    """Only for those who work at the home: the list holds what the other children said."""
    homes = access.scope(request.user, P.DAILY_READ).homes
    rows = FirstDay.objects.visible_to(request.user).filter(home_id__in=homes)
    return get_object_or_404(rows.select_related("child__key_worker", "home", "replaces"), pk=pk)


def _to_write(request, pk) -> FirstDay:
    record = _first_day(request, pk)
    if not may(request.user, P.DAILY_WRITE, record):
        raise PermissionDenied
    return record


@require_POST
def begin(request, child):
    """The list for somebody who has just come, when her coming was not written as an admission."""
    found = get_object_or_404(Child.objects.visible_to(request.user), pk=child)
    if not holds(request.user, P.DAILY_WRITE, found):
        raise PermissionDenied
    try:
        record = actions.begin(
            child=found, person=request.user, by=request.user, now=timezone.now()
        )
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect("child", pk=found.pk)
    return redirect("first-day", first_day=record.pk)


@require_POST
def tick(request, first_day):
    """One step, by tap. Back to the list; with what is missing beside the step, if anything is."""
    record, now = _to_write(request, first_day), timezone.now()
    if back := typed.key(request.POST.get("take_back")):
        return _take_back(request, record, back, now)
    step = STEPS.get(request.POST.get("step", ""))
    if step is None:
        raise Http404
    form = ASKS[step.ask].form(request.POST)
    if not form.is_valid():
        return _list(request, record, now, wrong=(step.key, form))
    answer = dict(form.cleaned_data)
    at = _at(answer.pop("at"), now)
    _do(
        request, actions.tick, first_day=record, step=step.key, state=answer.pop("state"), at=at,
        now=now, **answer,
    )  # fmt: skip
    return _back(record)


def _at(clock, now: datetime) -> datetime | None:
    """The last time at which the clock showed this."""
    if clock is None:
        return None
    return next_time(now - timedelta(days=1) + london.MINUTE, clock)


def _take_back(request, record: FirstDay, pk, now: datetime):
    line = get_object_or_404(FirstDayLine, pk=pk, first_day__in=reading.versions(record))
    _do(request, actions.take_back, line=line, now=now)
    return _back(record)


@require_POST
def hand_over(request, first_day):
    record = _to_write(request, first_day)
    person = get_object_or_404(User, pk=typed.key(request.POST.get("person")), is_active=True)
    if _do(request, actions.hand_over, first_day=record, person=person, now=timezone.now()):
        messages.success(request, f"{person.first_name} has {record.child.name}'s first day now.")
    return _back(record)


@require_POST
def name_in_pack(request, first_day):
    record = _to_write(request, first_day)
    rows = Child.objects.living_in(record.home)
    child = get_object_or_404(rows, pk=typed.key(request.POST.get("child")))
    agrees = request.POST.get("agrees") == "yes"
    _do(
        request, actions.name_in_pack, first_day=record, child=child, agrees=agrees,
        now=timezone.now(),
    )  # fmt: skip
    return _back(record, "others")


@require_http_methods(FORM)
def hear(request, first_day):
    """What the other children said, before or after."""
    record, now = _to_write(request, first_day), timezone.now()
    began = record.happened_at <= now
    form = HeardForm(request.POST or None, initial={"when": "after" if began else "before"})
    if form.is_valid():
        try:
            actions.hear(first_day=record, by=request.user, now=now, **form.cleaned_data)
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, "Kept. It stands in no file of the new child.")
            return _back(record, "others")
    log.read(record, "firstday.hear", by=request.user, now=now)
    context = {
        "record": record,
        "name": record.child.name,
        "form": form,
        "back_url": reverse("first-day", args=[record.pk]),
    }
    status = 422 if form.errors else 200
    return render(request, "placements/arrival/heard.html", context, status=status)


def _do(request, action, **values) -> bool:
    try:
        action(by=request.user, **values)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return False
    return True


def _back(record: FirstDay, anchor: str = "next"):
    return redirect(f"{reverse('first-day', args=[record.pk])}#{anchor}")


class FirstDayEdit(RecordEdit):
    """The report begins with what was ticked and said, where nothing is written yet."""

    def sheet(self, **kwargs):
        sheet = super().sheet(**kwargs)
        if self.instance is not None and not sheet.form.is_bound:
            words = drafted(Standing(self.instance, self.now))
            empty = {k: v for k, v in words.items() if not getattr(self.instance, k).strip()}
            sheet.form.initial |= empty
            self.began = bool(empty)
        return sheet

    def form_page(self, sheet, token, draft=None, status=200, version=None, **context):
        context["began"] = getattr(self, "began", False)
        return super().form_page(sheet, token, draft, status, version, **context)


class FirstDayDetail(RecordDetail):
    """The report, with the way to the list for those who work here."""

    def page(self, status=200, **context):
        record = context["record"]
        if record.home_id in access.scope(self.request.user, P.DAILY_READ).homes:
            context["list_of_hours"] = reverse("first-day", args=[record.pk])
        context["written"] = record.is_written()
        kept = reading.keepers(record)
        context["kept"] = [
            f"{row.person.first_name} from {london.words(row.written_at)}" for row in kept
        ]
        return super().page(status, **context)
