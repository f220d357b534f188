"""The inbox: what somebody should know, newest first. Reading a line is a POST, never a GET."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from cura.core.notices.actions import mark_read
from cura.core.notices.notice import Notice
from cura.lib import typed

PAGE = 50


@require_safe
def inbox(request):
    now = timezone.now()
    rows = Notice.objects.visible_to(request.user).select_related("deadline")
    if before := request.GET.get("before", ""):
        rows = rows.before(_row(before))
    rows = list(rows[: PAGE + 1])
    more, rows = len(rows) > PAGE, rows[:PAGE]
    lines = [notice.line(now) for notice in rows]
    return render(
        request,
        "notices/inbox.html",
        {
            "lines": lines,
            "newest": rows[0].pk if any(line["new"] for line in lines) else "",
            "older_url": f"{request.path}?before={rows[-1].pk}" if more else "",
            "newest_url": request.path if before else "",
        },
    )


@require_POST
def read(request, pk: int):
    """Mark one as read, and go where it leads when `open` is pressed."""
    notice = get_object_or_404(Notice.objects.visible_to(request.user), pk=pk)
    mark_read(notices=Notice.objects.filter(pk=pk), by=request.user, now=timezone.now())
    leads = notice.get_absolute_url() if "open" in request.POST else ""
    return redirect(leads or "inbox")


@require_POST
def read_all(request):
    """All that the page showed; what came meanwhile stays new."""
    shown = Notice.objects.filter(pk__lte=_row(request.POST.get("newest")))
    mark_read(notices=shown, by=request.user, now=timezone.now())
    return redirect("inbox")


def _row(text: str | None) -> int:
    if (number := typed.number(text, typed.ROW)) is None:
        raise Http404
    return number
