"""`/go/<label>/<uuid>/`: from a soft reference to the page itself, for those who may see it.

Notices, search entries and links know a record only by label and id. Whoever may not see it gets
the same 404 as for one that never was.
"""

import re
from collections.abc import Callable
from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.views.decorators.http import require_safe

from cura.core.accounts import soft
from cura.core.records import registry
from cura.core.records.registry import Scope

# Label -> (user, id) -> address or None, for pages of what is neither a record nor a subject.
PLACES: dict[str, Callable[[object, UUID], str | None]] = {}


@require_safe
def go(request, label: str, pk: UUID):
    address = _address(request.user, label, pk)
    if address is None:
        raise Http404
    return redirect(address)


def _address(user, label: str, pk: UUID) -> str | None:
    if type := registry.find(label):
        record = get_object_or_404(type.model.objects.visible_to(user).only("pk"), pk=pk)
        return reverse(type.url("detail"), args=[record.pk])
    if label in PLACES:
        return PLACES[label](user, pk)
    for scope in registry.scopes():
        if scope.model._meta.label_lower == label:
            return _subject(scope, user, pk)
    return None


def _subject(scope: Scope, user, pk: UUID) -> str:
    """A home's page is the house now; a child's is the address that her lists begin with."""
    subject = get_object_or_404(scope.visible(user, soft.reading(scope.model)), pk=pk)
    if scope is registry.HOME:
        return reverse("house-now", args=[subject.slug])
    return "/" + re.sub(r"<[^>]+>", str(getattr(subject, scope.key)), scope.path)


urlpatterns = [path("go/<str:label>/<uuid:pk>/", go, name="go")]
