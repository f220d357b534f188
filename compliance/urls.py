from django.urls import path

from compliance.checks.fridge_round import fridge_round
from compliance.due import feed_views, views

urlpatterns = [
    path("homes/<slug:slug>/fridge-round/", fridge_round, name="fridge-round"),
    path("homes/<slug:slug>/due/", views.due, name="due"),
    path("homes/<slug:slug>/due/month/", views.due_month, name="due-month"),
    path("homes/<slug:slug>/due/print/", views.due_print, name="due-print"),
    path("homes/<slug:slug>/duties/", views.duties, name="duties"),
    path("homes/<slug:slug>/duties/law/", views.law, name="duties-law"),
    path("homes/<slug:slug>/duties/<str:key>/", views.duty, name="duty"),
    path("due/in-my-calendar/", feed_views.mine, name="due-feed"),
    path("feed/due/<str:secret>.ics", feed_views.fetch, name="due-ics"),
]
