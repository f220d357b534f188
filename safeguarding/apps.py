from django.apps import AppConfig


class SafeguardingConfig(AppConfig):
    name = "safeguarding"
    label = "safeguarding"

    def ready(self):
        # App ready: models can be imported only now.
        from cura.core.deadlines import rules  # noqa: PLC0415
        from cura.core.panels import navigation, panels, rates  # noqa: PLC0415
        from cura.core.records import registry  # noqa: PLC0415
        from placements.impact import incidents  # noqa: PLC0415
        from residents import due  # noqa: PLC0415
        from residents.casefile import chronology, paras  # noqa: PLC0415
        from residents.child import header  # noqa: PLC0415
        from safeguarding.chronology import PARAS, SOURCES  # noqa: PLC0415
        from safeguarding.consequence.deadlines import RULES as CONSEQUENCE  # noqa: PLC0415
        from safeguarding.entries import ENTRIES, LINKS  # noqa: PLC0415
        from safeguarding.panels import ASKED, PANELS  # noqa: PLC0415
        from safeguarding.rates import RATES  # noqa: PLC0415
        from safeguarding.records import RECORDS  # noqa: PLC0415
        from safeguarding.restraint import threshold  # noqa: PLC0415
        from safeguarding.restraint.deadlines import RULES as RESTRAINT  # noqa: PLC0415

        registry.register(*RECORDS)
        rules.add_rules(*RESTRAINT, *CONSEQUENCE)
        panels.register(*PANELS)
        rates.add(*RATES)
        navigation.add(*ENTRIES)
        header.add_links(*LINKS)
        due.ASKED.extend(ASKED)
        paras.add(*PARAS)
        chronology.add(*SOURCES)
        incidents.OVER_THRESHOLD.append(threshold.over)
