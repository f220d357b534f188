"""Write mails into the outbox: at once what is urgent, once a day the rest.

Each mail is written in one transaction with the mark on the notices that it tells of
(`Notice.mail`), so that nobody is told of one thing twice, and nothing is left out.
"""

from datetime import datetime, timedelta

from django.db import transaction

from cura.core.accounts.home import Home
from cura.core.accounts.people import User
from cura.core.notices import quiet, wording
from cura.core.notices.mail import Mail
from cura.core.notices.notice import Notice
from cura.lib import london

FRESH = timedelta(days=7)  # what is older has been seen, or is too old for a mail


def push(notices: list[Notice], home: Home, now: datetime) -> int:
    """Urgent mails to those whom these notices tell. In the caller's transaction. Returns how many.

    In quiet hours two a night for each person: what is beyond waits for the mail of the day. The
    row of each person is held while we count, lest two workers count the same two.
    """
    people = [n.user_id for n in notices]
    held = User.objects.select_for_update(no_key=True).filter(pk__in=people).order_by("pk")
    told = [user.pk for user in held if user.mails_on and user.email]
    night = quiet.night_of([home.pk], now)
    return sum(_push(n, home, night, now) for n in notices if n.user_id in told)


def _push(notice: Notice, home: Home, night: quiet.Night | None, now: datetime) -> bool:
    if night:
        mails = Mail.objects.filter(user=notice.user, urgent=True, made_at__gte=night[0])
        if mails.count() >= quiet.PUSHES_A_NIGHT:
            return False
    notice.mail = Mail.objects.create(
        user=notice.user, key=f"urgent {notice.user_id} {notice.key}", urgent=True,
        made_at=now, next_at=now, **wording.urgent(notice, home.name),
    )  # fmt: skip
    notice.save(update_fields=("mail",))
    return True


def make_digests(now: datetime) -> int:
    """The mail of the day for everybody whose hour has come and for whom there is something."""
    day = london.local_date(now)
    had = Mail.objects.filter(urgent=False, made_at__gte=london.day_bounds(day)[0])
    due = User.objects.filter(
        pk__in=_untold(now).values("user"),
        is_active=True, mails_on=True, digest_at__lte=london.local(now).time(),
    ).exclude(email="").exclude(pk__in=had.values("user"))  # fmt: skip
    return sum(_digest(user, day, now) for user in due.order_by("pk"))


@transaction.atomic
def _digest(user: User, day, now: datetime) -> bool:
    """1 what is there to tell; 2 not in her night; 3 the first to write today's mail has it;
    4 mark what it tells."""
    fresh = list(_untold(now, user).select_related("deadline").order_by("-urgent", "id"))
    homes = {n.home_id for n in fresh if n.home_id}
    if not fresh or quiet.night_of(homes, now):
        return False
    earlier = Notice.objects.visible_to(user, now).unread().unsettled().exclude(mail=None).count()
    names = {home.pk: home.name for home in Home.objects.filter(pk__in=homes)}
    mail, written = Mail.objects.get_or_create(
        key=f"digest {user.pk} {day}",
        defaults={
            "user": user, "made_at": now, "next_at": now,
            "home_ids": sorted(map(str, homes)), **wording.digest(user, fresh, names, earlier),
        },
    )  # fmt: skip
    if written:
        Notice.objects.filter(pk__in=[n.pk for n in fresh]).update(mail=mail)
    return written


def _untold(now: datetime, user: User | None = None):
    """New, not read, not done meanwhile, and in no mail yet; of one person: that she may see."""
    rows = Notice.objects.visible_to(user, now) if user else Notice.objects.standing()
    return rows.unread().unsettled().filter(mail=None, at__gt=now - FRESH)


def write_to(
    *, address: str, key: str, subject: str, body: str, now: datetime, home_ids=()
) -> Mail:
    """A mail to somebody without an account, in the caller's transaction. Written once: of two who
    write the same `key`, the second finds the first. It names no child: anybody may read a mail."""
    about = {"to": address, "subject": " ".join(subject.split())[:120], "body": body}
    about |= {"made_at": now, "next_at": now, "home_ids": list(map(str, home_ids))}
    return Mail.objects.get_or_create(key=key, defaults=about)[0]
