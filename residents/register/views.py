"""The register of children as a page and as a PDF."""

from hashlib import sha256

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from cura.core.accounts import access
from cura.core.accounts.home import Home
from cura.core.audit import log
from cura.core.documents.render import CouldNotPrint
from cura.core.documents.types import build
from cura.core.permissions import Permission as P
from residents.register.paper import REGISTER
from residents.register.reading import entries, line


def _home(request, slug: str) -> Home:
    homes = access.homes(request.user, P.CHILD_READ).filter(kind=Home.Kind.HOME)
    return get_object_or_404(homes, slug=slug)


@require_safe
def register(request, slug):
    home, now = _home(request, slug), timezone.now()
    found = entries(home, request.user)
    shown = [str(entry.child.pk) for entry in found]
    log.read(home, "register.read", by=request.user, now=now, shown=shown)
    page = {"home": home, "lines": [line(entry) for entry in found]}
    return render(request, "residents/register/page.html", page)


@require_safe
def register_print(request, slug):
    """What was printed is in the log, with its hash."""
    home, now = _home(request, slug), timezone.now()
    try:
        name, data = build(REGISTER, home, by=request.user, now=now)
    except CouldNotPrint as refused:
        messages.error(request, str(refused))
        return redirect("register", slug)
    log.read(home, "register.print", by=request.user, now=now, sha256=sha256(data).hexdigest())
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(False, name)
    return response
