"""The list at the top of a form that says what to put right, each line a link to its field."""

from dataclasses import dataclass

from django.forms import BaseForm, BaseFormSet


@dataclass(frozen=True)
class ErrorLink:
    text: str
    href: str


def error_links(*things) -> list[ErrorLink]:
    """Everything wrong with these forms, formsets and sheets, in the order of the page.

    A sheet is whatever has `.form` and `.sets`. Forms that were not sent have no errors.
    """
    found = []
    for thing in things:
        if isinstance(thing, BaseForm):
            found += _of_form(thing)
        elif isinstance(thing, BaseFormSet):
            found += _of_rows(thing)
        elif thing is not None and hasattr(thing, "sets"):
            found += error_links(thing.form, *thing.sets)
    return found


def _of_form(form, prefix="") -> list[ErrorLink]:
    top = f"#{form.prefix}-row" if prefix else "#main"
    links = [ErrorLink(f"{prefix}{text}", top) for text in form.non_field_errors()]
    for field in form:
        href = top if field.is_hidden else f"#{first_input(field)}"
        links += [ErrorLink(f"{prefix}{_said(field, text)}", href) for text in field.errors]
    return links


def _said(field, text) -> str:
    """ "Where? This still needs an answer." A message that names its question can be acted on."""
    label = str(field.label)
    return f"{label} {text}" if label.endswith(("?", ".", "!")) else f"{label}: {text}"


def _of_rows(rows) -> list[ErrorLink]:
    if not rows.is_bound:
        return []
    title = getattr(rows, "title", "") or "Line"
    links = [ErrorLink(text, f"#{rows.prefix}-rows") for text in rows.non_form_errors()]
    for number, form in enumerate(rows.forms, start=1):
        links += _of_form(form, prefix=f"{title}, line {number}: ")
    return links


def first_input(field) -> str:
    """The id that takes the focus: the first of a group, or the field itself.

    Radio groups and checkbox lists have no id for their label; their options are numbered.
    """
    return field.id_for_label or f"{field.auto_id}_0"
