"""The addresses of this app that are no record: its table of contents."""

from placements.papers.urls import urlpatterns as papers_urls
from placements.pathway.urls import urlpatterns as pathway_urls

urlpatterns = [
    *papers_urls,
    *pathway_urls,
]
