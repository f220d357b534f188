"""Pages and files of the look itself. None holds a word about anybody; most need no sign-in."""

import hashlib
import json
import re

from django.contrib.auth.decorators import login_not_required
from django.http import JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

# All that the "No signal" page needs, and what every page asks for first.
KEPT = (
    "vendor/bootstrap/5.3.9/bootstrap.min.css",
    "vendor/bootstrap/5.3.9/bootstrap.bundle.min.js",
    "vendor/atkinson-hyperlegible-next/5.3.0/atkinson-hyperlegible-next-latin-wght-normal.woff2",
    "css/tokens.css",
    "css/base.css",
    "css/components.css",
    "css/forms.css",
    "css/lists.css",
    "js/theme.js",
    "icons/mark.svg",
)
VERSIONED = re.compile(r"\.[0-9a-f]{12}\.\w+$")  # a hashed name never changes its content


@login_not_required
@require_safe
def service_worker(request):
    """The worker stands at the root, so that it may answer for the whole site."""
    files = [static(name) for name in KEPT]
    lists = {"versioned": [url for url in files if VERSIONED.search(url)], "files": files}
    version = hashlib.sha256(json.dumps(lists).encode()).hexdigest()[:12]
    return render(
        request,
        "pwa/sw.js",
        {"version": json.dumps(version), "lists": json.dumps(lists)},
        content_type="text/javascript",
    )


@login_not_required
@require_safe
@cache_control(max_age=3600)
def manifest(request):
    """The name on the tablet's home screen is the product's: a home's name may tell too much."""
    sizes = (("192x192", "icons/mark-192.png"), ("512x512", "icons/mark-512.png"))
    icons = [
        {"src": static(name), "sizes": size, "type": "image/png", "purpose": "any"}
        for size, name in sizes
    ]
    maskable = {"src": static("icons/mark-maskable-512.png"), "sizes": "512x512"}
    icons.append(maskable | {"type": "image/png", "purpose": "maskable"})
    body = {
        "name": "Cura",
        "short_name": "Cura",
        "lang": "en-GB",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#FAF6F0",
        "theme_color": "#FFFDFA",
        "icons": icons,
    }
    return JsonResponse(body, content_type="application/manifest+json")


@login_not_required
@require_safe
def offline(request):
    """Kept on the device by the service worker and shown when there is no signal."""
    return render(request, "offline.html")


@login_not_required
@require_safe
def hide(request):
    """Where "hide now" leads without JavaScript: a page that says nothing, and the way back."""
    return render(request, "hide.html")


@require_safe
def keys(request):
    """The list of keys as a page, for those without JavaScript."""
    return render(request, "keys.html")
