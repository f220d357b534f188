"""The page behind a link. Open to the world, so it says nothing until its button is pressed:
mail scanners fetch every address they see, and would use up a link that opens once.
"""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from cura.core.accounts.home import Home
from cura.core.audit.context import current
from cura.core.links import actions, passes
from cura.core.links import purpose as purposes
from cura.core.links.link import Link, by_secret

A_MINUTE = 30  # requests from one address


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def link(request, secret: str):
    if _too_many(timezone.now()):
        return _private(_gone(request, None, status=429))
    return _private(
        _opened(request, secret) if request.method == "POST" else _door(request, secret)
    )


def _door(request, secret: str):
    found, now = by_secret(secret), timezone.now()
    purpose = found and purposes.find(found.purpose)
    live = purpose and Link.objects.live(now).filter(pk=found.pk).exists()
    if not live or (purpose.once and found.used_at):
        return _gone(request, found)
    context = {"purpose": purpose, "by": found.made_by.name, "home": _home(found)}
    return render(request, "links/door.html", context)


def _opened(request, secret: str):
    found, now = by_secret(secret), timezone.now()
    if found and passes.holds(found, request.POST.get(passes.FIELD, "")):
        opened = actions.go_on(secret=secret, now=now)
    else:
        opened = actions.open_link(secret=secret, now=now)
    if opened is None:
        return _gone(request, found)
    return purposes.find(opened.purpose).view(request, opened)


def _gone(request, found: Link | None, status: int = 404):
    """One page for all that does not open. Whoever holds a real link learns whom to ring."""
    context = {"home": _home(found) if found else None, "too_many": status == 429}
    return render(request, "links/gone.html", context, status=status)


def _home(found: Link) -> Home | None:
    return Home.objects.filter(pk=found.home_id).first()


def _private(response):
    response["Cache-Control"] = "no-store, private"
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    # The address is the key: no other site is told it. Not "no-referrer", with which a browser
    # posts "Origin: null", and the button is refused as forged.
    response["Referrer-Policy"] = "same-origin"
    return response


def _too_many(now) -> bool:
    """A secret cannot be guessed; this keeps the guessing from costing us anything."""
    key = f"links:{current().address}:{now:%H%M}"
    cache.add(key, 0, timeout=120)
    try:
        return cache.incr(key) > A_MINUTE
    except ValueError:  # the cache let go of it in between
        return False


@require_POST
def end(request, pk):
    """End a link, from the page of the record that it opens."""
    found = get_object_or_404(Link, pk=pk)
    try:
        actions.end(link=found, by=request.user, now=timezone.now())
    except (PermissionDenied, ValidationError):
        raise Http404
    messages.success(request, f"The link for {found.to_name} opens nothing any more.")
    return redirect("go", label=found.label, pk=found.object_id)
