"""The register of children against both papers, on each change (N11): who answers for the home is
told once of each thing, in the same words never twice."""

from datetime import datetime

from django.urls import reverse

from cura.core.accounts.home import Home
from cura.core.accounts.membership import Membership
from cura.core.notices.actions import notify
from cura.lib.canonical import sha256_hex
from placements.fit.finding import Finding
from placements.fit.reading import register
from residents.child.models import Child

TOLD = ("manager", "ri")


def watch(now: datetime) -> int:
    """Every home: for birthdays, and for papers that come into force. How many were told."""
    return sum(look(home, now) for home in Home.objects.filter(kind=Home.Kind.HOME))


def look(home, now: datetime) -> int:
    found = register(home, now)
    people = _people(home, now) if found else []
    return sum(_tell(home, finding, people, now) for finding in found)


def _people(home, now: datetime) -> list:
    held = Membership.objects.current(now).at(home).filter(role__in=TOLD, user__is_active=True)
    return list({each.user_id: each.user for each in held.select_related("user")}.values())


def _tell(home, finding: Finding, people: list, now: datetime) -> int:
    """Once a person: in the same words nobody is told twice."""
    about = Child.objects.filter(pk=finding.child_id).first() if finding.child_id else home
    key = f"n11 {finding.code} {sha256_hex(f'{home.pk} {finding.child_id} {finding.words}')[:40]}"
    url = reverse("registration-certificates-list", args=[home.slug])
    told = [
        notify(user=user, text=finding.words, now=now, record=about, url=url, key=key)
        for user in people
    ]
    return sum(notice is not None and notice.at == now for notice in told)
