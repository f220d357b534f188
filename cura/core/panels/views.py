"""The pages that are no record: the house now, how we are doing, today, write, more, homes."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from cura.core.accounts import access
from cura.core.audit import log
from cura.core.panels import panels, writing
from cura.core.panels.shell import current_home, more, quick
from cura.core.permissions import Permission as P

LANDINGS: list = []  # callable(user) -> url or "", for people who belong to no home


@require_safe
def front(request):
    """Where each person's day begins: the house now; for outsiders, what they may see."""
    home = current_home(request)
    if home is not None:
        return redirect("house-now", slug=home.slug)
    for landing in LANDINGS:
        if url := landing(request.user):
            return redirect(url)
    return render(request, "panels/nothing.html", status=200)


@require_safe
def house_now(request, slug):
    """Who is in, who is out and with whom, who is on shift, the night, what is next: one look."""
    home = get_object_or_404(access.homes(request.user), slug=slug)
    now = timezone.now()
    request.session["home"] = str(home.pk)
    request._home = home
    log.read(home, "house.now", by=request.user, now=now)
    found = panels.shown("house", subject=home, user=request.user, now=now)
    context = {"home": home, "panels": found, "quick": quick(request)}
    return render(request, "panels/house.html", context)


@require_safe
def manager(request, slug):
    """What a manager looks at in the morning; the responsible individual at each of her homes."""
    hers = list(access.homes(request.user, P.RECORD_REVIEW).order_by("name"))
    home = next((each for each in hers if each.slug == slug), None)
    if home is None:
        raise Http404
    now = timezone.now()
    log.read(home, "manager.read", by=request.user, now=now)
    found = panels.shown("manager", subject=home, user=request.user, now=now)
    others = [
        {"title": h.name, "url": reverse("manager", args=[h.slug]), "current": h == home}
        for h in hers
        if h.kind == home.kind
    ]
    context = {"home": home, "panels": found, "filters": others if len(others) > 1 else []}
    return render(request, "panels/manager.html", context)


@require_safe
def today(request):
    """A worker's own page, by time left. No charts."""
    home = current_home(request)
    if home is None:
        return redirect("front")
    now = timezone.now()
    log.read(home, "today.read", by=request.user, now=now)
    found = panels.shown("today", subject=home, user=request.user, now=now)
    return render(request, "panels/today.html", {"home": home, "panels": found})


@require_safe
def write(request):
    """What do you want to write, and about whom? Two taps."""
    home = current_home(request)
    if home is None:
        raise Http404
    return render(request, "panels/write.html", writing.choices(request.user, home))


@require_safe
def more_page(request):
    return render(request, "panels/more.html", {"sections": more(request)})


@require_safe
def homes(request):
    return render(request, "panels/homes.html", {"homes": access.homes(request.user)})


@require_POST
def choose_home(request, slug):
    home = get_object_or_404(access.homes(request.user, P.HOME_READ), slug=slug)
    request.session["home"] = str(home.pk)
    return redirect("house-now", slug=home.slug)


@require_safe
def floor(request):
    """The least that a signed-in page costs: what benchmarks measure all others against."""
    return render(request, "base.html") if current_home(request) else HttpResponse()
