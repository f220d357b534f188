"""A child comes to live here, moves, leaves, and comes back: one page each."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from cura.core.accounts import access, places
from cura.core.accounts.home import Home
from cura.core.audit import log
from cura.core.permissions import Permission as P
from cura.lib import london
from residents.child import actions
from residents.child import known as known_children
from residents.child.asked import child_to_change, put_beside, token_of
from residents.child.coming_forms import BackForm, LeaveForm, MoveForm
from residents.child.doors import coming_url
from residents.child.forms import WelcomeForm
from residents.child.grants import standing
from residents.child.header import child_header
from residents.child.leaving import end_after_leaving
from residents.child.models import Child

FORM = ["GET", "HEAD", "POST"]


@require_http_methods(FORM)
def new(request, slug):
    """A child who lived here before Cura was used is brought forward. Whoever comes now comes by
    the door that an app above declares, where it is asked whether she may."""
    homes = access.homes(request.user, P.CHILD_READ).select_related("organisation")
    home = get_object_or_404(homes.filter(kind=Home.Kind.HOME), slug=slug)
    if not may_bring_forward(request.user, home):
        raise PermissionDenied
    now = timezone.now()
    data = request.POST if request.method == "POST" else None
    token = token_of(request.POST)
    if data and Child.objects.filter(pk=token).exists():
        return _already(request, token)
    form = WelcomeForm(data, instance=Child(home=home), user=request.user, subject=home, now=now)
    known = []
    if data is not None and form.is_valid() and "another" not in data:
        known = known_children.lived_before(request.user, home, form.cleaned_data)
    if data is not None and form.is_valid() and not known:
        try:
            child = actions.welcome(
                id=token, home=home, by=request.user, now=now, brought_forward=True,
                **form.cleaned_data,
            )  # fmt: skip
        except ValidationError as refused:
            if Child.objects.filter(pk=token).exists():  # the same page, pressed twice at once
                return _already(request, token)
            put_beside(form, refused)
        else:
            messages.success(request, f"{child.name} lives here now. Welcome.")
            return redirect("child", pk=child.pk)
    return _new_page(request, home, form, token, now, known)


def may_bring_forward(user, home) -> bool:
    """Not whoever leads a shift: it passes by every question about who else lives here."""
    return access.has(user, P.CHILD_WRITE, home) and access.has(user, P.HOME_MANAGE, home)


def _already(request, token):
    child = get_object_or_404(Child.objects.visible_to(request.user), pk=token)
    messages.success(request, f"{child.name} lives here now. This was saved already.")
    return redirect("child", pk=child.pk)


def _new_page(request, home: Home, form, token, now, known):
    """`known`: who may be this child. Each is a name shown, so each is in the log."""
    shown = [str(child.pk) for child in known]
    log.read(home, "child.new", by=request.user, now=now, shown=shown)
    page = {
        "home": home,
        "form": form,
        "token": token,
        "full": _full(home, london.local_date(now)),
        "door": coming_url(home),
        "known": [known_children.line(child) for child in known],
        "another": "another" in request.POST,
        "cancel_url": reverse("children"),
    }
    status = 422 if form.errors or known else 200
    return render(request, "residents/child/new.html", page, status=status)


def _full(home: Home, today) -> str:
    """A home may not go beyond its registration (CSA 2000 s. 24): said before anybody types."""
    living, registered = Child.objects.living_in(home).count(), places.registered(home, today)
    if not registered or living < registered:
        return ""
    return f"{home.name} is registered for {registered} and {living} live here."


@require_http_methods(FORM)
def move(request, child):
    """To another room, or to another home of the organisation, her file with her."""
    found = child_to_change(request, child)
    if found.left_at:
        return _left_already(request, found)
    now = timezone.now()
    data = request.POST if request.method == "POST" else None
    form = MoveForm(data, user=request.user, child=found, now=now)
    if data is not None and form.is_valid():
        home, bed = form.place
        try:
            moved = actions.move(
                child=found, home=home, bed=bed, at=form.cleaned_data["at"], by=request.user,
                now=now,
            )  # fmt: skip
        except ValidationError as refused:
            put_beside(form, refused)
        else:
            messages.success(request, _moved(found, moved))
            return redirect("child", pk=moved.pk)
    return _page(request, found, form, "move", now)


def _moved(before: Child, moved: Child) -> str:
    where = f", {moved.bed}" if moved.bed else ""
    said = f"{moved.name} lives at {moved.home.name} now{where}."
    if before.home_id == moved.home_id:
        return said
    return f"{said} Please choose the key worker there, under Facts."


@require_http_methods(FORM)
def leave(request, child):
    """She no longer lives here. Asked once more, for the room is free from then on."""
    found = child_to_change(request, child)
    if found.left_at:
        return _left_already(request, found)
    now = timezone.now()
    data = request.POST if request.method == "POST" else None
    form = LeaveForm(data, user=request.user, child=found, now=now)
    if data is not None and form.is_valid():
        try:
            actions.leave(child=found, by=request.user, now=now, **form.cleaned_data)
        except ValidationError as refused:
            put_beside(form, refused)
        else:
            messages.success(request, f'{found.name} stands under "Lived here before" now.')
            return redirect("children")
    return _page(request, found, form, "leave", now, outsiders=_outsiders(found, now))


def _outsiders(child: Child, now) -> list[str]:
    """Who from outside sees the file, and until when if she leaves now."""
    return [
        f"{grant.user} ({grant.get_role_display()}): {_until(grant, now)}"
        for grant in standing(child, now)
    ]


def _until(grant, now) -> str:
    ends = end_after_leaving(grant, now, now)
    return f"until {london.words(ends)}" if ends > now else "ends with the leaving"


@require_http_methods(FORM)
def back(request, child):
    """She lived here before and comes back: her own file goes on."""
    found = child_to_change(request, child)
    if not may_bring_forward(request.user, found.home):
        raise PermissionDenied
    if not found.left_at:
        messages.info(request, f"{found.name} lives at {found.home.name}.")
        return redirect("child", pk=found.pk)
    now = timezone.now()
    data = request.POST if request.method == "POST" else None
    form = BackForm(data, user=request.user, child=found, now=now)
    if data is not None and form.is_valid():
        home, bed = form.place
        try:
            came = actions.come_back(
                child=found, home=home, bed=bed, arrived_at=form.cleaned_data["at"],
                by=request.user, now=now,
            )  # fmt: skip
        except ValidationError as refused:
            put_beside(form, refused)
        else:
            messages.success(request, f"{came.name} lives at {came.home.name} again. Welcome back.")
            return redirect("child", pk=came.pk)
    return _page(request, found, form, "back", now, door=coming_url(found.home))


def _left_already(request, child: Child):
    until = london.day_words(london.local_date(child.left_at))
    messages.info(request, f"{child.name} lived here until {until}.")
    return redirect("child", pk=child.pk)


def _page(request, child: Child, form, name: str, now, **more):
    log.read(child, f"child.{name}", by=request.user, now=now)
    page = {"child": child, "child_header": child_header(request, child), "form": form, **more}
    status = 422 if form.errors else 200
    return render(request, f"residents/child/{name}.html", page, status=status)
