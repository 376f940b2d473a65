"""The reader of articles: a chronology that is written as prose, in plain text, Markdown or HTML."""

from typing import cast, get_args

from relations_cli.errors import DataError
from relations_cli.escaping import quoted
from relations_cli.model.facts import Chronology
from relations_cli.readers.entries.assembling import chronology_of
from relations_cli.readers.prose.article import read_article
from relations_cli.readers.prose.forms.form import Form, form_of
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
    for one in article.passages:
        if one.inherited:
            reading.note("inherited", quoted(one.title), one.position, why=one.inherited)
    if article.said is not None:
        reading.note("said", article.said)
    return chronology_of(article.passages, reading, title=article.title)


def is_chronology(body: str) -> bool:
    """Whether the text of a page, in Markdown, is a chronology: it holds two entries or more, with dates."""
    article = read_article(body, form="markdown")
    return sum(one.edtf is not None for one in article.passages) > 1 or len(article.passages) > 2  # noqa: PLR2004
