"""The pages of what others owe us: of a child, of a referral, of the home by council; one paper."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from cura.core.accounts import access
from cura.core.accounts.home import Home
from cura.core.audit import log
from cura.core.permissions import Permission as P
from cura.core.records import present
from cura.core.records.lateness import Lateness
from cura.core.records.views.detail import RecordDetail
from cura.core.records.views.list import PAGE, RecordList
from placements.papers import actions, asked, reading, rhythm
from placements.papers.asked import may_write, referral_of
from placements.papers.forms import RhythmForm
from placements.papers.models import ChaseRhythm
from residents.child.header import child_header
from residents.child.models import Child


class PaperList(RecordList):
    """All of a home, those of a referral only for who may see referrals (`visible_to`); for
    somebody from outside, those of the children she may see."""

    def get(self, request, subject):
        home = get_object_or_404(Home, slug=subject)
        mine = access.has(request.user, P.PLAN_READ, home)
        if not mine and not self.records().filter(home=home).exists():
            raise Http404
        rows = list(self._page_of(self._under(home)))
        more, rows = len(rows) > PAGE, rows[:PAGE]
        lateness = Lateness.of(rows)
        self.read(home, kind=self.type.slug, shown=[str(row.pk) for row in rows])
        return self.page(
            subject=home,
            columns=[column.title for column in self.type.columns],
            rows=[present.cells(self.type, row, lateness) for row in rows],
            new_url=self._new(home),
            older_url=self._older(rows[-1]) if more else "",
            newest_url=request.path if "before" in request.GET else "",
            empty_text="No papers are owed to us yet.",
        )


class PaperDetail(RecordDetail):
    """One paper: how it stands, and each thing that was done about it."""

    def page(self, status=200, **context):
        paper = context["record"]
        if paper.child_id:
            context["child_header"] = child_header(self.request, paper.child)
        trouble = reading.not_delivered([paper]).get(paper.pk, "")
        words, tone = reading.how_it_stands(paper, trouble, self.now)
        if not paper.void_at:
            context["state"] = {"words": words, "tone": tone}
        context["lines"] = reading.lines_of(paper, self.now)
        context["trouble"] = trouble
        context["ground"] = paper.of_kind.ground
        context["guidance"] = paper.of_kind.name
        context["all_url"] = asked.page_url(paper)
        owed = not (paper.received_at or paper.not_needed_at or paper.void_at)
        may = owed and self.may(P.PLAN_WRITE, paper)
        context["came_url"] = reverse("owed-came", args=[paper.pk]) if may else ""
        if paper.asks and owed:  # what was asked for once is answered, not written anew
            context["edit_url"] = ""
        return super().page(status, **context)


@require_safe
def of_child(request, child):
    found = get_object_or_404(
        Child.objects.visible_to(request.user, P.PLAN_READ).select_related("home", "key_worker"),
        pk=child,
    )
    return _listed(request, found, child_header(request, found))


@require_safe
def of_referral(request, referral):
    return _listed(request, referral_of(request.user, referral), None)


def _listed(request, subject, header):
    """What came, what is missing, when it is asked for again: one look on a phone."""
    now = timezone.now()
    papers = reading.of(subject, request.user)
    may = may_write(request.user, subject)
    log.read(subject, "papers.read", by=request.user, now=now)
    rows = list(zip(papers, reading.rows(papers, now, may_write=may), strict=True))
    owed = [row for paper, row in rows if not (paper.received_at or paper.not_needed_at)]
    context = {
        "child_header": header,
        "name": subject.name,
        "home": subject.home,
        "summary": reading.summary(papers, now),
        "missing": [row for paper, row in rows if row in owed and not paper.only_expected],
        "expected": [row for paper, row in rows if row in owed and paper.only_expected],
        "came": [row for paper, row in rows if paper.received_at],
        "without": [row for paper, row in rows if paper.not_needed_at],
        "ask_url": asked.ask_url(subject) if may else "",
    }
    return render(request, "placements/papers/list.html", context)


@require_safe
def of_home(request, slug):
    """By council: all its children, what they owe us. One number is one tap away."""
    home = get_object_or_404(access.homes(request.user, P.PLACEMENT_READ), slug=slug)
    now = timezone.now()
    log.read(home, "papers.read", by=request.user, now=now)
    context = {
        "home": home,
        "councils": asked.by_council(home, request.user, now),
        "rhythm": _days(home),
        "rhythm_url": reverse("owed-rhythm", args=[home.slug])
        if access.has(request.user, P.HOME_MANAGE, home)
        else "",
    }
    return render(request, "placements/papers/home.html", context)


def _days(home) -> str:
    days = rhythm.days_of([home.pk]).get(home.pk, rhythm.DAYS)
    return ", ".join(map(str, days))


def set_rhythm(request, slug):
    home = get_object_or_404(access.homes(request.user, P.HOME_MANAGE), slug=slug)
    form = RhythmForm(request.POST or None, initial={"days": _days(home)})
    if request.method == "POST" and form.is_valid():
        actions.set_rhythm(
            home=home, days=form.cleaned_data["days"], by=request.user, now=timezone.now()
        )
        messages.success(request, "Set. It counts from the next asking.")
        return redirect("owed-home", slug)
    earlier = ChaseRhythm.objects.filter(home=home).select_related("by").order_by("-id")[:10]
    context = {
        "form": form,
        "name": home.name,
        "cancel_url": reverse("owed-home", args=[slug]),
        "step": {"title": "How we ask again"},
        "primary_label": "Set",
        "earlier": [
            {"days": ", ".join(map(str, row.days)), "who": row.by.name, "at": row.at}
            for row in earlier
        ],
    }
    status = 422 if form.is_bound else 200
    return render(request, "placements/papers/ask.html", context, status=status)
