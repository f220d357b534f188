from django.apps import AppConfig


class StaffingConfig(AppConfig):
    name = "staffing"
    label = "staffing"

    def ready(self):
        # App ready: models can be imported only now.
        from cura.core.accounts import duty  # noqa: PLC0415
        from cura.core.deadlines import rules  # noqa: PLC0415
        from cura.core.panels import navigation, panels  # noqa: PLC0415
        from cura.core.records import registry  # noqa: PLC0415
        from cura.core.search import find  # noqa: PLC0415
        from staffing.entries import ENTRIES  # noqa: PLC0415
        from staffing.people.quick import staff  # noqa: PLC0415
        from staffing.records import RECORDS  # noqa: PLC0415
        from staffing.rota.duty import on_shift  # noqa: PLC0415
        from staffing.rota.panel import PANELS  # noqa: PLC0415
        from staffing.training.deadlines import RULES  # noqa: PLC0415

        registry.register(*RECORDS)
        rules.add_rules(*RULES)
        duty.ON_SHIFT.append(on_shift)
        panels.register(*PANELS)
        find.QUICK.append(staff)
        navigation.add(*ENTRIES)
