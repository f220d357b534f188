"""The few settings that differ for the gallery: no database, no people, the real CSP."""

from copy import deepcopy
from pathlib import Path

from django.conf import settings

TEMPLATES = deepcopy(settings.TEMPLATES)
TEMPLATES[0]["DIRS"] = [*TEMPLATES[0]["DIRS"], Path(__file__).parent / "templates"]
TEMPLATES[0]["OPTIONS"]["context_processors"] = ["django.template.context_processors.request"]

OVERRIDES = {
    "ROOT_URLCONF": "tests.ui.gallery.urls",
    "MIDDLEWARE": ["csp.middleware.CSPMiddleware", "django_htmx.middleware.HtmxMiddleware"],
    "TEMPLATES": TEMPLATES,
    "STORAGES": settings.STORAGES
    | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    },
    "ALLOWED_HOSTS": ["localhost", "127.0.0.1", "testserver"],
}
