"""Quotes, locators and languages on the command line: shown, exported, completed, filtered, and not known too early."""

import json
from typing import Any

import pytest

from program import Inline, Write

QUOTE = "Российские солдаты «герои»"
URL = "https://example.org/1"
CLAIM: dict[str, Any] = {
    "by": "moscow", "stance": "asserts", "date": "2024-01-02", "quote": QUOTE, "source": URL, "locator": "p. 12",
}  # fmt: skip
EVENTS: list[dict[str, Any]] = [
    {
        "id": "e", "date": "2024-01-01", "title": "A thing", "claims": [CLAIM], "propositions": ["p"],
        "sources": [
            {"publisher": "P", "url": URL, "date": "2024-01-03", "kind": "press", "language": "ru"},
            {"publisher": "Q", "language": "zh-Hans"},
        ],
    },
    {"id": "f", "date": "2024-02-01", "title": "Other", "sources": [{"publisher": "R", "language": "ru"}]},
    {"id": "g", "date": "2024-03-01", "title": "Third", "sources": [{"publisher": "R"}]},
]  # fmt: skip
FILE = {
    "title": "T",
    "actors": {"moscow": {"name": "Moscow", "kind": "state"}},
    "propositions": {
        "p": {
            "text": "It is so",
            "claims": [
                CLAIM | {"note": "A word"},
                CLAIM | {"date": "2024-01-05", "locator": "00:14:05", "quote": "Да", "figures": []},
            ],
        }
    },
    "events": EVENTS,
}


@pytest.fixture
def path(write: Write) -> str:
    return write("mine.json", json.dumps(FILE))


def test_the_file_is_right_and_its_answers_carry_the_new_keys(inline: Inline, path: str) -> None:
    assert inline("validate", "--strict", path).code == 0
    for form in ("json", "jsonl"):
        shown = inline("list", "-f", path, "-o", form).out
        rows = json.loads(shown) if form == "json" else [json.loads(line) for line in shown.splitlines()]
        assert rows[0]["sources"][0]["language"] == "ru"
        assert rows[0]["claims"][0] == CLAIM
    assert inline("list", "-f", path, "--fields", "sources.language,claims.quote,claims.locator").rows[0] == [
        "ru;zh-Hans", QUOTE, "p. 12",
    ]  # fmt: skip


def test_claims_have_quote_and_locator_in_csv(inline: Inline, path: str) -> None:
    header, first, *_ = inline("claims", "-f", path, "-o", "csv").out.splitlines()

    assert header == "date,by,by_name,party,stance,about,text,event,note,quote,source,locator,now"
    assert first.endswith(f",{QUOTE},{URL},p. 12,alleged")


def test_an_event_is_shown_with_its_quotes_in_quotation_marks_and_the_locator_beside_the_source(
    inline: Inline, path: str
) -> None:
    shown = inline("show", "-f", path, "e").out

    assert f"Moscow asserts: “{QUOTE}” [1, p. 12]" in shown
    assert f"Moscow asserts: A word “{QUOTE}” [1, p. 12]" in shown
    assert "Moscow asserts: “Да” [1, 00:14:05]" in shown
    assert "P, 3 Jan 2024, press, ru" in shown
    assert "Q, zh-Hans" in shown


def test_a_proposition_is_shown_with_them_too(inline: Inline, path: str) -> None:
    shown = inline("show", "-f", path, "p").out

    assert f"Moscow asserts: A word “{QUOTE}”" in shown
    assert f"{URL} (p. 12; 00:14:05)" in shown


def test_what_a_later_source_quotes_is_not_known_before_it(inline: Inline, path: str) -> None:
    def claims(day: str) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = json.loads(inline("list", "-f", path, "--as-of", day, "-o", "json").out)
        return list(rows[0]["claims"])

    assert claims("2024-01-02") == [{key: CLAIM[key] for key in ("by", "stance", "date")}]
    assert claims("2024-01-03") == [CLAIM]


def test_a_difference_names_the_words(inline: Inline, write: Write, path: str) -> None:
    changed = json.loads(json.dumps(FILE))
    changed["events"][0]["claims"][0]["quote"] = "Нет"
    other = write("other.json", json.dumps(changed))

    shown = inline("diff", path, other, "-o", "tsv").out
    assert f"2024-01-02 moscow asserts “{QUOTE}” p. 12" in shown
    assert "2024-01-02 moscow asserts “Нет” p. 12" in shown


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["list", "--language", "ru"], ["e", "f"]),
        (["list", "--language", "zh"], ["e"]),
        (["list", "--language", "zh", "--language", "RU"], ["e", "f"]),
        (["list", "--language", "zh,ru", "-r"], ["f", "e"]),
        (["search", "--language", "zh", "--", "thing OR other"], ["e"]),
        (["around", "2024-02-01", "--days", "60", "--language", "zh", "--fields", "id"], ["e"]),
    ],
)
def test_every_command_of_events_filters_by_language(
    inline: Inline, path: str, words: list[str], found: list[str]
) -> None:
    command, *rest = words

    assert inline(command, "-f", path, *rest).ids == found


def test_languages_are_counted_and_wrong_ones_are_one_line(inline: Inline, path: str) -> None:
    assert inline("count", "-f", path, "--language", "ru").out == "2\n"
    assert inline("count", "-f", path, "--by", "language").rows == [["ru", "2"], ["zh-Hans", "1"]]
    done = inline("list", "-f", path, "--language", "zh_Hans")
    assert (done.code, done.out) == (2, "")
    assert done.err == "timeline: --language: there is no 'zh_Hans': did you mean zh-Hans?\n"


def test_an_audit_names_the_events_without_a_language_and_filters_nothing(inline: Inline, path: str) -> None:
    rows = inline("audit", "-f", path, "--language", "ru,zh").rows

    assert [row for row in rows if row[0] == "language"] == [
        ["language", "f", "no source in zh"],
        ["language", "g", "no source in ru"],
        ["language", "g", "no source in zh"],
    ]
    assert [row for row in rows if row[0] != "language"] == inline("audit", "-f", path).rows
    done = inline("audit", "-f", path, "--language", "Russian")
    assert done.code == 2
    assert done.err == "timeline: --language: 'Russian' is no language tag: write ru, ko, zh-Hans or the like\n"


def test_a_quote_of_300_characters_is_not_too_long(inline: Inline, write: Write) -> None:
    whole = json.loads(json.dumps(FILE))
    whole["events"][0]["claims"][0]["quote"] = "ы" * 300

    assert inline("validate", "--strict", write("x.json", json.dumps(whole))).code == 0
