"""Workbooks: what each cell holds, that nothing in one is run, and that our reader has it again."""

import datetime
import io
import re
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from python_calamine import CalamineWorkbook

from program import Inline
from relations_cli import ask
from relations_cli.dates import parse_edtf
from relations_cli.errors import UsageError
from relations_cli.model.facts import Actor, Chronology, Claim, Event, Proposition, Source
from relations_cli.query.answer import Answer
from relations_cli.query.fields import chosen
from relations_cli.query.query import Query
from relations_cli.query.select import select
from relations_cli.readers.containers.sheets import read
from relations_cli.readers.reading import Reading
from relations_cli.writers import WRITERS, remarks, rendered, xlsx
from relations_cli.writers.format import How

TODAY = datetime.date(2026, 11, 26)
XLSX = WRITERS["xlsx"]


def answer_of(*events: Event, **more: Any) -> Answer[Any]:
    return select(Chronology(title="Cells", events=events, **more), Query.of(today=TODAY))


def data_of(answer: Answer[Any], fields: str = "") -> bytes:
    how = How(fields=chosen(answer.table, fields)) if fields else How()
    return b"".join(rendered(XLSX, answer, how))  # type: ignore[arg-type]


def sheets(data: bytes) -> dict[str, list[list[Any]]]:
    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
        return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist()}


def first_date(date: str) -> object:
    return sheets(data_of(answer_of(Event(id="a", date=date, title="A")), "date"))["Events"][1][0]


@pytest.mark.parametrize(
    ("date", "cell"),
    [
        ("2024-03-01", datetime.date(2024, 3, 1)),
        ("1900-03-01", datetime.date(1900, 3, 1)),
        ("9999-12-31", datetime.date(9999, 12, 31)),
        ("2024-03-01T09:15", datetime.datetime(2024, 3, 1, 9, 15)),  # noqa: DTZ001 -- a cell has no zone
        ("2024-03-01T09:15:30", datetime.datetime(2024, 3, 1, 9, 15, 30)),  # noqa: DTZ001
        ("1900-02-28", "1900-02-28"),
        ("1899-12-31", "1899-12-31"),
        ("2024-03-01~", "2024-03-01~"),
        ("2024-03", "2024-03"),
        ("2024-03-01/2024-03-04", "2024-03-01/2024-03-04"),
        ("-0044-03-15", "-0044-03-15"),
        ("2024-03-01T00:00", "2024-03-01T00:00"),
        ("2024-03-01T09:15:00", "2024-03-01T09:15:00"),
        ("2024-03-01T09:15Z", "2024-03-01T09:15Z"),
        ("2024-03-01T09:15+09:00", "2024-03-01T09:15+09:00"),
    ],
)
def test_a_day_is_a_date_where_a_cell_can_hold_just_that(date: str, cell: object) -> None:
    assert first_date(date) == cell


def test_events_have_days_to_sort_by_and_the_date_in_words() -> None:
    head, row = sheets(data_of(answer_of(Event(id="a", date="2024-03~", title="A", tags=("x", "y z")))))["Events"]

    held = dict(zip(head, row, strict=True))
    assert held["date in words"] == str(parse_edtf("2024-03~"))
    assert (held["lower"], held["upper"]) == (datetime.date(2024, 3, 1), datetime.date(2024, 3, 31))
    assert held["tags"] == "x; y z"


def test_claims_sources_and_what_it_is_about_have_sheets() -> None:
    source = Source(publisher="P", title="=T", url="https://a.example/b", date="2024-01-02")
    answer = answer_of(
        Event(id="a", date="2024", title="A", sources=(source,), claims=(Claim(by="x", stance="denies"),)),
        Event(id="b", date="2024", title="B", sources=(source,), propositions=("p",)),
        actors={"x": Actor(name="Ix", kind="state")},
        propositions={"p": Proposition(text="So it is", claims=(Claim(by="x", stance="asserts", date="2024-05-01"),))},
        license="CC-BY-4.0",
        updated="2024-06-01",
    )

    held = sheets(data_of(answer))

    assert list(held) == ["Events", "Claims", "Sources", "About"]
    assert [row[1:6] for row in held["Claims"][1:]] == [
        ["Ix", "denies", "a", "A", "denied"],
        ["Ix", "asserts", "p", "So it is", "alleged"],
    ]
    assert held["Claims"][2][0] == datetime.date(2024, 5, 1)
    assert [(row[0], row[-1]) for row in held["Sources"][1:]] == [("P", "a; b")]
    facts = dict(held["About"])
    assert (facts["licence"], facts["updated"], facts["events here"]) == ("CC-BY-4.0", datetime.date(2024, 6, 1), 2)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({}, "everything"), ({"tags": ["un,news", "x"], "limit": 5}, "tags: un or news and x; limit: 5"),
        ({"since": "2021", "until": "2022-05", "landmarks": True}, "when: 2021/2022-05; landmarks: yes"),
        ({"anniversaries": "08,09-03", "reverse": True}, "anniversaries: 08 or 09-03; reverse: yes"),
        ({"text": "a OR b", "statuses": "alleged,denied"}, "statuses: alleged or denied; words: a OR b"),
        ({"years": "2020,2022", "not_tags": "x"}, "years: 2020 or 2022; not tags: x"),
    ],
)  # fmt: skip
def test_the_last_sheet_has_the_question(asked: dict[str, Any], said: str) -> None:
    chronology = Chronology(title="Cells", events=(Event(id="a", date="2021", title="A", tags=("un", "x", "news")),))
    answer = select(chronology, Query.of(today=TODAY, **asked))

    assert dict(sheets(data_of(answer))["About"])["asked for"] == said


def test_what_is_worked_out_is_not_kept_when_our_own_workbook_is_read() -> None:
    answer = answer_of(Event(id="a", date="2024-03~", title="A", tags=("x",)))
    (event,) = read(data_of(answer), Reading(name="x.xlsx")).events

    assert event.extra == {}


def test_fields_choose_the_columns_of_events_and_values_keep_their_types() -> None:
    held = sheets(data_of(answer_of(Event(id="a", date=None, title="7", landmark=True)), "landmark,title,date"))

    assert held["Events"] == [["landmark", "title", "date"], [True, "7", ""]]


HOSTILE = ('=HYPERLINK("http://x")', "+1", "-1+2", "@SUM(A1)", "<r><f>1+1</f></r>", "<f>1</f>", "_x000D_", "\x1b[31m",
           "\u202egnirts", "\ufffe", "mailto:a@b", "https://a.example", "internal:Events!A1", "{=1}")  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_run_or_markup(text: str) -> None:
    event = Event(id="a", date=None, title=text or "x", summary=text, sources=(Source(url="javascript:alert(1)"),))
    data = data_of(answer_of(event), "title,summary")

    every = parts(data)
    assert not [name for name, part in every.items() if "<f>" in part or "<f " in part]
    assert "TargetMode" not in every.get("xl/worksheets/_rels/sheet1.xml.rels", "")
    shown = sheets(data)["Events"][1][1]
    if not re.search("[\x1b\u202e\ufffe]", text):
        assert str(shown).strip() == text
    else:
        assert "\\" in str(shown)


def test_titles_lead_to_web_addresses_alone() -> None:
    def links(url: str) -> str:
        answer = answer_of(Event(id="a", date=None, title="A", sources=(Source(url=url),)))
        return parts(data_of(answer)).get("xl/worksheets/_rels/sheet1.xml.rels", "")

    assert 'Target="https://a.example/?a=1&amp;b=2" TargetMode="External"' in links("https://a.example/?a=1&b=2#c")
    for url in (
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://a.example",
        "https://a.example/ b",
        "https://a/" + "x" * 2_100,
    ):
        assert links(url) == ""


def test_long_cells_are_cut_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = answer_of(Event(id="a", date=None, title="A", summary="x" * 40_000))
    assert len(sheets(data_of(answer, "title,summary"))["Events"][1][1]) == 32_767
    assert [str(one) for one in remarks(XLSX, answer)] == ["1 cell was cut to 32,767 characters"]
    assert list(remarks(XLSX, answer, How(fields=chosen(answer.table, "id,title")))) == []
    noted = answer_of(Event(id="a", date=None, title="A", note="n" * 40_000))
    assert list(remarks(XLSX, noted)) == []
    said = [str(one) for one in remarks(XLSX, noted, How(fields=chosen(noted.table, "note,title")))]
    assert said == ["1 cell was cut to 32,767 characters"]
    elsewhere = answer_of(
        Event(id="a", date=None, title="A", sources=(Source(url="u", title="t" * 40_000),),
              claims=(Claim(by="x", stance="asserts", quote="q" * 40_000),)),
        description="d" * 40_000,
    )  # fmt: skip
    assert [str(one) for one in remarks(XLSX, elsewhere)] == ["3 cells were cut to 32,767 characters"]

    linked = [Event(id=f"a{n}", date=None, title="A", sources=(Source(url="http://a.example"),)) for n in range(3)]
    monkeypatch.setattr(xlsx, "LINKS", 2)
    monkeypatch.setattr("relations_cli.writers.sheets.LINKS", 2)
    every = parts(data_of(answer_of(*linked)))
    assert every["xl/worksheets/sheet1.xml"].count("<hyperlink ") == 2
    assert [str(one) for one in remarks(XLSX, answer_of(*linked))] == ["a sheet holds 2 links: 1 titles have none"]


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("relations_cli.writers.sheets.MOST_ROWS", 2)
    with pytest.raises(UsageError, match="a sheet holds 1 rows below its header, and Events has more"):
        data_of(answer_of(*(Event(id=one, date=None, title="A") for one in "ab")))


def test_a_sheet_beside_that_of_the_rows_is_never_cut_in_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    sources = tuple(Source(url=f"https://a.example/{n}") for n in range(3))
    claims = tuple(Claim(by=by, stance="asserts") for by in "xyz")
    monkeypatch.setattr("relations_cli.writers.sheets.MOST_ROWS", 3)

    with pytest.raises(UsageError, match="a sheet holds 2 rows below its header, and Sources has more"):
        data_of(answer_of(Event(id="a", date=None, title="A", sources=sources)))
    with pytest.raises(UsageError, match="and Claims has more"):
        data_of(answer_of(Event(id="a", date=None, title="A", claims=claims)))


def test_a_table_of_two_facets_is_never_cut_in_silence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("relations_cli.writers.sheets.MOST_ROWS", 2)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    with pytest.raises(UsageError, match="and Table has more"):
        data_of(ask("count", by=["year", "tag"]))
    assert list(tmp_path.iterdir()) == []


def test_the_same_answer_is_the_same_bytes_and_leaves_nothing_behind(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    answer = answer_of(Event(id="a", date="2024", title="A"))

    assert data_of(answer) == data_of(answer)
    assert list(tmp_path.iterdir()) == []

    def fails(_hits: object) -> object:
        raise OSError("full")

    monkeypatch.setattr(xlsx, "claims_of", fails)
    with pytest.raises(OSError, match="full"):
        data_of(answer)
    assert list(tmp_path.iterdir()) == []


def test_the_library_has_the_inner_parts_that_rows_are_written_with() -> None:
    """There is no public way with few rows in memory and no file with a name (``writers/sheets.py``)."""
    version = f"XlsxWriter {xlsxwriter.__version__}"
    sheet = xlsxwriter.Workbook(io.BytesIO(), {"in_memory": True}).add_worksheet("A")
    parts = ("constant_memory", "fh", "hlink_count", "previous_row", "row_sizes", "_write_optimized_sheet_data")
    assert [name for name in parts if not hasattr(sheet, name)] == [], f"{version} has others: see Book._added"

    answer = answer_of(*(Event(id=f"e{n}", date="2024", title=f"Title {n}") for n in range(3)))
    assert [row[2] for row in sheets(data_of(answer))["Events"]] == ["title", "Title 0", "Title 1", "Title 2"], (
        f"{version} puts rows elsewhere: see Book._put_together"
    )


def test_a_missing_library_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(UsageError, match=r"relations-cli\[office\]"):
        data_of(answer_of())


@pytest.mark.parametrize(
    "args",
    [
        ["claims"],
        ["contested"],
        ["count", "--by", "tag"],
        ["count", "--by", "tag", "--by", "year"],
        ["figures"],
        ["about"],
        ["tags"],
    ],
    ids=" ".join,
)
def test_other_rows_are_one_sheet(args: list[str], tmp_path: Path, inline: Inline) -> None:
    path = tmp_path / "x.xlsx"
    done = inline(*args, "-o", str(path))

    assert done.code == 0
    held = sheets(path.read_bytes())
    assert list(held) == ["Table"]
    csv = inline(*args, "-o", "csv").out
    assert [str(name) for name in held["Table"][0]] == csv.splitlines()[0].split(",")
    if args == ["claims"]:
        assert isinstance(held["Table"][1][0], datetime.date)


def test_events_are_read_though_claims_and_sources_have_more_days() -> None:
    said = tuple(Claim(by="x", stance="asserts", date=f"2024-05-0{day}") for day in range(1, 6))
    answer = answer_of(Event(id="a", date="2024", title="A", claims=said), actors={"x": Actor(name="Ix", kind="state")})

    assert [event.id for event in read(data_of(answer), Reading(name="x.xlsx")).events] == ["a"]


words = st.text("abc Ж,<&_x0D_=", min_size=1, max_size=12).map(lambda text: f"w{text}w".replace("  ", " "))
names = st.text("abcЖ", min_size=1, max_size=6)
dates = st.sampled_from(
    ("2024-03-01", "2024-03~", "2024?", "2024-03-01/2024-04-02", "1850-01-01", "-0044-03-15", "2024-03-01T09:15",
     "2024-03-01T09:15:30Z", "2024-03-01T23:00+09:00", "2024-03-01T00:00", "199X", "2024-21", "2024-21~", "2024-33")
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(
    several=st.lists(
        st.tuples(dates, words, words, *[st.lists(names, max_size=3, unique_by=str.casefold)] * 3, names),
        min_size=1,
        max_size=4,
    )
)
def test_what_a_workbook_holds_is_read_again(
    several: list[tuple[str, str, str, list[str], list[str], list[str], str]],
) -> None:
    events = tuple(
        Event(id=f"e{at}", date=date, title=title, summary=f"It is {summary}", tags=tuple(tags),
              actors=tuple(actors), places=tuple(places), type=kind,
              sources=(Source(url=f"https://a.example/{at}"),))
        for at, (date, title, summary, tags, actors, places, kind) in enumerate(several)
    )  # fmt: skip

    found = read(data_of(answer_of(*events)), Reading(name="x.xlsx"))

    def held(event: Event) -> tuple[object, ...]:
        return (event.id, event.date, event.title, event.summary, event.type, event.tags, event.actors, event.places,
                event.sources, str(event.extra))  # fmt: skip

    times = [event.date for event in events if event.date and "T" in event.date]
    if len(times) > 1 and set(times) == {"2024-03-01T00:00"}:  # as in any table, days are meant then, which is said
        events = tuple(replace(event, date=(event.date or "").removesuffix("T00:00")) for event in events)
    assert {held(event) for event in found.events} == {held(event) for event in events}
