"""Every command: what it prints, on which stream, with which exit code, on a real chronology."""

import json
import webbrowser

import pytest

from program import Inline, Write
from small import SMALL


def test_list_gives_id_date_title_tags_and_status_in_order(inline: Inline) -> None:
    done = inline("list", "--since", "2022-05-26", "--until", "2022-05-27")

    assert done.code == 0
    assert done.err == ""
    assert done.rows == [
        [
            "2022-05-26-russia-china-veto",
            "2022-05-26",
            "Russia and China veto new UN sanctions on North Korea",
            "sanctions;un;oil;missiles;third-states",
            "",
        ],
        [
            "2022-05-27-us-sanctions-russian-banks",
            "2022-05-27",
            "US sanctions Far Eastern Bank and Bank Sputnik over North Korea",
            "sanctions;finance;missiles;third-states",
            "",
        ],
    ]


def test_a_long_interval_is_in_every_year_it_overlaps_and_starts_in_one(inline: Inline) -> None:
    resolutions = "2006-2017-un-sanctions-resolutions"

    assert resolutions in inline("list", "--year", "2012").ids
    assert resolutions in inline("list", "--since", "2010").ids
    assert resolutions not in inline("list", "--since", "2010", "--starts").ids
    assert resolutions in inline("list", "--year", "2006", "--starts").ids
    assert resolutions not in inline("list", "--since", "2018").ids


def test_until_is_inclusive_and_reaches_the_end_of_a_month(inline: Inline) -> None:
    ids = inline("list", "--since", "2024-06", "--until", "2024-06").ids

    assert "2024-06-28-south-korea-sanctions-export-controls" in ids
    assert all(one.startswith("2024-06") for one in ids)


def test_limit_and_reverse(inline: Inline) -> None:
    whole = inline("list").ids

    assert inline("list", "-n", "3").ids == whole[:3]
    assert inline("list", "-r").ids == whole[::-1]
    assert inline("list", "-r", "-n", "5").ids == whole[-5:][::-1]
    nothing = inline("list", "-n", "0")
    assert (nothing.code, nothing.out) == (1, "")


def test_tags_with_a_comma_are_either_and_repeated_are_both(inline: Inline) -> None:
    un, oil = set(inline("list", "--tag", "un").ids), set(inline("list", "-t", "oil").ids)

    assert set(inline("list", "--tag", "UN,oil").ids) == un | oil
    assert set(inline("list", "-t", "un", "-t", "oil").ids) == un & oil != set()
    assert set(inline("list", "--not-tag", "un,oil").ids) == set(inline("list").ids) - un - oil


def test_an_actor_includes_those_who_speak_for_it_by_any_name(inline: Inline) -> None:
    russia = inline("list", "--actor", "russia").ids

    assert russia == inline("list", "-a", "Россия").ids == inline("list", "-a", "MOSCOW").ids
    assert set(inline("list", "-a", "dmitry-peskov").ids) <= set(russia)
    soviet = inline("list", "-a", "soviet-union", "--until", "1990").ids
    assert soviet
    assert not set(soviet) & set(inline("list", "-a", "russia", "--until", "1990").ids)


def test_the_other_filters(inline: Inline) -> None:
    assert inline("count", "--landmarks").out == "3\n"
    assert inline("count", "--type", "summit,treaty").rows[0][0] == str(
        int(inline("count", "--type", "summit").out) + int(inline("count", "--type", "treaty").out)
    )
    at = ("count", "-f", str(SMALL), "--place", "southgate")
    assert (inline(*at).out, inline(*at, "--place", "Northgate").out) == ("3\n", "7\n")
    assert inline("list", "--anniversary", "05-26").ids == [one for one in inline("list").ids if one[4:10] == "-05-26"]
    may = inline("list", "--anniversary", "05").ids
    assert {one[5:7] for one in may} == {"05"}
    on = inline("list", "--on", "2023-09-15").ids
    assert "2023-09-10-kim-russia-trip" in on


def test_search_ranks_the_best_first_and_by_date_where_asked(inline: Inline) -> None:
    ranked = inline("search", "rail", "trolley")
    by_date = inline("search", "sanctions", "--sort", "date")

    assert ranked.ids[0] == "2021-02-25-rail-trolley"
    dates = [row[1] for row in by_date.rows]
    assert dates == sorted(dates)
    assert inline("search", "sanctions", "--sort", "date", "-r").ids == by_date.ids[::-1]
    best = inline("search", "sanctions", "-n", "5").ids
    assert inline("search", "sanctions", "--sort", "date", "-n", "5").ids == [one for one in by_date.ids if one in best]


def test_search_finds_actors_by_alias(inline: Inline) -> None:
    assert "2022-05-26-russia-china-veto" in inline("search", "DPRK").ids
    assert "2022-05-26-russia-china-veto" in inline("search", "DPRK", "veto", "--year", "2022").ids


def test_a_hit_outside_the_title_carries_a_snippet(inline: Inline) -> None:
    rows = json.loads(inline("search", "Lazarus", "--json", "id,title,snippet,rank").out)

    outside = [row for row in rows if "Lazarus" not in row["title"]]
    assert outside
    assert all("Lazarus" in row["snippet"] for row in outside)
    inside = json.loads(inline("search", "title:trolley", "--json", "snippet").out)
    assert inside == [{"snippet": None}]
    assert [row["rank"] for row in rows] == list(range(1, len(rows) + 1))


@pytest.mark.parametrize(
    "words",
    ["Kim's", "DPRK-Russia", "1,000", "note:veto", "NOT x", "-x", "*", '"open quote', "(", ")", "a AND", "OR b",
     "a NOT NOT", "title:", "^", "NEAR(a b", "a:b:c", '""', "x*y", "- -", "U.N.", "é", "北", "\\", "'", "((a) OR",
     "AND OR NOT"],
)  # fmt: skip
def test_no_search_fails_or_speaks_of_its_engine(inline: Inline, words: str) -> None:
    done = inline("search", "--", words)

    assert done.code in (0, 1) or " at character " in done.err
    assert "fts5" not in (done.out + done.err).lower()
    assert done.err.count("\n") <= 1 or done.code == 1


LOG = """\
id,date,title
w1,2020-01-05,Council veto over the wall
w2,2020-04-06,Boat hits the wall
w3,2021-04-07,Boat not stopped by veto
w4,2022-04-08,Board's North-South note:veto
w5,2023-01-01,Storm
"""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["NOT", "wall"], "w3 w4 w5"),
        (["NOT", "veto"], "w2 w5"),
        (["veto -boat"], "w1 w4"),
        (["-boat veto"], "w1 w4"),
        (["-(boat OR veto)"], "w5"),
        (['-"the wall"'], "w3 w4 w5"),
        (["--", "-wall"], "w3 w4 w5"),
        (["veto", "--", "-wall", "-n5"], "w3 w4"),
        (["boat", "-n5"], "w2 w3"),
        (["-n1", "boat"], "w2"),
        (["boat", "-C0"], "w2 w3"),
        (["veto", "NOT", "boat"], "w1 w4"),
        (["(wall OR storm)", "-boat"], None),
        (["not", "veto"], "w3"),
        (["Board's", "North-South", "note:veto"], "w4"),
        (["-north"], None),
        (["-oil.json"], None),
        (["missile", "-sanctions"], None),
        (["-\u4f1a\u8bae"], None),
        (["veto", "-rn5"], None),
        (["veto", "-5"], None),
    ],
)
def test_a_minus_leaves_out_where_no_shell_or_option_can_take_it(
    inline: Inline, write: Write, words: list[str], expected: str | None
) -> None:
    done = inline("search", "-f", write("log.csv", LOG), "--fields", "id", "--sort", "date", *words)

    if expected is not None:
        assert (done.code, done.ids) == (0, expected.split())
    else:
        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
        assert "to leave a word out, write timeline search " in done.err


def test_an_option_glued_to_letters_is_told_the_quoted_form_and_its_own(inline: Inline) -> None:
    assert inline("search", "missile", "-oil.json").err == (
        "timeline: search: '-oil.json' is an option glued to letters: to leave a word out, "
        "write timeline search 'missile -oil.json', for the option -o il.json\n"
    )
    assert inline("search", "-sanctions").err == (
        "timeline: search: '-sanctions' is no option: to leave a word out, write timeline search -- -sanctions\n"
    )
    assert "-r -n5" in inline("search", "veto", "-rn5").err
    assert "write timeline" not in inline("search", "veto", "-n").err


def test_operators_keep_their_meaning_beside_a_repaired_word(inline: Inline) -> None:
    un, trolley = set(inline("search", "U.N.").ids), set(inline("search", "trolley").ids)

    assert set(inline("search", "U.N. OR trolley").ids) == un | trolley
    assert set(inline("search", "trolley NOT border").ids) == trolley - set(inline("search", "border").ids)
    assert set(inline("search", "title:veto").ids) < set(inline("search", "veto").ids)
    assert set(inline("search", "(trolley OR veto) Lavrov").ids) == set(inline("search", "trolley Lavrov").ids) | set(
        inline("search", "veto Lavrov").ids
    )


def test_no_hit_names_near_words_and_lower_case_operators(inline: Inline) -> None:
    done = inline("search", "sanctoins")
    assert (done.code, done.out) == (1, "")
    assert "'sanctoins'" in done.err
    assert "sanction" in done.err

    done = inline("search", "zzzz", "or", "qqqq")
    assert "write OR" in done.err
    assert done.code == 1

    done = inline("search", "trolley", "--year", "1950")
    assert done.code == 1
    assert "passes the filters" in done.err


def test_context_shows_the_neighbours_in_time(inline: Inline) -> None:
    whole = inline("list").ids
    done = inline("search", "trolley", "-C", "1")

    hits = [row[0] for row in done.rows if row[-2] == "hit"]
    expected = sorted({at + step for at in map(whole.index, hits) for step in (-1, 0, 1)})
    assert done.ids == [whole[at] for at in expected]
    assert inline("search", "trolley", "-A", "1", "-B", "0").ids[0] == hits[0]


def test_show_takes_a_date_an_id_and_a_part_of_one(inline: Inline) -> None:
    by_date = inline("show", "2022-05-26")

    assert by_date.code == 0
    assert by_date.out == inline("show", "2022-05-26-russia-china-veto").out == inline("show", "CHINA-VETO").out
    for part in (
        "Russia and China veto new UN sanctions on North Korea\nThu 26 May 2022 · un-vote · landmark\n",
        "Actors  Russia, China, United States, North Korea, UN Security Council",
        "\nSources\n  [1]  United Nations, ",
        "\n       https://press.un.org/en/2022/sc14911.doc.htm\n",
        "\n  22 months later   Russia vetoes renewal of the UN panel on North Korea sanctions (2024-03-28-russia-",
    ):
        assert part in by_date.out


def test_show_resolves_everything_before_it_prints(inline: Inline) -> None:
    done = inline("show", "2022-05-26", "no-such-thing")

    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("timeline: 'no-such-thing' is no date and in no id")


def test_an_ambiguous_part_names_candidates_and_how_many(inline: Inline) -> None:
    done = inline("show", "korea")

    assert (done.code, done.out) == (2, "")
    assert done.err.count("\n") == 1
    named = [*inline("list").ids, *inline("contested", "--fields", "id").ids]
    number = len({one for one in named if "korea" in one})
    assert f"is in {number} ids: " in done.err
    assert " more: give more of one" in done.err


def test_show_of_a_day_without_events_matches_nothing(inline: Inline) -> None:
    done = inline("show", "1951-01-01")

    assert (done.code, done.out) == (1, "")
    assert done.err.count("\n") == 1


def test_cite_is_a_line_a_source(inline: Inline) -> None:
    done = inline("show", "2022-05-26", "--cite")

    assert len(done.out.splitlines()) == 5
    assert done.out.splitlines()[1] == (
        "UN Security Council, “Draft resolution — S/2022/431”, 26 May 2022, https://undocs.org/S/2022/431"
    )


def test_a_list_and_a_search_cite_as_show_does_event_by_event_each_source_once(inline: Inline) -> None:
    ids = inline("list", "--year", "2022", "--fields", "id").ids
    shown = inline("show", *ids, "--cite").out

    assert inline("list", "--year", "2022", "--cite").out == shown
    assert inline("list", "--year", "2022", "--cite", "-r").out == inline("show", *ids[::-1], "--cite").out
    assert len(set(shown.splitlines())) == shown.count("\n") > len(ids)
    found = inline("search", "veto", "--fields", "id").ids
    assert inline("search", "veto", "--cite").out == inline("show", *found, "--cite").out
    assert inline("list", "--year", "2022", "--cite", "--fields", "id").ids == ids
    refused = inline("list", "--year", "2022", "--cite", "-o", "csv")
    assert (refused.code, refused.out) == (2, "")
    assert "--cite: words the sources as lines of text, and csv is none" in refused.err
    none = inline("list", "--year", "1900", "--cite")
    assert (none.code, none.out, none.err.count("\n")) == (1, "", 1)


def test_sources_that_read_alike_are_cited_once(write: Write, inline: Inline) -> None:
    source = {"publisher": "A", "title": "T\x1b[1m", "url": "https://a.example/"}
    events = [
        {
            "id": name,
            "date": "2020",
            "title": name,
            "sources": [source | {"language": name}, {"url": f"https://{name}.example/"}],
        }
        for name in ("en", "de")
    ]
    path = write("o.json", json.dumps({"title": "T", "events": events}))

    assert inline("list", "-f", path, "--cite").out == (
        "A, “T\\x1b[1m”, https://a.example/\nhttps://en.example/\nhttps://de.example/\n"
    )


def test_count_is_a_number_and_1_for_none(inline: Inline) -> None:
    assert inline("count").out == "378\n"
    nothing = inline("count", "--until", "1900")
    assert (nothing.code, nothing.out) == (1, "0\n")


def test_count_by_year_fills_empty_years_and_keeps_to_the_window(inline: Inline) -> None:
    rows = inline("count", "--by", "year", "--since", "1945", "--until", "1950").rows

    assert [row[0] for row in rows] == ["1945", "1946", "1947", "1948", "1949", "1950"]
    assert rows[1] == ["1946", "0"]
    assert sum(int(row[1]) for row in rows) == int(inline("count", "--since", "1945", "--until", "1950").out)


def test_an_interval_counts_once_or_spread_within_the_window(inline: Inline) -> None:
    asked = ("count", "--by", "year", "--since", "2010", "--until", "2012", "--tag", "un")
    once = {row[0]: int(row[1]) for row in inline(*asked).rows}
    spread = {row[0]: int(row[1]) for row in inline(*asked, "--spread").rows}

    assert sum(once.values()) == int(inline(*(one for one in asked if one not in ("--by", "year"))).out)
    assert spread.keys() == {"2010", "2011", "2012"}
    assert spread["2012"] >= 1
    assert sum(spread.values()) > sum(once.values())


def test_an_event_dated_by_its_year_is_that_year_by_month(inline: Inline) -> None:
    rows = dict(inline("count", "--by", "month", "--year", "1959").rows)

    assert rows == {"1959": "1"}


def test_count_by_value_is_most_frequent_first_and_limit_cuts_rows(inline: Inline) -> None:
    rows = inline("count", "--by", "tag").rows
    numbers = [int(row[1]) for row in rows]

    assert numbers == sorted(numbers, reverse=True)
    assert inline("count", "--by", "tag", "-n", "3").rows == rows[:3]
    assert inline("count", "--by", "tag", "-r").rows == rows[::-1]
    assert dict(rows)["un"] == inline("count", "--tag", "un").out.strip()


@pytest.mark.parametrize("facet", ["year", "month", "tag", "actor", "place", "type", "publisher", "status"])
def test_every_facet_counts(inline: Inline, facet: str) -> None:
    done = inline("count", "--by", facet, "--year", "2024")

    assert done.code == 0
    assert all(len(row) == 2 and row[1].isdigit() for row in done.rows)


def test_tags_and_actors_give_counts_and_dates(inline: Inline) -> None:
    tags = {row[0]: row for row in inline("tags").rows}
    actors = {row[0]: row for row in inline("actors").rows}

    events = inline("list", "--tag", "korean-war").rows
    assert tags["korean-war"] == [
        "korean-war", str(len(events)), events[0][1], events[-1][1], "The Korean War, 1950-1953",
    ]  # fmt: skip
    assert actors["north-korea"][1] == "North Korea"
    assert len(actors) == 355


def test_about_says_what_it_is(inline: Inline) -> None:
    facts = dict(inline("about").rows)

    assert facts["events"] == "378"
    assert facts["licence"] == "CC-BY-4.0"
    assert facts["updated"] == "2026-11-26"
    assert facts["file"].endswith("chronology.json")


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["list", "--tag", "sanction"], "did you mean sanctions?"),
        (["list", "--year", "20222"], "did you mean 2022?"),
        (["list", "--since", "2024-13"], "2024-13"),
        (["list", "-o", "tabel"], "did you mean table?"),
        (["show", "2022-05-2z"], "2022-05-27-us-sanctions-russian-banks"),
        (["list", "--since", "2022", "--until", "2021"], "2021"),
        (["list", "--from", "2022"], "--since"),
        (["list", "--fields", "titel"], "did you mean title or time?"),
        (["list", "--fields", "sources.uri"], "there are publisher, title, url"),
        (["list", "--json"], "id, date, lower"),
        (["search", "x", "--sort", "rank", "-r"], "--sort date"),
        (["search", "x", "--sort", "size"], "rank, date"),
        (["count", "--by", "yaer"], "did you mean year?"),
        (["count", "--by", "tag", "--spread"], "--by year"),
        (["count", "--spread"], "--by"),
        (["list", "--status", "aleged"], "did you mean alleged?"),
        (["list", "--anniversary", "13-01"], "MM-DD"),
        (["list", "--anniversary", "02-30"], "MM-DD"),
        (["list", "--type", "sumit"], "did you mean summit"),
        (["list", "--actor", "Peskow"], "Peskov"),
        (["list", "--as-of", "2024.."], "no last day"),
        (["list", "-n", "-1"], "--limit"),
        (["list", "-n", "two"], "--limit"),
        (["list", "--snce", "2022"], "did you mean --since"),
        (["lits"], "did you mean list"),
        (["list", "extra"], "extra"),
        (["list", "--since"], "--since"),
        (["search"], "WORD"),
        (["list", "--tag", "un,,oil"], "empty name"),
        (["list", "--json", "id", "--fields", "id"], "--json"),
        (["list", "--to", "csv"], "--to"),
        (["list", "-o", "out.pdf"], ".csv"),
        (["list", "-f", "no-such-file.json"], "no such file"),
        (["list", "-f", "a\x1b[2Jb.json"], "a\\x1b[2Jb.json"),
        (["claims", "--by", "rusia"], "did you mean russia"),
        (["claims", "--stance", "denis"], "did you mean denies?"),
        (["claims", "--stance", "x"], "asserts, denies, corroborates, confirms"),
        (["claims", "--about", "troops-deploied"], "troops-deployed"),
        (["figures", "--of", "shell"], "did you mean shells?"),
        (["count", "--by", "year", "--by", "tag,type"], "'year,tag,type' has more than two facets"),
        (["count", "--by", "tag", "--by", "Tag"], "'tag,tag' names one facet twice"),
        (["count", "--by", "tag,"], "an empty name"),
        (["changes"], "--since"),
        (["around", "troops-deployed"], "proposition"),
        (["around", "2024.."], "no first or last day"),
        (["around", "x", "--days", "-1"], "--days"),
    ],
)
def test_a_wrong_value_is_one_line_and_2(inline: Inline, args: list[str], says: str) -> None:
    done = inline(*args)

    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("timeline: ")
    assert done.err.count("\n") == 1
    assert says in done.err


def test_help_is_there_for_every_command_both_ways(inline: Inline) -> None:
    from relations_cli.cli import COMMANDS

    main = inline("--help")
    assert main.out == inline("-h").out == inline().out
    for command, purpose in COMMANDS.items():
        assert f"  {command} " in main.out
        assert purpose.split()[0] in main.out
        page = inline(command, "--help")
        assert page.code == 0
        brief = inline(command, "-h")
        assert brief.code == 0
        assert 5 <= brief.out.count("\n") <= 24
        assert f"Usage: timeline {command} [OPTIONS]" in brief.out
        assert brief.out.endswith(f"`timeline {command} --help` says all of it.\n")
        assert page.out == inline(command, "-h", "--help").out == inline("help", command).out
        assert "Examples:\n" in page.out
        assert "Exit code: 0 " in page.out
        assert f"Usage: timeline {command} [OPTIONS]" in page.out
        groups = ["Filters (all of them must fit):", "Result:", "Input:", "Options:"]
        places = [page.out.index(f"\n{group}\n") for group in groups if f"\n{group}\n" in page.out]
        assert places == sorted(places)


def test_every_example_of_a_help_page_runs(inline: Inline, monkeypatch: pytest.MonkeyPatch) -> None:
    import shlex
    from importlib import import_module

    from relations_cli.cli import COMMANDS
    from relations_cli.cli.help import EXAMPLES

    monkeypatch.setattr(webbrowser, "open", lambda _url: True)
    pages = [EXAMPLES, *(import_module(f"relations_cli.cli.{command}").EXAMPLES for command in COMMANDS)]
    for line in (line for page in pages for line in page.splitlines()):
        args = shlex.split(line.split(" | ")[0].split(" > ")[0])[1:]
        if {"mine.json", "old.json", "*.json"} & set(args):
            continue
        assert inline(*args).code == 0, line


def test_version(inline: Inline) -> None:
    from relations_cli import __version__

    assert inline("--version").out == f"timeline {__version__}\n"
