"""What a file says is all there after reading and saving: no entry dropped, no year guessed, no chain cut short."""

import json
from pathlib import Path

from program import Inline, Write
from small import SMALL


def test_of_entries_with_one_id_and_title_those_of_other_dates_are_kept(inline: Inline, write: Write) -> None:
    rows = "fair,2020-05-01,A fair\nfair,2021-05-01,A fair\nfair,2020-05-01,A fair\nfair,2020-05-01,A mart\n"

    done = inline("list", "-f", write("x.csv", f"id,date,title\n{rows}"), "--fields", "id,date,title", "--explain")

    assert done.rows == [
        ["fair", "2020-05-01", "A fair"],
        ["fair-3", "2020-05-01", "A mart"],
        ["fair-2", "2021-05-01", "A fair"],
    ]
    assert "3: the id 'fair' is taken on line 2: this one is 'fair-2'" in done.err
    assert "4: 'fair' is told already on line 2: left out" in done.err
    assert "5: the id 'fair' is taken on line 2: this one is 'fair-3'" in done.err


def test_a_saved_file_holds_everyone_for_whom_its_actors_speak(inline: Inline, tmp_path: Path) -> None:
    saved = str(tmp_path / "saved.json")

    assert inline("list", "-f", str(SMALL), "--tag", "war", "--actor", "berg", "-o", saved).code == 0

    held = json.loads(Path(saved).read_bytes())
    assert list(held["actors"]) == ["north", "north-roads", "olaf-berg"]
    assert inline("list", "-f", saved, "--actor", "The North").ids == ["mines"]


def test_a_saved_file_holds_the_parents_of_those_who_only_claim(inline: Inline, tmp_path: Path) -> None:
    saved = str(tmp_path / "saved.json")

    assert inline("list", "-f", str(SMALL), "--on", "2001-06-30", "--tag", "bridge", "-o", saved).code == 0

    held = json.loads(Path(saved).read_bytes())
    assert [event["id"] for event in held["events"]] == ["toll", "inquiry"]
    assert list(held["actors"]) == ["north", "north-roads", "olaf-berg", "south", "ana-sur", "observers"]
    assert [row[:2] for row in inline("contested", "-f", saved).rows] == [["sabotage", "confirmed"]]


NEWEST_FIRST = """How it came

June 19, 2024: The pact is signed.

March 3: Talks begin.

Dec. 2, 2023: A letter arrives.

Oct. 5, 2023: A ship sails.

Nov. 20, 2023: It is seen at sea.

Feb. 1, 2023: The plan is made.

Jan. 4: They meet.

Dec. 9: They write.
"""


def test_an_article_that_tells_the_latest_first_may_slip_once(inline: Inline, write: Write) -> None:
    rows = inline("list", "-f", write("a.txt", NEWEST_FIRST), "--fields", "date,title").rows

    assert rows == [
        ["2022-12-09", "They write."],
        ["2023-01-04", "They meet."],
        ["2023-02-01", "The plan is made."],
        ["2023-10-05", "A ship sails."],
        ["2023-11-20", "It is seen at sea."],
        ["2023-12-02", "A letter arrives."],
        ["2024-03-03", "Talks begin."],
        ["2024-06-19", "The pact is signed."],
    ]


def test_an_article_that_tells_the_earliest_first_may_slip_once(inline: Inline, write: Write) -> None:
    told = NEWEST_FIRST.split("\n\n")
    forwards = "\n\n".join([told[0], *(line.strip() for line in told[:0:-1])])
    forwards = (
        forwards.replace("Dec. 9:", "Dec. 9, 2022:")
        .replace("June 19, 2024:", "June 19:")
        .replace("March 3:", "Jan. 3:")
    )

    rows = inline("list", "-f", write("a.txt", forwards), "--fields", "date,title").rows

    assert [row[0] for row in rows] == [
        "2022-12-09", "2023-01-04", "2023-02-01", "2023-10-05", "2023-11-20", "2023-12-02", "2024-01-03", "2024-06-19",
    ]  # fmt: skip


def test_parentheses_with_nothing_in_them_find_nothing_and_say_so(inline: Inline) -> None:
    for words in ("()", "(())", "( )", "-"):
        done = inline("search", "-f", str(SMALL), "--", words)

        assert (done.code, done.out) == (1, "")
        assert done.err == "timeline: search: there is no word to look for\n"
