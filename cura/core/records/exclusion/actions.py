"""Keep a record from one person: every version of it, for each says what the other put right."""

from django.db import transaction

from cura.core.accounts import actions as accounts
from cura.core.accounts.membership import Exclusion
from cura.core.audit import log
from cura.core.permissions import Permission as P
from cura.core.records import actions, versions


@transaction.atomic
def keep_from(*, record, user, why: str, by, until=None, now) -> list[Exclusion]:
    """The rows, one a version that `by` may decide about."""
    held = actions.lock(record)
    actions.require(by, P.RECORD_REVIEW, held)
    chain = log.chain_of(held.home_id)  # one transaction writes to one chain
    return [
        accounts.exclude(
            user=user, record=version, why=why, until=until, by=by, now=now, chain=chain
        )
        for version in versions.every(held)
        if actions.may(by, P.RECORD_REVIEW, version)
    ]


@transaction.atomic
def show_again(*, record, exclusion: Exclusion, by, now) -> None:
    """End it for this record and for its other versions."""
    held = actions.lock(record)
    chain = log.chain_of(held.home_id)
    accounts.end_exclusion(exclusion=exclusion, by=by, now=now, chain=chain)
    others = [version.pk for version in versions.every(held)]
    rows = Exclusion.objects.standing(now).filter(user=exclusion.user_id, object_id__in=others)
    for row in rows:
        accounts.end_exclusion(exclusion=row, by=by, now=now, chain=chain)
