"""How far a story has been played, so that a second run adds only what is new."""

from django.db import models


class StoryRun(models.Model):
    """One story in this database. `anchor` is the day that was its D0 when it was first played."""

    about = ()
    keep = "system"

    name = models.CharField(max_length=80, unique=True)
    anchor = models.DateField()
    until = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.name


class Played(models.Model):
    """One entry that was played, and what it made. `name` is what the story calls that."""

    about = ()
    keep = "system"

    run = models.ForeignKey(StoryRun, models.PROTECT, related_name="played")
    key = models.CharField(max_length=160)
    name = models.CharField(max_length=80, blank=True)
    label = models.CharField(max_length=80, blank=True)
    object_id = models.CharField(max_length=40, blank=True)

    class Meta:
        default_permissions = ()
        constraints = (models.UniqueConstraint(fields=("run", "key"), name="cura_played_once"),)

    def __str__(self) -> str:
        return self.key
