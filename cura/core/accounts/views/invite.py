"""Inviting somebody to set her own password: by mail, or on paper for who has none."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from cura.core.accounts import access, invitations, seniority
from cura.core.accounts.people import User
from cura.core.accounts.proof import NotProved, prover
from cura.core.permissions import Permission as P


@never_cache
def invite(request, pk):
    """The link is shown only for people without mail, once, to whoever may care for them."""
    person = get_object_or_404(_people(request.user), pk=pk)
    seniority.require_care(request.user, person, timezone.now())
    proof = prover("fresh", request)
    if request.method == "POST" and proof.is_valid():
        try:
            return _invited(request, person, by=proof.person())
        except NotProved as wrong:
            proof.refuse(str(wrong))
    context = {"person": person, "proof": proof, "hours": invitations.HOURS}
    status = 422 if proof.errors else 200
    return render(request, "accounts/invite.html", context, status=status)


def _invited(request, person, by):
    url = request.build_absolute_uri(invitations.invite(user=person, by=by, now=timezone.now()))
    if person.email:
        invitations.mail(user=person, url=url, by_name=by.name)
        messages.success(request, f"A letter is on its way to {person.email}.")
        return redirect("admin:accounts_user_change", person.pk)
    context = {
        "person": person,
        "url": url,
        "square": invitations.square(url),
        "hours": invitations.HOURS,
    }
    return render(request, "accounts/invite_paper.html", context)


def _people(user):
    homes = access.homes(user, P.PEOPLE_MANAGE)
    return User.objects.filter(organisation__in=homes.values("organisation"), is_active=True)
