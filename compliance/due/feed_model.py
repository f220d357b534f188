"""A personal address from which a calendar fetches what is due. Ended like any other access."""

from cura.core.links.feed import Feed
from cura.core.permissions import Permission as P


class DueFeed(Feed):
    """Whoever knows the secret reads what kind of thing is due when, and about nobody."""

    permission = P.HOME_READ

    class Meta(Feed.Meta):
        pass

    def __str__(self) -> str:
        return "What is due in my calendar"
