"""The visitors' book: who is here now, a tap to leave, two taps for somebody who comes often."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from cura.core.accounts import access
from cura.core.permissions import Permission as P
from cura.core.records import actions as record_actions
from cura.core.records.views.detail import RecordDetail
from cura.core.records.views.list import RecordList
from cura.lib import london, typed
from cura.lib.uuid7 import uuid7
from residents.visitors import actions, reading
from residents.visitors.models import Visitor


class VisitorDetail(RecordDetail):
    def page(self, status=200, **context):
        visitor = context["record"]
        context["title"] = visitor.name
        if not visitor.void_at and not visitor.left_at:
            context["state"] = {"words": "Here now", "tone": "calm", "icon": "person-walking"}
        return super().page(status, **context)


class VisitorsList(RecordList):
    def page(self, status=200, **context):
        home, user = context["subject"], self.request.user
        if access.has(user, P.DIARY_WRITE, home):
            context["known"] = [
                {"pk": v.pk, "name": v.name, "about": v.come_from, "token": uuid7()}
                for v in reading.known(home, user)
            ]
            context["may_write"] = True
        context["here"] = [_here(v, self.now) for v in reading.here_now(home, user)]
        context["new_label"] = "Sign somebody in"
        return super().page(status, **context)


def _here(visitor: Visitor, now) -> dict:
    seeing = f"to see {visitor.seeing}" if visitor.seeing else visitor.about_what
    about = [visitor.come_from, seeing, f"since {london.short(visitor.happened_at, now)}"]
    return {
        "pk": visitor.pk,
        "name": visitor.name,
        "about": " · ".join(words for words in about if words),
        "url": reverse("visitors-detail", args=[visitor.pk]),
    }


def _visitor(request, pk) -> Visitor:
    rows = Visitor.objects.visible_to(request.user, P.DIARY_WRITE).standing()
    return get_object_or_404(rows.select_related("home", "child"), pk=pk)


@require_POST
def sign_in_again(request, visitor):
    last = _visitor(request, visitor)
    token = typed.token(request.POST.get("token"))
    actions.sign_in_again(last=last, by=request.user, now=timezone.now(), submission=token)
    messages.success(request, f"{last.name} is signed in.")
    return redirect("visitors-list", subject=last.home.slug)


@require_POST
def leave(request, visitor):
    here = _visitor(request, visitor)
    try:
        record_actions.reach(
            record=here, moment="left", by=request.user, values={}, now=timezone.now()
        )
        messages.success(request, f"{here.name} has left.")
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect("visitors-list", subject=here.home.slug)
