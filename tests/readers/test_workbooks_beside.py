"""What a workbook says beside its sheet of events is told; and what a binary one claims of its size is not believed."""

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readers.offices import ods, xlsb, xlsx
from readers.reads import from_text, reading_of, told
from relations_cli.errors import DataError
from relations_cli.readers.containers.aside import place_of
from relations_cli.readers.notes import summary
from relations_cli.readers.registry import read

HEADER = ("date", "title")
EVENTS: list[tuple[str | float, ...]] = [HEADER, (43832, "Opens"), (43833, "Shuts"), (43834, "Burns")]
CELL = '<table:table-cell office:value-type="string"{}><text:p>{}</text:p>{}</table:table-cell>'


def with_part(data: bytes, name: str, part: str) -> bytes:
    held = io.BytesIO(data)
    with zipfile.ZipFile(held, "a") as archive:
        archive.writestr(name, part)
    return held.getvalue()


def notes_of(data: bytes, name: str, **options: object) -> tuple[list[str], str]:
    reading = reading_of(name, **options)
    read(data, reading)
    return [str(note) for note in reading.notes], str(summary(reading.notes))


def test_each_row_of_another_sheet_is_listed_with_its_cells_and_counted_as_one_part() -> None:
    book = xlsx({"Events": EVENTS, "More": [("alpha", "", "beta"), (), ("gamma",)]})

    listed, line = notes_of(book, "a.xlsx")

    assert listed == [
        "a.xlsx: the sheet 'More' with 2 rows: sheet More reads it",
        "a.xlsx:1: the sheet 'More': A1: alpha; C1: beta",
        "a.xlsx:3: the sheet 'More': A3: gamma",
    ]
    assert line == "a.xlsx: 1 part left out (explain lists each)"


def test_the_sheet_that_is_asked_for_is_read_and_the_others_are_named() -> None:
    book = xlsx({"Events": EVENTS, "More": [("alpha",)]})

    assert notes_of(book, "a.xlsx", sheet="Events") == (["a.xlsx: the sheet 'More' is not read"], "")


def test_comments_on_cells_are_told() -> None:
    comment = '<comment ref="B2" authorId="0"><text><r><t>late </t></r><r><t>&amp; wet</t></r></text></comment>'
    book = with_part(
        xlsx({"S": EVENTS}), "xl/comments1.xml", f"<comments><commentList>{comment}</commentList></comments>"
    )
    note = "<office:annotation><text:p>at night</text:p></office:annotation>"
    rows = [("date", "title"), ("2020-01-02", "Opens"), ("2020-01-03", "Shuts")]
    cells = [[CELL.format("", text, note if text == "Opens" else "") for text in row] for row in rows]
    sheet = ods("".join(f"<table:table-row>{''.join(row)}</table:table-row>" for row in cells))

    assert notes_of(book, "a.xlsx") == (
        ["a.xlsx: a comment on B2: late & wet"],
        "a.xlsx: 1 part left out (explain lists each)",
    )
    assert notes_of(sheet, "a.ods")[0] == ["a.ods: a comment on a cell: at night"]
    assert told(from_text(sheet, "a.ods")) == [("2020-01-02", "Opens"), ("2020-01-03", "Shuts")]


@settings(max_examples=25)
@given(st.lists(st.lists(st.lists(st.booleans(), max_size=30), max_size=12), max_size=3), st.booleans())
def test_no_word_of_a_workbook_is_lost(sheets: list[list[list[bool]]], has_title: bool) -> None:  # noqa: FBT001
    words = map("w{}q".format, range(10_000))
    said: list[str] = []

    def word() -> str:
        said.append(next(words))
        return said[-1]

    above = [(" ".join([word(), "x" * 70, word()]),)] if has_title else []
    events = [*above, HEADER, *((43832 + day, word()) for day in range(20))]
    others = {
        f"S{at}": [[word() if is_one else "" for is_one in row[:8]] for row in rows] for at, rows in enumerate(sheets)
    }
    reading = reading_of("a.xlsx")

    chronology = read(xlsx({"Events": events, **others}), reading)

    out = " ".join([repr(chronology), *map(str, reading.notes)])
    assert [one for one in said if one not in out] == []


@pytest.mark.parametrize(
    ("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")]
)
def test_a_column_has_its_letters(column: int, letters: str) -> None:
    assert place_of(column) == letters


BINARY = [HEADER, ("2020-01-02", "Opens"), ("2020-02-03", "Shuts")]


def test_a_binary_workbook_is_read() -> None:
    assert told(from_text(xlsb(BINARY), "a.xlsb")) == [("2020-01-02", "Opens"), ("2020-02-03", "Shuts")]


@pytest.mark.parametrize("at", [(1 << 20, 1), (2, 1 << 14), (2, 0xFFFFFFF0), (0xFFFFFFFF, 0)])
def test_a_place_that_no_sheet_has_refuses_a_binary_workbook(at: tuple[int, int]) -> None:
    """The library makes all cells up to it, which ends the process."""
    with pytest.raises(DataError, match="is no whole workbook"):
        from_text(xlsb(BINARY, at=at), "a.xlsb")


def test_a_binary_sheet_of_more_cells_than_memory_holds_is_refused() -> None:
    with pytest.raises(DataError, match=r"a sheet of 16,384,\d{3},\d{3} cells|a sheet of [\d,]+ cells"):
        from_text(xlsb(BINARY, at=(900_000, 16_000)), "a.xlsb")


@settings(max_examples=50)
@given(st.binary(max_size=200), st.booleans())
def test_no_bytes_of_a_binary_sheet_end_the_process(sheet: bytes, is_sheet: bool) -> None:  # noqa: FBT001
    head = bytes.fromhex("8101 00 9401 10 00000000 05000000 00000000 05000000 9101 00".replace(" ", ""))
    with suppress(DataError):
        from_text(xlsb((), sheet=head + sheet if is_sheet else sheet), "a.xlsb")
