"""What every page of the admin keeps to: one's own homes, one's own powers, the same actions."""

from uuid import UUID

from allauth.core.exceptions import ReauthenticationRequired
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone

from cura.core.accounts import access, actions, sessions
from cura.core.audit.models import AuditEvent
from cura.core.permissions import Permission as P


class ScopedAdmin(admin.ModelAdmin):
    """Rows of the homes where one holds `permission`; written by actions, so each is in the log.

    Nothing is deleted here, and nobody reads a child's record here: no record is registered.
    """

    permission = P.HOME_MANAGE
    home_path = "home"  # how a row leads to its home
    actions = None
    save_on_top = False
    freshly = False  # role and account changes want the password of the last five minutes (7.5.3)

    def homes(self, request):
        return access.homes(request.user, self.permission)

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        return rows.filter(**{f"{self.home_path}__in": self.homes(request)})

    def may(self, request) -> bool:
        return access.has(request.user, self.permission)

    def has_module_permission(self, request) -> bool:
        return self.may(request)

    def has_view_permission(self, request, obj=None) -> bool:
        return self.may(request) and (obj is None or self._mine(request, obj))

    def has_add_permission(self, request) -> bool:
        return self.may(request)

    def has_change_permission(self, request, obj=None) -> bool:
        return self.has_view_permission(request, obj)

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    def _mine(self, request, obj) -> bool:
        return self.get_queryset(request).filter(pk=obj.pk).exists()

    def save_model(self, request, obj, form, change):
        """Makes or changes the row by an action; `obj` then carries what was saved."""
        now = timezone.now()
        if change:
            values = {name: form.cleaned_data[name] for name in form.changed_data}
            saved = self.amend(request, obj, values, now) if values else obj
        else:
            saved = self.make(request, form.cleaned_data, now)
        obj.pk = saved.pk
        obj._state.adding = False

    def make(self, request, values, now):
        raise NotImplementedError

    def amend(self, request, obj, values, now):
        return actions.change(row=obj, values=values, by=request.user, now=now)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if self.freshly and not sessions.is_fresh(request, timezone.now()):
            raise ReauthenticationRequired
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except ValidationError as refused:
            for words in refused.messages:
                self.message_user(request, words, messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "home":
            kwargs["queryset"] = self.homes(request)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def history_view(self, request, object_id, extra_context=None):
        """What the audit chain says of this row, instead of Django's own notes."""
        row = self.get_object(request, object_id)
        if row is None or not access.has(request.user, P.HOME_MANAGE):
            raise Http404
        # The log knows a row by its UUID. One that has none would be given the entries of all.
        events = AuditEvent.objects.filter(label=row._meta.label_lower, object_id=row.pk)
        events = events.order_by("-at")[:200] if isinstance(row.pk, UUID) else ()
        context = {
            **self.admin_site.each_context(request),
            "title": f"History of {row}",
            "events": events,
            "opts": self.opts,
            "object": row,
        }
        return render(request, "admin/row_history.html", context)

    # Django's own log of the admin would be a second, weaker one beside the audit chain.
    def log_addition(self, request, obj, message):
        return None

    def log_change(self, request, obj, message):
        return None


class ReadOnly:
    """Rows that are looked at here and written elsewhere."""

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False
