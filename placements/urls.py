"""The addresses of this app that are no record: its table of contents."""

from placements.arrival.urls import urlpatterns as arrival_urls
from placements.pathway.urls import urlpatterns as pathway_urls
from placements.welcome.urls import urlpatterns as welcome_urls

urlpatterns = [
    *arrival_urls,
    *pathway_urls,
    *welcome_urls,
]
