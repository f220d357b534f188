"""Pages of the menus, for Find."""

from cura.core.accounts import access
from cura.core.panels import navigation
from cura.core.panels.shell import current_home
from cura.core.records.offers import unsaid
from cura.core.search.find import Hit
from cura.core.search.tokens import telling_words

MOST = 4


def pages(request, text: str) -> list[Hit]:
    """Entries of the menus whose title begins so, in the home whose pages she is on."""
    home, words = current_home(request), telling_words(text)
    if home is None or not words:
        return []
    return [
        Hit(title=entry.title, subject=entry.section, url=entry.url(home), icon=entry.icon)
        for entry in (*navigation.entries("main"), *navigation.entries("more"))
        if not unsaid(words, entry.title) and access.has(request.user, entry.permission, home)
    ][:MOST]
