from django.urls import path

from residents.casefile import views

urlpatterns = [
    path("children/<uuid:pk>/file/", views.file, name="child-file"),
    path("children/<uuid:pk>/chronology/", views.timeline, name="chronology"),
]
