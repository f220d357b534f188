from django.apps import AppConfig


class LinksConfig(AppConfig):
    name = "cura.core.links"
    label = "links"
