from django.apps import AppConfig


class ResidentsConfig(AppConfig):
    name = "residents"
    label = "residents"

    def ready(self):
        # App ready: models can be imported only now.
        from cura.core.accounts import access  # noqa: PLC0415
        from cura.core.deadlines import holders, rules  # noqa: PLC0415
        from cura.core.links import purpose  # noqa: PLC0415
        from cura.core.panels import navigation, panels, views  # noqa: PLC0415
        from cura.core.records import registry  # noqa: PLC0415
        from cura.core.records.periods import document  # noqa: PLC0415
        from cura.core.search import find  # noqa: PLC0415
        from residents.alerts.reading import of_child  # noqa: PLC0415
        from residents.child import due_names, header  # noqa: PLC0415
        from residents.child.entries import ENTRIES  # noqa: PLC0415
        from residents.child.landing import landing  # noqa: PLC0415
        from residents.child.links import LINKS  # noqa: PLC0415
        from residents.child.quick import children  # noqa: PLC0415
        from residents.child.rights import files_kept_at, granted  # noqa: PLC0415
        from residents.daily.documents import NOTES_OF_A_PERIOD  # noqa: PLC0415
        from residents.house_entries import ENTRIES as HOUSE  # noqa: PLC0415
        from residents.panels import PANELS  # noqa: PLC0415
        from residents.people.reading import for_header  # noqa: PLC0415
        from residents.records import RECORDS  # noqa: PLC0415
        from residents.report.gather import GATHERERS  # noqa: PLC0415
        from residents.report.link import READ_REPORT  # noqa: PLC0415
        from residents.report.sources import OURS  # noqa: PLC0415
        from residents.scope import CHILD  # noqa: PLC0415

        rules.SAID["child"] = due_names.CALLED
        holders.CODES["key_worker"] = due_names.key_worker
        access.FILES_KEPT_AT.append(files_kept_at)
        access.CHILDREN_GRANTED.append(granted)
        registry.add_scope(CHILD)
        registry.register(*RECORDS)
        header.ALERTS.append(of_child)
        header.PHONES.append(for_header)
        header.add_links(*LINKS)
        panels.register(*PANELS)
        navigation.add(*ENTRIES, *HOUSE)
        views.LANDINGS.append(landing)
        purpose.add(READ_REPORT)
        GATHERERS.extend(OURS)
        find.QUICK.append(children)
        document.add(NOTES_OF_A_PERIOD)
