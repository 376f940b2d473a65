"""The machine in fuzz/: it attacks all that the program declares, the same way for the same seed, and sees faults."""

import json
import os
import re
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import figures
from machine import program, words
from machine.bench import Bench
from machine.case import Case, loaded, saved
from machine.crew import Crew
from machine.forms import FORMS, form_of
from machine.kinds import WEIGHTS, case_of
from machine.live import live_character, live_html
from machine.program import Run, run_line
from machine.sentry import watched
from machine.shift import Plan
from machine.shrinking import shrunk
from machine.tried import fault_in
from machine.values import VALUES
from machine.verdict import Fault, judge
from machine.warming import warm
from relations_cli.cli import COMMANDS, app
from relations_cli.cli.offered import EVERY
from relations_cli.writers import FEEDS
from replay import CORPUS, replay

ONE = b'{"title": "t", "events": [{"id": "a", "date": "2020", "title": "A vote"}]}'


@pytest.fixture
def bench() -> Iterator[Bench]:
    warm()
    with Bench() as one:
        yield one


def ended(**how: Any) -> Run:
    """A run that ended well, but for that."""
    return replace(Run(line=["list"], code=0, out=b"a\tb\n", err=b"", seconds=0.1), **how)


@pytest.mark.parametrize("kind", WEIGHTS)
def test_a_few_cases_of_each_kind_hold(kind: str, bench: Bench) -> None:
    for number in range(3):
        assert fault_in(case_of("smoke", number, kind), bench) == "", (kind, number)


@pytest.mark.parametrize("file", sorted(CORPUS.glob("*.json")), ids=lambda file: file.stem)
def test_what_once_fell_holds(file: Path) -> None:
    assert replay([file]) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_placeholder_of_an_option_has_values(command: str) -> None:
    missing = [one.metavar for one in words.declared(command) if one.metavar and one.metavar not in VALUES]

    assert missing == []


def test_every_format_is_looked_at() -> None:
    assert set(FORMS) == {*EVERY, *(one.name for one in FEEDS), "markdown"}


@pytest.mark.parametrize("number", range(20))
def test_a_case_depends_on_its_seed_and_number_only(number: int, tmp_path: Path) -> None:
    case = case_of("s", number)
    (tmp_path / "case.json").write_text(saved(case), encoding="utf-8")

    assert case_of("s", number) == case
    assert loaded(tmp_path / "case.json") == case
    assert saved(case).isascii()


@pytest.mark.parametrize(
    ("how", "wrong"),
    [
        ({"code": None}, "exit code is None"),
        ({"code": 3}, "exit code is 3"),
        ({"code": "KeyError escaped: 'x'"}, "KeyError escaped"),
        ({"code": 2}, "without a word"),
        (
            {"err": b"timeline: KeyError: x: a mistake in timeline itself: TIMELINE_DEBUG=1 shows where\n"},
            "mistake of ours",
        ),
        ({"err": b"Warning: deprecated\n"}, "no message"),
        ({"err": b"timeline: half"}, "does not end"),
        ({"err": b"timeline: \xe2\x80\xae\n"}, "U+202E is live on standard error"),
        ({"out": b"\x1b]52;c;eA==\x07\n"}, "U+001B is live on standard output"),
        ({"out": "\U000e0041\n".encode()}, "U+E0041 is live"),
        ({"out": b"\xff\n"}, "not UTF-8"),
        ({"out": b"\x1b[6mx\x1b[0m\n", "coloured": True}, "U+001B is live"),
        ({"grown": 2**31}, "takes 2,048 MB of memory"),
        ({"deeds": ("wrote '/etc/x'",)}, "more than it is asked for"),
    ],
)
def test_a_run_that_breaks_a_promise_is_a_fault(how: dict[str, Any], wrong: str) -> None:
    with pytest.raises(Fault) as found:
        judge(ended(**how), "")

    assert wrong in str(found.value)


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("json", '{"a": 1}'),
        ("json", "[1"),
        ("object", "[]"),
        ("jsonl", "[]\n"),
        ("tsv", "a\tb\nc\n"),
        ("csv", "a,b\r\nc\r\n"),
        ("csv", '"\n=1+1"\r\n'),
        ("csv", "＝1+1\r\n"),
        ("svg", "<svg><script/></svg>"),
        ("svg", "<svg><g onload='x'/></svg>"),
        ("svg", "<svg>"),
        ("markdown", "a <img src=x>"),
        ("graphviz", 'digraph timeline {\n  "a" [label=<b>]\n}\n'),
        ("bibtex", "@misc{a,\n  title = {{x}\n}\n"),
        ("csl-json", "{}"),
        ("atom", "<feed><script/></feed>"),
        ("jsonfeed", "[]"),
        ("markdown-table", "| <img src=x> |"),
        ("html-fragment", "<p onclick='x'>a</p>"),
        ("html-fragment", "<a href='javascript:x'>a</a>"),
        ("html-fragment", "<p>a"),
        ("docx", "<p>a</p>"),
    ],
)
def test_a_result_that_is_not_of_its_form_is_a_fault(form: str, text: str) -> None:
    with pytest.raises(Fault, match=f"-o {form}: "):
        judge(ended(out=text.encode(), line=["list", "-o", form]), form)


@pytest.mark.parametrize(
    "text",
    [
        "\U0001f468\u200d\U0001f469\u200d\U0001f467",
        "می\u200cخواهم",
        "\U0001f3f4\U000e0067\U000e0062\U000e007f",
        "a\tb\n",
    ],
)
def test_what_a_script_or_an_emoji_needs_is_not_live(text: str) -> None:
    assert live_character(text) == ""


def test_styles_and_links_of_the_program_are_not_live() -> None:
    text = "\x1b[1;31mA\x1b[0m \x1b]8;id=1;https://example.org/\x1b\\B\x1b]8;;\x1b\\"

    assert live_character(text, coloured=True) == ""
    assert live_character(text) == "U+001B"
    assert live_html("`<img>` \\<b> 1 < 2") == ""


@pytest.mark.parametrize(
    ("line", "form"),
    [
        ("list -o csv", "csv"),
        ("list --output=json", "json"),
        ("list --json id", "json"),
        ("list --json help", ""),
        ("list --json=help", ""),
        ("list -o out.csv", ""),
        ("list -oout.csv", ""),
        ("list -rocsv", "csv"),
        ("list -o csv --json id -o tsv", "tsv"),
        ("list -o jsonl --output=tsv", "tsv"),
        ("about -o json", "object"),
        ("about --json value", "json"),
        ("search about -o json", "json"),
        ("list", ""),
    ],
)
def test_the_form_of_a_result_is_what_the_line_asks_for(line: str, form: str) -> None:
    assert form_of(line.split()) == form


def test_an_endless_run_is_stopped_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(_args: list[str]) -> int:
        while True:
            pass

    monkeypatch.setattr(app, "run", endless)
    monkeypatch.setattr(program, "BUSY", 0.05)

    run = run_line(["list"], str(tmp_path), environment={})

    assert str(run.code).startswith("hangs")


def test_files_and_processes_besides_are_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    inside.mkdir()

    def busy(_args: list[str]) -> int:
        (inside / "x").write_text("allowed", encoding="utf-8")
        outside.write_text("not", encoding="utf-8")
        sys.audit("subprocess.Popen", "rm", ["rm"], None, None)
        return 0

    monkeypatch.setattr(app, "run", busy)

    run = run_line(["list"], str(inside), environment={})

    assert [deed.split(" ")[0] for deed in run.deeds] == ["wrote", "subprocess.Popen"]


def test_a_file_that_was_not_asked_for_is_seen(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def leaves_half(_args: list[str]) -> int:
        Path("a.json.1.part").write_text("half", encoding="utf-8")
        return 0

    monkeypatch.setattr(app, "run", leaves_half)

    assert "a.json.1.part" in fault_in(Case(kind="wide", files={}, lines=[["list"]]), bench)


def test_what_falls_is_made_small(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def falls_over_events(args: list[str]) -> int:
        if b'"events"' in Path("a.json").read_bytes() and "list" in args:
            raise KeyError("events")
        return 0

    monkeypatch.setattr(app, "run", falls_over_events)
    files = {"a.json": ONE * 20, "b.csv": b"date,title\n"}
    case = Case(kind="wide", files=files, lines=[["tags"], ["list", "-n", "1"]], environment={"COLUMNS": "80"})
    fault = fault_in(case, bench)

    small = shrunk(case, fault, bench)

    assert small.lines == [["list"]]
    assert list(small.files) == ["a.json"]
    assert len(small.files["a.json"]) < len(ONE)
    assert "KeyError" in small.found


@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
def test_a_case_that_kills_its_process_is_kept_and_the_others_are_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deadly(case: Case, bench: Bench) -> str:
        if case.origin == "dead/3":
            os.kill(os.getpid(), signal.SIGKILL)
        bench.codes["0"] += 1
        return "falls" if case.origin == "dead/5" else ""

    monkeypatch.setattr("machine.shift.fault_in", deadly)

    summary = Crew(Plan(seed="dead", found=tmp_path, shrink=False), jobs=2).work(8, say=False)

    assert (summary["cases"], summary["runs"]) == (7, 7)
    assert [fault["origin"] for fault in summary["faults"]] == ["dead/3", "dead/5"]
    assert loaded(tmp_path / "died-dead-3.json").origin == "dead/3"


def test_the_figures_are_put_between_the_marks() -> None:
    kind = {"cases": 2, "runs": 5, "codes": {"0": 4, "2": 1}, "slowest": [0.25, "s/1"]}
    summary = {"seed": "s", "cases": 2, "runs": 1005, "seconds": 60, "kinds": {"order": kind}, "faults": []}

    page = figures.filled(figures.PAGE.read_text(encoding="utf-8"), figures.table(summary))

    assert "**1,005 runs** of the program in 2 cases, 1 minutes; no faults." in page
    assert "| 2 | 5 | 4 | 0 | 1 | 0.2 s |" in page
    assert page.count(figures.BEGIN) == page.count(figures.END) == 1


def test_a_temporary_file_without_a_name_is_no_deed(tmp_path: Path) -> None:
    folder, other = tmp_path / "runs", tmp_path / "other"
    for made in (folder, other):
        made.mkdir()
    with watched(str(folder)) as deeds:
        with tempfile.TemporaryFile():
            pass
        assert deeds == []
        with tempfile.TemporaryFile(dir=other):
            pass
        assert deeds


def test_figures_of_a_machine_that_was_not_run_stay() -> None:
    page = f"a\n{figures.BEGIN}\n{figures.END}\nb\n"

    for told in ("`fuzz/run.py`, seed `1`\n\n| a |\n", "`fuzz/kills.py`:\n\n1 kill\n", "`fuzz/run.py`, seed `2`\n"):
        page = figures.filled(page, told)

    assert page == (
        f"a\n{figures.BEGIN}\n\n`fuzz/run.py`, seed `2`\n\n`fuzz/kills.py`:\n\n1 kill\n\n{figures.END}\nb\n"
    )


def ignoring(option: str, *, values: bool = True) -> Callable[[list[str]], list[str]]:
    """A program that takes no notice of an option."""

    def line_of(line: list[str]) -> list[str]:
        places = [place for place, word in enumerate(line) if word == option]
        gone = {place + more for place in places for more in range(1 + values)}
        return [word for place, word in enumerate(line) if place not in gone]

    return line_of


def short(run: Run) -> Run:
    """A program that loses the last row of what it lists."""
    if run.line[0] != "list" or run.code != 0 or not run.out.startswith(b"["):
        return run
    return replace(run, out=json.dumps(json.loads(run.out)[:-1]).encode())


def altered(run: Run) -> Run:
    """A program that writes other words into a file than it has read."""
    for file in Path().glob("written*"):
        file.write_bytes(file.read_bytes().replace(b'"title": "', b'"title": "The '))
    return run


def same(line: list[str]) -> list[str]:
    return line


def well(run: Run) -> Run:
    return run


PLANTED: list[tuple[str, Callable[[list[str]], list[str]], Callable[[Run], Run]]] = [
    ("filters", ignoring("--tag"), well),
    ("filters", ignoring("--starts", values=False), well),
    ("filters", ignoring("--status"), well),
    ("halves", ignoring("--since"), well),
    ("halves", lambda line: line, lambda run: short(run) if "--until" in run.line else run),
    ("named", ignoring("--not-tag"), well),
    ("named", ignoring("--by"), well),
    ("splits", lambda line: line[:-2] if line.count("-f") > 1 else line, well),
    ("days", lambda line: ["2000" if line[place - 1] == "--as-of" else word for place, word in enumerate(line)], short),
    ("ladder", same, lambda run: replace(run, out=run.out.replace(b'"status":"alleged"', b'"status":"denied"'))),
    ("order", ignoring("-r", values=False), well),
    ("order", ignoring("-n"), well),
    ("found", lambda line: [word.removeprefix("title:") for word in line], well),
    ("changes", lambda line: ["diff", line[1], line[1], *line[3:]], well),
    ("rows", same, short),
    ("told", ignoring("--explain", values=False), short),
    ("agreed", same, short),
    ("agreed", same, lambda run: replace(run, code=0, out=b"", err=b"") if run.line[0] == "validate" else run),
    ("again", same, altered),
    ("injected", same, lambda run: replace(run, out=run.out + b"\x1b[6m\n")),
    ("heavy", same, lambda run: replace(run, code="hangs")),
    ("wide", same, lambda run: replace(run, code=1 if run.code == 0 else None)),
    ("lines", same, lambda run: replace(run, err=run.err + b"Usage: timeline\n")),
    ("settings", same, lambda run: replace(run, code="KeyError escaped: 'x'")),
    ("completion", same, lambda run: replace(run, out=run.out + b"$(touch x)\n")),
    ("filters", ignoring("--language"), well),
]


@pytest.mark.parametrize(("kind", "before", "after"), PLANTED, ids=[f"{one[0]}-{n}" for n, one in enumerate(PLANTED)])
def test_a_program_with_a_fault_falls(
    kind: str,
    before: Callable[[list[str]], list[str]],
    after: Callable[[Run], Run],
    bench: Bench,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def faulty(line: list[str], *rest: Any, **more: Any) -> Run:
        return after(replace(run_line(before(line), *rest, **more), line=line))

    monkeypatch.setattr("machine.bench.run_line", faulty)

    assert any(fault_in(case_of("planted", number, kind), bench) for number in range(60))


def test_every_kind_has_a_fault_planted_for_it() -> None:
    assert {kind for kind, _, _ in PLANTED} == set(WEIGHTS)


def test_every_kept_case_is_told_of_in_the_documents() -> None:
    told = figures.PAGE.read_text(encoding="utf-8").partition("## What fell")[2]

    assert set(re.findall(r"`([a-z0-9]+(?:-[a-z0-9]+)+)`", told)) == {file.stem for file in CORPUS.glob("*.json")}
