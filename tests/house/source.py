"""Every module of the product, read as a syntax tree."""

import ast
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APPS = ("cura", "residents", "placements", "staffing", "safeguarding", "compliance")


@dataclass(frozen=True)
class Module:
    path: Path

    @property
    def name(self) -> str:
        parts = self.path.relative_to(ROOT).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @cached_property
    def text(self) -> str:
        return self.path.read_text()

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    def imports(self) -> list[tuple[str, int, int]]:
        """(module, line, first line of the function it stands in or 0) of each import of ours."""
        found = []
        functions = [f for f in ast.walk(self.tree) if _is_function(f)]
        inner = {n: f.lineno for f in functions for n in ast.walk(f)}
        for node in ast.walk(self.tree):
            names = []
            if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names = [f"{node.module}.{a.name}" for a in node.names]
            elif isinstance(node, ast.Import):
                names = [a.name for a in node.names]
            ours = [n for n in names if n.split(".")[0] in APPS]
            found += [(n, node.lineno, inner.get(node, 0)) for n in ours]
        return found


def _is_function(node) -> bool:
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)


@lru_cache
def modules() -> tuple[Module, ...]:
    paths = (p for app in APPS for p in sorted((ROOT / app).rglob("*.py")))
    return tuple(Module(p) for p in paths if "migrations" not in p.parts)
