"""The answers of a plan under the headings of its page: her own words first, then ours."""

from cura.core.records import present
from residents.plan.models import Plan

VERSION = "About this version"


def grouped(plan: Plan, sections: list[dict]) -> list[dict]:
    """`sections` as `present.sections` makes them: the first holds all answers."""
    if not sections or sections[0]["title"]:
        return sections
    titles = {_label(plan, name): title for title, names in plan.groups for name in names}
    found: dict[str, list] = {title: [] for title, _ in plan.groups} | {VERSION: []}
    for fact in sections[0]["facts"]:
        found[titles.get(fact["label"], VERSION)].append(fact)
    rows = [section for section in sections[1:] if section["rows"]]
    said = [section for section in sections[1:] if not section["rows"]]
    version = found.pop(VERSION)
    answers = [_section(title, facts) for title, facts in found.items() if facts]
    return [*answers, *rows, _section(VERSION, version), *said]


def _label(plan: Plan, name: str) -> str:
    return present.sentence(str(plan._meta.get_field(name).verbose_name))


def _section(title: str, facts: list) -> dict:
    return {"title": title, "facts": facts, "rows": None}
