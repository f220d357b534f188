from django.urls import path

from cura.core.links import views

urlpatterns = [
    path("l/<str:secret>/", views.link, name="link"),
    path("links/<uuid:pk>/end/", views.end, name="link-end"),
]
