"""The child's own page, the children of a home, and the facts at the top of her pages."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from cura.core.accounts import access
from cura.core.audit import log
from cura.core.panels import panels
from cura.core.panels.shell import current_home
from cura.core.permissions import Permission as P
from cura.core.records.present import said, sentence
from cura.lib import london, typed
from residents.child import actions, before
from residents.child.asked import child_to_change, child_to_see, put_beside
from residents.child.coming import may_bring_forward
from residents.child.doors import coming_url
from residents.child.forms import ChildForm
from residents.child.header import child_header
from residents.child.models import Child
from residents.child.rights import holds

TOLD = ("first_name", "last_name", "called", "born")  # said in words of their own
MOST = 100  # children who lived in a home before, newest first


@require_safe
def children(request):
    """Faces with one line each: who lives here, and who lived here before."""
    if not access.scope(request.user, P.CHILD_READ):
        raise Http404
    home, now = current_home(request), timezone.now()
    rows = Child.objects.visible_to(request.user).select_related("home", "bed", "key_worker")
    if home is not None:
        rows = rows.filter(home=home)
    here = list(rows.filter(left_at=None).order_by("arrived_at"))
    left = list(rows.exclude(left_at=None).order_by("-left_at")[:MOST])
    moved = before.moved_on(request.user, home)[:MOST]
    shown = [str(child.pk) for child in (*here, *left, *moved)]
    log.read(home or request.user, "children.list", by=request.user, now=now, shown=shown)
    today = london.local_date(now)
    page = {
        "home": home,
        "here": [_face(child, today) for child in here],
        "before": [_face(child, today) for child in left] + [before.face(c) for c in moved],
        "new_url": _new_url(request.user, home),
    }
    return render(request, "residents/child/list.html", page)


def _new_url(user, home) -> str:
    if home is None or home.kind != home.Kind.HOME:
        return ""
    if (door := coming_url(home)) and access.has(user, P.PLACEMENT_READ, home):
        return door
    return reverse("child-new", args=[home.slug]) if may_bring_forward(user, home) else ""


def _face(child: Child, today) -> dict:
    if child.left_at:
        words = [f"until {london.day_words(london.local_date(child.left_at))}"]
    else:
        words = [f"{london.age(child.born, today)}"]
        words += [str(child.bed)] if child.bed else []
        words += [f"key worker {child.key_worker.first_name}"] if child.key_worker else []
    called = f"{child.first_name} {child.last_name[:1]}." if child.called else ""
    return {"pk": child.pk, "name": child.name, "called": called, "line": ", ".join(words)}


@require_safe
def child(request, pk):
    """Everything that one needs to be with this child today, by panels."""
    now = timezone.now()
    if moved := Child.objects.moved_on(request.user).filter(pk=pk).first():
        return before.page(request, moved, now)
    found = child_to_see(request, pk)
    log.read(found, "child.read", by=request.user, now=now)
    page = {
        "child": found,
        "child_header": child_header(request, found),
        "may_change": holds(request.user, P.CHILD_WRITE, found),
        "facts": _facts(found),
        "panels": panels.shown("child", subject=found, user=request.user, now=now),
    }
    return render(request, "residents/child/page.html", page)


def _facts(found: Child) -> list[dict]:
    rows = [("Full name", found.full_name), ("Born", london.day_words(found.born))]
    rows += [(sentence(f.verbose_name), said(found, f)) for f in _fields() if f.name not in TOLD]
    rows.append(("Came to live here", london.day_words(london.local_date(found.arrived_at))))
    return [{"label": label, "text": text} for label, text in rows if text]


def _fields() -> list:
    return [Child._meta.get_field(name) for name in ChildForm._meta.fields]


@require_http_methods(["GET", "HEAD", "POST"])
def change(request, pk):
    """Her facts, on one page. Whoever saves second sees what the first one saved."""
    found = child_to_change(request, pk)
    now = timezone.now()
    if request.method != "POST":
        log.read(found, "child.change", by=request.user, now=now)
        form = ChildForm(instance=found, user=request.user, subject=found, now=now)
        return _form_page(request, found, form, found.version)
    version = typed.number(request.POST.get("version")) or 0
    form = ChildForm(request.POST, instance=child_to_see(request, pk), subject=found, now=now)
    if not form.is_valid():
        return _form_page(request, found, form, version, status=422)
    try:
        actions.change(
            child=found, values=form.cleaned_data, by=request.user, version=version, now=now
        )
    except ValidationError as refused:
        if getattr(refused, "code", "") == "stale":
            return _form_page(request, found, form, found.version, status=409, stale=True)
        put_beside(form, refused)
        return _form_page(request, found, form, version, status=422)
    messages.success(request, "Saved.")
    return redirect("child", pk=pk)


def _form_page(request, found: Child, form, version: int, status=200, stale=False):
    page = {
        "child": found,
        "child_header": child_header(request, found),
        "form": form,
        "version": version,
        "conflict": _compared(form, found) if stale else [],
        "may_come_back": may_bring_forward(request.user, found.home),
        "conflict_words": actions.STALE,
    }
    return render(request, "residents/child/change.html", page, status=status)


def _compared(form, found: Child) -> list[dict]:
    """Both answers, question by question: what is saved now, and what she has just written."""
    rows = []
    for field in _fields():
        mine, theirs = said(form.instance, field), said(found, field)
        rows.append(
            {
                "label": sentence(field.verbose_name),
                "mine": mine,
                "theirs": theirs,
                "differs": mine != theirs,
            }
        )
    return rows
