"""The reader of articles: a chronology that is written as prose, in plain text, Markdown or HTML."""

from collections.abc import Iterator
from typing import cast, get_args

from relations_cli.errors import DataError
from relations_cli.escaping import quoted
from relations_cli.model.facts import Chronology
from relations_cli.readers.entries.assembling import chronology_of
from relations_cli.readers.entries.entry import Entry
from relations_cli.readers.prose.article import Article, read_article
from relations_cli.readers.prose.forms.form import Form, form_of
from relations_cli.readers.prose.unread import UNDATED
from relations_cli.readers.reading import Reading
from relations_cli.readers.text import decoded


def read(data: bytes, reading: Reading) -> Chronology:
    """The chronology of the dated paragraphs of an article; where it has none, no events, and a word on why.

    Raises:
        DataError: it is not text, or HTML that is nested too deep, or that the library is missing for.
    """
    text = decoded(data, reading)
    named = reading.options.reader
    return read_text(text, reading, cast("Form", named) if named in get_args(Form) else form_of(text, reading.suffix))


def read_text(text: str, reading: Reading, form: Form) -> Chronology:
    """The same of a text in that form.

    Raises:
        DataError: it is HTML that is nested too deep, or that the library is missing for.
    """
    try:
        article = read_article(text, form=form, assume_year=reading.options.assume_year)
    except DataError as error:  # it knows no file
        reading.refuse(error.reason)
    if article.is_unread:
        reading.refuse(article.said or "")
    for part in sorted((*article.left_out, *article.around), key=lambda part: part.line):
        reading.note("left out", quoted(part.whole, len(part.whole)), (part.line, None), why=part.why)
    entries = list(_entries(article, reading))
    if article.said is not None:
        reading.note("said", article.said)
    return chronology_of(entries, reading, title=article.title)


def is_chronology(body: str) -> bool:
    """Whether the text of a page, in Markdown, is a chronology: it holds two entries or more, with dates."""
    article = read_article(body, form="markdown")
    return sum(one.date is not None for one in article.passages) > 1 or len(article.passages) > 2  # noqa: PLR2004


def _entries(article: Article, reading: Reading) -> Iterator[Entry]:
    """The passages as entries; each year that was taken from its context is noted."""
    for one in article.passages:
        position = (one.line, None)
        if one.inherited is not None:
            reading.note("inherited", quoted(one.title), position, why=one.inherited)
        yield Entry(
            position=position,
            edtf=one.date,
            unread="" if one.unread == UNDATED else one.unread,
            title=one.title,
            summary=one.summary or "",
            note=one.note or "",
            sources=one.sources,
        )
