"""The rendered field: what crispy-bootstrap5 does otherwise and what an upgrade might undo."""

import re

import pytest
from django import forms
from django.core.exceptions import ValidationError

from cura.core.ui.errors import error_links
from cura.core.ui.layout import render_fields
from cura.core.ui.widgets import BirthDateField
from tests.ui.gallery.forms import POSTED, EveryField, Lines, Sheet

pytestmark = pytest.mark.usefixtures("gallery_settings")


class Small(forms.Form):
    name = forms.CharField(label="First name", help_text="As she <b>likes</b> it.")
    colour = forms.ChoiceField(
        label="Colour", choices=[("r", "Red")], widget=forms.RadioSelect, help_text="Any."
    )
    note = forms.CharField(label="Note", required=False)
    token = forms.CharField(widget=forms.HiddenInput, required=False)


def order(html, *parts):
    places = [html.index(part) for part in parts]
    assert places == sorted(places), places


def test_hint_and_error_stand_before_the_input():
    html = render_fields(Small({}))
    order(html, "First name", 'id="id_name_helptext"', 'id="id_name_error"', 'name="name"')
    order(html, "<legend", 'id="id_colour_helptext"', 'id="id_colour_error"', 'name="colour"')


def test_inputs_are_described_by_ids_that_exist():
    html = render_fields(Small({}))
    described = {i for ids in re.findall(r'aria-describedby="([^"]+)"', html) for i in ids.split()}
    assert described == {
        "id_name_helptext",
        "id_name_error",
        "id_colour_helptext",
        "id_colour_error",
    }
    assert all(html.count(f'id="{name}"') == 1 for name in described)


def test_optional_is_said_and_required_has_no_star():
    html = render_fields(Small())
    assert html.count("(optional)") == 1
    assert "*" not in html


def test_a_hint_carries_no_markup():
    assert "&lt;b&gt;likes&lt;/b&gt;" in render_fields(Small())


def test_hidden_fields_come_along_and_no_form_tag():
    html = render_fields(Small())
    assert 'type="hidden" name="token"' in html
    assert "<form" not in html
    assert "csrf" not in html


def test_options_are_not_red_when_the_question_is_wrong():
    html = render_fields(Small({}))
    radio = re.search(r"<input[^>]*name=\"colour\"[^>]*>", html).group(0)
    assert "is-invalid" not in radio


def test_rows_show_their_switch_only_once():
    rows = Lines(prefix="line")
    assert "DELETE" not in render_fields(rows.forms[0])


def test_every_error_leads_to_something_on_the_page():
    sheet = Sheet(POSTED)
    links = error_links(sheet)
    html = render_fields(sheet.form) + "".join(render_fields(f) for f in sheet.sets[0].forms)
    ids = set(re.findall(r'id="([^"]+)"', html))
    assert len(links) > 5
    assert {link.href[1:] for link in links} <= ids
    assert any(link.text.startswith("Temperatures, line 1: Degrees") for link in links)


def test_a_form_that_was_not_sent_has_no_errors():
    assert error_links(Sheet(), Small(), None) == []


def test_a_group_is_entered_at_its_first_option():
    links = {link.text: link.href for link in error_links(EveryField({}))}
    assert links["Was anybody hurt? This still needs an answer."] == "#id_hurt_0"
    assert links["Where? This still needs an answer."] == "#id_where"


@pytest.mark.parametrize("parts", [["31", "2", "2011"], ["3", "", "2011"], ["0", "1", "2011"]])
def test_no_birthday_on_a_day_that_never_was(parts):
    with pytest.raises(ValidationError):
        BirthDateField().clean(parts)


def test_a_birthday():
    assert BirthDateField().clean(["3", "9", "2011"]).isoformat() == "2011-09-03"
    assert BirthDateField(required=False).clean(["", "", ""]) is None


def test_a_birthday_is_shown_in_its_boxes():
    class Born(forms.Form):
        born = BirthDateField()

    html = str(Born(initial={"born": BirthDateField().clean(["3", "9", "2011"])})["born"])
    assert re.findall(r'value="(\d+)"', html) == ["3", "9", "2011"]
