from django.urls import path

from placements.arrival import views

urlpatterns = [
    path("children/<uuid:child>/first-day/", views.begin, name="first-day-begin"),
    path("first-days/<uuid:first_day>/hours/", views.hours, name="first-day"),
    path("first-days/<uuid:first_day>/tick/", views.tick, name="first-day-tick"),
    path("first-days/<uuid:first_day>/hand-over/", views.hand_over, name="first-day-hand-over"),
    path("first-days/<uuid:first_day>/name/", views.name_in_pack, name="first-day-name"),
    path("first-days/<uuid:first_day>/others/", views.hear, name="first-day-heard"),
]
