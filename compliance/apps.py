from django.apps import AppConfig


class ComplianceConfig(AppConfig):
    name = "compliance"
    label = "compliance"

    def ready(self):
        # App ready: models can be imported only now.
        from compliance.checks.deadlines import RULES  # noqa: PLC0415
        from compliance.checks.documents import LOGS  # noqa: PLC0415
        from compliance.due.entries import ENTRIES  # noqa: PLC0415
        from compliance.due.panels import PANELS as DUE  # noqa: PLC0415
        from compliance.panels import MENU, PANELS  # noqa: PLC0415
        from compliance.records import RECORDS  # noqa: PLC0415
        from cura.core.deadlines import rules  # noqa: PLC0415
        from cura.core.panels import navigation, panels  # noqa: PLC0415
        from cura.core.records import registry  # noqa: PLC0415
        from cura.core.records.periods import document  # noqa: PLC0415

        registry.register(*RECORDS)
        rules.add_rules(*RULES)
        panels.register(*PANELS, *DUE)
        navigation.add(*MENU, *ENTRIES)
        document.add(*LOGS)
