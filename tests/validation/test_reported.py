"""A file that is not ours: what its reader would refuse, skip, infer or rename, each with its line."""

import json
from pathlib import Path

import pytest

from program import Inline, Write


def test_every_problem_of_a_table_is_located(write: Write, inline: Inline) -> None:
    path = write("a.csv", "date,title,id\n25/12/2020,A,a\n1/2/2021,B,b\nsoon,C,c\n,D,d\n25/12/2020,A,a\n1/3/2021,E,b\n")

    outcome = inline("validate", path)

    assert outcome.code == 2
    lines = [line.removeprefix(path) for line in outcome.out.splitlines()]
    assert [line.split(": ")[0:2] for line in lines] == [
        [":2:1", "warning"],
        [":4:1", "error"],
        [":5:1", "warning"],
        [":6:1", "warning"],
        [":7:1", "warning"],
    ]
    assert "day first" in lines[0]
    assert "'soon'" in lines[1]
    assert "'D' has no date" in lines[2]
    assert "'a' is told already on line 2" in lines[3]
    assert "this one is 'b-2'" in lines[4]


def test_a_file_that_its_reader_refuses_has_one_error(write: Write, inline: Inline) -> None:
    path = write("a.yml", "- date: 2020\n  title: A\n  title: B\n")

    outcome = inline("validate", path, "-o", "json")

    assert outcome.code == 2
    (problem,) = json.loads(outcome.out)
    assert (problem["line"], problem["column"], problem["severity"]) == (3, 3, "error")
    assert problem["reason"] == "the key 'title' stands twice"


def test_options_of_reading_count(write: Write, inline: Inline) -> None:
    path = write("a.csv", "day,what\n1/2/2021,B\n")

    assert inline("validate", path).code == 2
    assert inline("validate", path, "--dates", "dmy").code == 0
    assert inline("validate", path, "--dates", "dmy", "--map", "title=wath").code == 2


def test_entries_of_our_own_are_read_as_such(write: Write, inline: Inline) -> None:
    path = write("a.json", json.dumps([{"id": "a", "date": "2020-13", "title": "A"}]))

    outcome = inline("validate", path)

    assert outcome.code == 2
    assert outcome.out.startswith(f"{path}:1:22: error: ")
    assert outcome.out.endswith(" @ $[0].date\n")


def test_a_folder_and_a_pattern_stand_for_their_files(write: Write, inline: Inline) -> None:
    path = write("a.csv", "date,title\nsoon,A\n")
    write("b.csv", "date,title\n2020,B\n")
    folder = path.removesuffix("/a.csv")

    assert inline("validate", folder).err == "timeline: 1 error, 0 warnings in 2 files\n"
    assert inline("validate", f"{folder}/*.csv").err == "timeline: 1 error, 0 warnings in 2 files\n"


def test_what_a_skipped_entry_is_about_stands_under_its_place(write: Write, inline: Inline) -> None:
    path = write("a.json", '[{"date": "2020", "what": "A"}, 5]')

    (problem,) = json.loads(inline("validate", path, "-o", "json").out)

    assert (problem["severity"], problem["reason"]) == ("error", "'5' is no entry, but a single value")
    assert problem["place"] == "$[1]"


ENTRY = '{"date": "2020", "what": "A"}'


@pytest.mark.parametrize(
    ("name", "content", "where", "value", "place"),
    [
        ("a.json", f"[{ENTRY},\n 5]", "2:2", "5", "$[1]"),
        ("a.json", f'{{"data":\n[{ENTRY}, null]}}', "2:33", "null", "$.data[1]"),
        ("a.json", f'{{"x": {{"data":\n[{ENTRY}, [true]]}}}}', "2:33", "[true]", "$.x.data[1]"),
        ("a.jsonl", f"{ENTRY}\n\nnull\n", "3", "null", "$[1]"),
        ("a.yaml", "- date: 2020\n  what: A\n- soon\n", "3:3", "soon", "$[1]"),
    ],
)
def test_what_stands_among_entries_and_is_none_is_named_with_its_place(
    name: str, content: str, where: str, value: str, place: str, write: Write, inline: Inline
) -> None:
    path, says = write(name, content), f"'{value}' is no entry, but a single value @ {place}"

    assert inline("list", "-f", path).err == f"timeline: {path}:{where}: {says}\n"
    column = "" if ":" in where else ":1"
    assert f"{path}:{where}{column}: error: {says}\n" in inline("validate", path).out
    skipping = inline("list", "-f", path, "--skip-bad", "--explain")
    assert (len(skipping.rows), skipping.err) == (1, f"timeline: {path}:{where}: {says}\n")


def test_a_reason_names_the_option_that_settles_it(write: Write, inline: Inline) -> None:
    path = write("a.csv", "date,title\n1/2/2021,B\n")

    assert inline("validate", path).out.endswith("give --dates dmy or --dates mdy\n")


LONG = "x" * 100
IMPORTS = (
    ("a.csv", f"date,title,url\n2020,{LONG},https://x.org/a\n2021,B,\n"),
    ("a.json", json.dumps([{"when": "2020", "what": LONG, "sources": ["mailto:a@b.c"]}])),
    ("a.jsonl", json.dumps({"id": "a", "date": "2020", "title": LONG})),
    ("a.yaml", f"- date: 2020\n  title: {LONG}\n  source: https://x.org\n"),
    ("a.ics", f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20200101\nSUMMARY:{LONG}\nEND:VEVENT\nEND:VCALENDAR\n"),
    ("a.md", f"---\ndate: 2020\ntitle: {LONG}\n---\n"),
)


@pytest.mark.parametrize(("name", "text"), IMPORTS, ids=[name for name, _ in IMPORTS])
def test_what_we_write_of_an_import_has_no_error_and_the_warnings_of_the_import(
    name: str, text: str, write: Write, inline: Inline, tmp_path: Path
) -> None:
    path, ours = write(name, text), str(tmp_path / "x.json")
    assert inline("list", "-f", path, "-o", ours).code == 0

    for judged in (inline("validate", path), inline("validate", ours)):
        assert judged.code == 0
        assert "warning: a title of 100 characters: at most 80" in judged.out


def test_many_long_titles_are_one_warning(write: Write, inline: Inline) -> None:
    path = write("a.csv", f"date,title\n2020,{LONG}\n2021,{LONG}y\n2022,C\n")

    done = inline("validate", path)

    assert done.out == f"{path}:1:1: warning: 2 titles of more than 80 characters, the longest 101\n"
    assert done.code == 0


@pytest.mark.parametrize(
    ("name", "text", "more"),
    [
        ("a.csv", "date,title,url\n2020,A,ftp://x.org/a\n2021,B,\n", ""),
        ("a.json", json.dumps([{"when": "2020", "what": "A", "sources": [{"url": "ftp://x.org/a"}, {"url": "x.y/b"}]}]),
         ", nor is 1 more"),
        ("a.jsonl", json.dumps({"id": "a", "date": "2020", "title": "A", "sources": [{"url": "ftp://x.org/a"}] * 3}),
         ", nor are 2 more"),
    ],
)  # fmt: skip
def test_an_address_of_an_import_is_judged_as_in_what_we_write_of_it(
    name: str, text: str, more: str, write: Write, inline: Inline, tmp_path: Path
) -> None:
    path, ours = write(name, text), str(tmp_path / "x.json")
    assert inline("list", "-f", path, "-o", ours).code == 0

    judged = inline("validate", path)
    assert judged.code == inline("validate", ours).code == 2
    assert judged.out.startswith(f"{path}:1:1: error: 'ftp://x.org/a' is no http or https address{more}\n")
    assert "error: 'ftp://x.org/a' is no http or https address" in inline("validate", ours).out
