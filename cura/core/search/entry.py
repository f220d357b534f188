"""One line of the index: what a record (or a part of it) says, and who may find it."""

from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

from django.db import models
from django.urls import reverse

from cura.core.accounts import soft
from cura.core.search.tokens import index_words


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What a source hands over. `part` is empty, or the name of what fewer people may see."""

    label: str
    object_id: UUID
    home_id: UUID
    permission: str
    title: str
    at: datetime  # when it happened: the newest are found first
    part: str = ""
    child_id: UUID | None = None
    reference: str = ""
    subject: str = ""  # whom or what it is about, as people say it: "Ella"
    body: str = ""

    def row(self) -> "SearchEntry":
        """Cut to what the columns hold: one long title must not stop the indexer."""
        values = asdict(self) | {"subject": self.subject[:120], "title": self.title[:200]}
        return SearchEntry(**values, words=index_words(self.subject, self.title, self.body))


class SearchEntryQuerySet(models.QuerySet):
    def visible_to(self, user, now=None) -> "SearchEntryQuerySet":
        return self.filter(soft.visible(user, now))


class SearchEntry(models.Model):
    """A copy for finding, never a record: it can be thrown away and made anew (`resync_search`).

    `words` is what the full-text index of the database reads: see `fulltext`.
    """

    about = ("child_id",)
    keep = "child_file"

    label = models.CharField(max_length=80)
    object_id = models.UUIDField()
    part = models.CharField(max_length=60, blank=True)
    home_id = models.UUIDField()
    child_id = models.UUIDField(null=True)
    permission = models.CharField(max_length=40)
    reference = models.CharField(max_length=12, blank=True)
    subject = models.CharField(max_length=120, blank=True)
    title = models.CharField(max_length=200)
    body = models.TextField(blank=True)
    words = models.TextField(blank=True)
    at = models.DateTimeField()

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ("-at", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=("object_id", "label", "part"), name="search_entry_once"
            ),
        )
        indexes = (
            models.Index(fields=("reference",), name="search_entry_reference"),
            models.Index(fields=("child_id",), name="search_entry_child"),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("go", args=[self.label, self.object_id])
