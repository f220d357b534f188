"""The gallery: every component and generic page with made-up people, and no database.

The product's own addresses come along, for the templates name them; nobody goes there.
"""

from django.urls import include, path

from tests.ui.gallery import pages

urlpatterns = [
    *(path(f"gallery/{name}/", view, name=name) for name, view in pages.PAGES.items()),
    path("", include("cura.urls")),
]
