from django.urls import path

from residents.night import views

urlpatterns = [
    path("homes/<slug:slug>/night/", views.tonight, name="night"),
    path("night/<uuid:plan>/look/", views.look, name="night-look"),
    path("night/checks/<uuid:check>/put-right/", views.put_right, name="night-put-right"),
]
