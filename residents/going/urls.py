from django.urls import path

from residents.going import views

urlpatterns = [path("homes/<slug:slug>/going/<slug:key>/", views.rate, name="rate")]
