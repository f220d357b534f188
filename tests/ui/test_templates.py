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


CLASSES = re.compile(r'class="([^"]*)"')
LOGIC = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
ELSEWHERE = ("documents/", "admin/")  # a style of their own, Django's own


def _classes(path) -> set[str]:
    """The classes named in full; what is put together ("status-{{ tone }}") is left out."""
    text = re.sub(r"{% comment %}.*?{% endcomment %}", "", path.read_text(), flags=re.DOTALL)
    found = {c for names in CLASSES.findall(LOGIC.sub(" ", text)) for c in names.split()}
    return {name for name in found if not name.endswith("-")}


def test_every_class_has_a_look():
    """A class that no style sheet and no script knows is a page that nobody has looked at."""
    sheets = [*(ROOT / "static" / "css").glob("*.css"), *(ROOT / "static" / "js").glob("*.js")]
    sheets += (ROOT / "static" / "vendor" / "bootstrap").rglob("bootstrap.min.css")
    known = "".join(path.read_text() for path in sheets)
    named = {
        (name, str(path.relative_to(ROOT / "templates")))
        for path in TEMPLATES
        for name in _classes(path)
    }
    unknown = {
        (name, where)
        for name, where in named
        if not where.startswith(ELSEWHERE) and not re.search(rf"[.\"' ]{name}(?![\w-])", known)
    }
    assert unknown == set()
