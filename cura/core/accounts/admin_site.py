"""The admin: for those who care for homes and people's access. Entered by the same sign-in."""

from allauth.account.decorators import secure_admin_login
from django.contrib.admin import AdminSite
from django.contrib.auth import logout
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed
from django.shortcuts import redirect
from django.utils.decorators import method_decorator

from cura.core.accounts import access
from cura.core.accounts.admin_scope import ScopedAdmin
from cura.core.permissions import Permission as P


class CuraAdminSite(AdminSite):
    """Needs HOME_MANAGE or PEOPLE_MANAGE somewhere, with the dates of the membership."""

    site_header = "Cura: homes and people"
    site_title = "Cura"
    index_title = "Homes, people and their access"
    site_url = "/"
    enable_nav_sidebar = False

    def register(self, model_or_iterable, admin_class=None, **options):
        """Only pages that keep to the scope: groups, permissions and what libraries would show of
        passkeys and sessions have no page, and a record has none unless it is written for one."""
        if admin_class and issubclass(admin_class, ScopedAdmin):
            super().register(model_or_iterable, admin_class, **options)

    def has_permission(self, request) -> bool:
        user = request.user
        return access.has(user, P.HOME_MANAGE) or access.has(user, P.PEOPLE_MANAGE)

    @method_decorator(secure_admin_login)
    def login(self, request, extra_context=None):
        """Django's own form would let people in without their second factor: allauth's instead.

        Whoever is signed in and may not be here is told so, not asked to sign in again.
        """
        if not self.has_permission(request):
            raise PermissionDenied
        return redirect("admin:index")

    def logout(self, request, extra_context=None):
        """Out by the same door."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        logout(request)
        return redirect("account_login")

    def password_change(self, request, extra_context=None):
        """Django's own form would pass by the log and the other sessions."""
        return redirect("account_change_password")
