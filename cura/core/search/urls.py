from django.urls import path

from cura.core.search import views

urlpatterns = [
    path("find/", views.find, name="find"),
    path("find/results/", views.results, name="find-results"),
]
