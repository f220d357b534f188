"""Around every request: rights remembered, sessions that end, a second factor, nothing kept."""

from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers

from cura.core.accounts import access, second_factor, sessions

BY_TIMER = "X-Cura-Timer"  # a GET that a clock asked for, not a person

# What a session that began with a PIN may not reach: these pages want a full sign-in.
FULL_ONLY = ("/accounts/", "/admin/", "/tablets/")
ALWAYS = {"account_logout", "account_login"}
WHILE_SETTING_UP = {"account_logout", "account_reauthenticate", "session-stay", "hide", "keys"}


def remember_access(get_response):
    """One question after somebody's rights for each request, however many the page asks."""

    def middleware(request):
        with access.remembering():
            return get_response(request)

    return middleware


def session_limits(get_response):
    """Ends a session that was unused for too long, is too old, or whose tablet was taken away.

    A page is led to the sign-in page and back; what a script fetched is told 401, so that a draft
    stays on the page and says so. Words are safe: drafts went to the server as they were typed.
    """

    def middleware(request):
        request.tablet, request.idle_seconds = None, 0
        if not request.user.is_authenticated:
            return _tell_scripts(request, get_response(request))
        now = timezone.now()
        request.tablet = sessions.tablet_of(request)
        request.idle_seconds = sessions.idle_seconds(request.tablet)
        if why := _why_over(request, now):
            logout(request)
            request.tablet = None
            return _ended(request, why)
        if request.tablet and request.path == reverse("hide"):
            logout(request)  # hidden without JavaScript: one comes back by PIN
        elif BY_TIMER not in request.headers:
            sessions.seen(request, now=now)
        return get_response(request)

    return middleware


def _why_over(request, now) -> str:
    if request.session.get("tablet") and request.tablet is None:
        return "tablet"
    return sessions.over(request, now=now, idle=request.idle_seconds)


def _ended(request, why: str) -> HttpResponse:
    if _by_script(request):
        return HttpResponse("You have been signed out.", status=401, content_type="text/plain")
    back = request.get_full_path() if request.method in ("GET", "HEAD") else _page_before(request)
    page = "tablet" if why == "idle" and request.COOKIES.get("tablet") else settings.LOGIN_URL
    return redirect(f"{reverse(page)}?{urlencode({'next': back, 'why': why})}")


def _page_before(request) -> str:
    """The page whose form was sent: the form's own address may answer to POST alone."""
    before = urlsplit(request.headers.get("Referer", ""))
    return before.path if before.netloc == request.get_host() else "/"


def _by_script(request) -> bool:
    """Asked by htmx or fetch, not by a person following a link or sending a form."""
    mode = request.headers.get("Sec-Fetch-Mode", "navigate")
    return "HX-Request" in request.headers or BY_TIMER in request.headers or mode != "navigate"


def _tell_scripts(request, response) -> HttpResponse:
    """A script that was to be led to the sign-in page would take that page for its answer."""
    leads_to_sign_in = response.status_code == 302 and response["Location"].startswith(
        reverse(settings.LOGIN_URL)
    )
    if leads_to_sign_in and _by_script(request):
        return HttpResponse("Please sign in.", status=401, content_type="text/plain")
    return response


def second_factor_gate(get_response):
    """Managers and administrators set up a second factor first; a PIN opens no account pages."""

    def middleware(request):
        if request.user.is_authenticated:
            name = _name(request)
            if sessions.by_pin(request) and _full_only(request, name):
                return redirect(f"{reverse('sign-in-fully')}?{urlencode({'next': request.path})}")
            if name.startswith("mfa_"):
                second_factor.ask_again(request)  # she may take it away here
            elif name not in WHILE_SETTING_UP and second_factor.missing(request):
                return redirect("mfa_index")
        return get_response(request)

    return middleware


def _name(request) -> str:
    try:
        return resolve(request.path_info).url_name or ""
    except Resolver404:
        return ""


def _full_only(request, name: str) -> bool:
    return request.path_info.startswith(FULL_ONLY) and name not in ALWAYS


def private_pages(get_response):
    """Nothing of a page stays in the browser (ASVS 14.3.1, 14.3.2).

    On signing out only "cache" is cleared. "storage" would take the encrypted words that could
    not be sent while the connection was gone, and "cookies" the tablet's own key. Changing person
    on a tablet does not clear: it would cost the five seconds, and no page of ours is cached.
    """

    def middleware(request):
        was_in = request.user.is_authenticated
        response = get_response(request)
        if not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
        if was_in and request.path == reverse("account_logout") and request.method == "POST":
            response["Clear-Site-Data"] = '"cache"'
        return response

    return middleware
