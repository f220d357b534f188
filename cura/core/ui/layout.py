"""Parts of a form page, for crispy layouts, and the rendering of a form inside a page of ours.

self.helper = cards(
    Card("Is everyone safe?", "anyone_hurt", "who_was_called"),
    Card("When", Pair("started_at", "ended_at"), hint="Best estimate is fine."),
)
"""

import copy

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Fieldset, Layout
from crispy_forms.utils import render_crispy_form
from django.forms.formsets import DELETION_FIELD_NAME, ORDERING_FIELD_NAME
from django.utils.text import slugify

ROW_FIELDS = (DELETION_FIELD_NAME, ORDERING_FIELD_NAME)


class Card(Fieldset):
    """A group of questions under one heading, on its own sheet of paper."""

    template = "components/form_card.html"

    def __init__(self, title: str, *fields, hint: str = "", css_id: str = "", **kwargs):
        self.hint = hint
        super().__init__(title, *fields, css_id=css_id or f"card-{slugify(title)}", **kwargs)


class Fold(Card):
    """A card that stays shut until somebody needs it. Never for a required question."""

    template = "components/form_fold.html"


class LineFold(Fold):
    """Inside one line of many: no card of its own. Give it a `css_id` that is the line's."""

    template = "components/line_fold.html"


class Pair(Div):
    """Two fields side by side on a wide screen. Both have a hint, or neither has."""

    css_class = "field-pair"


def cards(*parts) -> FormHelper:
    helper = FormHelper()
    helper.layout = Layout(*parts)
    return helper


def card_links(sheet) -> list[dict]:
    """Title and id of each card and each set of rows, for the jumps at the top of a long form."""
    helper = getattr(sheet.form, "helper", None)
    parts = getattr(helper, "layout", None) or ()
    found = [{"title": part.legend, "id": part.css_id} for part in parts if isinstance(part, Card)]
    return found + [{"title": rows.title, "id": f"{rows.prefix}-rows"} for rows in sheet.sets]


def plain_layout(form) -> Layout:
    """Every visible field in the order of the form; the switches of a row stand elsewhere."""
    names = [f.name for f in form.visible_fields() if f.name not in ROW_FIELDS]
    return Layout(Div(*names, css_class="form-card"))


def render_fields(form, helper=None):
    """The fields as HTML. The page carries tag, token and error summary, so the helper's are off.

    The helper is copied, for the rows of a formset share one.
    """
    given = helper or getattr(form, "helper", None)
    inner = copy.copy(given) if given else FormHelper()
    inner.form_tag = False
    inner.disable_csrf = True
    inner.inputs = []
    inner.render_hidden_fields = True
    inner.layout = getattr(given, "layout", None) or plain_layout(form)
    return render_crispy_form(form, helper=inner)
