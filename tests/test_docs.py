"""The documentation cannot drift: examples print what the README says, and every command and field is named."""

import re
from importlib import import_module
from pathlib import Path

import formats
import readme
from program import Inline
from relations_cli.cli import COMMANDS
from relations_cli.readers.registry import READERS

ROOT = Path(__file__).parents[1]


def test_the_readme_shows_examples_and_what_they_print() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")

    assert len(readme.examples(text)) == 12
    assert readme.refreshed(text) == text


def test_the_formats_are_documented_with_examples_and_every_name_of_a_column() -> None:
    text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")

    assert len(readme.examples(text)) == 2
    assert readme.refreshed(text) == text
    assert formats.refreshed(text) == text
    for name in READERS:
        assert f"\n| `{name}` |" in text


def test_the_readme_names_the_two_commands_that_set_everything_up() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")

    assert "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/timeline list --since 2022" in text
    assert "python3 -m venv .venv && .venv/bin/pip install -e '.[dev]' && .venv/bin/pytest" in text


def test_every_command_is_in_the_command_reference() -> None:
    text = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")

    for command in COMMANDS:
        assert f"\n## timeline {command}\n" in text


def test_the_command_reference_is_the_help(inline: Inline) -> None:
    text = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")

    for command in COMMANDS:
        page = inline(command, "--help").out
        assert f"\n## timeline {command}\n\n```text\n{page}```\n" in text


def test_every_field_is_documented() -> None:
    text = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")

    for command in COMMANDS:
        for name in import_module(f"relations_cli.cli.{command}").TABLE.fields:
            assert re.search(rf"`{name}`", text), f"{command}: {name}"


def test_links_between_the_documents_lead_somewhere() -> None:
    for path in (
        *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "fuzz/README.md")),
        *(ROOT / "docs").glob("*.md"),
    ):
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_the_changelog_has_an_unreleased_section() -> None:
    assert "\n## Unreleased\n" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
