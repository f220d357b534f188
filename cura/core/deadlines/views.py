"""The manager's page: how often this home does what the law leaves to it, and on what ground."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from cura.core.accounts import access
from cura.core.deadlines import actions, intervals
from cura.core.deadlines.duty import Duty, duty
from cura.core.deadlines.forms import IntervalForm
from cura.core.permissions import Permission as P


def _home(request, slug: str):
    return get_object_or_404(access.homes(request.user, P.HOME_MANAGE), slug=slug)


def _duty(key: str) -> Duty:
    """A duty whose interval a home may set."""
    try:
        found = duty(key)
    except KeyError:
        raise Http404 from None
    if not found.settable:
        raise Http404
    return found


@require_safe
def all_intervals(request, slug):
    home = _home(request, slug)
    context = {"home": home, "groups": intervals.groups(home)}
    return render(request, "deadlines/intervals.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def interval(request, slug, key):
    """Change one, with the reason."""
    home, of = _home(request, slug), _duty(key)
    row = intervals.newest(home).get(key)
    since = {"since": row.since} if row else {}
    data = request.POST if request.method == "POST" else None
    form = IntervalForm(data, initial=since)
    if data is not None and form.is_valid():
        try:
            actions.set_policy(
                home=home, duty=key, by=request.user, now=timezone.now(), **form.cleaned_data
            )
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, f"{of.title}: that is what counts from now on.")
            return redirect("intervals", slug)
    context = {"home": home, "duty": of, "now": intervals.interval_words(of, row), "form": form}
    status = 422 if form.errors else 200
    return render(request, "deadlines/interval.html", context, status=status)
