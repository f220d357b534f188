from django.urls import reverse
from django.utils.text import Truncator

from cura.lib import london
from residents.due import NOW, Due
from residents.mustread.reading import not_read_by


def must_reads(home, user, now) -> list[Due]:
    return [
        Due(
            when=NOW, verb=f"Read: {Truncator(row.words).chars(70)}", icon="megaphone",
            url=reverse("must-reads-detail", args=[row.pk]), by=row.by_when,
            about=f"from {row.author.first_name}, by {london.short(row.by_when, now)}",
            late=row.by_when < now,
        )
        for row in not_read_by(home, user, now)
    ]  # fmt: skip
