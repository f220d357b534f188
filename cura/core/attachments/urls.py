from django.urls import path

from cura.core.attachments import views

urlpatterns = [
    path("files/<uuid:pk>/", views.file, name="file"),
    path("files/<uuid:pk>/small/", views.file_small, name="file-small"),
    path("uploads/<uuid:pk>/", views.upload, name="upload"),
    path("uploads/<uuid:pk>/small/", views.upload_small, name="upload-small"),
]
