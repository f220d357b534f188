"""Where every page is: records by the registry, all others by the URL resolver."""

import re
from collections.abc import Iterator
from itertools import product

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from cura.core.records import registry, steps

TYPES = tuple(registry.all_types())
VERBS = ("list", "new", "detail", "edit", "step", "history", "print")
RECORD_NAMES = {t.url(verb) for t in TYPES for verb in VERBS}
GAP = re.compile(r"<(?:(\w+):)?(\w+)>")


def ids(type) -> str:
    return type.slug


class Walker(Client):
    """A browser that only walks: answers without what the templates were given, in half the time.
    A fault of ours is an answer with 500."""

    def request(self, **request):
        answer = self.handler(self._base_environ(**request))
        self.cookies.update(answer.cookies)
        return answer


def signed_in(user) -> Walker:
    client = Walker()
    client.force_login(user)
    return client


def subject_key(type, subject):
    """What the address of a list holds: the child's id, the home's short name."""
    key = registry.scope(type.scope).key
    return subject.pk if key == "pk" else getattr(subject, key)


def pages(type, record) -> dict[str, str]:
    """Every page of a record that a GET opens, by verb."""
    args = [record.pk]
    subject = record.subject
    found = {
        verb: reverse(type.url(verb), args=args) for verb in ("detail", "edit", "history", "print")
    }
    found["list"] = reverse(type.url("list"), args=[subject_key(type, subject)])
    found["new"] = reverse(type.url("new"), args=[subject.pk])
    found["void"] = reverse(type.url("step"), args=[record.pk, "void"])
    return found


def step_pages(type, record) -> dict[str, str]:
    """Every act of a kind, whether this record is ready for it or not."""
    return {act.key: reverse(type.url("step"), args=[record.pk, act.key]) for act in steps.of(type)}


def walk(patterns=None, prefix="", namespace="") -> Iterator[tuple[str, str, URLPattern]]:
    """(name, route, pattern) of every address there is."""
    patterns = get_resolver().url_patterns if patterns is None else patterns
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from walk(pattern.url_patterns, route, inner)
        elif isinstance(pattern, URLPattern):
            yield (f"{namespace}{pattern.name}" if pattern.name else ""), route, pattern


def plain_routes() -> list[tuple[str, str]]:
    """(name, route) of the addresses of ours that are no record and no library's."""
    return [
        (name, route)
        for name, route, _ in walk()
        if name not in RECORD_NAMES and "(?P" not in route and not route.startswith("admin/")
    ]


def filled(route: str, **known: list) -> list[str]:
    """The addresses that a route becomes with each of the values known for its gaps.

    `known` goes by the gap's name, else by its kind: `slug=["elm"]`, `uuid=[…]`, `child=[…]`.
    A gap that nothing is known for leaves the route out.
    """
    gaps = GAP.findall(route)
    choices = [known.get(name) or known.get(kind) or [] for kind, name in gaps]
    pattern = GAP.sub("{}", route)
    return ["/" + pattern.format(*values) for values in product(*choices)]
