"""What the welcome pack is printed from: the home's words and map, and one's own photo."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from cura.core.accounts import access
from cura.core.attachments import store
from cura.core.audit import log
from cura.core.permissions import Permission as P
from placements.welcome import actions
from placements.welcome.forms import PhotoForm, WelcomeForm
from placements.welcome.models import HomeMap, OwnPhoto, WelcomeWords

FORM = ["GET", "HEAD", "POST"]


@require_http_methods(FORM)
def home_words(request, slug):
    """What this home prints in its welcome pack."""
    home = get_object_or_404(access.homes(request.user, P.DAILY_READ), slug=slug)
    may_write = access.has(request.user, P.CHILD_WRITE, home)
    if request.method == "POST" and not may_write:
        raise PermissionDenied
    held = WelcomeWords.objects.filter(home=home).first() or WelcomeWords(home=home)
    form = WelcomeForm(request.POST or None, request.FILES or None, instance=held)
    now = timezone.now()
    if form.is_valid():
        try:
            _save(home, form.cleaned_data, request.user, now)
        except ValidationError as refused:
            form.add_error("drawing", refused)
        else:
            messages.success(request, "Saved. The next welcome pack is printed with it.")
            return redirect("welcome-home", slug=home.slug)
    log.read(home, "welcome.read", by=request.user, now=now)
    has_map = HomeMap.objects.filter(home=home).exists()
    context = {
        "home": home,
        "form": form,
        "may_write": may_write,
        "map_url": reverse("welcome-map", args=[home.slug]) if has_map else "",
    }
    status = 422 if form.errors else 200
    return render(request, "placements/welcome/home.html", context, status=status)


def _save(home, given: dict, by, now) -> None:
    if given["drawing"]:
        actions.draw_map(home=home, file=given["drawing"], by=by, now=now)
    actions.say(home=home, comfort=given["comfort"], rooms=given["rooms"], by=by, now=now)


@require_safe
def home_map(request, slug):
    home = get_object_or_404(access.homes(request.user, P.DAILY_READ), slug=slug)
    found = HomeMap.objects.filter(home=home).order_by("-at", "-id").first()
    if found is None:
        raise Http404
    return _picture(found.sha256, found.mime)


@require_http_methods(FORM)
def my_photo(request):
    """Her own small photo for the welcome pack. She may take it away again."""
    form = PhotoForm(request.POST or None, request.FILES or None)
    now = timezone.now()
    if request.POST.get("do") == "take-away":
        actions.take_away(by=request.user, now=now)
        messages.success(request, "Your photo is gone.")
        return redirect("my-photo")
    if form.is_valid():
        try:
            actions.show_myself(file=form.cleaned_data["photo"], by=request.user, now=now)
        except ValidationError as refused:
            form.add_error("photo", refused)
        else:
            messages.success(request, "Thank you. Children see your face before they meet you.")
            return redirect("my-photo")
    context = {"form": form, "has_photo": OwnPhoto.objects.filter(user=request.user.pk).exists()}
    status = 422 if form.errors else 200
    return render(request, "placements/welcome/photo.html", context, status=status)


@require_safe
def my_photo_picture(request):
    found = get_object_or_404(OwnPhoto, user=request.user.pk)
    return _picture(found.thumb_sha256, "image/jpeg")


def _picture(digest: str, mime: str) -> HttpResponse:
    response = HttpResponse(store.get(digest), content_type=mime)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store, private"
    return response
