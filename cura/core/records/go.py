"""`/go/<label>/<uuid>/`: from a soft reference to the page itself, for those who may see it.

Notices, search entries and links know a record only by label and id. Whoever may not see it gets
the same 404 as for one that never was.
"""

import re
from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse

from cura.core.permissions import Permission as P
from cura.core.records import registry


def go(request, label: str, pk: UUID):
    address = _record(request.user, label, pk) or _subject(request.user, label, pk)
    if address is None:
        raise Http404
    return redirect(address)


def _record(user, label: str, pk: UUID) -> str | None:
    if (type := registry.find(label)) is None:
        return None
    record = get_object_or_404(type.model.objects.visible_to(user).only("pk"), pk=pk)
    return reverse(type.url("detail"), args=[record.pk])


def _subject(user, label: str, pk: UUID) -> str | None:
    """A child's or a home's own page is the address that her lists begin with."""
    for scope in {registry.scope(type.scope) for type in registry.all_types()}:
        if scope.model._meta.label_lower == label:
            read = getattr(scope.model, "read", P.HOME_READ)
            subject = get_object_or_404(scope.visible(user, read), pk=pk)
            return "/" + re.sub(r"<[^>]+>", str(getattr(subject, scope.key)), scope.path)
    return None


urlpatterns = [path("go/<str:label>/<uuid:pk>/", go, name="go")]
