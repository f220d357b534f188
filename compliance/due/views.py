"""The pages of what is due: the list, the month, the paper, the duties, the law."""

from hashlib import sha256

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from compliance.due import duties as standing
from compliance.due import law as catalogue
from compliance.due import listing, month, paper, times
from compliance.due.asked import Asked, chips, living_here, of_home
from compliance.due.lines import ground, lines
from cura.core.accounts import access
from cura.core.accounts.home import Home
from cura.core.audit import log
from cura.core.deadlines import intervals, reading
from cura.core.deadlines.rules import Rule
from cura.core.documents.render import CouldNotPrint
from cura.core.documents.types import build
from cura.core.permissions import Permission as P
from cura.core.ui.strip import strip_key
from cura.lib import london


def _home(request, slug: str) -> Home:
    return get_object_or_404(access.homes(request.user, P.HOME_READ), slug=slug)


@require_safe
def due(request, slug):
    """What is due by time left; what others owe apart, and never red."""
    home, now, asked = _home(request, slug), timezone.now(), Asked.read(request.GET)
    rows = asked.rows(home, request.user)
    groups = listing.groups(rows.ours(), now)
    owed, more_owed = listing.owed(rows)
    said = lines([row for group in groups for row in group["rows"]] + owed, request.user, now)
    for group in groups:
        group["lines"], said = said[: len(group["rows"])], said[len(group["rows"]) :]
    log.read(home, "due.read", by=request.user, now=now, **vars(asked))
    context = {
        "home": home,
        "groups": groups,
        "owed": said,
        "more_owed": more_owed,
        "chips": chips(asked, living_here(home, request.user)),
        "narrowed": asked != Asked(),
        "query": asked.query,
    }
    return render(request, "compliance/due/due.html", context)


@require_safe
def due_month(request, slug):
    """A month: a table of weeks on a desk, an agenda on a phone."""
    home, now, asked = _home(request, slug), timezone.now(), Asked.read(request.GET)
    first = _month(request.GET.get("month", ""), now)
    rows = month.rows_of(asked.rows(home, request.user), first)
    log.read(home, "due.read", by=request.user, now=now, month=f"{first:%Y-%m}", **vars(asked))
    found = lines(rows, request.user, now)
    kept = "&" + asked.query[1:] if asked != Asked() else ""
    context = {
        "home": home,
        "title": month.title(first),
        "weeks": month.weeks(first, found, london.local_date(now)),
        "none": not found,
        "earlier_url": f"?month={month.after(first, -1):%Y-%m}{kept}",
        "later_url": f"?month={month.after(first):%Y-%m}{kept}",
        "this_url": "" if first == month.first_of("", now) else f"{request.path}?{kept[1:]}",
        "query": asked.query,
    }
    return render(request, "compliance/due/month.html", context)


def _month(text: str, now):
    try:
        return month.first_of(text, now)
    except ValueError:
        raise Http404 from None


@require_safe
def due_print(request, slug):
    """The list as a PDF. What was printed is in the log, with its hash."""
    home, now, asked = _home(request, slug), timezone.now(), Asked.read(request.GET)
    try:
        name, data = build(paper.document(asked), home, by=request.user, now=now)
    except CouldNotPrint as refused:
        messages.error(request, str(refused))
        return redirect("due", slug)
    log.read(home, "due.print", by=request.user, now=now, sha256=sha256(data).hexdigest())
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(False, name)
    return response


@require_safe
def duties(request, slug):
    """Each duty that Cura keeps here: a strip of twelve months, last done, next due."""
    home, now = _home(request, slug), timezone.now()
    found = standing.standings(home, request.user, now)
    strips = reading.strip(of_home(home, request.user), now)
    empty = times.none_yet(now)
    for area in (areas := standing.of_area(found)):
        area["duties"] = [
            {"it": e, "strip": times.figure(e.key, e.title, e.url, strips.get(e.key, empty))}
            for e in area["duties"]
        ]
    good, behind = standing.up_to_date(found)
    log.read(home, "duties.read", by=request.user, now=now)
    context = {
        "home": home,
        "areas": areas,
        "keys": strip_key(),
        "never": [each for each in found if each.never],
        "counts": reading.Counts(total=len(good) + len(behind), overdue=len(behind)),
    }
    return render(request, "compliance/due/duties.html", context)


@require_safe
def duty(request, slug, key):
    """One duty: its strip, its ground, and the times behind a figure, each with its record."""
    home, now = _home(request, slug), timezone.now()
    asked = standing.find(key, home, request.user)
    if asked is None:
        raise Http404
    rule, mine = asked
    try:
        first, state = times.asked_for(request.GET, now)
    except ValueError:
        raise Http404 from None
    rows = of_home(home, request.user).filter(rule=rule)
    months = reading.strip(rows, now).get(rule, times.none_yet(now))
    title, url = standing.title_of(mine), standing.address(home, rule)
    log.read(home, "duty.read", by=request.user, now=now, duty=rule)
    context = {
        "home": home,
        "title": title,
        "duty": mine[0].of_duty,
        "ground": ground(mine[0].of_duty),
        "trigger": catalogue.plain(mine[0].of_duty.trigger),
        "done": catalogue.plain(mine[0].of_duty.done),
        "note": catalogue.note(mine[0].of_duty),
        "interval": _interval(home, mine[0]),
        "strip": times.figure(rule, title, url, months),
        "keys": strip_key(),
        "finding": standing.finding(months),
        "times_title": times.title(first, state),
        "all_url": url if first or state else "",
        "lines": lines(times.of(rows, first, state, now), request.user, now),
    }
    return render(request, "compliance/due/duty.html", context)


def _interval(home: Home, rule: Rule) -> str:
    """What counts here now: the rule's own, else the home's, else that of the text."""
    if rule.due:
        return rule.due.words
    row = intervals.newest(home).get(rule.duty) if rule.of_duty.settable else None
    return intervals.interval_words(rule.of_duty, row)


@require_safe
def law(request, slug):
    """All duties of the catalogue: what Cura knows, and what it keeps here already."""
    home = _home(request, slug)
    groups = catalogue.groups(home, request.user)
    said = [duty for group in groups for duty in group["duties"]]
    context = {
        "home": home,
        "groups": groups,
        "total": len(said),
        "kept": sum(duty["kept"] for duty in said),
        "duties_url": reverse("duties", args=[home.slug]),
    }
    return render(request, "compliance/due/law.html", context)
