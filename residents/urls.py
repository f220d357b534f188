"""The addresses of this app that are no record: its table of contents."""

from residents.child.urls import urlpatterns as child_urls

urlpatterns = [*child_urls]
