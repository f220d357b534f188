"""What every page shows around itself: whose home, where one can go, who is signed in."""

from django.conf import settings
from django.urls import reverse

from cura.core.accounts import access
from cura.core.accounts.home import Home
from cura.core.accounts.people import User
from cura.core.notices.notice import unread
from cura.core.panels import navigation
from cura.core.permissions import Permission as P

PHONE = 5


def current_home(request) -> Home | None:
    """The home whose pages she is on: the one she chose, else the first of hers. One query."""
    if not hasattr(request, "_home"):
        homes = list(access.homes(request.user).select_related("settings", "organisation"))
        chosen = request.session.get("home")
        houses = [h for h in homes if h.kind == Home.Kind.HOME] or homes
        request._home = next((h for h in homes if str(h.pk) == chosen), None) or next(
            iter(houses), None
        )
    return request._home


def shell(request) -> dict:
    """Context of base.html. Signed out, or on an error page, there is none."""
    user = getattr(request, "user", None)
    if not isinstance(user, User) or not user.is_authenticated:
        return {"shell": {"home": "Cura"}, "theme": "auto"}
    home = current_home(request)
    nav = _items(navigation.entries("main"), home, request)
    return {
        "theme": user.theme,
        "shell": {
            "home": home.name if home else "Cura",
            "home_url": "/",
            "nav": nav,
            "phone_nav": _items(navigation.phone(), home, request)[:PHONE],
            "write_url": reverse("write") if _writes(user, home) else "",
            "person": {"first_name": user.first_name, "name": user.name, "role": ""},
            "account_menu": _account_menu(request, user),
            "change_person_url": reverse("tablet") if _on_tablet(request) else "",
            "sign_out_url": reverse("account_logout"),
            "inbox_url": reverse("inbox"),
            "inbox_count": unread(user),
            "idle_seconds": getattr(request, "idle_seconds", 0),
            "keys": "on" if user.keys_on else "off",
            "house_tablet": _on_tablet(request),
            "demo": settings.DEMO,
        },
    }


def _writes(user, home: Home | None) -> bool:
    kinds = (P.DAILY_WRITE, P.DIARY_WRITE, P.PREMISES_WRITE)
    return home is not None and any(access.has(user, kind, home) for kind in kinds)


def _on_tablet(request) -> bool:
    return bool(getattr(request, "tablet", None))


def _items(entries, home: Home | None, request) -> list[dict]:
    return [item for entry in entries if (item := _item(entry, home, request))]


def _item(entry: navigation.Entry, home: Home | None, request) -> dict | None:
    if home is None or not access.has(request.user, entry.permission, home):
        return None
    url = entry.url(home)
    current = request.path == url or (url != "/" and request.path.startswith(url))
    return {"title": entry.title, "url": url, "icon": entry.icon, "current": current}


def quick(request) -> list[dict]:
    """The buttons at the top of the house now."""
    return _items(navigation.entries("house"), current_home(request), request)


def more(request) -> list[dict]:
    """The page More: sections with their entries."""
    sections: dict[str, list[dict]] = {}
    home = current_home(request)
    for entry in navigation.entries("more"):
        if item := _item(entry, home, request):
            sections.setdefault(entry.section, []).append(item)
    return [{"title": title, "entries": entries} for title, entries in sections.items()]


def _account_menu(request, user) -> list[dict]:
    menu = [
        {"title": "My settings", "url": reverse("me"), "icon": "gear"},
        {"title": "What I have not finished", "url": reverse("drafts"), "icon": "pencil"},
    ]
    if len(access.rights(user).homes.get("home_read", ())) > 1:
        menu.append({"title": "Another home", "url": reverse("homes"), "icon": "house"})
    return menu
