from django.apps import AppConfig


class DeadlinesConfig(AppConfig):
    name = "cura.core.deadlines"
    label = "deadlines"
