from django.urls import path

from compliance.checks.fridge_round import fridge_round

urlpatterns = [
    path("homes/<slug:slug>/fridge-round/", fridge_round, name="fridge-round"),
]
