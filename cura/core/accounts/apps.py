from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "cura.core.accounts"
    label = "accounts"
