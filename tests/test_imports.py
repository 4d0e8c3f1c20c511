"""The import table of ARCHITECTURE.md, enforced: layers, and which library may be imported where."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "grader"
MODULES = {
    ".".join(path.relative_to(ROOT.parent).with_suffix("").parts).removesuffix(".__init__"): path
    for path in ROOT.rglob("*.py")
    if "_course" not in path.parts
}
WORKER_SIDE = ("grader.worker", "grader.zygote", "grader.solo", "grader.isolation")
ONLY_IN = {
    "click": ("grader.cli",),
    "yaml": ("grader.yamlfile", "grader.yamlerrors"),
    "hypothesis": ("grader.strategies", "grader.drawing", "grader.sources"),
    "pydantic": ("grader.schema", "grader.faults", "grader.bank", "grader.editors"),
    "pyseccomp": ("grader.isolation",),
    "sqlite3": ("grader.store",),
    "pymorphy3": ("grader.bank.inflect",),
    "fsrs": ("grader.schedule",),
    "markdown_it": ("grader.markup",),
    "math_core": ("grader.markup",),
    "pygments": ("grader.markup",),
    "jinja2": ("grader.pages",),
}


def imports(path: Path, *, top: bool = False) -> Iterator[str]:
    """The modules a file imports, anywhere or at its top level only."""
    tree = ast.parse(path.read_bytes())
    for node in tree.body if top else ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own(path: Path, **options: bool) -> set[str]:
    return {name for name in imports(path, **options) if name in MODULES and name != "grader"}


def test_every_file_has_a_room() -> None:
    table = [row for row in (ROOT.parent / "ARCHITECTURE.md").read_text().splitlines() if row.startswith("| ")]
    named = {name for row in table for name in re.findall(r"`(\w+)/?`", row.split("|")[2])}
    files = {name.split(".")[1] for name in MODULES if name != "grader"}
    known = {path.stem for folder in (ROOT, ROOT.parent / "site/ts") for path in folder.rglob("*")}
    assert files - named == set()
    assert named - known == set()


def test_the_imports_have_one_direction() -> None:
    graph = {name: own(path) - {name} for name, path in MODULES.items()}
    assert list(TopologicalSorter(graph).static_order())


def test_nothing_imports_the_command_line() -> None:
    outside = {name: path for name, path in MODULES.items() if not name.startswith(("grader.cli", "grader.__main__"))}
    guilty = {name for name, path in outside.items() if any(used.startswith("grader.cli") for used in own(path))}
    assert not guilty


def test_only_the_command_line_looks_around() -> None:
    looks = re.compile(r"os\.environ|getenv|getlocale|os\.getcwd|\.cwd\(|datetime\.now|date\.today|time\.time\(")
    found = {name for name, path in MODULES.items() if looks.search(path.read_text()) and ".cli." not in name}
    starts_processes = {"grader.spawner", "grader.zygote", "grader.crew", "grader.attacks"}
    assert found - starts_processes == {"grader.cache"}


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_stays_in_its_room(library: str) -> None:
    users = {name for name, path in MODULES.items() if library in {used.split(".")[0] for used in imports(path)}}
    assert {name for name in users if not name.startswith(ONLY_IN[library])} == set()


@pytest.mark.parametrize("library", ["torch", "pymorphy3", "fsrs"])
def test_what_is_heavy_is_never_imported_at_the_top(library: str) -> None:
    guilty = {n for n, path in MODULES.items() if library in {used.split(".")[0] for used in imports(path, top=True)}}
    assert not guilty


def test_what_shares_a_process_with_a_student_imports_nothing_of_the_checker() -> None:
    waiting = [name for name in MODULES if name.startswith(WORKER_SIDE)]
    reached = set(waiting)
    while waiting:
        new = own(MODULES[waiting.pop()]) - reached
        reached |= new
        waiting += new
    assert "grader.wire" in reached
    secrets = {
        "model",
        "load",
        "code",
        "task",
        "examples",
        "judge",
        "compare",
        "properties",
        "store",
        "submissions",
        "grading",
    }
    assert {name for name in reached if name.split(".")[1] in secrets} == set()
