from django.urls import path

from cura.core.panels import views

urlpatterns = [
    path("", views.front, name="front"),
    path("homes/", views.homes, name="homes"),
    path("homes/<slug:slug>/now/", views.house_now, name="house-now"),
    path("homes/<slug:slug>/manager/", views.manager, name="manager"),
    path("homes/<slug:slug>/choose/", views.choose_home, name="home-choose"),
    path("today/", views.today, name="today"),
    path("write/", views.write, name="write"),
    path("more/", views.more_page, name="more"),
    path("floor/", views.floor, name="floor"),
]
