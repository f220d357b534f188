"""The addresses of this app that are no record: its table of contents."""

from placements.pathway.urls import urlpatterns as pathway_urls

urlpatterns = [*pathway_urls]
