"""A piece of HTML for a page of somebody's own: what the Markdown holds, with no style and no script."""

from collections.abc import Iterable, Iterator
from typing import Any

from relations_cli.escaping import web_address, xml_text
from relations_cli.model.facts import Source
from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit
from relations_cli.writers.details import Line, Section, sections
from relations_cli.writers.format import How
from relations_cli.writers.reports import Numbers, Words, machine_date, published, words_of
from relations_cli.writers.rows import is_number, rows_of


def write(answer: Answer[Any], how: How) -> Iterator[str]:
    """Events as a list, or a section each; facts as a list; other rows, and fields that are asked for, as a table.

    It is well-formed, so that XML parsers read it within an element, too. For an output without more than ASCII, other
    characters are numbered references.
    """
    parts = _parts(answer, how)
    return parts if how.screen.unicode else (one.encode("ascii", "xmlcharrefreplace").decode() for one in parts)


def _parts(answer: Answer[Any], how: How) -> Iterator[str]:
    if how.fields is not None:
        return _table(answer, how)
    if how.detailed:
        return _sections(answer, how)
    if answer.table.whole:
        return _list(answer, how)
    return _facts(answer) if answer.table.keyed else _table(answer, how)


def _text(text: str) -> str:
    """A text on one line in which nothing is markup."""
    return xml_text(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _time(words: str, machine: str) -> str:
    """A date in words, as a time element where HTML has a value for it."""
    return f'<time datetime="{machine}">{_text(words)}</time>' if machine else _text(words)


def _link(address: str) -> str:
    """An address of the web as a link; any other as text."""
    web = web_address(address)
    shown = _text(address)
    return shown if web is None else f'<a href="{_text(web)}" rel="noopener">{shown}</a>'


class _Sources:
    """The numbered sources, and links to them."""

    def __init__(self, answer: Answer[Any]) -> None:
        from zlib import crc32  # a shared library, which only this format needs

        self.numbers = Numbers()
        get, check = answer.table.fields["id"].get, 0
        for at, row in enumerate(answer):
            check = crc32(f"{chr(10) * (at > 0)}{get(row)}".encode(errors="replace"), check)
        self._prefix = f"timeline-{check:08x}-source-"
        """Of ids: two answers on one page have none in common."""

    def marks(self, numbers: Iterable[int]) -> str:
        """The numbers as links to the sources."""
        marks = [f'<a href="#{self._prefix}{number}">{number}</a>' for number in numbers]
        return f" <sup>{' '.join(marks)}</sup>" if marks else ""

    def items(self) -> Iterator[str]:
        """The list at the end."""
        if not len(self.numbers):
            return
        yield "<ol>\n"
        for number, source in self.numbers:
            yield f'<li id="{self._prefix}{number}">{_citation(source)}</li>\n'
        yield "</ol>\n"


def _citation(source: Source) -> str:
    parts = [
        _text(source.publisher or ""),
        f"<cite>{_text(source.title)}</cite>" if source.title else "",
        _time(published(source), machine_date(source.date)),
        _link(source.url) if source.url else "",
        f"archived at {_link(source.archived)}" if source.archived else "",
    ]
    return ", ".join(part for part in parts if part) or "no address"


def _list(answer: Answer[Hit], how: How) -> Iterator[str]:
    sources = _Sources(answer)
    if answer.rows:
        yield "<ol>\n"
    for hit in answer:
        yield _item(words_of(hit, answer), sources.marks(sources.numbers.of(hit.event.sources)), long=how.long)
    if answer.rows:
        yield "</ol>\n"
    yield from sources.items()


def _item(words: Words, marks: str, *, long: bool) -> str:
    apart = f" ({_text(words.apart)})" if words.apart else ""
    said = f"<p><strong>{_time(words.date, words.machine)}</strong>: {_text(words.title)}{apart}{marks}</p>"
    if words.status:
        said += f"\n<p><em>Status: {_text(words.status)}</em></p>"
    for text in words.summary if long else ():
        said += f"\n<p>{_text(text)}</p>"
    return f"<li>{said}</li>\n"


def _facts(answer: Answer[Any]) -> Iterator[str]:
    name, value = answer.table.fields.values()
    yield "<dl>\n"
    for row in answer:
        said = value.get(row)
        shown = f"{said:,}" if is_number(said) else str(said)
        yield f"<dt>{_text(str(name.get(row)))}</dt><dd>{_text(shown)}</dd>\n"
    yield "</dl>\n"


def _table(answer: Answer[Any], how: How) -> Iterator[str]:
    rows = rows_of(answer, how)
    header = "".join(f'<th scope="col">{_text(value.text)}</th>' for value in next(rows))
    yield f"<table>\n<thead><tr>{header}</tr></thead>\n<tbody>\n"
    for first, *others in rows:
        cells = "".join(f"<td>{_text(value.text)}</td>" for value in others)
        yield f'<tr><th scope="row">{_text(first.text)}</th>{cells}</tr>\n'
    yield "</tbody>\n</table>\n"


def _sections(answer: Answer[Any], how: How) -> Iterator[str]:
    sources = _Sources(answer)
    for section in sections(answer, how, sources.numbers):
        yield from _section(section, sources)
    yield from sources.items()


def _section(section: Section, sources: _Sources) -> Iterator[str]:
    yield f"<section>\n<h2>{_text(section.title)}{sources.marks(section.sources)}</h2>\n<dl>\n"
    for name, value in section.facts:
        yield f"<dt>{name}</dt><dd>{_time(value, section.machine) if name == 'Date' else _text(value)}</dd>\n"
    yield "</dl>\n"
    for text in section.summary:
        yield f"<p>{_text(text)}</p>\n"
    for name, lines in section.parts:
        yield f"<h3>{name}</h3>\n{_lines(lines, sources)}\n"
    yield "</section>\n"


def _lines(lines: Iterable[Line], sources: _Sources) -> str:
    items = []
    for line in lines:
        label = f"<strong>{_time(line.label, line.machine)}</strong>: " if line.label else ""
        where = f" ({_text(line.where)})" if line.where else ""
        within = f"\n{_lines(line.within, sources)}" if line.within else ""
        items.append(f"<li>{label}{_text(line.text)}{where}{sources.marks(line.sources)}{within}</li>")
    return "<ul>\n" + "\n".join(items) + "\n</ul>"
