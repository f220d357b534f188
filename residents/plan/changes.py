"""What is new in a version beside the one before it: field by field, line by line."""

import re
from difflib import SequenceMatcher

from django.utils.html import format_html, format_html_join

from cura.core.records import present, registry
from residents.plan.models import Plan

SAME_ENOUGH = 0.4  # below it, two texts have so little in common that marking words only confuses

WORDS = re.compile(r"\S+|\s+")
WENT, CAME = "<del>{}</del>", "<ins>{}</ins>"


def between(old: Plan, new: Plan) -> list[dict]:
    """{label, before, now} of each answer that differs; words that went and came are marked."""
    type_ = registry.of(new)
    skipped = {"why_now", "what_is_new", "written_with"}
    found = []
    for name in present.shown_fields(type_):
        field = type(new)._meta.get_field(name)
        was, is_ = present.said(old, field), present.said(new, field)
        if name not in skipped and was != is_:
            found.append(_pair(present.sentence(str(field.verbose_name)), was, is_))
    for rows in type_.rows:
        was, is_ = _lines(rows, old), _lines(rows, new)
        if was != is_:
            found.append(_pair(rows.title, was, is_))
    return found


def _lines(rows, plan: Plan) -> str:
    fields = [rows.model._meta.get_field(n) for n in rows.form._meta.fields if n != "id"]
    lines = rows.model.objects.filter(**{rows.fk: plan})
    return "\n".join(
        " · ".join(said for f in fields if (said := present.said(line, f))) for line in lines
    )


def _pair(label: str, was: str, is_: str) -> dict:
    one, other = WORDS.findall(was), WORDS.findall(is_)
    match = SequenceMatcher(None, one, other, autojunk=False)
    if not was or not is_ or match.ratio() < SAME_ENOUGH:
        return {"label": label, "before": was, "now": is_}
    parts = match.get_opcodes()
    return {
        "label": label,
        "before": _marked(WENT, [(op == "equal", one[a:b]) for op, a, b, _, _ in parts]),
        "now": _marked(CAME, [(op == "equal", other[c:d]) for op, _, _, c, d in parts]),
    }


def _marked(mark: str, parts: list) -> str:
    return format_html_join(
        "", "{}", ((_part(mark, same, words),) for same, words in parts if words)
    )  # fmt: skip


def _part(mark: str, same: bool, words: list[str]) -> str:
    return format_html("{}" if same else mark, "".join(words))
