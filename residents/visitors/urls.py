from django.urls import path

from residents.visitors import views

urlpatterns = [
    path("visitors/<uuid:visitor>/again/", views.sign_in_again, name="visitor-again"),
    path("visitors/<uuid:visitor>/left/", views.leave, name="visitor-left"),
]
