from django.core.exceptions import ValidationError
from django.db import models

from cura.core.permissions import Permission as P
from residents.child.record import SignedChildRecord

ASKED = (
    "want_you_to_know", "name_and_pronouns", "people_like_me", "faith", "language", "food",
    "hair_and_skin", "festivals", "life_story",
)  # fmt: skip


class AboutMe(SignedChildRecord):
    """Who a child is, in the child's own words. All of it may be left out.

    A newer page stands in place of the older one, which stays as it was: a life story in itself.
    CHR 2015 reg. 6(2)(b)(i) and 7: her views, and care that is personal to her.
    """

    read, write = P.CHILD_READ, P.CHILD_WRITE

    want_you_to_know = models.TextField(
        "What I want you to know", blank=True, help_text="As said, without putting it right."
    )
    name_and_pronouns = models.TextField("My name and how to speak of me", blank=True)
    people_like_me = models.TextField("People like me in my life", blank=True)
    faith = models.TextField("What I believe, and how much I want to keep of it", blank=True)
    language = models.TextField("My languages", blank=True)
    food = models.TextField("My food", blank=True)
    hair_and_skin = models.TextField("My hair and my skin", blank=True)
    festivals = models.TextField("Days that matter to me", blank=True)
    life_story = models.TextField("My story so far", blank=True)

    class Meta(SignedChildRecord.Meta):
        verbose_name = "about me"
        verbose_name_plural = "about me"

    def clean(self) -> None:
        if not any(getattr(self, name).strip() for name in ASKED):
            raise ValidationError("Write one thing at least, or come back another day.")
