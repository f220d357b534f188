"""A personal address from which a calendar fetches the diary. Ended like any other access."""

from cura.core.links.feed import Feed
from cura.core.permissions import Permission as P


class DiaryFeed(Feed):
    """Whoever knows the secret reads initials and times."""

    permission = P.DIARY_READ

    class Meta(Feed.Meta):
        pass

    def __str__(self) -> str:
        return "Diary in my calendar"
