"""What a page being written sends, and the pages about what is not finished yet."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from cura.core.attachments.actions import remove_upload
from cura.core.attachments.attachment import Upload
from cura.core.attachments.reading import uploaded
from cura.core.records import present
from cura.core.records.drafts import actions, lists, places, texts
from cura.core.records.drafts.files import receive
from cura.core.records.drafts.key import key_for
from cura.core.records.drafts.models import Draft
from cura.lib import typed
from cura.lib.words import plural

LARGEST = 1024 * 1024  # bytes of one page's words
ANSWERS = {"kept": 200, "differs": 412, "finished": 410}


# Signed out is an answer that the page must hear, not a redirect that it would follow.
@login_not_required
@require_http_methods(["PUT"])
def draft(request, token: UUID):
    """Words so far. 200 kept; 412 another page wrote meanwhile, both are kept; 410 saved already;
    401 signed out; 403 somebody else is signed in; 404 may not write there; 413 too long."""
    if not request.user.is_authenticated:
        return _signed_out()
    if len(request.body) > LARGEST:
        return JsonResponse({}, status=413)
    try:
        sent = texts.sent(request.body)
        rev = int(request.headers.get("If-Match", "0").strip('"'))
    except ValueError:
        return JsonResponse({}, status=400)
    if sent.who != str(request.user.pk):
        return JsonResponse({"who": "other"}, status=403)
    at = _place(request.user, sent.fields, token)
    done = at and actions.keep(
        token=token, at=at, body=texts.typed(sent.fields), rev=rev, page=sent.page,
        by=request.user, now=timezone.now(),
    )  # fmt: skip
    if not done:
        return JsonResponse({}, status=404)
    kept, outcome = done
    answer = {"rev": kept.rev, "url": at.url(kept)}
    if kept.others:
        answer["theirs_url"] = reverse("draft-compare", args=[token])
    return JsonResponse(answer, status=ANSWERS[outcome])


def _place(user, fields: dict, token: UUID) -> places.Place | None:
    names = {"kind": places.KIND, "subject": places.SUBJECT, "record": places.RECORD}
    named = {k: (fields.get(v) or [""])[0] for k, v in names.items()}
    return places.place(user, token=token, now=timezone.now(), **named)


@login_not_required
@require_GET
def key(request):
    """For a page that was signed out, or that holds words not sent yet: who is here now, the key
    of her own copies on this device, and a fresh token for forms."""
    if not request.user.is_authenticated:
        return _signed_out()
    answer = {"who": request.user.pk, "key": key_for(request.user), "csrf": get_token(request)}
    return JsonResponse(answer, headers={"Cache-Control": "no-store, private"})


def _signed_out() -> JsonResponse:
    """Signing in opens beside the page; it leads to her drafts, where these words stand, too."""
    sign_in = f"{reverse('account_login')}?{urlencode({'next': reverse('drafts')})}"
    return JsonResponse({"sign_in": sign_in}, status=401)


@require_GET
def unfinished(request):
    rows = lists.unfinished(request.user, timezone.now())
    context = {
        "rows": rows,
        "count_words": f"You have {plural(len(rows), 'page')}." if rows else "",
    }
    return render(request, "records/drafts.html", context)


@require_http_methods(["GET", "POST"])
def throw_away(request, token: UUID):
    found = _own(request, token)
    if request.method == "POST":
        actions.throw_away(draft=found, by=request.user, now=timezone.now())
        messages.success(request, "It is gone.")
        return redirect("drafts")
    context = {"draft": found, "action": request.path, "back_url": reverse("drafts")}
    return render(request, "records/draft_throw_away.html", context)


@require_http_methods(["GET", "POST"])
def compare(request, token: UUID):
    """Two pages wrote on one draft: both texts, and what shall hold."""
    now = timezone.now()
    found = _own(request, token)
    at = places.place_of(request.user, found, timezone.now())
    if at is None:
        raise Http404
    pair = texts.Pair.of(found, at, request.user, now)
    if pair is None:
        return redirect(at.url(found))
    if request.method == "POST" and (body := pair.chosen(request.POST.get("use"))):
        actions.settle(draft=found, body=body, page=pair.page, by=request.user, now=now)
        return redirect("draft-compare", token=token)
    return render(request, "records/draft_compare.html", {"draft": found, "pair": pair})


@require_GET
def words(request, token: UUID):
    """The words alone, for when their record was signed meanwhile and they have to go beside it."""
    found = _own(request, token)
    at = places.place_of(request.user, found, timezone.now())
    if at is None:
        raise Http404
    context = {
        "draft": found,
        "facts": texts.lines(found.body, at, request.user, timezone.now()),
        "closed": at.closed,
        "url": present.detail_url(at.type, at.record) if at.closed else at.url(found),
    }
    return render(request, "records/draft_words.html", context)


def _own(request, token: UUID) -> Draft:
    return get_object_or_404(Draft.objects.unfinished(), pk=token, user=request.user)


@require_POST
def files(request, token: UUID):
    """Files come to the draft as soon as they are chosen. A page without JavaScript sends its
    words along: they are kept too, and the same page comes back."""
    at = _place(request.user, dict(request.POST.lists()), token)
    if at is None or not at.type.files:
        raise Http404
    now = timezone.now()
    refused = receive(request, type=at.type, token=token, record=at.record, now=now)
    if gone := request.POST.get("remove"):
        _take_out(request.user, token, gone)
    if "X-Cura-Draft" in request.headers:
        context = {
            "uploads": uploaded(token, request.user),
            "refused": refused,
            "files_url": places.files_url(token),
        }
        status = 422 if refused else 200
        return render(request, "components/upload_list.html", context, status=status)
    for words in refused:
        messages.error(request, words)
    return redirect(_keep_words(request, token, at, now))


def _take_out(user, token: UUID, pk: str) -> None:
    if (key := typed.key(pk)) is None:
        raise Http404
    if found := Upload.objects.filter(draft=token, uploaded_by=user, pk=key).first():
        remove_upload(upload=found, by=user)


def _keep_words(request, token: UUID, at: places.Place, now) -> str:
    body = texts.typed(dict(request.POST.lists()))
    held = Draft.objects.filter(pk=token, user=request.user).first()
    done = actions.keep(
        token=token, at=at, body=body, rev=held.rev if held else 0, page=token, by=request.user,
        now=now,
    )  # fmt: skip
    if not done:
        raise Http404
    return at.url(done[0])
