"""Who errs is told what was meant: the option, the command, the way to write it; in one line, with exit code 2."""

from pathlib import Path

import pytest

from program import Inline
from relations_cli.cli import COMMANDS, GROUPS


def told(inline: Inline, *args: str) -> str:
    """The one line on standard error of a call that fails."""
    done = inline(*args)
    assert (done.code, done.out) == (2, "")
    assert done.err.count("\n") == 1, done.err
    return done.err.removeprefix("timeline: ").rstrip("\n")


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ("list 2024", "write --year 2024"),
        ("count 2024-06", "write --on 2024-06"),
        ("list since 2022", "write --since 2022"),
        ("list until 2022", "write --until 2022"),
        ("list last month", "write --on 'last month'"),
        ("list sanctions", "write --tag sanctions, or `timeline search sanctions`"),
        ("list tag sanctions", "write --tag sanctions"),
        ("count Sanctions", "write --tag sanctions"),
        ("list Putin", "write --actor Putin, or `timeline search Putin`"),
        ("list north korea", "write --actor 'North Korea', or `timeline search 'north korea'`"),
        ("list disputed", "write --status disputed, or `timeline search disputed`"),
        ("list csv", "write --output csv"),
        ("list mine.csv", "write `timeline list -f mine.csv`"),
        ("list nowhere at all", "write `timeline search 'nowhere at all'`"),
        ("changes 2024", "write --since 2024"),
        ("figures troops", "write --of troops"),
        ("figures Troop", "write --of troops"),
        ("figures soldiers", "write --of troops"),
        ("count year", "write --by year"),
        ("count tags", "write --by tag"),
        ("count by year", "write --by year"),
        ("count weekdays", "write --by weekday"),
        ("count sources", "write --by publisher"),
        ("count year tag", "write --by year,tag"),
        ("count by year and tags", "write --by year,tag"),
        ("count year,tag", "write --by year,tag"),
        ("tags sanctions", "write --tag sanctions"),
        ("claims denies", "write --stance denies"),
        ("claims russia", "write --by russia"),
        ("contested confirmed", "write --status confirmed"),
        ("schema x", "got unexpected extra argument(s) (x): see `timeline schema --help`"),
    ],
)
def test_a_word_that_a_command_does_not_take_is_given_to_the_option_that_does(
    inline: Inline, args: str, says: str
) -> None:
    assert says in told(inline, *args.split())


def test_words_of_which_one_is_no_facet_are_no_table(inline: Inline) -> None:
    assert "--by" not in told(inline, "count", "tag", "bananas", "year")


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ("sanctions", "write `timeline search sanctions`"),
        ("nuclear tests -n 3", "write `timeline search nuclear tests -n 3`"),
        ("lsit", "did you mean list?"),
        ("actor", "did you mean actors?"),
        ("2024", "write `timeline list --year 2024`"),
        ("2024-06", "write `timeline list --on 2024-06`"),
        ("2024-06-19-treaty-signed", "write `timeline show 2024-06-19-treaty-signed`"),
        ("mine.csv", "write `timeline list -f mine.csv`"),
        ("--since 2024 -n 3", "write `timeline list --since 2024 -n 3`"),
        ("--since 2024 count", "write `timeline count --since 2024`"),
        ("--spread --by year", "write `timeline count --spread --by year`"),
        ("--nonsense", "there is no such option"),
    ],
)
def test_what_stands_in_the_place_of_a_command_is_asked_by_one(inline: Inline, args: str, says: str) -> None:
    assert says in told(inline, *args.split())


def test_no_word_is_taken_for_a_command_that_it_does_not_resemble(inline: Inline) -> None:
    for word in ("sanctions", "contact", "finance", "shelf", "title"):
        said = told(inline, word)
        assert f"`timeline search {word}`" in said
        assert not any(f"mean {command}" in said for command in COMMANDS)


@pytest.mark.parametrize(
    "dash", ["\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212", "\u2013-", "-\u2013"]
)
def test_a_dash_of_a_word_processor_is_named(inline: Inline, dash: str) -> None:
    assert told(inline, "list", f"{dash}since", "2024").endswith("write `timeline list --since`")
    assert told(inline, "list", f"{dash}since=2024").endswith("write `timeline list --since=2024`")
    assert told(inline, "list", f"{dash}n", "3").endswith("write `timeline list -n`")
    assert told(inline, f"{dash}version").endswith("write --version")
    assert inline("search", "--", f"{dash}since").code in {0, 1}


@pytest.mark.parametrize(
    ("first", "last"), [("\u201c", "\u201d"), ("\u2018", "\u2019"), ("\u201e", "\u201c"), ("\u00ab", "\u00bb")]
)
def test_a_quotation_mark_of_a_word_processor_is_named(inline: Inline, first: str, last: str) -> None:
    for option in ("--since", "--until", "--on", "--year", "--as-of"):
        said = told(inline, "list", f"{option}={first}2024{last}")
        assert f"{first}2024{last}" in said
        assert "typographic quotation mark" in said
        assert said.endswith("write 2024")
    assert "did you mean sanctions?" in told(inline, "list", "--tag", f"{first}sanctions{last}")
    assert "did you mean list?" in told(inline, f"{first}list{last}")


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("24", "did you mean 2024?"),
        ("'24", "did you mean 2024?"),
        ("94", "did you mean 1994?"),
        ("2022-2024", "write --on 2022..2024 "),
        ("2022..2024", "write --on 2022..2024 "),
        ("2022/2024", "write --on 2022..2024 "),
        ("2022–2024", "write --on 2022..2024 "),
        ("2022 to 2024", "write --on 2022..2024 "),
        ("2022-24", "write --on 2022..2024 "),
        ("2024-2022", "write --on 2022..2024 "),
        ("2022-06", "write --on 2022-06 "),
        ("last year", "write --on 'last year' "),
        ("1990s", "write --on 1990s "),
    ],
)
def test_what_is_no_year_is_asked_as_a_date(inline: Inline, given: str, meant: str) -> None:
    assert meant in told(inline, "list", "--year", given)


def test_of_many_who_have_a_name_the_best_known_is_offered_once(inline: Inline) -> None:
    said = told(inline, "list", "--actor", "kim")

    assert "did you mean Kim Jong Un, or one of " in said
    assert said.endswith(" others? `timeline actors` lists them")
    assert said.count("Kim") == 1


def test_a_measure_is_found_by_what_it_means(inline: Inline) -> None:
    assert "did you mean troops" in told(inline, "figures", "--of", "soldiers")
    assert "did you mean oil-barrels" in told(inline, "figures", "--of", "oil")


@pytest.mark.parametrize(
    "address",
    ["https://example.org/events.json", "HTTP://example.org", "www.example.org/a.csv", "https://a.org/x?a=b&c=*"],
)
def test_how_an_address_is_read_is_said(inline: Inline, address: str) -> None:
    for args in (["count", "-f", address], ["validate", address], ["diff", address, address]):
        said = told(inline, *args)
        assert said.startswith(f"{address}: is an address")
        assert "curl -sL " in said
        assert said.endswith("| timeline ... -f -")
    assert told(inline, "list", "-f", "file:///tmp/none.csv").endswith("give /tmp/none.csv")


def test_a_calendar_is_told_in_the_words_of_calendars(inline: Inline, tmp_path: Path) -> None:
    lines = [
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT",
        "UID:0",
        "DTSTART;VALUE=DATE:20240501",
        "SUMMARY:Fair",
        "{}",
        "END:VEVENT",
    ]
    text = "\r\n".join(
        [*lines, "BEGIN:VEVENT", "UID:1", "DTSTART;VALUE=DATE:20240502", "END:VEVENT", "END:VCALENDAR", ""]
    )
    file = tmp_path / "a.ics"

    file.write_text(text.format("LOCATION:X"), encoding="utf-8")
    done = inline("list", "-f", str(file), "--fields", "title")
    assert (done.code, done.out) == (0, "Fair\n")
    assert "--map" not in done.err

    file.write_text(text.format("X:Y").replace("SUMMARY:Fair\r\n", ""), encoding="utf-8")
    assert told(inline, "list", "-f", str(file)).endswith("no entry has a text: give each a SUMMARY")

    for rule, says in {
        "FREQ=FORTNIGHTLY;COUNT=3": "FREQ=FORTNIGHTLY is none of YEARLY, MONTHLY, WEEKLY, DAILY",
        "COUNT=3": "FREQ is missing: it is one of YEARLY, MONTHLY, WEEKLY, DAILY",
        "FREQ=DAILY;COUNT=many": "COUNT=MANY is no number from 1 on",
        "FREQ=DAILY;UNTIL=soon": "UNTIL=SOON is no day, as 20240630",
        "FREQ=DAILY;BYDAY=XX": "BYDAY=XX is no day of the week, MO to SU",
        "FREQ=DAILY;OFTEN=1": "OFTEN=1 is no part of a rule: write FREQ=WEEKLY;COUNT=3 or the like",
    }.items():
        file.write_text(text.format(f"RRULE:{rule}"), encoding="utf-8")
        assert told(inline, "list", "-f", str(file)).endswith(says)


def test_the_main_page_has_every_command_in_the_group_of_what_it_is_for(inline: Inline) -> None:
    page = inline("--help").out

    assert sorted(name for names in GROUPS.values() for name in names) == sorted(COMMANDS)
    headings = [line.removesuffix(":") for line in page.splitlines()]
    assert [one for one in headings if one in GROUPS] == list(GROUPS)
    for title, names in GROUPS.items():
        below = page.split(f"\n{title}:\n", 1)[1].split("\n\n", 1)[0]
        assert [line.split()[0] for line in below.splitlines() if line[2:3].strip()] == list(names)


def test_help_is_as_wide_as_the_terminal_up_to_a_hundred(inline: Inline, monkeypatch: pytest.MonkeyPatch) -> None:
    for columns, widest in (("60", 58), ("80", 78), ("140", 100)):
        monkeypatch.setenv("COLUMNS", columns)
        longest = max(map(len, inline("list", "--help").out.splitlines()))
        assert widest - 10 < longest <= widest


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["--since"], "option '--since' requires an argument: see `timeline list --help`"),
        (["--anniversary", "26 May"], "--anniversary: '26 May' is no day of a year: write 05-26"),
        (["--anniversary", "Feb 29"], "--anniversary: 'Feb 29' is no day of a year: write 02-29"),
        (["--anniversary", "May"], "--anniversary: 'May' is no day of a year: write MM-DD, or MM for the whole month"),
        (["--output="], "--output: an empty word: name a format or a file"),
        (["--json", ""], "--json: an empty word: name a field"),
        (["--fields", "", "-o", "json"], "--fields: an empty word: name a field"),
    ],
)
def test_an_option_that_says_nothing_or_half_is_told_what_to_say(inline: Inline, args: list[str], says: str) -> None:
    assert told(inline, "list", *args) == says
