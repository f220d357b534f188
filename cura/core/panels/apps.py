from django.apps import AppConfig


class PanelsConfig(AppConfig):
    name = "cura.core.panels"
    label = "panels"

    def ready(self):
        # App ready: permissions and addresses exist only now.
        from django.urls import reverse  # noqa: PLC0415

        from cura.core.panels.finding import pages  # noqa: PLC0415
        from cura.core.panels.navigation import Entry, add  # noqa: PLC0415
        from cura.core.panels.needs import NEEDS  # noqa: PLC0415
        from cura.core.panels.panels import register  # noqa: PLC0415
        from cura.core.panels.unfinished import PANEL  # noqa: PLC0415
        from cura.core.permissions import Permission as P  # noqa: PLC0415
        from cura.core.search import find  # noqa: PLC0415

        find.QUICK.append(pages)
        register(NEEDS, PANEL)
        add(
            Entry(
                title="Today", icon="sun", place="main", order=10, permission=P.DAILY_READ,
                url=lambda home: reverse("today"),
            ),
            Entry(
                title="Write", icon="pencil", place="phone", order=25, permission=P.DAILY_WRITE,
                url=lambda home: reverse("write"),
            ),
            Entry(
                title="The house", icon="house-heart", place="main", order=5, on_phone=False,
                permission=P.HOME_READ, url=lambda home: reverse("house-now", args=[home.slug]),
            ),
            Entry(
                title="The log", icon="shield-check", section="The home", permission=P.AUDIT_READ,
                url=lambda home: reverse("the-log", args=[home.slug]),
            ),
            Entry(
                title="People, roles and homes", icon="building", section="The home", order=55,
                permission=P.PEOPLE_MANAGE, url=lambda home: reverse("admin:index"),
            ),
            Entry(
                title="More", icon="three-dots", place="main", order=90, permission=P.HOME_READ,
                url=lambda home: reverse("more"),
            ),
        )  # fmt: skip
