"""The only writers of links. Each makes its entry in the home's log."""

from datetime import datetime

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse

from cura.core.accounts import soft
from cura.core.audit import log
from cura.core.links import purpose as purposes
from cura.core.links.link import Link, by_secret, hash_of, new_secret
from cura.core.links.purpose import Purpose
from cura.core.permissions import Permission as P


@transaction.atomic
def make(
    *, purpose: Purpose, record, to_name: str, by, now: datetime, to_email: str = ""
) -> tuple[Link, str]:
    """A link for one person, and its address. The address is known only now: it cannot be shown
    again. Raises PermissionDenied when `by` may not give this record to others."""
    where = soft.of(record)
    _require(by, purpose.permission, where, now)
    if purpose.export:
        _require(by, P.EXPORT, where, now)
    where.pop("permission")
    secret = new_secret()
    link = Link(
        purpose=purpose.key, secret_hash=hash_of(secret), to_name=" ".join(to_name.split()),
        to_email=to_email, made_by=by, made_at=now, expires_at=now + purpose.lifetime, **where,
    )  # fmt: skip
    link.full_clean()
    link.save(force_insert=True)
    log.wrote(
        link, "link.made", by=by, now=now, purpose=purpose.key, to=link.to_name,
        email=to_email, record=str(record.pk), until=link.expires_at.isoformat(),
    )  # fmt: skip
    return link, f"{settings.SITE_URL.rstrip('/')}{reverse('link', args=[secret])}"


@transaction.atomic
def end(*, link: Link, by, now: datetime) -> Link:
    """From this second it opens nothing. Ending it twice changes nothing."""
    held = Link.objects.select_for_update().get(pk=link.pk)
    if (purpose := purposes.find(held.purpose)) is None:
        raise ValidationError("This kind of link is no longer in use. It opens nothing.")
    _require(by, purpose.permission, _where(held), now)
    if not held.ended_at:
        held.ended_at = now
        held.save(update_fields=("ended_at",))
        log.wrote(held, "link.ended", by=by, now=now, record=str(held.object_id))
    return held


@transaction.atomic
def open_link(*, secret: str, now: datetime) -> Link | None:
    """Open the page behind a link. None when there is none: unknown, ended, expired or used up.

    1 take the link (of one that opens once, the first taker wins: a conditional UPDATE); 2 write
    the read to the log in the name of its holder, or open nothing.
    """
    link = by_secret(secret)
    purpose = link and purposes.find(link.purpose)
    if not purpose:
        return None
    live = Link.objects.live(now).filter(pk=link.pk)
    first = live.filter(used_at=None).update(used_at=now)
    if not first and (purpose.once or not live.exists()):
        return None
    _opened(link, now)
    return link


@transaction.atomic
def go_on(*, secret: str, now: datetime) -> Link | None:
    """The holder's next page, after the first was opened in the last half hour."""
    link = by_secret(secret)
    if not link or not purposes.find(link.purpose):
        return None
    if not Link.objects.live(now).filter(pk=link.pk).exclude(used_at=None).exists():
        return None
    _opened(link, now)
    return link


def _opened(link: Link, now: datetime) -> None:
    log.append(
        chain=f"read:{link.home_id}", actor=link.holder, action="link.opened", now=now,
        title=str(link), label=link.label, object_id=link.object_id, home_id=link.home_id,
        child_id=link.child_id, body={"link": str(link.pk), "purpose": link.purpose},
    )  # fmt: skip


def _where(link: Link) -> dict:
    return {name: getattr(link, name) for name in ("object_id", "home_id", "child_id")}


def _require(by, permission: P, where: dict, now: datetime) -> None:
    if not soft.sees(by, where | {"permission": permission}, now):
        raise PermissionDenied(permission.words)
