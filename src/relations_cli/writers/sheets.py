"""Sheets of a workbook, row by row: dates, numbers and texts in cells that a spreadsheet sorts and never runs."""

import datetime
import io
import math
import re
import shutil
import zipfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from tempfile import TemporaryFile
from types import TracebackType
from typing import IO, Any, Final, Self

from relations_cli.errors import UsageError
from relations_cli.escaping import visible, web_address
from relations_cli.model.facts import Source
from relations_cli.query.table import Field
from relations_cli.writers.cells import cell

MOST_ROWS: Final = 1_048_576
"""Of one sheet, its header among them (Excel's specifications and limits)."""
LINKS: Final = 65_530
"""Of one sheet, likewise."""
_LONGEST: Final = 32_767
"""Units of UTF-16 in a cell, likewise."""
_LONGEST_LINK: Final = 2_000
"""Characters of an address; Excel takes 2,079."""
_FIRST_DAY: Final = datetime.date(1900, 3, 1)
"""Before it Excel counts a 29 February 1900, which no calendar had."""
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?")
_DATES: Final = frozenset(
    [
        "date",
        "lower",
        "upper",
        "known",
        "since",
        "changed",
        "corroborated",
        "admitted",
        "first",
        "last",
        "updated",
        "accessed",
    ]
)
"""Columns that hold dates."""
_WIDTHS: Final = {
    "date": 23, "date in words": 20, "title": 60, "summary": 64, "text": 50, "note": 50, "quote": 50, "snippet": 50,
    "status": 13, "lower": 11, "upper": 11, "sources.url": 40, "url": 40, "archived": 30, "source": 40, "id": 34,
    "tags": 24, "actors": 24, "places": 24, "about": 30, "events": 34, "event": 34, "publisher": 24, "by": 24,
    "by_name": 24, "this chronology": 80,
}  # fmt: skip
_WRAPPED: Final = frozenset(
    (
        "date",
        "date in words",
        "title",
        "summary",
        "text",
        "note",
        "quote",
        "snippet",
        "tags",
        "actors",
        "places",
        "this chronology",
    )
)
_LINE: Final = 15
"""Points of a line."""
_HIGHEST: Final = 405
"""Points of a row; Excel takes 409."""
_NOTHING: Final = datetime.datetime(2000, 1, 1)  # noqa: DTZ001 -- the library takes none with a zone
_ROWS: Final = b"\0rows\0"
"""Where rows belong in what the library puts together: XML has no such character."""
_MARKED: Final = f"<sheetData>{_ROWS.decode()}</sheetData>"
_EXACT: Final = 2**53
"""The greatest whole number up to which a cell holds all of them."""


def link_of(sources: Sequence[Source]) -> str | None:
    """The address of the first source that has one, where a spreadsheet may follow it."""
    link = web_address(next((source.url for source in sources if source.url), None))
    return link if link is not None and len(link) <= _LONGEST_LINK else None


def cut_cells(values: Iterable[object]) -> int:
    """How many of the values are too long for a cell."""
    texts = (text_of(value) for value in values if isinstance(value, str | list | tuple | dict))
    return sum(_is_too_long(text) for text in texts)


def text_of(value: object) -> str:
    """The text of a value, as a cell shows it; values of a list are joined by semicolons and blanks."""
    if isinstance(value, list | tuple) and all(isinstance(one, str) for one in value):
        value = "; ".join(value)
    text = visible(cell(value).replace("\r\n", "\n").replace("\r", "\n"))
    text = re.sub("[\ufffe\uffff]", lambda one: f"\\u{ord(one[0]):04x}", text)  # XML holds neither
    # The library takes such a text for its own XML, unescaped; so it ends with a blank
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text


def moment_of(text: str) -> datetime.datetime | None:
    """The day, with its time, where a cell can hold just that: from March 1900, a time not of a zone, nor midnight."""
    if not _MOMENT.fullmatch(text):
        return None
    try:
        found = datetime.datetime.fromisoformat(text)
    except ValueError:
        return None
    # A cell at midnight is the day alone, and one at a whole minute says no second
    is_vague = "T" in text and (text.endswith("T00:00") or (text.count(":") > 1 and found.second == 0))
    return None if is_vague or found.date() < _FIRST_DAY else found


def _is_too_long(text: str) -> bool:
    return len(text) > _LONGEST // 2 and len(text.encode("utf-16-le")) // 2 > _LONGEST


def _height(fields: Sequence[Field], values: Sequence[object]) -> float:
    """Of a row, in points: what its longest wrapped text needs, since not every program fits rows to their texts."""
    lines = [
        sum(1 + len(line) * 11 // (10 * _WIDTHS.get(field.name, 12)) for line in text_of(value).split("\n"))
        for field, value in zip(fields, values, strict=True)
        if field.name in _WRAPPED and value
    ]
    return float(min(_LINE * max(lines, default=1), _HIGHEST))


def _forget(sheet: Any) -> None:  # noqa: ANN401 -- of the library
    """Let a sheet forget how high the rows are that are written."""
    sheet.row_sizes.clear()
    heights = getattr(sheet, "row_info", {})  # older versions of the library call it otherwise, and hold the rows
    for row in [one for one in heights if one < sheet.previous_row]:
        del heights[row]


class Book:
    """A workbook that is written to a file, with few rows in memory.

    The library would keep rows in files with names, and put these together from files with names: what ends the
    process would leave them. So it is given files for the rows, and what it puts together is small and has none.
    """

    def __init__(self, library: Any, made: IO[bytes], described: dict[str, str]) -> None:  # noqa: ANN401 -- a module
        """Begin it; it is in the file when it is left without an error."""
        options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self._made, self._frame = made, io.BytesIO()
        self._rows: dict[str, IO[bytes]] = {}
        self._files = ExitStack()
        self._book = library.Workbook(self._frame, options | {"in_memory": True})
        created = moment_of(described["updated"]) or _NOTHING
        texts = {name: text_of(described[name])[:255] for name in ("title", "subject")}
        self._book.set_properties({**texts, "created": created})
        make = self._book.add_format
        self._head = make({"bold": True, "bg_color": "#e8eef4", "bottom": 1, "valign": "top"})
        self._plain = make({"valign": "top"})
        self._wrapped = make({"valign": "top", "text_wrap": True})
        self._link = make({"valign": "top", "text_wrap": True, "font_color": "#0b57a4", "underline": 1})
        self._day = make({"valign": "top", "align": "left", "num_format": "yyyy-mm-dd"})
        self._minute = make({"valign": "top", "align": "left", "num_format": "yyyy-mm-dd hh:mm"})
        self._second = make({"valign": "top", "align": "left", "num_format": "yyyy-mm-dd hh:mm:ss"})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with self._files:
            if kind is None:
                self._book.close()
                self._put_together()

    def _put_together(self) -> None:
        """Write what the library has made, with the rows in their places."""
        with zipfile.ZipFile(self._frame) as frame, zipfile.ZipFile(self._made, "w") as whole:
            for name in frame.namelist():
                member = zipfile.ZipInfo(name)
                member.compress_type = zipfile.ZIP_DEFLATED
                before, mark, after = frame.read(name).partition(_ROWS)
                with whole.open(member, "w") as part:
                    part.write(before)
                    if mark:
                        rows = self._rows[name]
                        rows.seek(0)
                        shutil.copyfileobj(rows, part)
                    part.write(after)

    def _added(self, name: str) -> Any:  # noqa: ANN401
        """A sheet of the library that writes each row to a file of ours when the next begins, and then forgets it."""
        sheet = self._book.add_worksheet(name)
        rows = self._files.enter_context(TemporaryFile())  # noqa: SIM115 -- the stack is its context
        self._rows[f"xl/worksheets/sheet{len(self._rows) + 1}.xml"] = rows
        lines = self._files.enter_context(io.TextIOWrapper(rows, encoding="utf-8", newline="", write_through=True))
        sheet.constant_memory, sheet.fh = True, lines
        sheet._write_optimized_sheet_data = lambda: sheet.fh.write(_MARKED)  # noqa: SLF001
        return sheet

    def sheet(
        self,
        name: str,
        fields: Sequence[Field],
        rows: Iterable[Any],
        *,
        links: Callable[[Any], str | None] | None = None,
        printed: int | None = None,
        is_list: bool = True,
    ) -> None:
        """Add a sheet: a header, a row each; the title of a row leads to its link; so many columns are printed.

        Raises:
            UsageError: there are more rows than a sheet holds: the library would drop them and say nothing.
        """
        sheet = self._added(name)
        self._set_up(sheet, fields)
        for at, field in enumerate(fields):
            sheet.write_string(0, at, text_of(field.name), self._head)
        number = 0
        for number, row in enumerate(rows, 1):
            if number >= MOST_ROWS:
                what = f"a sheet holds {MOST_ROWS - 1:,} rows below its header, and {name} has more"
                raise UsageError("output", None, what, "write csv, or choose fewer")
            link = links(row) if links is not None else None
            values = [field.get(row) for field in fields]
            sheet.set_row(number, _height(fields, values))
            for at, (field, value) in enumerate(zip(fields, values, strict=True)):
                if link is not None and field.name == "title" and value:
                    self._linked(sheet, number, at, text_of(value), link)
                else:
                    self._write(sheet, number, at, field.name, value)
            _forget(sheet)
        if is_list and fields:
            sheet.autofilter(0, 0, number, len(fields) - 1)
        if printed:
            sheet.print_area(0, 0, number, min(printed, len(fields)) - 1)

    def _set_up(self, sheet: Any, fields: Sequence[Field]) -> None:  # noqa: ANN401
        """Widths, a header that stays, and how it is printed."""
        sheet.freeze_panes(1, 0)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer("&L&A&R&P / &N")
        for at, field in enumerate(fields):
            sheet.set_column(at, at, _WIDTHS.get(field.name, max(12, min(len(field.name) + 4, 40))))

    def _linked(self, sheet: Any, row: int, at: int, text: str, link: str) -> None:  # noqa: ANN401
        if sheet.hlink_count >= LINKS:
            sheet.write_string(row, at, text, self._wrapped)
        else:
            sheet.write_url(row, at, link, self._link, text)

    def _write(self, sheet: Any, row: int, at: int, name: str, value: object) -> None:  # noqa: ANN401
        if value is None or value == "":
            return
        if isinstance(value, bool):
            sheet.write_boolean(row, at, value, self._plain)
        elif isinstance(value, int | float) and math.isfinite(value) and abs(value) <= _EXACT:
            sheet.write_number(row, at, value, self._plain)
        else:
            self._write_text(sheet, row, at, name, text_of(value))

    def _write_text(self, sheet: Any, row: int, at: int, name: str, text: str) -> None:  # noqa: ANN401
        moment = moment_of(text) if name in _DATES or name == "this chronology" else None
        if moment is not None:
            how = self._day if "T" not in text else self._minute if text.count(":") == 1 else self._second
            sheet.write_datetime(row, at, moment, how)
        elif text:
            sheet.write_string(row, at, text, self._wrapped if name in _WRAPPED else self._plain)
