"""Parallel lanes of events by type, tag or actor: a mark in each lane to which an event belongs, the busiest first."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.text import Text

from relations_cli.model.vocabulary import actor_name
from relations_cli.query.answer import Answer, Hit, in_order
from relations_cli.views import Screen, View
from relations_cli.views.console import draw, marked, plain, wrapped
from relations_cli.views.footer import flowed, footer, legend
from relations_cli.views.glyphs import glyph, letters, most_doubtful, status_sign
from relations_cli.views.palette import HEAD, QUIET, hue, status_style
from relations_cli.views.spans import Bars, bars_of
from relations_cli.views.timeline import heading_of, is_exact, time_of, year_of

_LONGEST_DATE = 16
_NARROW_DATE = 14
_NARROW = 70
_LANE = 2
"""Cells of a lane: a mark, and room for what joins it to the next."""
_LEAST_TITLE = 28


def lanes(answer: Answer[Hit], by: str) -> View:
    """A view of the events in parallel lanes, a row an event, latest at the top where the query reverses.

    Args:
        answer: the events.
        by: what makes a lane: type, tag or actor.
    """

    def view(screen: Screen) -> str:
        if not answer.rows:
            return ""
        drawing = _Lanes.of(answer, by, screen)
        said = footer(answer) if screen.terminal else ""
        parts = [*drawing.lines(), Text(), *drawing.legends()]
        return draw(screen, *parts, *([Text(said, style=QUIET)] if said else []))

    return view


def _names(hit: Hit, by: str) -> Sequence[str]:
    if by == "type":
        return (hit.event.type,) if hit.event.type else ()
    return hit.event.tags if by == "tag" else hit.event.actors


class _Lanes(NamedTuple):
    """Lanes on their way to the screen."""

    answer: Answer[Hit]
    by: str
    screen: Screen
    hits: list[Hit]
    """In the order of time, undated ones last."""
    bars: Bars
    counts: Counter[str]
    letters: dict[str, str]
    """Lane: its letter; the busiest first, as many as there is room for."""
    date_width: int

    @classmethod
    def of(cls, answer: Answer[Hit], by: str, screen: Screen) -> "_Lanes":
        hits = in_order(answer)
        dated = [hit for hit in hits if hit.is_dated]
        longest = _NARROW_DATE if screen.width < _NARROW else _LONGEST_DATE
        width = min(max(cell_len(time_of(hit, year_of(hit))) for hit in hits), longest)
        counts = Counter(name for hit in hits for name in dict.fromkeys(_names(hit, by)))
        most = max((screen.width - width - 1 - _LEAST_TITLE) // _LANE, 1)
        busiest = sorted(counts, key=lambda name: (-counts[name], name))[:most]
        return cls(answer, by, screen, hits, bars_of(dated), counts, dict(letters(busiest)), width)

    def lines(self) -> Iterator[Text]:
        """The heads of the lanes, then every event."""
        heads = Text(" " * (self.date_width + 1))
        for place, letter in enumerate(self.letters.values()):
            heads.append(f"{letter:<{_LANE}}", f"bold {hue(place)}")
        yield heads
        rows = range(len(self.hits))
        year: int | None = None
        for row in reversed(rows) if self.answer.query.reverse else rows:
            hit = self.hits[row]
            if (own := year_of(hit)) != year and own is not None:
                yield self._heading(own, row)
            year = own
            yield from self._entry(hit, row, year)

    def _glyph(self, wanted: str) -> str:
        return glyph(wanted, unicode=self.screen.unicode)

    def _running(self, row: int) -> set[str]:
        """The lanes down which an interval runs past a row, or between it and the next."""
        return {
            name
            for bar in self.bars.bars
            if bar.first <= row < bar.last
            for name in _names(self.hits[bar.first], self.by)
        }

    def _heading(self, year: int, row: int) -> Text:
        line = Text(f"{heading_of(year):>{self.date_width}} ", style=HEAD)
        return line.append_text(self._cells(set(), self._running(row if self.answer.query.reverse else row - 1), ""))

    def _cells(self, own: set[str], running: set[str], mark: str) -> Text:
        """A line of the lanes: marks joined from the first to the last, bars, and quiet dots where nothing is."""
        cells = Text()
        places = [place for place, name in enumerate(self.letters) if name in own]
        first, last = (places[0], places[-1]) if places else (1, 0)
        for place, name in enumerate(self.letters):
            joins = first <= place < last
            shown = mark if name in own else "┃" if name in running else "─" if first < place < last else "┆"
            style = hue(place) if name in own or name in running else QUIET
            cells.append(self._glyph(shown), style).append(self._glyph("─" if joins else " "), QUIET)
        return cells

    def _entry(self, hit: Hit, row: int, year: int | None) -> Iterator[Text]:
        dates = wrapped(plain(time_of(hit, year), QUIET), self.date_width)
        status = most_doubtful(hit)
        title = Text(f"{status_sign(status, unicode=self.screen.unicode) or ' '} ", style=status_style(status))
        room = self.screen.width - self.date_width - 1 - _LANE * len(self.letters) - 2
        titles = wrapped(marked(hit.title or hit.event.title), room)
        running = self._running(row) | self._running(row - 1)
        below = self._running(row - 1 if self.answer.query.reverse else row)
        for at in range(max(len(dates), len(titles))):
            date = dates[at] if at < len(dates) else Text()
            line = Text(" " * (self.date_width - cell_len(date.plain))).append_text(date).append(" ")
            mark = "●" if is_exact(hit) else "○"
            own = set(_names(hit, self.by)) if at == 0 else set()
            line.append_text(self._cells(own, running if at == 0 else below, mark))
            line.append_text(title if at == 0 else Text("  "))
            yield line.append_text(titles[at]) if at < len(titles) else line

    def legends(self) -> Iterator[Text]:
        """What the letters and signs mean, and which lanes there is no room for."""
        actors = self.answer.chronology.actors
        heads = []
        for place, (name, letter) in enumerate(self.letters.items()):
            words = actor_name(actors, name) if self.by == "actor" else name
            head = Text(style=QUIET).append(letter, f"bold {hue(place)}")
            heads.append(head.append_text(plain(f" {words} {self.counts[name]}")))
        yield from flowed(heads, self.screen.width)
        yield from flowed(legend(self.answer, self.screen), self.screen.width)
        rest = len(self.counts) - len(self.letters)
        if rest:
            hidden = sum(not set(_names(hit, self.by)) & self.letters.keys() for hit in self.hits)
            more = f"{rest} more {self.by}s have no lane for want of width"
            yield Text(f"{more}; {hidden} events are in none" if hidden else more, style=QUIET)
