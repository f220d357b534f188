"""The addresses of this app that are no record: its table of contents."""

from placements.coming.urls import urlpatterns as coming_urls
from placements.pathway.urls import urlpatterns as pathway_urls

urlpatterns = [
    *coming_urls,
    *pathway_urls,
]
