"""Icons drawn into the page: no icon font, no request, and they print."""

import functools
import re
from pathlib import Path

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

VERSION = "1.13.1"
FOLDER = Path(settings.BASE_DIR) / "static" / "vendor" / "bootstrap-icons" / VERSION
# A page about a child must not fail for want of a drawing; a test reads the names in the templates.
FALLBACK = "circle"


@functools.cache
def drawing(name: str) -> SafeString:
    """The shapes inside the SVG of an icon, without its frame."""
    path = FOLDER / f"{name}.svg"
    if not path.is_file():
        path = FOLDER / f"{FALLBACK}.svg"
    inner = re.search(r"<svg[^>]*>(.*)</svg>", path.read_text(), re.DOTALL).group(1)
    return mark_safe(inner.strip())


def icon(name: str, label: str = "", css: str = "", fill: str = "currentColor") -> SafeString:
    """An inline icon. Without `label` it is hidden from screen readers, as words stand beside it.

    WeasyPrint does not know `currentColor` inside an SVG: documents give `fill` a literal colour.
    """
    spoken = format_html('role="img" aria-label="{}"', label) if label else 'aria-hidden="true"'
    return format_html(
        '<svg class="icon{}{}" viewBox="0 0 16 16" width="16" height="16" fill="{}"'
        ' focusable="false" {}>{}</svg>',
        " " if css else "",
        css,
        fill,
        mark_safe(spoken),
        drawing(name),
    )
