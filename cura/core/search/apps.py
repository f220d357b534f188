from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "cura.core.search"
    label = "search"
