"""Ask for a bundle, see how far it is, fetch it. For those who may send records out of the home.

Asking and fetching want a sign-in of the last five minutes, as the most serious moments do.
"""

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from cura.core.accounts import access
from cura.core.accounts.proof import NotProved, prover
from cura.core.attachments import store
from cura.core.permissions import Permission as P
from cura.core.records import registry
from cura.core.records.bundles import actions
from cura.core.records.bundles.models import Bundle
from cura.core.records.bundles.order import subject_of
from cura.core.records.bundles.paper_views import subject_at
from cura.core.records.bundles.reading import shown
from cura.core.records.periods.period import home_of
from cura.core.records.tasks import make_bundles

DAMAGED = "The kept file is no longer what was issued. Tell the responsible individual."


@require_http_methods(["GET", "HEAD", "POST"])
def new(request, scope, form, **where):
    """First the days and what of them; then what that comes to; then the making."""
    subject, now = subject_at(request, scope, where), timezone.now()
    access.require(request.user, P.EXPORT, home_of(subject))
    asked = request.POST if request.method == "POST" else request.GET
    form = form(asked if asked else None, subject=subject, user=request.user, now=now)
    proof = prover("fresh", request, home_of(subject), P.EXPORT)
    right = form.is_valid()
    if request.method == "POST" and right and proof.is_valid():
        if bundle := _asked(form, proof, now):
            make_bundles.delay_on_commit()
            return redirect("bundle", pk=bundle.pk)
    context = {
        "subject": subject,
        "child_header": registry.scope(scope).header(request, subject),
        "form": form,
        "proof": proof,
        "preview": form.preview() if right else None,
        "cancel_url": reverse(f"{scope}-papers", kwargs=where),
    }
    wrong = form.is_bound and (request.method == "POST" or not right)
    return render(request, "records/papers/new.html", context, status=422 if wrong else 200)


def _asked(form, proof, now) -> Bundle | None:
    try:
        return actions.ask(order=form.order(), by=proof.person(), now=now)
    except NotProved as wrong:
        proof.refuse(str(wrong))
    except ValidationError as refused:
        form.add_error(None, refused)
    return None


@require_safe
def bundle(request, pk):
    return _page(request, _found(request, pk), "bundle")


@require_safe
def progress(request, pk):
    """How far it is: asked by a timer every two seconds, until it is done."""
    return _page(request, _found(request, pk), "state")


@require_http_methods(["GET", "HEAD", "POST"])
def fetch(request, pk):
    """The file. By POST, for it wants a proof; a GET leads to the page that asks for it."""
    if request.method != "POST":
        return redirect("bundle", pk=pk)
    found = _found(request, pk)
    if found.asked_by_id != request.user.pk or not found.finished_at or found.stopped:
        raise PermissionDenied
    proof = prover("fresh", request, found.home_id, P.EXPORT)
    if proof.is_valid():
        try:
            by = proof.person()
            return _handed_out(found, actions.fetch(bundle=found, by=by, now=timezone.now()))
        except NotProved as wrong:
            proof.refuse(str(wrong))
        except ValidationError as refused:
            proof.refuse(refused.message)
        except store.Damaged:
            proof.refuse(DAMAGED)
    return _page(request, found, "bundle", proof=proof, status=422)


def _found(request, pk) -> Bundle:
    rows = Bundle.objects.visible_to(request.user)
    found = get_object_or_404(rows.select_related("home", "asked_by", "issued"), pk=pk)
    found.subject = subject_of(found, request.user)
    if found.subject is None:
        raise Http404
    return found


def _page(request, found: Bundle, name: str, proof=None, status=200):
    context = {
        "pk": found.pk,
        "bundle": shown(found, found.subject, request.user, timezone.now()),
        "proof": proof or _empty_proof(request, found),
        "subject": found.subject,
        "papers_url": _papers(found.subject),
    }
    return render(request, f"records/papers/{name}.html", context, status=status)


def _empty_proof(request, found: Bundle):
    return prover("fresh", request, found.home_id, P.EXPORT)


def _papers(subject) -> str:
    scope = registry.scope_of(subject)
    return reverse(f"{scope.name}-papers", args=[getattr(subject, scope.key)])


def _handed_out(found: Bundle, data: bytes) -> HttpResponse:
    response = HttpResponse(data, content_type=found.issued.mime)
    response["Content-Disposition"] = content_disposition_header(True, found.issued.name)
    response["Cache-Control"] = "no-store, private"
    response["X-Content-Type-Options"] = "nosniff"
    return response
