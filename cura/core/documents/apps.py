from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "cura.core.documents"
    label = "documents"
