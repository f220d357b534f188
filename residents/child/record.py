"""The base of each record about one child."""

from django.db import models

from cura.core.records.base import Record, SignableRecord
from residents.child.models import Child

_INDEX = models.Index(fields=("child", "-happened_at", "-id"), name="%(class)s_child")


class OfChild(models.Model):
    """A child in place of a home: seen by the home that wrote it and by where she lives now."""

    of_child = True
    about = ("child", "author")
    keep = "child_file"

    child = models.ForeignKey(Child, models.PROTECT, related_name="+", verbose_name="child")

    class Meta:
        abstract = True

    @classmethod
    def under(cls, subject: Child) -> dict:
        return {"child": subject, "home": subject.home}

    @property
    def subject(self) -> Child:
        return self.child


class ChildRecord(OfChild, Record):
    """A record about one child that stays open."""

    class Meta(Record.Meta):
        abstract = True
        indexes = (*Record.Meta.indexes, _INDEX)


class SignedChildRecord(OfChild, SignableRecord):
    """A record about one child that is signed (CHR 2015 reg. 36)."""

    class Meta(SignableRecord.Meta):
        abstract = True
        indexes = (*SignableRecord.Meta.indexes, _INDEX)
