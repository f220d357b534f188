from django.urls import path

from cura.core.ui import views

urlpatterns = [
    path("sw.js", views.service_worker, name="service-worker"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("offline/", views.offline, name="offline"),
    path("hide/", views.hide, name="hide"),
    path("keys/", views.keys, name="keys"),
]
