"""The base of each record's form: fields and `clean` only; help is the words that staff read."""

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from cura.core.records.fields import LondonDateTimeField


def _london(db_field, **kwargs):
    """Model date-times become London fields; all else as Django does it."""
    if isinstance(db_field, models.DateTimeField):
        return LondonDateTimeField(
            required=not db_field.blank and not db_field.null,
            label=kwargs.get("label") or db_field.verbose_name.capitalize(),
            help_text=db_field.help_text,
        )
    return db_field.formfield(**kwargs)


class BareForm(forms.Form):
    """A form without a model, for a step."""

    def __init__(self, *args, user=None, record=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.user, self.record = user, record
        self.helper = page_helper()


class RecordForm(forms.ModelForm):
    """Knows who writes (`user`), about whom (`subject`) and in which `home`, so that choices can be
    narrowed. A child may have moved: the home of a record stays the one that it was written in."""

    def __init__(self, *args, user=None, subject=None, now=None, home=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.user, self.subject, self.now = user, subject, now
        self.home = home or home_of(self.instance, subject)
        self.helper = page_helper()
        if "happened_at" in self.fields and now and not self.initial.get("happened_at"):
            self.initial["happened_at"] = now
        self.prepare()

    def prepare(self) -> None:
        """Narrow choices by `self.subject` and `self.user`. For subclasses."""

    class Meta:
        formfield_callback = _london


class RowForm(forms.ModelForm):
    """A line of a record; `home` is that of the record. `ready`: it came filled in, and counts as
    written."""

    ready = False

    def __init__(self, *args, user=None, subject=None, home=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.user, self.subject = user, subject
        self.home = home or home_of(None, subject)
        self.helper = page_helper()
        self.prepare()

    def has_changed(self) -> bool:
        return self.ready or super().has_changed()

    def validate_unique(self) -> None:
        """Django leaves out here the constraints that name the record, the way back: a line like
        one that is saved already would only be refused by the database, with a fault."""
        super().validate_unique()
        try:
            self.instance.validate_constraints(exclude=self._get_validation_exclusions())
        except ValidationError:
            self.add_error(None, "There is such a line already.")

    def prepare(self) -> None:
        """Narrow choices. For subclasses."""

    class Meta:
        formfield_callback = _london


def home_of(instance, subject):
    """The home of a record that there is; for a new one, that of the child now."""
    if getattr(instance, "home_id", None):
        return instance.home
    return getattr(subject, "home", subject)


def page_helper() -> FormHelper:
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.include_media = False
    return helper
