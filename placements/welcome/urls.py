from django.urls import path

from placements.welcome import views

urlpatterns = [
    path("homes/<slug:slug>/welcome-pack/", views.home_words, name="welcome-home"),
    path("homes/<slug:slug>/welcome-pack/map/", views.home_map, name="welcome-map"),
    path("me/photo/", views.my_photo, name="my-photo"),
    path("me/photo/small/", views.my_photo_picture, name="my-photo-small"),
]
