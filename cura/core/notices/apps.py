from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "cura.core.notices"
    label = "notices"
