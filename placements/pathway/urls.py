from django.urls import path

from placements.pathway import views

urlpatterns = [path("homes/<slug:slug>/rooms/", views.rooms, name="rooms")]
