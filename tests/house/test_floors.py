"""Imports only point down; modules and functions stay of a size that one can read."""

import ast

import pytest

from tests.house.source import APPS, Module, modules

GROUND = (
    "cura.lib", "cura.core.permissions", "cura.core.ui", "cura.core.audit", "cura.core.accounts",
    "cura.core.attachments", "cura.core.links", "cura.core.deadlines", "cura.core.notices",
    "cura.core.search", "cura.core.documents", "cura.core.records", "cura.core.panels",
)  # fmt: skip
FLOORS = (*GROUND, "residents", ("placements", "staffing"), "safeguarding", "compliance")
ROOF = len(FLOORS)
LONGEST_MODULE = 300
LONGEST_FUNCTION = 40
# cura/__init__ must import the Celery app, which Celery looks for there.
EXCEPTED = {"cura"}


def floor(name: str) -> int:
    for height, rooms in enumerate(FLOORS):
        for room in rooms if isinstance(rooms, tuple) else (rooms,):
            if name == room or name.startswith(f"{room}."):
                return height
    return ROOF


def room(name: str) -> str:
    for rooms in FLOORS:
        for each in rooms if isinstance(rooms, tuple) else (rooms,):
            if name == each or name.startswith(f"{each}."):
                return each
    return "roof"


@pytest.mark.parametrize("module", modules(), ids=lambda m: m.name)
def test_imports_only_point_down(module: Module):
    mine = floor(module.name)
    upward = [
        (name, line)
        for name, line, _ in module.imports()
        if module.name not in EXCEPTED
        and (floor(name) > mine or (floor(name) == mine and room(name) != room(module.name)))
    ]
    assert upward == []


@pytest.mark.parametrize("module", modules(), ids=lambda m: m.name)
def test_an_import_inside_a_function_gives_its_reason(module: Module):
    lines = module.text.splitlines()
    silent = [
        line
        for _, line, start in module.imports()
        if start and "#" not in "".join(lines[start - 1 : line]).replace("# noqa", "")
    ]
    assert silent == []


@pytest.mark.parametrize("module", modules(), ids=lambda m: m.name)
def test_nobody_imports_from_a_contents_page(module: Module):
    contents = {f"{app}.models" for app in APPS} | {f"{app}.records" for app in APPS}
    found = [
        name
        for name, _, _ in module.imports()
        if any(name.startswith(f"{page}.") for page in contents)
        and not module.name.endswith(".apps")
    ]
    assert found == []


def test_no_cycle_between_the_folders_of_an_app():
    """A noun may use another noun of its app, and then not the other way round."""
    edges: dict[str, set[str]] = {}
    for module in modules():
        mine = _noun(module.name)
        for name, _, inside in module.imports():
            other = _noun(name)
            if mine and other and mine != other and not inside:
                edges.setdefault(mine, set()).add(other)
    assert _cycle(edges) == []


def _noun(name: str) -> str:
    parts = name.split(".")
    if parts[0] == "cura" and len(parts) > 2 and parts[1] == "core":
        return ".".join(parts[:3])
    return ".".join(parts[:2]) if parts[0] != "cura" and len(parts) > 2 else ""


def _cycle(edges: dict[str, set[str]]) -> list[str]:
    done: set[str] = set()

    def walk(node: str, path: tuple[str, ...]) -> list[str]:
        if node in path:
            return [*path[path.index(node) :], node]
        if node in done:
            return []
        for nxt in sorted(edges.get(node, ())):
            if found := walk(nxt, (*path, node)):
                return found
        done.add(node)
        return []

    return next((c for node in sorted(edges) if (c := walk(node, ()))), [])


@pytest.mark.parametrize("module", modules(), ids=lambda m: m.name)
def test_modules_and_functions_are_short(module: Module):
    assert len(module.text.splitlines()) <= LONGEST_MODULE
    long = [
        (node.name, node.end_lineno - node.lineno + 1)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef)
        and node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert long == []


def test_a_module_is_short_by_habit():
    sizes = sorted(len(m.text.splitlines()) for m in modules() if m.text.strip())
    assert sizes[len(sizes) // 2] <= 90


@pytest.mark.parametrize("module", modules(), ids=lambda m: m.name)
def test_nobody_asks_guardian_without_the_dates(module: Module):
    """guardian's own checks say yes after a membership has ended (docs/adr/0005)."""
    banned = {"get_objects_for_user", "get_perms", "assign_perm", "ObjectPermissionChecker"}
    names = {n.id for n in ast.walk(module.tree) if isinstance(n, ast.Name)}
    attributes = {n.attr for n in ast.walk(module.tree) if isinstance(n, ast.Attribute)}
    assert not (names | attributes) & (banned | {"has_perm", "has_perms"}) or (
        module.name.startswith("cura.core.accounts")
    )


@pytest.mark.parametrize("module", modules(), ids=lambda m: m.name)
def test_time_is_passed_in(module: Module):
    """`timezone.now()` stands in views, tasks, commands; in an action only as what `now=` lacks."""
    assert "auto_now" not in module.text.replace("Not auto_now", "").replace("never `auto_now`", "")
    assert ".utcnow(" not in module.text
    assert "datetime.now(" not in module.text
    assert "date.today(" not in module.text
