"""The papers of a child or a home, and the bundles: under each scope of the registry."""

from django.urls import URLPattern, path

from cura.core.records import registry
from cura.core.records.bundles import paper_views, views
from cura.core.records.bundles.forms import BundleForm, LongForm


def _of(name: str, under: str) -> list[URLPattern]:
    """`children/<uuid:child>/papers/`: the gap has the name of what it names."""
    under, known = under.replace("subject", name), {"scope": name}
    bundle, long = known | {"form": BundleForm}, known | {"form": LongForm}
    return [
        path(f"{under}papers/", paper_views.papers, known, name=f"{name}-papers"),
        path(f"{under}papers/print/", paper_views.paper, known, name=f"{name}-paper"),
        path(f"{under}papers/long/", views.new, long, name=f"{name}-paper-long"),
        path(f"{under}papers/bundle/", views.new, bundle, name=f"{name}-bundle"),
    ]


urlpatterns = [
    path("bundles/<uuid:pk>/", views.bundle, name="bundle"),
    path("bundles/<uuid:pk>/progress/", views.progress, name="bundle-progress"),
    path("bundles/<uuid:pk>/fetch/", views.fetch, name="bundle-fetch"),
    *(pattern for scope in registry.scopes() for pattern in _of(scope.name, scope.path)),
]
