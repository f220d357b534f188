from django.urls import path

from cura.core.records.verification import views

urlpatterns = [
    path("homes/<slug:slug>/log/", views.the_log, name="the-log"),
    path("homes/<slug:slug>/log/check/", views.ask, name="log-check"),
    path("homes/<slug:slug>/log/progress/", views.progress, name="log-progress"),
]
