from django.contrib.admin.apps import AdminConfig


class CuraAdminConfig(AdminConfig):
    """Django's admin, entered by our own door."""

    default_site = "cura.core.accounts.admin_site.CuraAdminSite"
