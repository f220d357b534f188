"""Find anything. What somebody looks for is often a child's name or worse, and an address stands in
the browser's history, in logs and in the next page's Referer (ASVS 5.0 14.2.1): so it is always
posted, and a search cannot be a link. Posting changes nothing but the log of reads.
"""

from django.db import transaction
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from cura.core.accounts import access
from cura.core.audit import log
from cura.core.search import find as search

PAGE, PALETTE = 20, 8
MOST_CHARACTERS = 200
RECENT = 5


@require_http_methods(["GET", "HEAD", "POST"])
def find(request):
    """The whole page, which needs no JavaScript; for htmx only the box, to lay over a page."""
    asked = _asked(request)
    context = {"asked": asked, "recent": _recent(request)}
    if asked:
        context |= _page(request, asked, request.POST.get("before", ""))
        _remember(request, asked)
    return render(request, "search/palette.html" if request.htmx else "search/find.html", context)


@require_POST
def results(request):
    """While somebody types: the first few, as options of the box."""
    asked = _asked(request)
    offers, hits = [], []
    if len(asked) > 1:
        offers = search.quick(request, asked)[:PALETTE]
        hits = search.find(request.user, asked, limit=PALETTE)
        _log(request, asked, [*offers, *hits])
    context = {"asked": asked, "offers": offers, "hits": hits}
    return render(request, "search/options.html", context)


def _asked(request) -> str:
    typed = request.POST.get("find", "").replace("\0", " ")  # PostgreSQL takes no NUL in a text
    return " ".join(typed.split())[:MOST_CHARACTERS]


def _page(request, asked: str, before: str) -> dict:
    """One more than is shown tells whether there are older ones. Nothing is ever counted: a total
    would tell of what she may not see."""
    try:
        hits = search.find(request.user, asked, limit=PAGE + 1, before=before or None)
    except ValueError:
        raise Http404
    shown, more = hits[:PAGE], len(hits) > PAGE
    offers = [] if before else search.quick(request, asked)
    _log(request, asked, [*offers, *shown])
    return {
        "offers": offers,
        "hits": shown,
        "older": shown[-1].cursor if more else "",
        "before": before,
    }


@transaction.atomic
def _log(request, asked: str, hits) -> None:
    """One read for each answer, found or not: who looked for a child she does not work with is
    what it is for, so the words are kept there, where few can read them."""
    homes = access.scope(request.user, "home_read").homes
    home = next(iter(homes)) if len(homes) == 1 else None
    log.append(
        chain=f"read:{home or 'organisation'}",
        actor=request.user,
        action="find",
        title="Find",
        home_id=home,
        now=timezone.now(),
        body={"text": asked, "shown": [hit.ref for hit in hits if hit.ref]},
    )


def _recent(request) -> list[str]:
    return request.session.get("finds", {}).get(str(request.user.pk), [])


def _remember(request, asked: str) -> None:
    """In the session only, by person: the next one on this tablet does not see it."""
    finds = request.session.get("finds", {})
    mine = [asked, *(text for text in _recent(request) if text != asked)]
    request.session["finds"] = finds | {str(request.user.pk): mine[:RECENT]}
