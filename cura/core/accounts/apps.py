from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AccountsConfig(AppConfig):
    name = "cura.core.accounts"
    label = "accounts"
    verbose_name = "People and homes"

    def ready(self) -> None:
        # Django's own signal of a finished migrate or flush; no signal of a model is used.
        post_migrate.connect(_fit_access, sender=self, dispatch_uid="accounts.fit_access")


def _fit_access(sender, using, **kwargs) -> None:
    """After migrate and flush: every membership holds the rows that its role gives today.

    `auth` connects its own receiver without a sender, before ours, but only when it stands first
    in INSTALLED_APPS; so the permissions are made here too, which costs nothing the second time.
    """
    # Models are not there yet when this module is read.
    from django.contrib.auth.management import create_permissions  # noqa: PLC0415

    from cura.core.accounts.actions import sync_access  # noqa: PLC0415

    if not _has_tables(using):
        return
    create_permissions(app_config=sender, using=using, verbosity=0)
    sync_access()


def _has_tables(using: str) -> bool:
    """False after a migrate back to zero, when there is nothing to fit."""
    # As above.
    from django.db import connections  # noqa: PLC0415

    from cura.core.accounts.membership import Membership  # noqa: PLC0415

    return Membership._meta.db_table in connections[using].introspection.table_names()
