"""Rows as a reader words them, and rows that end with NUL."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hostile import TORTURE, live, ran, texts
from program import Inline, Write
from relations_cli.cli import pager
from relations_cli.errors import UsageError
from relations_cli.query.table import Field, Table
from relations_cli.writers.template import parsed

LOG = "id,date,title,tags\nw1,2020-01-05,Wall,a;b\nw2,,\x1b[31mred\x1b[0m,\nw3,2021,会议,c\n"
TABLE = Table.of(
    Field("title", "text", lambda row: row[0], "a text"),
    Field("n", "number", lambda row: row[1], "a number"),
    Field("tags", "texts", lambda row: row[2], "texts"),
    tsv="title",
)


def worded(template: str, *row: object) -> str:
    return "".join(one if isinstance(one, str) else one.of(row) for one in parsed(template, TABLE))


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{n} {title}", "1200 Wall"), ("{title:>6}|", "  Wall|"), ("{title:<6}|", "Wall  |"),
        ("{title:^6}|", " Wall |"), ("{title:*^6}", "*Wall*"), ("{title:.2}", "Wa"), ("{title:3.2}|", "Wa |"),
        ("{n:>7,}", "  1,200"),
        ("{n:07}", "0001200"), ("{n:.1f}", "1200.0"), ("{title!s}", "Wall"), ("{ title }", "Wall"), ("{tags}", "a;b"),
        ("{{{title}}}", "{Wall}"), ("{{}}", "{}"), (r"{n}\t{title}\n\\t", "1200\tWall\n\\t"), ("x", "x"),
        ("{title:^7}|", " Wall  |"), ("{title:06}", "Wall00"), ("{title:>5.1000}", " Wall"),
        ("{title:1000}", "Wall" + " " * 996),
        ("\x1b[1m{title}", r"\x1b[1mWall"), ("{title:\x1b>6}", r"\x1b\x1bWall"), ("{n:\x1b>5}", r"\x1b1200"),
    ],
)  # fmt: skip
def test_a_template_is_a_format_string_of_fields(template: str, expected: str) -> None:
    assert worded(template, "Wall", 1200, ("a", "b")) == expected


@pytest.mark.parametrize(
    ("row", "template", "expected"),
    [
        ((None, None, ()), "<{title}|{n:,}|{tags}>", "<||>"), ((None, None, ()), "{n:>5}|{title:3}|", "     |   |"),
        (("会议", 1, ()), "{title:6}|", "会议  |"), (("e\u0301", 1, ()), "{title:>3}", "  e\u0301"),
        (("👩\u200d👧", 1, ()), "{title:5}|", "👩\u200d👧 |"),
        (("👩\u200d🚀", 1, ()), "{title:.2}", "👩\\u200d"), (("a\tb\nc\x07", 1, ()), "{title}", r"a b c\x07"),
        (("x", 10**400, ()), "{n:f}", str(10**400)), (("x", 1.5, ()), "{n:d}", "1.5"),
    ],
)  # fmt: skip
def test_values_are_shown_as_tsv_shows_them_and_as_wide_as_a_terminal_draws_them(
    row: tuple[object, ...], template: str, expected: str
) -> None:
    assert worded(template, *row) == expected


@settings(max_examples=50)
@given(texts, st.sampled_from(["{title}", "{title:<9}", "{title:.3}", "{title:>30.7}", "{tags:*^9}"]))
def test_no_text_of_the_data_is_live(text: str, template: str) -> None:
    made = worded(template, text, 1, (text, text))

    assert "\n" not in made
    assert live(made) == []


@pytest.mark.parametrize(
    ("template", "says"),
    [
        ("{titel}", "there is no field 'titel': did you mean title? There are title, n, tags"),
        ("{}", "there is no field ''"), ("{0}", "there is no field '0'"), ("{title[0]}", "no field 'title[0]'"),
        ("{title.__class__}", "there is no '__class__' in 'title': it has no parts"), ("{all}", "no field 'all'"),
        ("ab {title", "'{' at character 4 has no other brace"), ("会议}", "'}' at character 3 has no other brace"),
        ("{title:{n}}", "'{' at character 1 has no other brace"), ("{{title}", "'}' at character 8 has no other brace"),
        ("{n}{title!r}", "'!r' in the braces at character 4"), ("{title!}", "'!' in the braces at character 1"),
        ("{title:d}", "'d' in the braces at character 1 is no form of a field: title is a text"),
        ("{n:s}", "'s' in the braces at character 1 is no form of a field: n is a number"),
        ("{n:c}", "'c' in the braces"), ("{title:,}", "',' in the braces"), ("{title:>1001}", "a width up to 1,000"),
        ("{title:>99999999999999999999}", "a width up to 1,000"), ("{n:.999999999f}", "a width up to 1,000"),
    ],
)  # fmt: skip
def test_what_is_no_template_is_refused_with_its_place(template: str, says: str) -> None:
    with pytest.raises(UsageError) as caught:
        parsed(template, TABLE)

    assert says in str(caught.value)
    assert str(caught.value).startswith("template: ")
    assert "\n" not in str(caught.value)


def test_a_row_of_any_command_is_worded(write: Write, inline: Inline) -> None:
    path = write("log.csv", LOG)

    assert inline("list", "-f", path, "--template", "{date} {title}").out == (
        "2020-01-05 Wall\n2021 会议\n \\x1b[31mred\\x1b[0m\n"
    )
    assert inline("tags", "-f", path, "--template", "{n:>3} {id}", "-n", "1").out == "  1 a\n"
    assert inline("count", "-f", path, "--template", "{n}").out == "3\n"
    assert inline("show", "w1", "-f", path, "--template", "{title}").out == "Wall\n"
    assert inline("list", "-f", path, "--template", "{id}", "-0", "-n", "2").out == "w1\0w3\0"
    none = inline("list", "-f", path, "--template", "{id}", "--year", "1999")
    assert (none.code, none.out) == (1, "")
    for template in ("{titel}", "{"):
        wrong = inline("list", "-f", path, "--template", template, "--year", "1999")
        assert (wrong.code, wrong.out) == (2, "")


def test_null_ends_rows_of_tsv_wherever_they_go(write: Write, inline: Inline) -> None:
    path, made = write("log.csv", LOG), write("made.tsv", "")
    lines = inline("list", "-f", path, "-o", "tsv").out

    for more in ([], ["-o", "tsv"], ["-o", "TSV"]):
        assert inline("list", "-f", path, "-0", *more).out == lines.replace("\n", "\0")
    assert inline("show", "w1", "-f", path, "--null", "--fields", "id,tags").out == "w1\ta;b\0"
    assert inline("list", "-f", path, "-r0", "--fields", "id").out == "w3\0w1\0w2\0"
    assert inline("list", "-f", path, "-0", "-o", made, "--force", "--fields", "id").code == 0
    assert ran("list", "-f", path, "-0", terminal=True).out == lines.replace("\n", "\0")
    with open(made, encoding="utf-8") as file:
        assert file.read() == "id\0w1\0w3\0w2\0"


def test_rows_that_end_with_null_are_never_paged(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    paged: list[str] = []
    monkeypatch.setattr(pager, "page", lambda text, *_args, **_more: paged.append(text))
    path = write("log.csv", LOG)

    ran("list", "-f", path, "-0", terminal=True)
    assert paged == []
    ran("list", "-f", path, terminal=True)
    assert len(paged) == 1


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (["-0", "-o", "csv"], "--null: ends rows of tsv with NUL, and none of csv"),
        (["-0", "--json", "id"], "--null: ends rows of tsv with NUL, and none of json"),
        (["-0", "-o", "timeline"], "and none of timeline"), (["-0", "-o", "x.csv"], "and none of csv"),
        (["-0", "--lanes", "tag"], "and none of timeline"), (["--template", "", "-0"], "--template: there is nothing"),
        (["--template", "x", "-o", "csv"], "-o: both"), (["--template", "x", "--json", "id"], "--json: both"),
        (["--template", "x", "--fields", "id"], "--fields: both"), (["--template", "x", "--to", "csv"], "--to: both"),
        (["--template", "x", "--lanes", "tag"], "--lanes: both"), (["--template", "x", "--cite"], "--cite: both"),
        (["-0", "--cite"], "--null: ends rows of tsv with NUL, and none of --cite"),
    ],
)  # fmt: skip
def test_two_forms_at_once_are_refused(write: Write, inline: Inline, more: list[str], says: str) -> None:
    done = inline("list", "-f", write("log.csv", LOG), *more)

    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert says in done.err


def test_a_template_on_hostile_data_gives_as_many_records_as_rows() -> None:
    for text in TORTURE:
        assert not re.search("[\x00-\x1f\x7f]", worded("{title}|{tags}", text, 1, (text,)))
