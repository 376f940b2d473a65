"""What changed between two files, in words, rows and Markdown; diff's exit codes."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from program import Inline, Write

EVENT: dict[str, Any] = {"id": "a", "date": "2022", "title": "A visit to the capital", "tags": ["x"]}


@pytest.fixture
def pair(write: Write) -> Any:
    def make(old: list[dict[str, Any]], new: list[dict[str, Any]], **more: Any) -> tuple[str, str]:
        olds = {"title": "T", "events": old} | more.get("besides", {})
        news = {"title": "T", "events": new} | more.get("besides_now", {})
        return write("old.json", json.dumps(olds)), write("new.json", json.dumps(news))

    return make


def test_the_same_is_0_and_silent(inline: Inline, pair: Any) -> None:
    done = inline("diff", *pair([EVENT], [EVENT]))

    assert (done.code, done.out, done.err) == (0, "", "")
    assert inline("diff", *pair([EVENT], [EVENT]), "-o", "json").out == "[]\n"


def test_changed_words_are_marked_and_it_is_1(inline: Inline, pair: Any) -> None:
    done = inline("diff", *pair([EVENT], [EVENT | {"date": "2022-05", "tags": ["x", "y"], "note": "N"}]))

    assert done.code == 1
    assert done.out == (
        "1 event changed\n\n"
        "~ May 2022  A visit to the capital (a)\n    date: [-2022-]{+2022-05+}\n    tags: + y\n    note: + N\n"
    )


def test_added_and_removed_events_stand_where_their_dates_put_them(inline: Inline, pair: Any) -> None:
    old = [{"id": "early", "date": "1999", "title": "Old one"}, EVENT]
    new = [EVENT, {"id": "late", "date": "2023", "title": "New one"}]

    assert inline("diff", *pair(old, new)).out == (
        "1 event added, 1 removed\n\n- 1999  Old one (early)\n+ 2023  New one (late)\n"
    )


def test_an_event_under_another_id_is_found_by_date_and_words(inline: Inline, pair: Any) -> None:
    done = inline("diff", *pair([EVENT], [EVENT | {"id": "b", "title": "A short visit to the capital"}]), "-o", "json")

    changes = {row["field"]: (row["old"], row["new"]) for row in json.loads(done.out)}
    assert changes == {"id": ("a", "b"), "title": ("A visit to the capital", "A short visit to the capital")}
    unlike = [EVENT | {"id": "b", "title": "Something else entirely"}]
    assert {row["kind"] for row in json.loads(inline("diff", *pair([EVENT], unlike), "-o", "json").out)} == {
        "added", "removed",
    }  # fmt: skip


def test_a_new_claim_on_a_proposition_is_said(inline: Inline, pair: Any) -> None:
    claim = {"by": "un", "stance": "asserts", "date": "2022-01-01"}
    denial = {"by": "russia", "stance": "denies", "date": "2022-02-01", "note": "Nonsense."}
    old = {"propositions": {"p": {"text": "P is so", "claims": [claim]}}}
    new = {"propositions": {"p": {"text": "P is so", "claims": [claim, denial]}}}

    done = inline("diff", *pair([EVENT], [EVENT], besides=old, besides_now=new))

    assert done.out == ("1 proposition changed\n\n~ P is so (p)\n    claims: + 2022-02-01 russia denies (Nonsense.)\n")


def test_markdown_is_escaped(inline: Inline, pair: Any) -> None:
    done = inline(
        "diff", *pair([], [{"id": "a`b", "date": "2022", "title": "<b>*x*</b> [y](z)\n# w"}]), "-o", "markdown"
    )

    assert done.out == "- **added** 2022: \\<b\\>\\*x\\*\\</b\\> \\[y\\](z) \\# w (`ab`)\n"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("\x1b]52;c;aGk=\x07", "\\x1b]52;c;aGk=\\x07"),
        ("a\n\n<img src=x onerror=alert(1)>", "a  <img src=x onerror=alert(1)>"),
        ("a`\n\n<img src=x>", "a  <img src=x>"),
        ("a\r\n- b", "a  - b"),
        ("\u202eb\u200b\U000e0041", "\\u202eb\\u200b\\U000e0041"),
    ],
)
def test_an_id_in_markdown_is_code_on_one_line(inline: Inline, pair: Any, name: str, shown: str) -> None:
    for old, new in (([], [EVENT | {"id": name}]), ([EVENT | {"id": name}], [EVENT | {"id": name, "note": "n"}])):
        first, *more = inline("diff", *pair(old, new), "-o", "markdown").out.splitlines()

        assert first.endswith(f" 2022: A visit to the capital (`{shown}`)")
        assert more in ([], ["  - note: + n"])


def test_any_two_files_that_can_be_read_are_compared(inline: Inline, write: Write) -> None:
    lines = write("a.jsonl", json.dumps(EVENT) + "\n")
    array = write("b.json", json.dumps([EVENT]))

    assert inline("diff", lines, array).code == 0
    assert inline("diff", lines, "none.json").code == 2


def test_a_reordered_list_is_a_change(inline: Inline, pair: Any) -> None:
    done = inline("diff", *pair([EVENT | {"tags": ["x", "y"]}], [EVENT | {"tags": ["y", "x"]}]))

    assert done.out.splitlines()[3] == "    tags: [-x, y-]{+y, x+}"


def test_an_id_that_a_reader_made_is_no_change(inline: Inline, write: Write) -> None:
    old = write("a.csv", "date,title,notes\n2022-03-04,Ships arrive,Two.\n")
    new = write("b.csv", "date,title,notes\n2022-03-04,Ships arrive,Three.\n")

    assert inline("diff", old, new).out.splitlines()[3:] == ["    summary: [-Two.-]{+Three.+}"]


def test_totals_come_first_events_before_propositions(inline: Inline, pair: Any) -> None:
    old = [EVENT, *({"id": name, "date": "1999", "title": name} for name in ("gone", "lost"))]
    new = [EVENT | {"title": "A visit to the old capital", "note": "N"}, {"id": "new", "date": "2023", "title": "New"}]
    claims = {"propositions": {"p": {"text": "P"}, "q": {"text": "Q"}}}, {"propositions": {"p": {"text": "P is so"}}}

    done = inline("diff", *pair(old, new, besides=claims[0], besides_now=claims[1]))

    totals, gap, *_ = done.out.splitlines()
    assert totals == "1 event added, 2 removed, 1 changed; 1 proposition removed, 1 changed"
    assert gap == ""
    assert "    title: A visit to the {+old+} capital\n" in done.out


def test_marks_are_there_with_colour_and_without(inline: Inline, pair: Any) -> None:
    files = pair([EVENT], [EVENT | {"title": "A visit to the old capital"}])
    plain, coloured = (inline("diff", *files, "--color", when).out for when in ("never", "always"))

    assert re.search("\x1b\\[[0-9;]+m{\\+old\\+}\x1b\\[0m capital\n", coloured)
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == plain


def test_markdown_says_old_and_new_whole(inline: Inline, pair: Any) -> None:
    done = inline("diff", *pair([EVENT], [EVENT | {"date": "2022-05"}]), "-o", "markdown")

    assert done.out.splitlines()[1] == "  - date: 2022 → 2022-05"


def test_a_file_of_markdown_has_the_same(inline: Inline, pair: Any, tmp_path: Path) -> None:
    files = pair([EVENT], [EVENT | {"date": "2022-05"}])
    done = inline("diff", *files, "-o", str(tmp_path / "d.md"))

    assert (done.code, done.err) == (1, "")
    assert (tmp_path / "d.md").read_text() == inline("diff", *files, "-o", "markdown").out


def test_an_entry_of_a_list_that_was_reworded_is_one_change(inline: Inline, pair: Any) -> None:
    claim = {"by": "un", "stance": "asserts", "date": "2022-01-01", "note": "Ships have come in the night"}
    source = {"publisher": "P", "url": "https://p.example", "kind": "press"}
    old = EVENT | {"tags": ["x", "z"], "claims": [claim], "sources": [source, {"publisher": "Q"}]}
    claims = [claim | {"note": "Ships had come in the night"}, {"by": "us", "stance": "denies"}]
    new = old | {"tags": ["y"], "claims": claims, "sources": [source | {"archived": "https://a.example"}]}

    assert inline("diff", *pair([old], [new])).out.splitlines()[3:] == [
        "    tags: - x",
        "    tags: - z",
        "    tags: + y",
        "    claims: 2022-01-01 un asserts (Ships [-have-]{+had+} come in the night)",
        "    claims: + us denies",
        '    sources: {"publisher":"P","url":"https://p.example","kind":"press"{+,"archived":"https://a.example"+}}',
        '    sources: - {"publisher":"Q"}',
    ]


def test_an_event_and_a_proposition_of_one_id_are_two(inline: Inline, pair: Any) -> None:
    new = {"propositions": {"a": {"text": "A is so"}}}

    done = inline("diff", *pair([], [EVENT], besides_now=new))
    assert done.out == "1 event added; 1 proposition added\n\n+ 2022  A visit to the capital (a)\n+ A is so (a)\n"
    assert len(inline("diff", *pair([], [EVENT], besides_now=new), "-o", "markdown").out.splitlines()) == 2
