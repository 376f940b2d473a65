"""A Word document: a chronology to hand in, or numbered in a table as courts ask for."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from relations_cli.dates import parse_edtf
from relations_cli.model.facts import Source
from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit
from relations_cli.writers.format import How
from relations_cli.writers.paper import (
    BOLD,
    EVENT,
    EVENT_SUMMARY,
    ITALIC,
    LINK,
    RAISED,
    RAISED_LINK,
    Element,
    Paper,
    line_break,
    run,
    to_bookmark,
)
from relations_cli.writers.reports import Numbers, Words, asked_words, published, words_of

_NO_DAY = (2000, 1, 1)
"""Of the document, where the chronology does not say of which day it is: it is the same whenever it is written."""
_FIRST_YEAR, _LAST_YEAR = 1601, 9999
"""Of a day that the properties of a document can have."""
_HEADER = ("No.", "Date", "Event", "Source")
_WIDTHS = (700, 2000, 6300, 5000)
"""Of the columns of a numbered document, in twentieths of a point."""


def write(answer: Answer[Hit], how: How) -> Iterator[bytes]:
    """The document, the same bytes for the same answer.

    Raises:
        UsageError: the library is missing.
    """
    asked, vocabulary = asked_words(answer), answer.vocabulary
    last = parse_edtf(vocabulary.updated).last_day if vocabulary.updated else None
    day = last if last is not None and _FIRST_YEAR <= last[0] <= _LAST_YEAR else _NO_DAY
    with Paper(landscape=how.numbered) as paper:
        paper.describe(title=vocabulary.title, subject=asked, comments=vocabulary.description or "", day=day)
        paper.paragraph("Title", run(vocabulary.title))
        paper.paragraph("Subtitle", run(asked))
        long = how.long or how.detailed
        if how.numbered:
            paper.table(_HEADER, _WIDTHS, _rows(paper, answer, long=long))
        else:
            _Entries(paper).write(answer, long=long)
        yield from paper.parts()


class _Entries:
    """Entries by year, and the sources that they cite."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._numbers = Numbers()
        self._cited: set[int] = set()

    def write(self, answer: Answer[Hit], *, long: bool) -> None:
        """Write a paragraph an event, below a heading a year where they stand in years; then the sources."""
        shown, has_headings = "", _is_in_years(answer)
        for hit in answer:
            if has_headings and (year := _year(hit)) != shown:
                self._paper.paragraph("Heading 1", run(year))
                shown = year
            self._entry(hit, words_of(hit, answer), long=long)
        if len(self._numbers):
            self._paper.paragraph("Heading 1", run("Sources"))
        for number, source in self._numbers:
            back = to_bookmark(f"cited_{number}", run("↑", LINK))
            place = self._paper.bookmark(f"source_{number}")
            said = _citation(self._paper, source)
            self._paper.paragraph("List Number", *place, *said, run(" "), back)

    def _entry(self, hit: Hit, words: Words, *, long: bool) -> None:
        summary = words.summary if long else ()
        runs = [run(f"{words.date}:", BOLD), run(f" {_title(words)}\xa0" if hit.event.sources else f" {_title(words)}")]
        for place, number in enumerate(self._numbers.of(hit.event.sources)):
            runs += [*([run("\xa0", RAISED)] if place else []), *self._mark(number)]
        if words.status:
            runs += [line_break(), _status(words)]
        self._paper.paragraph(EVENT, *runs, is_kept=bool(summary))
        for text in summary:
            self._paper.paragraph(EVENT_SUMMARY, run(text))

    def _mark(self, number: int) -> list[Element]:
        """The number of a source, raised, which leads to it; the first of each is where the source leads back to."""
        link = to_bookmark(f"source_{number}", run(str(number), RAISED_LINK))
        if number in self._cited:
            return [link]
        self._cited.add(number)
        return self._paper.bookmark(f"cited_{number}", link)


def _rows(paper: Paper, answer: Answer[Hit], *, long: bool) -> Iterator[list[list[Element]]]:
    """The cells of each event, numbered, with its sources beside it."""
    for number, hit in enumerate(answer, start=1):
        words = words_of(hit, answer)
        event = [[run(_title(words))], *([[_status(words)]] if words.status else [])]
        event += [[run(text)] for text in (words.summary if long else ())]
        sources = [_citation(paper, source) for source in hit.event.sources]
        yield [[run(str(number))], [run(words.date)], _lines(event), _lines(sources)]


def _lines(several: Iterable[list[Element]]) -> list[Element]:
    """Lines of one paragraph: a cell of several is to readers a table that lays out a page."""
    return [one for line in several for one in (line_break(), *line)][1:]


def _title(words: Words) -> str:
    return f"{words.title} ({words.apart})" if words.apart else words.title


def _status(words: Words) -> Element:
    return run(f"Status: {words.status}", ITALIC)


def _citation(paper: Paper, source: Source) -> list[Element]:
    """Publisher, title, date, address: what of them there is, as runs."""
    title = f"“{source.title}”" if source.title else None
    parts = [[run(part)] for part in (source.publisher, title, published(source)) if part]
    if source.url:
        parts.append([paper.link(source.url)])
    if source.archived:
        parts.append([run("archived at "), paper.link(source.archived)])
    runs: list[Element] = []
    for part in parts:
        runs += [*([run(", ")] if runs else []), *part]
    return runs


def _year(hit: Hit) -> str:
    """What the heading above an event says."""
    first = hit.date.first_day or hit.date.last_day if hit.date is not None else None
    return "Undated" if first is None else f"{first[0]:04d}" if first[0] > 0 else f"{1 - first[0]} BC"


def _is_in_years(answer: Answer[Hit]) -> bool:
    """Whether the events of each year stand together, so that it can have a heading."""
    years = [year for year, _ in groupby(answer, _year)]
    return len(years) == len(set(years))
