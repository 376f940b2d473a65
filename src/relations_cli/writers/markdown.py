"""Markdown that GitHub and pandoc read: events as a list with footnotes, everything else as a table."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from relations_cli.model.facts import Source
from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit
from relations_cli.writers.details import Line, Section, sections
from relations_cli.writers.format import How
from relations_cli.writers.marks import link, paragraph, plain
from relations_cli.writers.reports import Numbers, Words, published, words_of
from relations_cli.writers.rows import is_number, rows_of


def write(answer: Answer[Any], how: How) -> Iterator[str]:
    """Events as a list, or a section each; facts as a list; other rows, and fields that are asked for, as a table."""
    if how.fields is not None:
        return table(answer, how)
    if how.detailed:
        return _sections(answer, how)
    if answer.table.whole:
        return _list(answer, how)
    return _facts(answer) if answer.table.keyed else table(answer, how)


def table(answer: Answer[Any], how: How) -> Iterator[str]:
    """A table with bars (GitHub Flavored Markdown, section 4.10): a row a line, numbers to the right."""
    rows = rows_of(answer, how)
    header = next(rows)
    first = next(rows, None)
    kinds = ["---:" if first is not None and is_number(value.raw) else "---" for value in (first or header)]
    yield _row(value.text for value in header)
    yield f"| {' | '.join(kinds)} |\n"
    for row in chain([] if first is None else [first], rows):
        yield _row(value.text for value in row)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(map(plain, cells))} |\n"


def _list(answer: Answer[Hit], how: How) -> Iterator[str]:
    numbers = Numbers()
    for place, hit in enumerate(answer):
        words = words_of(hit, answer)
        gap = "\n" if how.long and place else ""
        yield gap + _item(words, numbers.of(hit.event.sources), long=how.long)
    yield from _notes(numbers)


def _item(words: Words, numbers: Sequence[int], *, long: bool) -> str:
    apart = f" *({plain(words.apart)})*" if words.apart else ""
    lines = [f"- **{plain(words.date)}**: {plain(words.title)}{apart}{_marks(numbers)}"]
    if words.status:
        lines = [f"{lines[0]}\\", f"  *Status: {plain(words.status)}*"]
    for text in words.summary if long else ():
        lines += ["", f"  {paragraph(text)}"]
    return "\n".join(lines) + "\n"


def _marks(numbers: Iterable[int]) -> str:
    """References to footnotes, apart from each other, so that 1 and 2 are not 12."""
    return " ".join(f"[^{number}]" for number in numbers)


def _notes(numbers: Numbers) -> Iterator[str]:
    """The sources at the end."""
    for number, source in numbers:
        yield ("\n" if number == 1 else "") + f"[^{number}]: {_citation(source)}\n"


def _citation(source: Source) -> str:
    parts = [
        plain(source.publisher or ""),
        f"“{plain(source.title)}”" if source.title else "",
        plain(published(source)),
        link(source.url) if source.url else "",
        f"archived at {link(source.archived)}" if source.archived else "",
    ]
    return ", ".join(part for part in parts if part) or "no address"


def _facts(answer: Answer[Any]) -> Iterator[str]:
    name, value = answer.table.fields.values()
    for row in answer:
        said = value.get(row)
        yield f"- **{plain(str(name.get(row)))}**: {plain(f'{said:,}' if is_number(said) else str(said))}\n"


def _sections(answer: Answer[Any], how: How) -> Iterator[str]:
    numbers = Numbers()
    for place, section in enumerate(sections(answer, how, numbers)):
        yield ("\n" if place else "") + "\n".join(_section(section)) + "\n"
    yield from _notes(numbers)


def _section(section: Section) -> Iterator[str]:
    yield f"## {plain(section.title)}{_marks(section.sources)}"
    yield ""
    for name, value in section.facts:
        yield f"- **{name}**: {plain(value)}"
    for text in section.summary:
        yield from ("", paragraph(text))
    for name, lines in section.parts:
        yield from ("", f"### {name}", "")
        for line in lines:
            yield from _line(line, "")


def _line(line: Line, indent: str) -> Iterator[str]:
    label = f"**{plain(line.label)}**: " if line.label else ""
    text = plain(line.text) if label else paragraph(line.text)
    where = f" ({plain(line.where)})" if line.where else ""
    yield f"{indent}- {label}{text}{where}{_marks(line.sources)}"
    for one in line.within:
        yield from _line(one, f"{indent}  ")
