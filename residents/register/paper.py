"""The register on paper."""

from django.utils.text import slugify

from cura.core.accounts.home import Home, HomeSettings
from cura.core.documents.types import Document
from cura.core.permissions import Permission as P
from cura.lib import london
from residents.register.reading import entries, line


def context(*, record: Home, by, now) -> dict:
    settings = HomeSettings.objects.filter(home=record).first()
    return {
        "heading": f"Register of children, {record.name}",
        "home": record.name,
        "marking": settings.marking if settings else "",
        "over": "Children's Homes (England) Regulations 2015, regulation 37 and Schedule 4, "
        f"paragraph 1. As it stood on {london.words(now)}.",
        "lines": [line(entry) for entry in entries(record, by)],
    }


REGISTER = Document(
    key="register",
    title="Register of children",
    template="documents/register.html",
    context=context,
    permission=P.CHILD_READ,
    filename=lambda home: f"register-of-children-{slugify(home.slug)}",
)
