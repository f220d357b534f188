from django.urls import path

from residents.whereabouts import views

urlpatterns = [
    path("homes/<slug:slug>/nights/", views.slept, name="nights-slept"),
    path("children/<uuid:child>/out/", views.go_out, name="outing-go"),
    path("children/<uuid:child>/back/", views.come_back, name="outing-back"),
]
