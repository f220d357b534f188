"""The addresses of this app that are no record: its table of contents."""

from placements.arrival.urls import urlpatterns as arrival_urls
from placements.coming.urls import urlpatterns as coming_urls
from placements.papers.urls import urlpatterns as papers_urls
from placements.pathway.urls import urlpatterns as pathway_urls
from placements.referral.urls import urlpatterns as referral_urls
from placements.welcome.urls import urlpatterns as welcome_urls

urlpatterns = [
    *arrival_urls,
    *coming_urls,
    *papers_urls,
    *pathway_urls,
    *referral_urls,
    *welcome_urls,
]
