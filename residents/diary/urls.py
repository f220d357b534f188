from django.urls import path

from residents.diary import feed_views, views

urlpatterns = [
    path("homes/<slug:slug>/diary/", views.week, name="diary-week"),
    path("homes/<slug:slug>/diary/<int:year>-<int:month>-<int:day>/", views.day, name="diary-day"),
    path("children/<uuid:child>/diary/", views.of_child, name="diary-list"),
    path("diary/in-my-calendar/", feed_views.mine, name="diary-feed"),
    path("feed/<str:secret>.ics", feed_views.fetch, name="diary-ics"),
]
