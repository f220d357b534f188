from django.urls import path

from residents.register import views

urlpatterns = [
    path("homes/<slug:slug>/register-of-children/", views.register, name="register"),
    path(
        "homes/<slug:slug>/register-of-children/print/", views.register_print, name="register-print"
    ),
]
