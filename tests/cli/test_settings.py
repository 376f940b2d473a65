"""Settings and saved queries: what comes before what, and mistakes with their line."""

import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from program import Run
from terminals import on_a_terminal

Configured = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def configured(timeline: Run, tmp_path: Path) -> Configured:
    """Write a settings file, then run the program with it."""

    def call(config: str, *args: str, env: dict[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
        path = tmp_path / "timeline" / "config.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(config, encoding="utf-8")
        return timeline(*args, env={"XDG_CONFIG_HOME": str(tmp_path)} | (env or {}))

    return call


DENIALS = '[alias]\ndenials = "claims --by russia --stance denies"\nrecent = "denials --since 2024"\n'


def test_a_key_of_thousands_of_parts_is_refused_at_once(tmp_path: Path, timeline: Run) -> None:
    path = tmp_path / "timeline" / "config.toml"
    path.parent.mkdir()
    path.write_text(".".join("a" * 30_000) + " = 1\n", encoding="utf-8")

    done = timeline("count", env={"XDG_CONFIG_HOME": str(tmp_path)})

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"timeline: {path}: a key of more than 200 parts: no setting has so many\n"


def test_a_saved_query_takes_further_options(configured: Configured, timeline: Run) -> None:
    whole = timeline("claims", "--by", "russia", "--stance", "denies", "--since", "2024").stdout

    assert configured(DENIALS, "denials", "--since", "2024").stdout == whole
    assert configured(DENIALS, "recent").stdout == whole


def test_saved_queries_are_listed_in_help(configured: Configured) -> None:
    out = configured(DENIALS, "--help").stdout

    assert re.search(r"Saved queries, from config\.toml:\n  denials +claims --by russia --stance denies\n", out)


def test_no_config_ignores_the_file(configured: Configured) -> None:
    assert configured(DENIALS, "--no-config", "recent").returncode == 2
    assert configured("not toml at all", "--no-config", "count").stdout == "378\n"


def test_no_config_stands_anywhere_before_the_command(configured: Configured) -> None:
    assert configured("not toml at all", "--color", "never", "--no-config", "--no-pager", "count").stdout == "378\n"
    assert configured(DENIALS, "search", "--", "--no-config").returncode in (0, 1)


def test_options_before_a_saved_query_are_its_own(configured: Configured) -> None:
    out = configured(DENIALS, "--color=always", "recent", "-o", "table").stdout

    assert "\x1b[" in out
    assert configured(DENIALS, "--color", "always", "recent", "-o", "table").stdout == out


def test_an_alias_that_leads_back_to_itself_or_hides_a_command_is_refused(configured: Configured) -> None:
    circle = configured('[alias]\na = "b"\nb = "a -n 1"\n', "a")
    assert circle.returncode == 2
    assert "config.toml:2: the alias 'a' leads back to itself" in circle.stderr

    for name in ("list", "help"):
        hiding = configured(f'[alias]\n\n{name} = "search x"\n', name)
        assert hiding.returncode == 2
        assert f"config.toml:3: the alias '{name}' has the name of a command" in hiding.stderr

    open_quote = configured('[alias]\na = "list \'x"\n', "a")
    assert (open_quote.returncode, open_quote.stderr.count("\n")) == (2, 1)
    assert "config.toml:2: the alias 'a': no closing quotation" in open_quote.stderr


@pytest.mark.parametrize(
    ("config", "says"),
    [
        ("\nfiles = 'x'\n", ":2: there is no setting 'files': did you mean file?"),
        ("color = 'sometimes'\n", ":1: color has to be one of auto, always, never"),
        ("# why\n\npager = 3\n", ":3: pager has to be a command line"),
        ("file = 3\n", ":1: file has to be a path, or a list of paths"),
        ("file = [3]\n", ":1: file has to be a path, or a list of paths"),
        ("alias = 'x'\n", ":1: alias has to be a table: [alias]"),
        ("[alias]\nok = 'list'\nbad = 3\n", ":3: bad has to be a command line"),
        ("[alias]\n'-x' = 'list'\n", ":2: -x has to be a name that is no option"),
        ("alias.x = 3\n", ":1: x has to be a command line"),
        ("file = 'a'\n[alias]\nfile = 3\n", ":3: file has to be a command line"),
        ('pager = """\ncolor\n"""\ncolor = 4\n', ":4: color has to be one of"),
        ("color = 'auto'\n[alias\n", ":2: expected ']'"),
        ("color = 'auto", ":1: "),
        ("a = 1\na = 2\n", ":2: cannot overwrite a value"),
        (f"file = {'1' * 5000}\n", ": a number of too many digits: no setting is a number"),
        (f"file = -{'1' * 5000}\n", ": a number of too many digits: no setting is a number"),
        (f"file = 0x{'f' * 5000}\n", ":1: file has to be a path, or a list of paths"),
        (f"file = {'[' * 700}{']' * 700}\n", ": nested too deep for settings"),
        (f"file = {'{a = ' * 700}1{'}' * 700}\n", ": nested too deep for settings"),
    ],
)
def test_a_mistake_is_one_line_with_its_place(configured: Configured, config: str, says: str) -> None:
    done = configured(config, "count")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert f"config.toml{says}" in done.stderr


def test_bytes_that_are_no_text_are_a_mistake_too(timeline: Run, tmp_path: Path) -> None:
    (tmp_path / "timeline").mkdir()
    (tmp_path / "timeline" / "config.toml").write_bytes(b"\xff")

    done = timeline("count", env={"XDG_CONFIG_HOME": str(tmp_path)})

    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


def test_the_command_line_comes_before_the_environment_before_the_file(configured: Configured, tmp_path: Path) -> None:
    for number in (1, 2, 3):
        events = ",".join(f'{{"id": "e{one}", "date": null, "title": "T"}}' for one in range(number))
        (tmp_path / f"{number}.json").write_text(f'{{"title": "T", "events": [{events}]}}', encoding="utf-8")
    config = f"file = '{tmp_path}/1.json'\n"
    environment = {"TIMELINE_FILE": f"{tmp_path}/2.json"}

    nothing = {"TIMELINE_FILE": ""}

    assert configured(config, "count", env=nothing).stdout == "1\n"
    assert configured(config, "count", env=environment).stdout == "2\n"
    assert configured(config, "count", "-f", f"{tmp_path}/3.json", env=environment).stdout == "3\n"
    both = f"file = ['{tmp_path}/1.json', '{tmp_path}/2.json']\n"
    assert configured(both, "count", env=nothing).stdout == "2\n"


def test_colour_and_pager_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "timeline").mkdir()
    path = tmp_path / "timeline" / "config.toml"
    path.write_text("color = 'never'\npager = 'echo PAGED; cat > /dev/null'\n", encoding="utf-8")
    env = {"XDG_CONFIG_HOME": str(tmp_path)}

    assert "\x1b[" not in on_a_terminal("list", "--since", "2026-10", env=env)[1]
    assert "\x1b[" in on_a_terminal("list", "--since", "2026-10", "--color", "always", env=env)[1]
    assert "\x1b[" in on_a_terminal("list", "--since", "2026-10", env=env | {"FORCE_COLOR": "1"})[1]
    assert "PAGED" in on_a_terminal("list", lines=10, env=env)[1]
    assert "PAGED" not in on_a_terminal("list", lines=10, env=env | {"TIMELINE_PAGER": "cat"})[1]


def test_home_is_where_the_file_lies_without_xdg(timeline: Run, tmp_path: Path) -> None:
    path = tmp_path / ".config" / "timeline" / "config.toml"
    path.parent.mkdir(parents=True)
    path.write_text(DENIALS, encoding="utf-8")

    assert timeline("recent", env={"HOME": str(tmp_path), "XDG_CONFIG_HOME": ""}).returncode == 0


def test_a_file_in_the_working_directory_is_never_read(timeline: Run, tmp_path: Path) -> None:
    for place in (tmp_path / "config.toml", tmp_path / "timeline" / "config.toml"):
        place.parent.mkdir(exist_ok=True)
        place.write_text("nonsense", encoding="utf-8")

    assert timeline("count", cwd=tmp_path).stdout == "378\n"
    assert os.listdir(tmp_path)


def test_help_of_a_saved_query_is_that_of_its_command(configured: Configured) -> None:
    whole = configured(DENIALS, "help", "claims").stdout

    assert whole.startswith("Usage: timeline claims")
    assert configured(DENIALS, "help", "recent").stdout == whole
    assert configured(DENIALS, "--no-config", "help", "recent").returncode == 2


def test_help_of_a_command_both_ways(timeline: Run) -> None:
    assert timeline("help", "list").stdout == timeline("list", "--help").stdout
    assert timeline("help").stdout == timeline("--help").stdout
    assert timeline("help", "lst").returncode == 2
