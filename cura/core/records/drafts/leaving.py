"""Her own words after her pass has ended: new ones only, begun before the end, and nothing to read.

The page that finishes them is made with the rights of her last moment; what stands around it, and
every other page, with those of now.
"""

from contextlib import contextmanager, nullcontext
from datetime import datetime

from cura.core.accounts import access, finishing
from cura.core.accounts.home import Home
from cura.core.accounts.membership import Membership
from cura.core.accounts.people import User
from cura.core.records import registry
from cura.core.records.drafts.models import Draft
from cura.core.records.types import RecordType


def held_for(user: User, type: RecordType, rows: list[Draft], now: datetime) -> dict:
    """Draft id -> what she held when she began it, for those she may finish still."""
    new = [d for d in rows if not _of_a_record(d) and not any(d.body.get("replaces", ()))]
    if not new or not (roles := finishing.ended(user, now)):
        return {}
    homes = Home.objects.in_bulk({draft.home_id for draft in new})
    found = {}
    for draft in new:
        home = homes[draft.home_id]
        fits = (r for r in roles if finishing.covers(r, type.model.write, home, draft.created_at))
        if role := next(fits, None):
            found[draft.pk] = role
    return found


def _of_a_record(draft: Draft) -> bool:
    return bool(draft.record_id) and not draft.finished_at


def subjects(user: User, type: RecordType, role: Membership, ids) -> dict:
    """The child or home that she wrote about, as she saw it in her last moment."""
    with last_moment(user, role):
        return registry.scope(type.scope).visible(user, type.model.write).in_bulk(ids)


def role_for(
    user: User, token, type: RecordType, subject_id, saving: bool, now: datetime
) -> Membership | None:
    """What she held, when this page is to finish her own draft and she may not write here now.

    What is a record already is let through when it is sent once more, so that a button pressed
    twice says the same twice.
    """
    if not token or not user.is_authenticated:
        return None
    rows = Draft.objects.filter(user=user, pk=token, label=type.label, subject_id=subject_id)
    draft = rows.first()
    if draft is None or (draft.finished_at and not (saving and _is_record(user, type, token))):
        return None
    if _writes(user, type, subject_id):
        return None
    return held_for(user, type, [draft], now).get(draft.pk)


def _is_record(user: User, type: RecordType, token) -> bool:
    return type.model._base_manager.filter(author=user, submission=token).exists()


def _writes(user: User, type: RecordType, subject_id) -> bool:
    visible = registry.scope(type.scope).visible(user, type.model.write)
    return visible.filter(pk=subject_id).exists()


@contextmanager
def last_moment(user: User, role: Membership | None):
    at = role and role.ends - finishing.LAST_MOMENT
    with access.as_held(user, at) if role else nullcontext():
        yield


def around(role: Membership | None):
    """For what is shown around her own words: the rights of now."""
    return access.remembering() if role else nullcontext()
