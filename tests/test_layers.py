"""Imports point inwards: facts in the middle, readers on the left, writers on the right, one query between them."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import relations_cli
from relations_cli.cli import COMMANDS
from relations_cli.cli.diff import FORMATS as OF_DIFF
from relations_cli.query.questions import QUESTIONS
from relations_cli.readers.registry import READERS
from relations_cli.views import FORMATS
from relations_cli.views.named import VIEWS
from relations_cli.writers import CHRONOLOGY, FEEDS, WRITERS

ROOT = Path(__file__).parents[1] / "src" / "relations_cli"

GROUND = {"errors", "escaping", "limits", "suggesting"}
FACTS = GROUND | {"dates", "model"}
FOUND = {"query.answer", "query.fields", "query.hit", "query.table"}

# Folder or module: what of the package it may import besides itself.
MAY_IMPORT = {
    "escaping": set(),
    "screen": {"errors"},
    "errors": {"escaping"},
    "limits": {"errors"},
    "suggesting": {"errors", "escaping"},
    "dates": {"errors", "escaping"},
    "model": GROUND | {"dates"},
    "readers": FACTS,
    "validation": FACTS | {"readers"},
    "query": FACTS,
    "writers": {
        *(FACTS - {"model", "suggesting"} | FOUND | {"screen"}),
        *(f"model.{name}" for name in ("facts", "grounds", "status", "version", "wording")),
        *(f"query.{name}" for name in ("changes", "indexing", "moment", "query")),
    },
    "views": {
        *(FACTS | FOUND | {"query.asked", "query.short_ids", "screen", "writers.cells", "writers.format"}),
        # the row types of other questions
        "validation.problems",
        *(
            "query.audit",
            "query.changes",
            "query.claims",
            "query.contested",
            "query.count",
            "query.cross",
            "query.diff",
            "query.figures",
            "query.terms",
        ),
    },
    "cli": FACTS | {"screen", "readers", "validation", "query", "writers", "views"},
    "api": FACTS | {"query", "readers"},
    "__main__": {"cli"},
    "__init__": FACTS | {"api", "query", "readers"},
}

# Third-party or heavy module: the only places that may import it.
ONLY_IN = {
    "rich": {"views"},
    "typer": {"cli"},
    "sqlite3": {"query.search", "readers.containers.database", "writers.sqlite"},
    "dateutil": {"dates"},
    "yaml": {"readers.documents.yaml"},
    "icalendar": {"readers.ics", "writers.ics"},
    "recurring_ical_events": {"readers.ics"},
    "charset_normalizer": {"readers.guessing"},
    "selectolax": {"readers.prose"},
    "markdown_it": {"readers.cited", "readers.prose"},
    "xlsxwriter": {"writers.xlsx"},
    "docx": {"writers.paper"},
    "lxml": {"writers.paper"},
}

_COMMANDS = {f"cli.{name}" for name in COMMANDS}
# Module that imports by name: those that its registry can name.
LOADS = {
    **dict.fromkeys(("cli.building", "cli.completion", "cli.help", "cli.spelling"), _COMMANDS),
    "query.questions": {f"query.{home.partition(':')[0]}" for home in QUESTIONS.values()},
    "readers.registry": {f"readers.{one.home}" for one in READERS.values()},
    "views.named": {f"views.{module}" for module, _ in VIEWS.values()},
    "writers": {
        one.home.partition(":")[0] for one in (*WRITERS.values(), *FEEDS, CHRONOLOGY, *FORMATS, *OF_DIFF.values())
    },
    "__init__": {home.removeprefix("relations_cli.") for home in relations_cli._HOMES.values()},  # noqa: SLF001
}


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide a layer"
            assert node.module is not None
            yield node.module
            # `from relations_cli import x` names a layer in its alias
            if node.module == "relations_cli":
                yield from (f"relations_cli.{alias.name}" for alias in node.names)


def _ends(path: Path) -> set[str]:
    """The modules of ours that a module imports, at any depth: ``from a import b`` may name either."""
    named = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("relations_cli"):
            home = node.module.removeprefix("relations_cli").removeprefix(".")
            inner = {f"{home}.{alias.name}".removeprefix(".") for alias in node.names}
            modules = inner & set(map(_name, _modules()))
            named |= modules if len(modules) == len(inner) else modules | {home or "__init__"}
    return named - {_name(path)}


def _circle(arrows: dict[str, set[str]]) -> list[str]:
    """The modules of a circle, in its order; empty where there is none."""
    done: set[str] = set()

    def walked(at: str, way: list[str]) -> list[str]:
        if at in way:
            return [*way[way.index(at) :], at]
        if at not in done:
            for target in sorted(arrows[at]):
                if found := walked(target, [*way, at]):
                    return found
            done.add(at)
        return []

    return next((found for start in sorted(arrows) if (found := walked(start, []))), [])


@cache
def _modules() -> list[Path]:
    return sorted(ROOT.rglob("*.py"))


@cache
def _name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


@pytest.mark.parametrize("path", _modules(), ids=_name)
def test_module_imports_only_what_its_layer_may_see(path: Path) -> None:
    layer = _name(path).split(".")[0]
    allowed = MAY_IMPORT[layer] | {layer}

    for name in _imports(path):
        if name.startswith("relations_cli."):
            target = name.removeprefix("relations_cli.")
            within = any(target == one or target.startswith(f"{one}.") for one in allowed)
            assert within or target == "__version__", f"{_name(path)} imports {name}"


@pytest.mark.parametrize("path", _modules(), ids=_name)
def test_heavy_modules_are_imported_in_one_place_only(path: Path) -> None:
    for name in _imports(path):
        places = ONLY_IN.get(name.split(".")[0])
        if places is not None:
            module = _name(path)
            assert any(module == place or module.startswith(f"{place}.") for place in places), f"{module}: {name}"


def test_every_layer_of_the_table_exists() -> None:
    layers = {_name(path).split(".")[0] for path in _modules()}

    assert layers == set(MAY_IMPORT)


def test_no_module_leads_back_to_itself_through_imports_at_any_depth_or_the_names_of_a_registry() -> None:
    arrows = {_name(path): _ends(path) | LOADS.get(_name(path), set()) for path in _modules()}

    assert set[str]().union(*arrows.values()) <= set(arrows)
    assert _circle(arrows) == []


def test_every_module_that_imports_by_name_is_known_with_what_it_can_name() -> None:
    assert {_name(path) for path in _modules() if "import_module(" in path.read_text(encoding="utf-8")} == set(LOADS)


def test_a_circle_would_be_found() -> None:
    assert _circle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c", "b"]


@pytest.mark.parametrize("path", [path for path in _modules() if "cli" not in path.relative_to(ROOT).parts], ids=_name)
def test_no_option_is_named_outside_the_command_line(path: Path) -> None:
    """An error names the parameter; what gives it is the command line's to know."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    texts = [
        (node.lineno, node.value) for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    option = re.compile(r"(?<![\w-])--[a-z]|(?<![^\s('\"`])-[A-Za-z](?![\w-])")
    options = [f"{_name(path)}:{line}: {text[:60]}" for line, text in texts if option.search(text)]

    assert options == []
