"""Completion of values, in a real bash and a real zsh, with hostile data, and without loading Rich."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

from program import Inline, Write
from relations_cli.cli.offered import EVERY

PROGRAM = Path(sys.executable).with_name("timeline")
HOSTILE = {
    "title": "T",
    "tags": {"$(touch x)": "one", "good": "$(touch y) `touch z` [/bold] 'quote", "a`touch w`": "three", "-n": "four"},
    "events": [{"id": "e`touch v`", "date": "2022", "title": "$(touch u)", "tags": ["good", "$(touch x)"]}],
}


def needs(name: str) -> str:
    """The program, or a reason to skip; where everything has to be there, a failure."""
    path = shutil.which(name)
    if path is None:
        message = f"{name} is not installed"
        if os.environ.get("TIMELINE_TEST_ALL"):
            pytest.fail(message)
        pytest.skip(message)
    return path


def answer(line: str, shell: str = "bash", **env: str) -> list[str]:
    """What the program answers a shell that completes the last word of a line."""
    words = line.split(" ")
    done = subprocess.run(
        [PROGRAM],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env=os.environ
        | {"COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1), "_TYPER_COMPLETE_ARGS": line}
        | {"_TIMELINE_COMPLETE": f"complete_{shell}", "XDG_CONFIG_HOME": "/nonexistent"}
        | env,
    )
    assert done.stderr == ""
    return [line for line in done.stdout.splitlines() if line]


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("timeline sea", ["search"]),
        ("timeline help cont", ["contested"]),
        ("timeline nosuch --tag s", []),
        ("timeline help list --ta", []),
        ("timeline --no-c", ["--no-config"]),
        ("timeline --no-config --no-pager list --tag sanc", ["sanctions"]),
        ("timeline list --tag sanc", ["sanctions"]),
        ("timeline --version sche", ["schema"]),
        ("timeline list --tag un,oi", ["un,oil"]),
        ("timeline list --tag un,u", ["un,ukraine-war"]),
        ("timeline list --type summ", ["summit"]),
        ("timeline list -a DPR", ["DPR", "DPRK"]),
        ("timeline list -a vasily-n", ["vasily-nebenzia"]),
        ("timeline list --year 195", ["1950", "1953", "1956", "1959"]),
        ("timeline list --status alle", ["alleged"]),
        ("timeline list -o ts", ["tsv"]),
        ("timeline list --fields id,tit", ["id,title"]),
        ("timeline list --json id,snip", []),
        ("timeline search x --json id,snip", ["id,snippet"]),
        ("timeline show 2022-05-26", ["2022-05-26-russia-china-veto"]),
        ("timeline show troops-dep", ["troops-deployed"]),
        ("timeline around 2022-05-26", ["2022-05-26-russia-china-veto"]),
        ("timeline claims --stance den", ["denies"]),
        ("timeline claims --about troops-dep", ["troops-deployed"]),
        ("timeline list --about sanctions-b,troops-dep", ["sanctions-b,troops-deployed"]),
        ("timeline list --about 2024-10-08", []),
        ("timeline contested --about 2024-10-08", ["2024-10-08-first-troop-transport"]),
        ("timeline figures --of shel", ["shells"]),
        ("timeline count --by pub", ["publisher"]),
        ("timeline count --by wee", ["week", "weekday"]),
        ("timeline count --by year,pro", ["year,proposition"]),
        ("timeline count --by year --by st", ["stance", "status"]),
        ("timeline figures --one", ["--one-scale"]),
        ("timeline list --color al", ["always"]),
        ("timeline list --lanes a", ["actor"]),
        ("timeline list --place Mosc", ["Moscow"]),
        ("timeline list --place mosc", ["Moscow"]),
        ("timeline list --sort lower", ["lower", "lower_kind"]),
        ("timeline search x --sort ra", ["rank"]),
        ("timeline list -f /nonexistent.json --tag s", []),
    ],
)
def test_values_are_completed(line: str, offered: list[str]) -> None:
    assert sorted(answer(line)) == sorted(offered)


def test_saved_queries_are_completed_by_name_and_behind_it_as_what_they_stand_for(tmp_path: Path) -> None:
    (tmp_path / "timeline").mkdir()
    (tmp_path / "timeline" / "config.toml").write_text(
        '[alias]\ndenials = "claims --by russia"\n"den$(touch x)" = "list"\n', encoding="utf-8"
    )
    config = {"XDG_CONFIG_HOME": str(tmp_path)}

    assert answer("timeline den", **config) == ["denials"]
    assert answer("timeline denials --stance den", **config) == ["denies"]


def test_a_mistake_in_the_settings_is_not_told_in_the_middle_of_a_line(tmp_path: Path) -> None:
    (tmp_path / "timeline").mkdir()
    (tmp_path / "timeline" / "config.toml").write_text("no toml", encoding="utf-8")

    assert answer("timeline li", XDG_CONFIG_HOME=str(tmp_path)) == []


def test_every_shell_gets_an_answer_with_its_meaning() -> None:
    of_zsh = answer("timeline list --tag sanc", "zsh")
    assert any("Imposing, easing" in line for line in of_zsh)
    assert of_zsh[0].startswith("_arguments -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}' ")
    assert any(
        "Imposing, easing" in line
        for line in answer("timeline list --tag sanc", "fish", _TYPER_COMPLETE_FISH_ACTION="get-args")
    )


@pytest.mark.parametrize(
    ("line", "offers"),
    [
        ("list -f ", False), ("validate har", False), ("list --tag s", True),
    ],
)  # fmt: skip
def test_fish_is_told_whether_files_are_meant(line: str, offers: bool) -> None:  # noqa: FBT001
    env = {"_TIMELINE_COMPLETE": "complete_fish", "_TYPER_COMPLETE_FISH_ACTION": "is-args"}
    done = subprocess.run([PROGRAM], env=os.environ | env | {"_TYPER_COMPLETE_ARGS": f"timeline {line}"}, check=False)

    assert done.returncode == (0 if offers else 1)


INSTALLED = {
    "zsh": [".zfunc/_timeline", ".zshrc"], "bash": [".bash_completions/timeline.sh", ".bashrc"],
    "fish": [".config/fish/completions/timeline.fish"],
}  # fmt: skip


@pytest.mark.parametrize("shell", list(INSTALLED))
def test_completion_is_for_the_shell_that_is_named(
    shell: str, inline: Inline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for words in ([shell], [f"/usr/bin/{shell}"], ["--no-config", shell.upper()]):
        done = inline("--install-completion", *words)
        assert (done.code, done.err) == (0, "")
        assert done.out.startswith(f"{shell} completion installed in {tmp_path}/{INSTALLED[shell][0]}\n")

    made = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file())
    assert made == sorted(INSTALLED[shell])
    shown = inline(f"--show-completion={shell}").out
    assert shown == (tmp_path / INSTALLED[shell][0]).read_text(encoding="utf-8").rstrip("\n") + "\n"


def test_without_a_name_it_is_for_the_shell_that_runs(inline: Inline, monkeypatch: pytest.MonkeyPatch) -> None:
    from typer import _completion_shared

    monkeypatch.setattr(_completion_shared, "_get_shell_name", lambda: "fish")
    assert inline("--show-completion").out.startswith("complete --command timeline")
    monkeypatch.setattr(_completion_shared, "_get_shell_name", lambda: None)
    done = inline("--show-completion")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "timeline: --show-completion: the shell cannot be told: name it: timeline --show-completion zsh\n"
    )


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--install-completion", "zhs"], "--install-completion: there is no 'zhs': did you mean zsh"),
        (["--show-completion=list"], "--show-completion: there is no 'list': it is one of bash, zsh, fish, powershell"),
        (["--install-completion", ""], "--install-completion: there is no ''"),
        (["--install-completion=", "zsh"], "--install-completion: there is no ''"),
    ],
)
def test_a_shell_that_there_is_not_is_refused(inline: Inline, words: list[str], says: str) -> None:
    done = inline(*words)

    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith(f"timeline: {says}")


def test_a_place_that_cannot_be_written_to_is_one_line(
    inline: Inline, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", write("home", "a file"))
    done = inline("--install-completion", "fish")

    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert "completion could not be installed" in done.err


def test_a_start_up_file_that_is_no_text_is_one_line(
    inline: Inline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".bashrc").write_bytes(b"\xff\xfe")
    monkeypatch.setenv("HOME", str(tmp_path))
    done = inline("--install-completion", "bash")

    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert "the start-up file of bash: completion could not be installed: it cannot be read" in done.err


@pytest.mark.parametrize(
    ("line", "formats"),
    [
        ("timeline list -o ", list(EVERY)),
        ("timeline count -o ", [name for name, one in EVERY.items() if one.takes == "rows"]),
        ("timeline count --to ", [name for name, one in EVERY.items() if one.takes == "rows"][1:]),
        ("timeline diff -o m", ["markdown", "markdown-table"]),
    ],
)
def test_formats_are_those_that_the_command_can_give(line: str, formats: list[str]) -> None:
    assert answer(line) == formats


def test_values_come_from_the_file_that_the_line_names(write: Write) -> None:
    path = write("mine.json", json.dumps({"title": "T", "tags": {"mine": "M"}, "events": []}))

    assert answer(f"timeline list -f {path} --tag ") == ["mine"]
    assert answer("timeline list --tag ", TIMELINE_FILE=path) == ["mine"]


def test_languages_are_offered_with_how_many_events_have_a_source_in_them(write: Write) -> None:
    told = [["ru", "zh-Hans", "ru"], ["ru"], []]
    events = [
        {"id": f"e{n}", "date": "2020", "title": "x", "sources": [{"publisher": "P", "language": one} for one in tags]}
        for n, tags in enumerate(told)
    ]
    path = write("mine.json", json.dumps({"title": "T", "events": events}))

    assert answer(f"timeline list -f {path} --language ") == ["ru", "zh-Hans"]
    assert answer(f"timeline audit -f {path} --language ru,z") == ["ru,zh-Hans"]
    assert "2 events" in "".join(answer(f"timeline list -f {path} --language r", "zsh"))


def test_hostile_values_are_not_offered_and_their_meanings_are_plain_words(write: Write) -> None:
    path = write("hostile.json", json.dumps(HOSTILE))

    for shell in ("bash", "zsh"):
        text = "\n".join(answer(f"timeline list -f {path} --tag ", shell))
        assert "good" in text
        assert "$" not in text
        assert "`" not in text
        assert "touch x" not in text
        assert "touch w" not in text
    assert answer(f"timeline show -f {path} e") == []


_OFFERING = ("show ", "list --tag ", "list --tag fine,", "list -a ", "list --type ", "list --place ",
             "list --language ", "figures --of ", "around ", "claims --about ", "claims --by ",
             "list --year ")  # fmt: skip


@pytest.mark.parametrize(
    ("line", "shell"),
    [*((line, "bash") for line in _OFFERING), *(("show ", shell) for shell in ("zsh", "fish", "powershell", "pwsh"))],
)
def test_no_value_is_offered_that_becomes_an_option(line: str, shell: str, write: Write) -> None:
    wrong = "-oevil.json"
    path = write(
        "options.json",
        json.dumps(
            {
                "title": "T",
                **{kind: {wrong: "W", "fine": "F"} for kind in ("types", "tags", "measures")},
                "actors": {
                    name: {"name": name, "kind": "person", "aliases": ["-f/etc/passwd"]} for name in (wrong, "fine")
                },
                "propositions": {
                    name: {"text": "P", "claims": [{"by": name, "stance": "asserts"}]} for name in (wrong, "fine")
                },
                "events": [
                    {
                        "id": name,
                        "date": date,
                        "title": "x",
                        "type": name,
                        "places": [name],
                        "propositions": [name],
                        "sources": [{"publisher": "P", "language": name}],
                    }
                    for name, date in ((wrong, "-0044"), ("fine", "2022"))
                ],
            }
        ),
    )
    command, _, rest = line.partition(" ")

    offered = answer(f"timeline {command} -f {path} {rest}", shell, _TYPER_COMPLETE_FISH_ACTION="get-args")

    assert any("fine" in one or "2022" in one for one in offered) or line.endswith(",")
    assert not any("evil" in one or "passwd" in one or "-0" in one for one in offered)


def test_completion_loads_no_rich() -> None:
    code = (
        "import sys, os\n"
        "from relations_cli.cli.app import run\n"
        "run([])\n"
        "print('rich' in sys.modules, file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ
        | {"_TIMELINE_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "timeline list --tag s", "COMP_WORDS": ""},
    )
    assert done.stderr.split() == ["False"]


Shell = Callable[[str], str]


def typed(command: str, args: list[str], setup: str, line: str, folder: Path, until: str = "") -> str:
    """What a shell at its prompt shows after a line and a Tab (twice, so that it lists), in a folder of its own.

    It is watched until the program has answered it, that text is there, and nothing more came for a second.
    """
    answered = folder / "answered"
    answered.unlink(missing_ok=True)
    program = folder / "bin" / "timeline"
    program.parent.mkdir(exist_ok=True)
    mark = f'case "$_TIMELINE_COMPLETE" in complete_*) : > "{answered}" ;; esac'
    program.write_text(f'#!/bin/sh\n"{PROGRAM}" "$@"\n{mark}\n', encoding="utf-8")
    program.chmod(0o755)
    environment = {"HOME": str(folder), "PATH": f"{program.parent}:{os.environ['PATH']}", "TERM": "dumb", "PS1": "> "}
    child = pexpect.spawn(
        command, args, cwd=folder, env=environment, encoding="utf-8", timeout=20, dimensions=(50, 200)
    )
    child.sendline(f"{setup}; echo rea''dy")
    child.expect("ready")
    child.send(f"{line}\t\t")
    shown, deadline = "", time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            shown += child.read_nonblocking(4096, timeout=1)
        except pexpect.TIMEOUT:
            if answered.exists() and until in shown:
                break
    child.close(force=True)
    assert answered.exists()
    return shown


SETUP = {
    "bash": ("bash", ["--norc", "--noprofile"], 'eval "$(_TIMELINE_COMPLETE=source_bash timeline)"'),
    "zsh": ("zsh", ["-f"], 'autoload -Uz compinit; compinit -u; eval "$(_TIMELINE_COMPLETE=source_zsh timeline)"'),
}


@pytest.mark.interop
@pytest.mark.parametrize("shell", list(SETUP))
def test_a_real_shell_completes_a_tag_blind_to_case(shell: str, tmp_path: Path) -> None:
    program, args, setup = SETUP[shell]

    shown = typed(needs(program), args, setup, "timeline list --tag SANC", tmp_path, "sanctions")

    assert "sanctions" in shown


@pytest.mark.interop
@pytest.mark.parametrize("shell", list(SETUP))
def test_a_hostile_chronology_runs_nothing_in_a_real_shell(shell: str, tmp_path: Path) -> None:
    program, args, setup = SETUP[shell]
    (tmp_path / "hostile.json").write_text(json.dumps(HOSTILE), encoding="utf-8")

    shown = typed(needs(program), args, setup, "timeline list -f hostile.json --tag ", tmp_path, "good")
    typed(needs(program), args, setup, "timeline show -f hostile.json ", tmp_path)

    assert "good" in shown
    assert not {path.name for path in tmp_path.iterdir()} & set("uvwxyz")
