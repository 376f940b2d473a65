"""Imports point inwards: facts in the middle, readers on the left, writers on the right, one query between them."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "src" / "relations_cli"

# Folder or module: what of the package it may import besides itself.
MAY_IMPORT = {
    "errors": set(),
    "escaping": set(),
    "dates": {"errors", "escaping"},
    "model": {"errors", "escaping", "dates"},
    "readers": {"errors", "escaping", "dates", "model"},
    "validation": {"errors", "escaping", "dates", "model", "readers"},
    "query": {"errors", "escaping", "dates", "model"},
    "writers": {"errors", "escaping", "dates", "model.facts", "query.answer", "query.fields"},
    "views": {
        *("errors", "escaping", "dates", "model", "query.answer", "query.fields", "writers.cells"),
        # the row types of other commands
        *(
            "query.changes",
            "query.claims",
            "query.contested",
            "query.count",
            "query.diff",
            "query.figures",
            "query.terms",
        ),
    },
    "cli": {"errors", "escaping", "dates", "model", "readers", "validation", "query", "writers", "views"},
    "__main__": {"cli"},
    "__init__": {"dates", "errors", "model", "query", "readers"},
}

# Third-party or heavy module: the only places that may import it.
ONLY_IN = {
    "rich": {"views"},
    "typer": {"cli"},
    "sqlite3": {"query.search"},
    "dateutil": {"dates"},
    "yaml": {"readers.documents.yaml"},
    "icalendar": {"readers.ics"},
    "recurring_ical_events": {"readers.ics"},
    "charset_normalizer": {"readers.text"},
    "selectolax": {"readers.prose"},
    "markdown_it": {"readers.prose"},
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


def _modules() -> list[Path]:
    return sorted(ROOT.rglob("*.py"))


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
