"""A workbook (Office Open XML): of events a sheet each for events, claims and sources, and what it is about."""

from collections.abc import Iterable, Iterator, Sequence
from tempfile import TemporaryFile
from typing import Any, Final

from relations_cli.errors import Remark, UsageError
from relations_cli.query.answer import Answer
from relations_cli.query.fields import chosen, shown_fields
from relations_cli.query.hit import Hit
from relations_cli.query.table import Field
from relations_cli.writers.format import How
from relations_cli.writers.records import CLAIMS, SOURCES, about, claims_of, sources_of
from relations_cli.writers.sheets import LINKS, Book, cut_cells, link_of

_EVENTS: Final = "date title summary status type tags actors places sources.url lower upper id"
_PRINTED: Final = 8
"""How many of these columns a page has, date in words among them: to the actors."""
_CHUNK: Final = 1 << 16
_IN_WORDS: Final = Field(
    "date in words", "text", lambda hit: None if hit.date is None else str(hit.date), "the date as people read it"
)


def write(answer: Answer[Any], how: How) -> Iterator[bytes]:
    """The workbook, the same bytes for the same answer; the files that it is made in have no names.

    Raises:
        UsageError: the library is missing, or there are more rows than one of the sheets holds.
    """
    try:
        import xlsxwriter as library
    except ImportError:
        raise UsageError("output", "xlsx", "a workbook needs the extra office", _INSTALL) from None
    with TemporaryFile() as made:
        with Book(library, made, _described(answer)) as book:
            _fill(book, answer, how)
        made.seek(0)
        while chunk := made.read(_CHUNK):
            yield chunk


_INSTALL: Final = "pip install 'relations-cli[office]'"


def left_out(answer: Answer[Any], how: How) -> list[Remark]:
    """How many cells of all sheets were cut to what one can hold, and how many titles have no link."""
    remarks = []
    sheets: list[tuple[Sequence[Field], Iterable[Any]]] = [(_fields(answer, how), answer)]
    if answer.table.whole:
        sheets += [(CLAIMS, claims_of(answer.rows)), (SOURCES, sources_of(answer.rows)), (_ABOUT, about(answer))]
    if cut := sum(cut_cells([field.get(row) for field in fields]) for fields, rows in sheets for row in rows):
        remarks.append(Remark(f"{cut:,} {'cell was' if cut == 1 else 'cells were'} cut to 32,767 characters"))
    linked = sum(link_of(hit.event.sources) is not None for hit in answer) if answer.table.whole else 0
    if linked > LINKS:
        remarks.append(Remark(f"a sheet holds {LINKS:,} links: {linked - LINKS:,} titles have none"))
    return remarks


def _described(answer: Answer[Any]) -> dict[str, str]:
    vocabulary = answer.vocabulary
    return {"title": vocabulary.title, "subject": vocabulary.description or "", "updated": vocabulary.updated or ""}


def _fields(answer: Answer[Any], how: How) -> Sequence[Field]:
    """The columns of the first sheet."""
    if how.fields is not None or not answer.table.whole:
        return how.fields or shown_fields(answer.table, "csv")
    date, *others = chosen(answer.table, _EVENTS.split())
    of_search = [answer.table.fields[name] for name in ("rank", "snippet", "days", "distance", "anchor")
                 if name in answer.table.fields]  # fmt: skip
    return (date, _IN_WORDS, *others, *of_search)


def _fill(book: Book, answer: Answer[Any], how: How) -> None:
    across = None if how.fields else answer.table.across
    if across is not None:
        head, *records = across(answer)
        names = [str(name) for name in head]
        book.sheet("Table", [Field(name, "value", _cell_of(at), "") for at, name in enumerate(names)], records)
        return
    fields = _fields(answer, how)
    if not answer.table.whole:
        book.sheet("Table", fields, answer)
        return
    printed = _PRINTED if how.fields is None else None
    book.sheet("Events", fields, answer, links=lambda hit: link_of(hit.event.sources), printed=printed)
    hits: Sequence[Hit] = answer.rows
    book.sheet("Claims", CLAIMS, claims_of(hits))
    book.sheet("Sources", SOURCES, sources_of(hits), links=lambda row: link_of((row.source,)))
    book.sheet("About", _ABOUT, about(answer), is_list=False)


def _cell_of(at: int) -> Any:  # noqa: ANN401 -- a getter
    return lambda record: record[at] if at < len(record) else None


_ABOUT: Final = (Field("About", "text", _cell_of(0), ""), Field("this chronology", "value", _cell_of(1), ""))
