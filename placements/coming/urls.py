from django.urls import path

from placements.coming import views

urlpatterns = [
    path("homes/<slug:slug>/who-comes/", views.coming_page, name="coming"),
    path("referrals/<uuid:pk>/may-she-come/", views.gate, name="gate"),
    path("referrals/<uuid:pk>/may-she-come/all-the-same/", views.lift, name="gate-lift"),
]
