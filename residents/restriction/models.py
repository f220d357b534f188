"""A limit on calls, visits or messages that the home itself sets (CHR 2015 reg. 22)."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse

from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.core.records.base import SignableRecord
from cura.core.records.pairs import at_and_by
from residents.child.record import SignedChildRecord
from residents.people.models import ImportantPerson

MOST = 90  # letters of a chip


class Restriction(SignedChildRecord):
    """In an emergency, or agreed with the council before. `happened_at` is when it began.

    Three moments, each with its own columns: signed by who set it; the council told in full, within
    24 hours of an emergency; looked at again. Looking again ends it: what goes on is a new record,
    agreed with the council by then, so that no limit goes on because nobody looked. What a court
    orders is no record of this kind: it stands in the agreement about family time.
    """

    read, write = P.SAFEGUARDING_READ, P.SAFEGUARDING_WRITE

    class Kind(models.TextChoices):
        EMERGENCY = "emergency", "An emergency: we could not ask first"
        AGREED = "agreed", "Agreed with the council before"

    class How(models.TextChoices):
        PHONE = "phone", "By phone"
        MAIL = "mail", "By mail"
        LETTER = "letter", "By letter"
        FACE = "face", "Face to face"

    class Again(models.TextChoices):
        LIFTED = "lifted", "It ends now"
        CHANGED = "changed", "Less of it goes on"
        ON = "on", "It goes on"

    kind = models.CharField("is it an emergency?", max_length=10, choices=Kind.choices)
    person = models.ForeignKey(
        ImportantPerson, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="with whom?", help_text="Nobody chosen: say below whom it is about.",
    )  # fmt: skip
    what = models.TextField(
        "what is limited, and what is not?",
        help_text="The least that keeps the child safe. What still goes on as before?",
    )
    words = models.TextField("what happened, and why was it needed?")
    agreed_with = models.CharField(
        "with whom at the council was it agreed?", max_length=160, blank=True
    )
    child_told = models.TextField("how was the child told, by whom?")
    own_words = models.TextField(
        "what the child says about it, in her or his words", blank=True,
        help_text="As said. If nothing was said: write that.",
    )  # fmt: skip
    told_at = models.DateTimeField("council told", null=True, editable=False)
    told_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="told by"
    )
    told_whom = models.CharField("who at the council was told?", max_length=160, blank=True)
    told_how = models.CharField("how?", max_length=6, choices=How.choices, blank=True)
    told_words = models.TextField("what they said", blank=True)
    again_at = models.DateTimeField("looked at again", null=True, editable=False)
    again_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="by"
    )
    again = models.CharField("what now?", max_length=8, choices=Again.choices, blank=True)
    again_words = models.TextField("why, with whom, and what the child says", blank=True)
    follows = models.OneToOneField(
        "self", models.PROTECT, null=True, editable=False, related_name="followed_by",
        verbose_name="goes on from",
    )  # fmt: skip

    class Meta(SignedChildRecord.Meta):
        verbose_name = "limit on family time"
        verbose_name_plural = "limits on family time"
        constraints = (
            *SignableRecord.Meta.constraints,
            at_and_by("told"),
            at_and_by("again"),
        )

    def clean(self) -> None:
        if self.kind == self.Kind.AGREED and not self.agreed_with.strip():
            raise ValidationError({"agreed_with": "Say with whom it was agreed."})

    @property
    def goes_on(self) -> bool:
        """Looked at, and something of it is to go on: a new record says what."""
        return self.again in (self.Again.ON, self.Again.CHANGED)

    @property
    def about_whom(self) -> str:
        return self.person.name if self.person_id else "Somebody"

    def words_now(self) -> str:
        """ "Mum: no video calls without one of us": as the head of a page says it."""
        first = self.what.strip().splitlines()[0] if self.what.strip() else "a limit"
        return (f"{self.person.name}: {first}" if self.person_id else first)[:MOST]

    def chip(self) -> dict:
        """Context of `components/alert_chip.html`."""
        url = reverse("family-time-limits-detail", args=[self.pk])
        return {"tone": "warn", "icon": "slash-circle", "words": self.words_now(), "url": url}
