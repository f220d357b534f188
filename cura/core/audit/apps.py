from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "cura.core.audit"
    label = "audit"
