"""The addresses of this app that are no record: its table of contents."""

from residents.casefile.urls import urlpatterns as casefile_urls
from residents.child.urls import urlpatterns as child_urls
from residents.diary.urls import urlpatterns as diary_urls
from residents.going.urls import urlpatterns as going_urls
from residents.handover.urls import urlpatterns as handover_urls
from residents.night.urls import urlpatterns as night_urls
from residents.register.urls import urlpatterns as register_urls
from residents.visitors.urls import urlpatterns as visitors_urls
from residents.whereabouts.urls import urlpatterns as whereabouts_urls

urlpatterns = [
    *casefile_urls,
    *child_urls,
    *diary_urls,
    *going_urls,
    *handover_urls,
    *night_urls,
    *register_urls,
    *visitors_urls,
    *whereabouts_urls,
]
