"""Articles: a chronology that is written as prose, in plain text, Markdown or HTML."""

from typing import Literal, cast

from relations_cli.escaping import quoted
from relations_cli.model.facts import Chronology
from relations_cli.readers.entries.chronology import chronology_of
from relations_cli.readers.entries.entry import Entry
from relations_cli.readers.formats import suffix_of
from relations_cli.readers.prose.article import read_article
from relations_cli.readers.prose.forms.form import form_of
from relations_cli.readers.reading import Reading
from relations_cli.readers.text import decoded

_FORMS = ("text", "markdown", "html")


def read(data: bytes, reading: Reading) -> Chronology:
    """The chronology of the dated paragraphs of an article; where it has none, no events, and a word on why."""
    text = decoded(data, reading)
    named = reading.options.reader
    form = named if named in _FORMS else form_of(text, suffix_of(reading.path))
    article = read_article(
        text, form=cast("Literal['text', 'markdown', 'html']", form), assume_year=reading.options.assume_year
    )
    for part in article.left_out:
        reading.note("left out", f"{quoted(part.text, 80)}: {part.why}", (part.line, None))
    entries = []
    for one in article.entries:
        if one.inherited is not None:
            reading.note("inherited", f"{quoted(one.title)}: {one.inherited}", (one.line, None))
        entries.append(
            Entry(
                position=(one.line, None),
                edtf=one.date,
                title=one.title,
                summary=one.summary or "",
                note=one.note or "",
                sources=one.sources,
            )
        )
    if article.said is not None:
        reading.note("said", article.said)
    return chronology_of(entries, reading, title=article.title)
