from django.urls import path

from cura.core.deadlines import views

urlpatterns = [
    path("homes/<slug:slug>/intervals/", views.all_intervals, name="intervals"),
    path("homes/<slug:slug>/intervals/<slug:key>/", views.interval, name="interval"),
]
