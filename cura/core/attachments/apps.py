from django.apps import AppConfig


class AttachmentsConfig(AppConfig):
    name = "cura.core.attachments"
    label = "attachments"
