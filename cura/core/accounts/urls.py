"""Addresses of sign-in, one's own settings and the house tablets.

allauth's account addresses are named one by one: its pages for adding mail addresses are not ours.
"""

from allauth.account import views as account
from django.urls import include, path, re_path

from cura.core.accounts.views import invite, me, sign_in

urlpatterns = [
    path("accounts/login/", sign_in.sign_in, name="account_login"),
    path("accounts/logout/", account.logout, name="account_logout"),
    path("accounts/signup/", sign_in.no_sign_up, name="account_signup"),
    path("accounts/inactive/", account.account_inactive, name="account_inactive"),
    path("accounts/reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("accounts/password/change/", account.password_change, name="account_change_password"),
    path("accounts/password/set/", account.password_set, name="account_set_password"),
    path("accounts/password/reset/", account.password_reset, name="account_reset_password"),
    path(
        "accounts/password/reset/done/",
        account.password_reset_done,
        name="account_reset_password_done",
    ),
    re_path(
        r"^accounts/password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "accounts/password/reset/key/done/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("accounts/2fa/", include("allauth.mfa.urls")),
    path("accounts/sessions/", include("allauth.usersessions.urls")),
    path("accounts/invite/<uuid:pk>/", invite.invite, name="invite"),
    path("session/stay/", sign_in.stay, name="session-stay"),
    path("tablet/", sign_in.who, name="tablet"),
    path("tablet/full/", sign_in.fully, name="sign-in-fully"),
    path("tablet/<uuid:pk>/", sign_in.by_pin, name="tablet-pin"),
    path("tablets/", me.house_tablets, name="tablets"),
    path("tablets/<uuid:pk>/end/", me.end_tablet, name="tablet-end"),
    path("me/", me.me, name="me"),
    path("me/pin/", me.pin, name="me-pin"),
]
