"""Events drawn down a spine: years, a letter per type, bars beside what an interval spans, silences as gaps."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.text import Text

from relations_cli.dates import parse_edtf
from relations_cli.dates.days import year_text
from relations_cli.query.answer import Answer, Hit, in_order
from relations_cli.views import Screen, View
from relations_cli.views.console import draw, marked, plain, wrapped
from relations_cli.views.footer import flowed, footer, legend
from relations_cli.views.gaps import silences
from relations_cli.views.glyphs import glyph, letters, most_doubtful, status_sign
from relations_cli.views.palette import HEAD, QUIET, hue, status_style
from relations_cli.views.spans import Bars, bars_of, between, glyphs_of

_LONGEST_DATE = 16
_NARROW_DATE = 14
_NARROW = 70
_ROOM_FOR_TAGS = 110
_EXACT = ("day", "second")
_OTHER = "other"


def drawn(answer: Answer[Hit]) -> View:
    """A view of the events as a vertical timeline, latest at the top where the query reverses."""

    def view(screen: Screen) -> str:
        if not answer.rows:
            return ""
        drawing = _Drawing.of(answer, screen)
        parts = [*drawing.lines(), Text(), *drawing.legends()]
        said = footer(answer) if screen.terminal else ""
        return draw(screen, *parts, *([Text(said, style=QUIET)] if said else []))

    return view


def time_of(hit: Hit, year: int | None) -> str:
    """The date as people read it; without the year under whose heading it stands."""
    words = "undated" if hit.date is None else str(hit.date)
    years = set(re.findall(r"\d{4}", words))
    if year is None or years != {f"{year:04d}"}:
        return words
    without = words.replace(f" {year:04d}", "")
    return without if re.search("[A-Z]", without) else words  # without a month there is nothing left to read


def year_of(hit: Hit) -> int | None:
    """The year under whose heading an event stands: that of its first day, else of its last."""
    if hit.date is None or hit.date.undated:
        return None
    day = hit.date.first_day or hit.date.last_day
    return None if day is None else day[0]


def heading_of(year: int) -> str:
    """A year as people read it."""
    return str(parse_edtf(year_text(year)))


def is_exact(hit: Hit) -> bool:
    """Whether the event begins on a day that is known, and nothing about its date is in doubt."""
    if hit.date is None or hit.date.qualifier is not None:
        return False
    return hit.date.precision in _EXACT or (
        hit.date.precision == "interval" and hit.date.first_day == hit.date.last_start
    )


class _Drawing(NamedTuple):
    """A timeline on its way to the screen."""

    answer: Answer[Hit]
    screen: Screen
    hits: list[Hit]
    """Dated ones, in the order of time."""
    undated: list[Hit]
    bars: Bars
    gaps: dict[int, str]
    letters: dict[str, str]
    """Type: its letter; the most frequent first."""
    date_width: int

    @classmethod
    def of(cls, answer: Answer[Hit], screen: Screen) -> "_Drawing":
        hits = [hit for hit in in_order(answer) if hit.is_dated]
        types = Counter(hit.event.type or _OTHER for hit in answer)
        names = sorted(types, key=lambda name: (-types[name], name))
        longest = _NARROW_DATE if screen.width < _NARROW else _LONGEST_DATE
        words = [time_of(hit, year_of(hit)) for hit in hits]
        return cls(
            answer=answer,
            screen=screen,
            hits=hits,
            undated=[hit for hit in answer if not hit.is_dated],
            bars=bars_of(hits),
            gaps=silences(hits),
            letters=dict(letters(names)),
            date_width=min(max(map(cell_len, words), default=4), longest),
        )

    def lines(self) -> Iterator[Text]:
        """Every line, from top to bottom."""
        rows = range(len(self.hits))
        is_turned = self.answer.query.reverse
        year: int | None = None
        for row in reversed(rows) if is_turned else rows:
            hit = self.hits[row]
            if is_turned and row in self.gaps:
                yield self._gap(row)
            if year_of(hit) != year:
                year = year_of(hit)
                yield self._heading("" if year is None else heading_of(year), row)
            yield from self._entry(hit, row, year)
            if not is_turned and row in self.gaps:
                yield self._gap(row)
        if self.undated:
            yield Text()
            yield Text(" " * (self.date_width + 1), end="").append("undated", HEAD)
            for hit in self.undated:
                yield from self._entry(hit, None, None)

    def _glyph(self, wanted: str) -> str:
        return glyph(wanted, unicode=self.screen.unicode)

    def _heading(self, text: str, row: int) -> Text:
        above = row if self.answer.query.reverse else row - 1
        line = Text(f"{text:>{self.date_width}} ", style=HEAD)
        return line.append(self._glyph("│" + self._side(between(self.bars, above))), QUIET)

    def _gap(self, row: int) -> Text:
        line = Text(" " * (self.date_width + 1))
        line.append(self._glyph("┆" + self._side(between(self.bars, row))), QUIET)
        return line.append(f"— {self.gaps[row]} —", QUIET)

    def _side(self, bars: Sequence[str]) -> str:
        """The bars beside the spine, with a blank around them."""
        return " " + "".join(bars) + (" " if bars else "")

    def _entry(self, hit: Hit, row: int | None, year: int | None) -> Iterator[Text]:
        dates = wrapped(plain(time_of(hit, year) if row is not None else "", QUIET), self.date_width)
        blank = [" "] * self.bars.width
        own = blank if row is None else self._turned(glyphs_of(self.bars, row))
        rest = blank if row is None else between(self.bars, row - 1 if self.answer.query.reverse else row)
        kind = hit.event.type or _OTHER
        colour = hue(list(self.letters).index(kind))
        title = self._title(hit)
        room = self.screen.width - self.date_width - 7 - self.bars.width - (1 if self.bars.width else 0)
        titles = wrapped(title, room)
        for at in range(max(len(dates), len(titles))):
            line = Text()
            date = dates[at] if at < len(dates) else Text()
            line.append(" " * (self.date_width - cell_len(date.plain))).append_text(date).append(" ")
            spine = "│" if at or row is None else "●" if is_exact(hit) else "○"
            line.append(self._glyph(spine if row is not None else "○"[: not at] or " "), QUIET if at else colour)
            line.append(self._glyph(self._side(own if at == 0 else rest)), QUIET)
            line.append(f"{self.letters[kind]} " if at == 0 else "  ", f"bold {colour}" if at == 0 else "")
            line.append_text(self._sign(hit) if at == 0 else Text("  "))
            yield line.append_text(titles[at]) if at < len(titles) else line

    def _turned(self, glyphs: list[str]) -> list[str]:
        """The ends of the bars, for a timeline that runs upwards."""
        if not self.answer.query.reverse:
            return glyphs
        return [{"╭": "╰", "╰": "╭", "↓": "↑"}.get(one, one) for one in glyphs]

    def _sign(self, hit: Hit) -> Text:
        status = most_doubtful(hit)
        return Text(f"{status_sign(status, unicode=self.screen.unicode) or ' '} ", style=status_style(status))

    def _title(self, hit: Hit) -> Text:
        title = marked(hit.title or hit.event.title)
        if self.screen.width >= _ROOM_FOR_TAGS and hit.event.tags:
            title.append("  ").append_text(plain(" ".join(f"#{tag}" for tag in hit.event.tags), QUIET))
        if hit.snippet is not None:
            title.append("\n").append_text(marked(hit.snippet, QUIET))
        return title

    def legends(self) -> Iterator[Text]:
        """What the letters, marks and signs mean, and what is not drawn."""
        types = [
            Text(style=QUIET).append(letter, f"bold {hue(place)}").append_text(plain(f" {name}"))
            for place, (name, letter) in enumerate(self.letters.items())
        ]
        yield from flowed(types, self.screen.width)
        marks = []
        if any(not is_exact(hit) for hit in self.hits):
            marks = [Text(self._glyph("●") + " on that day"), Text(self._glyph("○") + " not known to the day")]
        yield from flowed([*marks, *legend(self.answer, self.screen)], self.screen.width)
        if self.bars.left_out:
            yield Text(f"{self.bars.left_out} intervals have no bar, for want of room", style=QUIET)
