"""The addresses of this app that are no record: its table of contents."""

from staffing.people.urls import urlpatterns as people_urls

urlpatterns = [*people_urls]
