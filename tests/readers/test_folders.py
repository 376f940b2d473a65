"""Files, folders and patterns, and what is said of what was left out."""

from pathlib import Path

from program import Inline, Write


def test_a_folder_of_pages_is_one_chronology(tmp_path: Path, inline: Inline) -> None:
    posts = tmp_path / "posts"
    (posts / "deep").mkdir(parents=True)
    (posts / "2020-01-02-first.md").write_text("---\ntitle: First\n---\nWhat happened.\n", encoding="utf-8")
    (posts / "deep" / "second.md").write_text('+++\ntitle = "Second"\ndate = 2021-03-04\n+++\n', encoding="utf-8")
    (posts / "README.md").write_text("# No event\n", encoding="utf-8")
    (posts / ".hidden.md").write_text("---\ntitle: Hidden\ndate: 2020\n---\n", encoding="utf-8")
    (posts / ".drafts").mkdir()
    (posts / ".drafts" / "third.md").write_text("---\ntitle: Third\ndate: 2022\n---\n", encoding="utf-8")
    (posts / "picture.png").write_bytes(b"\x89PNG")

    outcome = inline("list", "-f", str(posts), "--fields", "date,title")

    assert outcome.out == "2020-01-02\tFirst\n2021-03-04\tSecond\n"
    assert outcome.err == f"timeline: {posts}/README.md: 1 part left out (--explain lists each)\n"


def test_a_pattern_stands_for_what_matches(write: Write, inline: Inline) -> None:
    one = write("1.csv", "date,title\n2021,B\n")
    write("2.csv", "date,title\n2020,A\n")
    pattern = one.replace("1.csv", "*.csv")

    assert inline("list", "-f", pattern, "--fields", "title").out == "A\nB\n"
    assert inline("list", "-f", pattern.replace("csv", "tsv")).err.endswith("*.tsv: no file matches\n")


def test_nothing_is_said_where_nothing_was_left_out(write: Write, inline: Inline) -> None:
    assert inline("list", "-f", write("a.csv", "date,title\n2021,B\n")).err == ""


def test_explain_lists_each_with_its_line(write: Write, inline: Inline) -> None:
    path = write("a.csv", "date,title\n25/12/2020,A\n1/2/2021,B\nsoon,C\n,D\n")

    assert inline("list", "-f", path).err.startswith(f"timeline: {path}:4: 'soon': ")
    told = inline("list", "-f", path, "--skip-bad")
    assert told.code == 0
    assert told.err == (
        f"timeline: {path}: 1 event has no date; 1 entry skipped; "
        "dates read day first, as '25/12/2020' on line 2 shows (--explain lists each)\n"
    )
    each = inline("list", "-f", path, "--skip-bad", "--explain").err.splitlines()
    assert [line.removeprefix(f"timeline: {path}:").split(":")[0] for line in each] == ["2", "4", "5"]


def test_a_table_on_standard_input_is_known_by_its_header(timeline: object) -> None:
    piped = timeline("list", "-f", "-", input="when;what\n2021;B\n")  # type: ignore[operator]

    assert piped.stdout.split("\t")[1:3] == ["2021", "B"]
