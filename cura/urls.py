"""Every address of Cura. Each is declared to somebody in tests/house/addresses.py."""

from django.contrib import admin
from django.urls import include, path

from cura.core.panels.urls import urlpatterns as panel_urls
from cura.core.records import registry
from cura.core.records.urls import record_urls
from cura.health import health

urlpatterns = [
    path("health/", health, name="health"),
    path("admin/", admin.site.urls),
    path("", include("cura.core.accounts.urls")),
    path("", include("cura.core.ui.urls")),
    path("", include("cura.core.records.drafts.urls")),
    path("", include("cura.core.records.go")),
    path("", include("cura.core.records.exclusion.urls")),
    path("", include("cura.core.records.verification.urls")),
    path("", include("cura.core.records.bundles.urls")),
    path("", include("cura.core.attachments.urls")),
    path("", include("cura.core.notices.urls")),
    path("", include("cura.core.search.urls")),
    path("", include("cura.core.links.urls")),
    path("", include("cura.core.deadlines.urls")),
    path("", include("residents.urls")),
    path("", include("placements.urls")),
    path("", include("staffing.urls")),
    path("", include("compliance.urls")),
    *panel_urls,
    *record_urls(*registry.all_types()),
]
