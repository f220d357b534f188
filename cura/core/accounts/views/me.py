"""My settings, and the tablets of the homes one looks after."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from cura.core.accounts import access, actions, pins, sessions, tablets
from cura.core.accounts.forms import MeForm, NewPinForm, TabletForm
from cura.core.accounts.proof import NotProved, prover
from cura.core.accounts.tablet import Tablet
from cura.core.permissions import Permission as P


@dataclass(frozen=True, kw_only=True)
class OwnPage:
    """A page of somebody's own that an app above hands over in `ready()`."""

    title: str
    words: str
    icon: str
    url_name: str


OWN_PAGES: list[OwnPage] = []


def me(request):
    """Colours, keys, one friendly line; and the ways to PIN, password, passkeys and sessions."""
    form = MeForm(request.POST or None, instance=request.user)
    if form.is_valid():
        values = {name: form.cleaned_data[name] for name in form.changed_data}
        if values:
            actions.change(row=request.user, values=values, by=request.user, now=timezone.now())
        messages.success(request, "Saved.")
        return redirect("me")
    context = {
        "form": form,
        "has_pin": bool(request.user.pin),
        "may_register": access.has(request.user, P.PEOPLE_MANAGE),
        "by_pin": sessions.by_pin(request),
        "own_pages": [
            {"title": p.title, "words": p.words, "icon": p.icon, "url": reverse(p.url_name)}
            for p in OWN_PAGES
        ],
    }
    return render(request, "accounts/me.html", context, status=422 if form.errors else 200)


@sensitive_post_parameters("pin", "again", "proof_password")
def pin(request):
    """Set one's own PIN, after one's password."""
    form, proof = NewPinForm(request.POST or None), prover("fresh", request)
    if request.method == "POST" and all([form.is_valid(), proof.is_valid()]):
        try:
            by = proof.person()
            pins.set_pin(user=by, pin=form.cleaned_data["pin"], by=by, now=timezone.now())
        except NotProved as wrong:
            proof.refuse(str(wrong))
        except ValidationError as refused:
            form.add_error("pin", refused)
        else:
            messages.success(request, "Your PIN is set. Tell it to nobody, not even to us.")
            return redirect("me")
    status = 422 if form.errors or proof.errors else 200
    return render(request, "accounts/new_pin.html", {"form": form, "proof": proof}, status=status)


@never_cache
def house_tablets(request):
    """The tablets of one's homes; this very device may become one of them."""
    homes = access.homes(request.user, P.PEOPLE_MANAGE)
    if not homes:
        raise PermissionDenied
    form, proof = TabletForm(request.POST or None, homes=homes), prover("fresh", request)
    if request.method == "POST" and all([form.is_valid(), proof.is_valid()]):
        try:
            by = proof.person()
            return _registered(request, by=by, now=timezone.now(), **form.cleaned_data)
        except NotProved as wrong:
            proof.refuse(str(wrong))
        except ValidationError as refused:
            form.add_error("name" if hasattr(refused, "error_dict") else None, refused.messages)
    context = {
        "form": form,
        "proof": proof,
        "here": tablets.of(request),
        "tablets": Tablet.objects.filter(home__in=homes, ended_at=None)
        .select_related("home", "registered_by")
        .order_by("home__name", "name"),
    }
    status = 422 if form.errors or proof.errors else 200
    return render(request, "accounts/tablets.html", context, status=status)


def _registered(request, *, home, name, by, now):
    tablet, secret = tablets.register(home=home, name=name, by=by, now=now)
    tablets.note_full_sign_in(tablet=tablet, user=by, now=now)
    sessions.put_on(request, tablet)
    messages.success(request, f"This is now the tablet “{tablet}” of {home}.")
    response = redirect("tablets")
    tablets.set_cookie(response, tablet, secret)
    return response


@require_POST
def end_tablet(request, pk):
    homes = access.homes(request.user, P.PEOPLE_MANAGE)
    tablet = get_object_or_404(Tablet, pk=pk, home__in=homes)
    try:
        tablets.end(tablet=tablet, by=request.user, now=timezone.now())
        messages.success(request, f"“{tablet}” is out of use. Nobody can work on it any more.")
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
    return redirect("tablets")
