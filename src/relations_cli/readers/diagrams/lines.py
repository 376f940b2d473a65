"""The lines of a drawn timeline: settings above it and comments are passed over, and said."""

from collections.abc import Iterator
from typing import NamedTuple

from relations_cli.escaping import one_line
from relations_cli.readers.reading import Reading


class Line(NamedTuple):
    """A line that says something."""

    number: int
    """From 1."""
    text: str
    """Without the space around it."""


def lines_of(text: str, comment: str, reading: Reading) -> Iterator[Line]:
    """The lines that are neither empty, nor a comment, nor between the ``---`` of the settings above.

    Args:
        text: the file.
        comment: what begins a comment.
        reading: takes what is passed over.
    """
    lines = [Line(number, line.strip()) for number, line in enumerate(text.splitlines(), 1)]
    start = next((at for at, line in enumerate(lines) if line.text), len(lines))
    end = next((at for at in range(start + 1, len(lines)) if lines[at].text == "---"), start)
    if start < len(lines) and lines[start].text == "---" and end > start:
        what = f"{end - start - 1:,} lines of settings above the timeline"
        said = one_line("; ".join(line.text for line in lines[start + 1 : end] if line.text))
        reading.note("left out", what, (lines[start].number, None), why=f"they say how it is drawn: {said}")
        start = end + 1
    for line in lines[start:]:
        if line.text.startswith(comment):
            reading.leave_out(line.text, (line.number, None), why="a comment")
        elif line.text:
            yield line
