"""The page that says where the practice guidance stands in Cura stays true."""

import re
import tomllib
from pathlib import Path

from django.conf import settings
from django.urls import get_resolver

from cura.core.records import registry
from placements.papers.kinds import KINDS

PAGE = Path(settings.BASE_DIR, "docs", "where-the-guidance-stands.md")
# The fourteen kinds that the guidance names, in its order.
NAMED = (
    "placement-plan", "care-plan", "review-notes", "chronology", "signs-of-safety", "pathway-plan",
    "health-plan", "support-plan", "safety-plan", "handling-plan", "cse-screening", "missing-plan",
    "keyworker-report", "other",
)  # fmt: skip


def known() -> set[str]:
    hours = tomllib.loads(Path(settings.BASE_DIR, "placements/arrival/hours.toml").read_text())
    pages = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    return {
        "code", *KINDS, *pages, *(type.slug for type in registry.all_types()),
        *(block["key"] for block in hours["block"]),
    }  # fmt: skip


def test_every_name_on_the_page_is_a_record_a_page_a_paper_or_a_block_of_hours():
    named = set(re.findall(r"`([^`]+)`", PAGE.read_text("utf-8")))
    files = {name for name in named if "/" in name}
    assert [name for name in files if not Path(settings.BASE_DIR, name).exists()] == []
    assert named - files - known() == set()


def test_every_document_of_the_guidance_is_a_kind_of_paper():
    table = PAGE.read_text("utf-8").split("## The steps")[0]
    assert tuple(re.findall(r"^\|[^|]+\| `([^`]+)`", table, re.M)) == NAMED
    assert {KINDS[key].key for key in NAMED} == set(NAMED)
    assert KINDS["keyworker-report"].count == 3
