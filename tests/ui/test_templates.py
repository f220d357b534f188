"""What holds for every template: strict CSP, drawings that exist, one-line comments."""

import re
from pathlib import Path

import pytest

from cura.core.ui import icons

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
INLINE = re.compile(
    r"<style|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|=\s*[\"']javascript:", re.IGNORECASE
)
SCRIPT = re.compile(r"<script(?![^>]*\ssrc=)(?![^>]*application/json)[^>]*>", re.IGNORECASE)
ICON = re.compile(r"{%\s*icon\s+\"([\w-]+)\"|icon=\"([\w-]+)\"|\.icon\|default:\"([\w-]+)\"")


def names(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", TEMPLATES, ids=names)
def test_nothing_inline(path):
    """The content security policy would refuse it: no style, no handler, no script of its own."""
    text = path.read_text()
    assert not INLINE.findall(text)
    assert not SCRIPT.findall(text)


@pytest.mark.parametrize("path", TEMPLATES, ids=names)
def test_short_comments_do_not_cross_lines(path):
    """A {# comment #} over two lines is printed on the page."""
    assert not [line for line in path.read_text().splitlines() if "{#" in line and "#}" not in line]


@pytest.mark.parametrize("path", TEMPLATES, ids=names)
def test_every_icon_is_drawn(path):
    wanted = {name for found in ICON.findall(path.read_text()) for name in found if name}
    assert {name for name in wanted if not (icons.FOLDER / f"{name}.svg").is_file()} == set()


def test_every_icon_that_python_names_is_drawn():
    wanted = set()
    for path in ROOT.glob("*/**/*.py"):
        if ".venv" not in path.parts and "tests" not in path.parts:
            wanted |= set(
                re.findall(r"[\"']?icon[\"']?\s*[=:]\s*[\"']([\w-]+)[\"']", path.read_text())
            )
    assert {name for name in wanted if not (icons.FOLDER / f"{name}.svg").is_file()} == set()


def test_components_say_what_they_need():
    for path in (ROOT / "templates" / "components").glob("*.html"):
        assert path.read_text().startswith(("{#", "{% comment %}")), path.name


def test_both_darks_are_the_same():
    """One is chosen, the other follows the device without JavaScript."""
    text = (ROOT / "static" / "css" / "tokens.css").read_text()
    chosen = re.search(r'\n\[data-bs-theme="dark"\] \{(.*?)\}', text, re.DOTALL).group(1)
    followed = re.search(r'  \[data-bs-theme="auto"\] \{(.*?)\}', text, re.DOTALL).group(1)
    assert chosen.split() == followed.split()
