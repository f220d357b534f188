"""The front door: by name and password or passkey, or by a face and a PIN on a house tablet."""

from urllib.parse import urlencode

from allauth.account.views import LoginView, SignupView
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from cura.core.accounts import demo, pins, sessions, tablets
from cura.core.accounts.forms import PinForm

WHY = {
    "idle": "Nobody touched the page for a while, so it closed. What you wrote is kept.",
    "long": "You have been signed in for a whole shift. Please sign in once more.",
    "tablet": "This tablet is not one of the home's any more.",
    "pin": "For this page a PIN is not enough. Please sign in with your password.",
    "locked": "There were five wrong PINs. Please sign in with your password.",
}


def safe_next(request, data) -> str:
    """Where to go on; only inside Cura (ASVS 5.0 3.7.2)."""
    to = data.get("next", "")
    inside = url_has_allowed_host_and_scheme(
        to, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return to if inside else ""


def _with_next(name: str, to: str, **more) -> str:
    query = urlencode({k: v for k, v in {"next": to, **more}.items() if v})
    return reverse(name) + (f"?{query}" if query else "")


class SignInView(LoginView):
    """allauth's, with the reason why one is here; a house tablet asks for a face first."""

    def get(self, request, *args, **kwargs):
        tablet = tablets.of(request)
        if tablet and "full" not in request.GET and tablets.people(tablet, timezone.now()):
            why = request.GET.get("why", "")
            return redirect(_with_next("tablet", safe_next(request, request.GET), why=why))
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        why = WHY.get(self.request.GET.get("why", ""), "")
        return super().get_context_data(
            why=why,
            people=demo.sign_in_lines(),
            next=safe_next(self.request, self._data()),
            **kwargs,
        )

    def _data(self):
        return self.request.POST if self.request.method == "POST" else self.request.GET


sign_in = SignInView.as_view()
no_sign_up = SignupView.as_view()  # the adapter keeps it shut; allauth wants the address


@login_not_required
@never_cache
@require_safe
def who(request) -> HttpResponse:
    """ "Who are you?" Whoever had the tablet is signed out by coming here: that is what "change
    person" means, and what was typed is on the server already. Only a session ends by this GET."""
    tablet = tablets.of(request)
    to = safe_next(request, request.GET)
    if tablet is None:
        return redirect(
            "front" if request.user.is_authenticated else _with_next("account_login", to)
        )
    if request.tablet:
        logout(request)
    people = [
        {"first_name": p.first_name, "name": p.name, "url": _with_next_of(p, to)}
        for p in tablets.people(tablet, timezone.now())
    ]
    context = {
        "tablet": tablet,
        "people": people,
        "why": WHY.get(request.GET.get("why", ""), ""),
        "sign_in_url": _with_next("account_login", to, full="1"),
    }
    return render(request, "accounts/who.html", context)


def _with_next_of(person, to: str) -> str:
    url = reverse("tablet-pin", args=[person.pk])
    return f"{url}?{urlencode({'next': to})}" if to else url


@login_not_required
@never_cache
@sensitive_post_parameters("pin")
def by_pin(request, pk) -> HttpResponse:
    """The PIN of the one whose face was tapped."""
    tablet = tablets.of(request)
    now = timezone.now()
    person = tablet and next((p for p in tablets.people(tablet, now) if p.pk == pk), None)
    if not person:
        return redirect(reverse("tablet"))
    form = PinForm(request.POST or None)
    to = safe_next(request, request.POST or request.GET)
    if form.is_valid():
        try:
            right = pins.check(user=person, pin=form.cleaned_data["pin"], place=tablet, now=now)
        except pins.Locked:
            return redirect(_with_next("account_login", to, full="1", why="locked"))
        if right:
            sessions.change_person(request, person=person, tablet=tablet, now=now)
            return redirect(to or settings.LOGIN_REDIRECT_URL)
        left = pins.tries_left(user=person, place=tablet)
        form.add_error("pin", _wrong(left))
    context = {"form": form, "person": person, "tablet": tablet, "next": to}
    return render(request, "accounts/pin.html", context, status=422 if form.errors else 200)


def _wrong(left: int) -> str:
    if not left:
        return "That is not your PIN. Now you need your password: go back and choose it."
    return f"That is not your PIN. You have {left} more {'try' if left == 1 else 'tries'}."


@never_cache
def fully(request) -> HttpResponse:
    """A page that a PIN does not open: sign in with the password, and come back to it."""
    to = safe_next(request, request.POST or request.GET)
    if request.method == "POST":
        logout(request)
        return redirect(_with_next("account_login", to, full="1", why="pin"))
    return render(request, "accounts/fully.html", {"next": to})


@require_POST
def stay(request) -> HttpResponse:
    """ "Stay signed in": a touch, and nothing else."""
    sessions.seen(request, now=timezone.now(), at_once=True)
    return HttpResponse(status=204)
