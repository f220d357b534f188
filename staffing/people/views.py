"""A colleague: name, role, phone, and no more. Whoever cares for accounts goes on to the admin."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from cura.core.accounts import access, seniority
from cura.core.audit import log
from cura.core.permissions import Permission as P
from residents.people.phone import tel
from staffing.people.reading import colleagues, roles_seen_by


@require_safe
def person(request, pk):
    now = timezone.now()
    found = get_object_or_404(colleagues(request.user, now), pk=pk)
    log.read(found, "person.read", by=request.user, now=now)
    roles = roles_seen_by(request.user, now).filter(user=found)
    page = {
        "person": found,
        "roles": [
            f"{role.role_name}, {role.home or role.organisation}"
            for role in roles.select_related("home", "organisation")
        ],
        "tel": tel(found.phone),
        "admin_url": _admin_url(request.user, found, now),
    }
    return render(request, "staffing/people/person.html", page)


def _admin_url(user, found, now) -> str:
    if access.has(user, P.PEOPLE_MANAGE) and seniority.may_care_for(user, found, now):
        return reverse("admin:accounts_user_change", args=[found.pk])
    return ""
