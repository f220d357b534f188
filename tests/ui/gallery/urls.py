"""The gallery: every component and generic page with made-up people, and no database."""

from django.urls import include, path

from tests.ui.gallery import pages

urlpatterns = [
    path("", include("cura.core.ui.urls")),
    *(path(f"gallery/{name}/", view, name=name) for name, view in pages.PAGES.items()),
]
