"""Imports only point down; modules and functions stay of a size that one can read."""

import ast
import re

from django.apps import apps

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
TABLE = re.compile(r"[a-z]+\.[A-Za-z]+")


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


def offending(judge) -> dict[str, list]:
    """Module -> what `judge` finds wrong with it, for all that have something wrong."""
    return {module.name: found for module in modules() if (found := judge(module))}


def test_imports_only_point_down():
    def upward(module: Module) -> list:
        mine = floor(module.name)
        return [
            (name, line)
            for name, line, _ in module.imports()
            if module.name not in EXCEPTED
            and (floor(name) > mine or (floor(name) == mine and room(name) != room(module.name)))
        ]

    assert offending(upward) == {}


def test_no_floor_names_a_table_of_one_above():
    """ "residents.child" in the ground is an import that points up, written as a string. Models say
    of themselves what the floors below must know of them."""
    homes = {config.label: config.name for config in apps.get_app_configs()}

    def upward(module: Module) -> list:
        mine = floor(module.name)
        texts = [n for n in ast.walk(module.tree) if isinstance(n, ast.Constant)]
        found = [(str(n.value), n.lineno) for n in texts if TABLE.fullmatch(str(n.value))]
        return [
            (text, line)
            for text, line in found
            if mine < ROOF and mine < floor(homes.get(text.split(".")[0], "cura.lib")) < ROOF
        ]

    assert offending(upward) == {}


def test_an_import_inside_a_function_gives_its_reason():
    def silent(module: Module) -> list:
        lines = module.text.splitlines()
        return [
            line
            for _, line, start in module.imports()
            if start and "#" not in "".join(lines[start - 1 : line]).replace("# noqa", "")
        ]

    assert offending(silent) == {}


def test_nobody_imports_from_a_contents_page():
    contents = tuple(f"{app}.{page}." for app in APPS for page in ("models", "records"))

    def from_contents(module: Module) -> list:
        names = [name for name, _, _ in module.imports() if name.startswith(contents)]
        return [] if module.name.endswith((".apps", ".handed_over")) else names

    assert offending(from_contents) == {}


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


def test_modules_and_functions_are_short():
    def long(module: Module) -> list:
        length = len(module.text.splitlines())
        return [length] * (length > LONGEST_MODULE) + [
            (node.name, node.end_lineno - node.lineno + 1)
            for node in ast.walk(module.tree)
            if isinstance(node, ast.FunctionDef)
            and node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
        ]

    assert offending(long) == {}


def test_a_module_is_short_by_habit():
    sizes = sorted(len(m.text.splitlines()) for m in modules() if m.text.strip())
    assert sizes[len(sizes) // 2] <= 90


def test_nobody_asks_guardian_without_the_dates():
    """guardian's own checks say yes after a membership has ended (docs/adr/0005)."""
    banned = {"get_objects_for_user", "get_perms", "assign_perm", "ObjectPermissionChecker"}
    banned |= {"has_perm", "has_perms"}

    def asked(module: Module) -> list:
        names = {n.id for n in ast.walk(module.tree) if isinstance(n, ast.Name)}
        attributes = {n.attr for n in ast.walk(module.tree) if isinstance(n, ast.Attribute)}
        mine = module.name.startswith("cura.core.accounts")
        return [] if mine else sorted((names | attributes) & banned)

    assert offending(asked) == {}


CLOCKS = ("auto_now", ".utcnow(", "datetime.now(", "date.today(", "timezone import now")
# Where the time comes from: pages, tasks, commands, the admin. Whoever has the `request` is one.
GIVERS = re.compile(r"[._](views|tasks|commands|middleware|admin(_forms|_scope)?)(\.|$)")
OWN_CLOCK = {
    "cura.core.accounts.access.rights": "asked all over a page: the rights of this request",
    "cura.core.accounts.adapter.set_password": "allauth calls it, and gives no time",
    "cura.core.accounts.people": "Django's createsuperuser gives no time",
}
FORMS = {"cura.core.records.forms"}  # a form of a step offers no time, and needs none
# Questions about rights: without `now` they are answered from what the request remembers.
ASK_RIGHTS = {"rights", "scope", "sees", "visible", "visible_to", "open_to", "may"}


def test_time_is_passed_in():
    """A clock that fills columns or is asked below the pages cannot be told in a story."""

    def own_clock(module: Module) -> list:
        text = module.text.replace("Not auto_now", "").replace("never `auto_now`", "")
        return [clock for clock in CLOCKS if clock in text]

    assert offending(own_clock) == {}


def test_only_pages_tasks_and_commands_ask_the_clock():
    """`timezone.now()` below them is a time that no story, test or late task can give."""
    found = {}
    for module in modules():
        if not GIVERS.search(module.name):
            found |= dict(_asks_the_clock(module))
    assert {where: line for where, line in found.items() if where not in OWN_CLOCK} == {}
    assert OWN_CLOCK.keys() <= found.keys(), "an exception that nothing needs any more"


def _asks_the_clock(module: Module) -> list[tuple[str, int]]:
    """(module and function, line) of each `timezone.now` outside of functions with a request."""
    asked = [n for n in ast.walk(module.tree) if ast.unparse(n) == "timezone.now"]
    found = []
    for node in asked:
        around = [f for f in _functions(module) if f.lineno <= node.lineno <= f.end_lineno]
        if not any("request" in _parameters(f) for f in around):
            names = [module.name, *(f.name for f in around)]
            found.append((".".join(names), node.lineno))
    return found


def test_who_is_called_is_given_the_time():
    """An action without its `now` would write a time of its own: nothing falls back on the clock,
    nor hands on None to what needs a time."""

    def lacking(module: Module) -> list:
        return [
            (function.name, function.lineno)
            for function in _functions(module)
            if _default_of(function, "now") is not None and function.name not in ASK_RIGHTS
        ]

    found = offending(lacking)
    assert {name: lines for name, lines in found.items() if name not in FORMS} == {}


def _functions(module: Module) -> list[ast.FunctionDef]:
    return [n for n in ast.walk(module.tree) if isinstance(n, ast.FunctionDef)]


def _parameters(function: ast.FunctionDef) -> set[str]:
    asked = function.args
    return {a.arg for a in (*asked.posonlyargs, *asked.args, *asked.kwonlyargs)}


def _default_of(function: ast.FunctionDef, name: str):
    asked = function.args
    plain = [*asked.posonlyargs, *asked.args]
    given = dict(zip(reversed([a.arg for a in plain]), reversed(asked.defaults), strict=False))
    given |= {a.arg: d for a, d in zip(asked.kwonlyargs, asked.kw_defaults, strict=True) if d}
    return given.get(name)
