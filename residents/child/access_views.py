"""Who from outside may see a child's file: the list, giving it, ending it."""

from datetime import timedelta

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from cura.core.accounts import access
from cura.core.accounts import actions as accounts
from cura.core.accounts.proof import NotProved, prover
from cura.core.audit import log
from cura.core.permissions import Permission as P
from cura.lib import london
from residents.child import actions, grants
from residents.child.asked import child_to_change, put_beside, token_of
from residents.child.grant_form import GrantForm, LastDayForm
from residents.child.header import child_header
from residents.child.models import Child, ChildGrant


@require_http_methods(["GET", "HEAD", "POST"])
def who(request, child):
    """The list, and below it the form. To give it one proves afresh who one is (ASVS 7.5.3)."""
    found = child_to_change(request, child)
    now, data = timezone.now(), request.POST if request.method == "POST" else None
    token, may_add = token_of(request.POST), access.has(request.user, P.PEOPLE_MANAGE, found.home)
    form = GrantForm(
        data, person=request.user, child=found, people=grants.outsiders(found, now),
        may_add=may_add, now=now, token=token,
    )  # fmt: skip
    proof = prover("fresh", request)
    if data is not None and form.is_valid() & proof.is_valid():
        try:
            return _give(request, found, form, by=proof.person(), now=now)
        except NotProved as wrong:
            proof.refuse(str(wrong))
        except ValidationError as refused:
            put_beside(form, refused)
    return _page(request, found, form, proof, now)


def _give(request, child: Child, form: GrantForm, by, now):
    """A new person and her grant are two writes, to two chains of the log: a page sent twice finds
    the person whom it made the first time."""
    given = form.cleaned_data
    person = given["user"] or grants.outsiders(child, now).filter(pk=form.token).first()
    person = person or accounts.add_person(
        id=form.token, organisation=child.home.organisation, name=given["name"],
        username=given["username"], email=given["email"], by=by, now=now,
    )  # fmt: skip
    actions.grant(child=child, user=person, role=given["role"], ends=form.ends, by=by, now=now)
    messages.success(request, f"{person.name} may see {child.name}'s file.")
    if given["user"]:
        return redirect("child-access", child=child.pk)
    return redirect("invite", pk=person.pk)


def _page(request, child: Child, form, proof, now):
    log.read(child, "child.access", by=request.user, now=now)
    page = {
        "child": child,
        "child_header": child_header(request, child),
        "standing": [grants.line(grant, now) for grant in grants.standing(child, now)],
        "ended": [grants.line(grant, now) for grant in grants.ended(child, now)],
        "form": form,
        "proof": proof,
        "token": form.token,
    }
    status = 422 if form.errors or proof.errors else 200
    return render(request, "residents/child/access.html", page, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def until(request, child, grant):
    """Another end for one of them: longer is more access, so she proves afresh who she is."""
    found = child_to_change(request, child)
    row, now = _grant(found, grant), timezone.now()
    data = request.POST if request.method == "POST" else None
    initial = {"last_day": row.ends and london.local_date(row.ends - timedelta(microseconds=1))}
    form = LastDayForm(data, user=request.user, child=found, now=now, initial=initial)
    proof = prover("fresh", request)
    if data is not None and form.is_valid() & proof.is_valid():
        try:
            actions.change_end(grant=row, ends=form.ends, by=proof.person(), now=now)
            messages.success(request, f"Changed for {row.user.name}.")
            return redirect("child-access", child=found.pk)
        except NotProved as wrong:
            proof.refuse(str(wrong))
        except ValidationError as refused:
            put_beside(form, refused)
    log.read(found, "child.access", by=request.user, now=now)
    page = {
        "child": found,
        "child_header": child_header(request, found),
        "grant": grants.line(row, now),
        "form": form,
        "proof": proof,
    }
    status = 422 if form.errors or proof.errors else 200
    return render(request, "residents/child/access_until.html", page, status=status)


def _grant(child: Child, pk: int) -> ChildGrant:
    rows = ChildGrant.objects.filter(child=child).select_related("child__home", "user")
    return get_object_or_404(rows, pk=min(pk, 2**63 - 1))


@require_POST
def end(request, child, grant):
    found = child_to_change(request, child)
    row = _grant(found, grant)
    actions.end_grant(grant=row, by=request.user, now=timezone.now())
    messages.success(request, f"{row.user.name} may not see {found.name}'s file any more.")
    return redirect("child-access", child=found.pk)
