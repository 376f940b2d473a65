"""What a piped command loads: start-up is felt by whoever types, so heavy modules stay out. Facts, not times."""

import subprocess
import sys
from pathlib import Path

import pytest

from program import UNWATCHED
from relations_cli.writers import FEEDS, WRITERS

HEAVY = {
    "rich",
    "dateutil",
    "pydantic",
    "sqlite3",
    "importlib.metadata",
    "importlib.resources",
    "csv",
    "relations_cli.dates.reading",
    "relations_cli.readers.own.standalone",
    "relations_cli.query.search",
    "relations_cli.query.count",
    "relations_cli.views.console",
}


def loaded(*args: str, **env: str) -> set[str]:
    """The modules in memory after a command has run with its output in a pipe."""
    code = (
        "import sys\n"
        "from relations_cli.cli.app import run\n"
        "run(sys.argv[1:])\n"
        "print(*sorted(sys.modules), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *args], capture_output=True, text=True, check=True, env=UNWATCHED | env
    )
    return set(done.stderr.split())


def test_a_piped_list_loads_nothing_heavy() -> None:
    assert loaded("list", "--since", "2022") & HEAVY == set()


def test_a_piped_list_loads_just_these_modules_of_ours() -> None:
    ours = {name for name in loaded("list", "--since", "2022") if name.startswith("relations_cli.")}

    assert {name for name in ours if not name.startswith("relations_cli.dates")} == {
        "relations_cli.cli",
        "relations_cli.cli.answering",
        "relations_cli.cli.app",
        "relations_cli.cli.building",
        "relations_cli.cli.declaring",
        "relations_cli.cli.destination",
        "relations_cli.cli.filtering",
        "relations_cli.cli.offered",
        "relations_cli.cli.help",
        "relations_cli.cli.input",
        "relations_cli.cli.list",
        "relations_cli.cli.options",
        "relations_cli.cli.output",
        "relations_cli.cli.session",
        "relations_cli.cli.settings",
        "relations_cli.cli.streams",
        "relations_cli.errors",
        "relations_cli.escaping",
        "relations_cli.model",
        "relations_cli.model.bundled",
        "relations_cli.model.facts",
        "relations_cli.model.status",
        "relations_cli.model.vocabulary",
        "relations_cli.query",
        "relations_cli.query.answer",
        "relations_cli.query.fields",
        "relations_cli.query.filters",
        "relations_cli.query.hit",
        "relations_cli.query.memory",
        "relations_cli.query.moment",
        "relations_cli.query.parsing",
        "relations_cli.query.query",
        "relations_cli.query.questions",
        "relations_cli.query.resolved",
        "relations_cli.query.select",
        "relations_cli.query.table",
        "relations_cli.readers",
        "relations_cli.readers.loading",
        "relations_cli.screen",
        "relations_cli.suggesting",
        "relations_cli.views",
        "relations_cli.writers",
        "relations_cli.writers.cells",
        "relations_cli.writers.format",
        "relations_cli.writers.tsv",
    }


@pytest.mark.parametrize("args", [["claims"], ["list", "--as-of", "2024"], ["list", "--status", "disputed"]])
def test_claims_and_replays_load_nothing_heavy_either(args: list[str]) -> None:
    assert loaded(*args) & HEAVY == set()


LIBRARIES = {
    *("charset_normalizer", "docx", "feedparser", "icalendar", "lxml", "mammoth", "markdown_it", "python_calamine"),
    *("recurring_ical_events", "rich", "selectolax", "sqlite3", "xlsxwriter", "yaml"),
}
OF_FORMATS = {"docx": {"docx", "lxml"}, "ics": {"icalendar"}, "sqlite": {"sqlite3"}, "xlsx": {"xlsxwriter"}}
"""Format: the libraries that it is written with."""


@pytest.mark.parametrize("name", [*WRITERS, *(one.name for one in FEEDS)])
def test_a_library_is_loaded_where_its_format_is_asked_for_alone(name: str, tmp_path: Path) -> None:
    question = ["list"] if name in WRITERS else ["changes", "--since", "2024"]

    found = loaded(*question, "--limit", "3", "-o", str(tmp_path / "out.file"), "--to", name)

    assert found & LIBRARIES == OF_FORMATS.get(name, set())


def test_search_loads_sqlite_and_no_rich() -> None:
    names = loaded("search", "sanctions")

    assert "sqlite3" in names
    assert "rich" not in names


def test_settings_load_nothing_that_reads_files(tmp_path: Path) -> None:
    (tmp_path / "timeline").mkdir()
    (tmp_path / "timeline" / "config.toml").write_text('color = "never"\n', encoding="utf-8")
    with_settings = loaded("list", "--since", "2022", XDG_CONFIG_HOME=str(tmp_path))
    without = loaded("list", "--since", "2022", XDG_CONFIG_HOME=str(tmp_path / "none"))

    more = {name for name in with_settings - without if name.startswith("relations_cli.")}
    assert "tomllib" in with_settings
    assert more == {"relations_cli.limits", "relations_cli.readers.fences"}


def test_the_package_itself_is_cheap_to_import() -> None:
    code = "import sys, relations_cli; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=UNWATCHED)

    assert {"msgspec", "typer", "rich"} & set(done.stdout.split()) == set()


def test_the_private_names_of_typer_that_completion_uses_or_replaces_exist() -> None:
    from typer import _completion_classes, _completion_shared

    assert callable(_completion_classes._sanitize_help_text)  # noqa: SLF001
    assert callable(_completion_classes.ZshComplete.complete)
    assert callable(_completion_shared._get_shell_name)  # noqa: SLF001
    assert callable(_completion_shared.get_completion_script)
    assert callable(_completion_shared.install)
