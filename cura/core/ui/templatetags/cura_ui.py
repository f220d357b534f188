"""Template tags of the look. They are builtins: no template needs to load them."""

from django import template

from cura.core.ui import errors, icons, layout

register = template.Library()

register.simple_tag(icons.icon, name="icon")


@register.simple_tag
def error_links(*things):
    """`{% error_links sheet as problems %}`: see cura.core.ui.errors."""
    return errors.error_links(*things)


@register.simple_tag
def error_prefix(*things):
    """The start of <title> when something is wrong, so that it is heard first."""
    return "Error: " if errors.error_links(*things) else ""


@register.simple_tag
def form_fields(form, helper=None):
    """The fields of a form by its crispy layout, without the <form> tag and without a token."""
    return layout.render_fields(form, helper)


@register.simple_tag
def card_links(sheet):
    """The jumps at the top of a long form: its cards, then its rows."""
    return layout.card_links(sheet)


@register.filter
def initial(name):
    """The letter in the round picture of somebody without a photo."""
    return str(name).strip()[:1].upper()


@register.filter
def initials(name):
    """Ella Rowan becomes E.R.: what a paper may show on every page."""
    return "".join(f"{word[0].upper()}." for word in str(name).split() if word[0].isalpha())
