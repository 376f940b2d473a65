"""Parallel lanes of events by a facet: a bullet in each to which an event belongs."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace
from rich.text import Text

from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit, each_once
from relations_cli.screen import Screen
from relations_cli.views import Lane, View
from relations_cli.views.console import draw, plain, wrapped
from relations_cli.views.drawn_dates import bullet_of, date_column, date_lines, heading_of, in_time
from relations_cli.views.drawn_titles import found_lines, sign_cells, title_lines
from relations_cli.views.footer import bullets_legend, flowed, footer, keyed, legend
from relations_cli.views.glyphs import glyph
from relations_cli.views.lane_choice import LaneOf, lanes_of, names_of
from relations_cli.views.lane_heads import NARROWEST, head_lines, lane_style, lane_widths
from relations_cli.views.lane_runs import LaneRuns
from relations_cli.views.palette import HEAD, QUIET
from relations_cli.views.spans import Bar, upside_down

_UNDATED = "undated"
_LEAST_TITLE = 24
_TITLES_SHARE = 0.4
_HEADS_SHARE = 0.3
"""Of the width: heads that need more do not stand side by side."""
_LONG = 12
"""Rows after which the heads of the lanes stand below them, too."""
_SHARING = 2
"""Lines that say what the lane of others holds."""


def lanes(answer: Answer[Hit], by: Lane) -> View:
    """A view of the events in parallel lanes, a row an event, latest at the top where the query reverses.

    Args:
        answer: the events.
        by: what makes a lane.
    """

    def view(screen: Screen) -> str:
        if not answer.rows:
            return ""
        drawing = _Lanes.of(replace(answer, rows=each_once(answer)), by, screen)
        parts = [*keyed(drawing.key(), drawing.lines(), screen), Text(), *drawing.left_out()]
        return draw(screen, *parts, *footer(answer, screen, by_date=True))

    return view


class _Lanes(NamedTuple):
    """Lanes on their way to the screen."""

    answer: Answer[Hit]
    by: Lane
    screen: Screen
    hits: list[Hit]
    """Dated ones, in the order of time."""
    undated: list[Hit]
    dates: list[list[Text]]
    """The lines of each dated one's date."""
    lanes: Sequence[LaneOf]
    widths: Sequence[int]
    """The cells of each lane."""
    of_value: Mapping[str, frozenset[int]]
    """Value of the facet: the places of the lanes in which it stands."""
    runs: LaneRuns
    date_width: int

    @classmethod
    def of(cls, answer: Answer[Hit], by: Lane, screen: Screen) -> "_Lanes":
        hits, undated = in_time(answer)
        dates = [date_lines(hit, screen) for hit in hits]
        width = max(date_column(hits, dates), len(_UNDATED) if undated else 0)
        titles = max(min(_LEAST_TITLE, screen.width // 2), int(_TITLES_SHARE * screen.width))
        chosen = lanes_of(answer, by, max((screen.width - width - 1 - titles) // NARROWEST, 1))
        of_value = {
            value: frozenset(place for place, lane in enumerate(chosen) if value in lane.values)
            for value in frozenset().union(*(lane.values for lane in chosen))
        }
        return cls(
            answer=answer,
            by=by,
            screen=screen,
            hits=hits,
            undated=undated,
            dates=dates,
            lanes=chosen,
            widths=lane_widths(chosen, screen, int(_HEADS_SHARE * screen.width)),
            of_value=of_value,
            runs=LaneRuns.of(hits, range(len(chosen)), lambda hit: _places(hit, by, of_value)),
            date_width=width,
        )

    def lines(self) -> Iterator[Text]:
        """The heads of the lanes, then every event, undated ones last."""
        yield from head_lines(self.lanes, self.widths, self.date_width + 1, self.screen)
        rows = range(len(self.hits))
        is_turned = self.answer.query.reverse
        heading = ""
        for row in reversed(rows) if is_turned else rows:
            above = self.runs.beside(row if is_turned else row - 1)
            if heading_of(self.hits[row]) != heading:
                heading = heading_of(self.hits[row])
                line = Text(f"{heading:>{self.date_width}} ", style=HEAD)
                yield line.append_text(self._cells(set(), above))
            below = self.runs.beside(row - 1 if is_turned else row)
            yield from self._entry(self.hits[row], self.dates[row], above | below, below, self.runs.bars.get(row))
        if self.undated:
            line = Text(f"{_UNDATED:>{self.date_width}} ", style=HEAD)
            yield line.append_text(self._cells(set(), set()))
            for hit in self.undated:
                yield from self._entry(hit, [Text()], set(), set(), None)
        if len(self.answer) > _LONG:
            yield from head_lines(self.lanes, self.widths, self.date_width + 1, self.screen, foot=True)

    def _glyph(self, wanted: str) -> str:
        wanted = upside_down(wanted) if self.answer.query.reverse else wanted
        return glyph(wanted, unicode=self.screen.unicode)

    def _cells(self, own: set[int], running: set[int], bullet: str = "", arrow: str = "") -> Text:
        """A line of the lanes: bullets joined from the first to the last, bars, and quiet dots where nothing is."""
        cells = Text()
        first, last = (min(own), max(own)) if own else (1, 0)
        for place, lane in enumerate(self.lanes):
            shown = bullet if place in own else "┃" if place in running else "─" if first < place < last else "┆"
            tie = "─" if first <= place < last else " "
            style = lane_style(lane, place) if place in own or place in running else QUIET
            cells.append(self._glyph(shown), style)
            joint = arrow if place in own else ""
            cells.append(self._glyph(joint), style).append(
                self._glyph(tie * (self.widths[place] - 1 - len(joint))), QUIET
            )
        return cells

    def _entry(
        self, hit: Hit, dates: Sequence[Text], beside: set[int], below: set[int], bar: Bar | None
    ) -> Iterator[Text]:
        """The lines of an event: its bullets on the first, what runs on in the lanes on the others."""
        room = self.screen.width - self.date_width - 1 - sum(self.widths) - 2
        titles = title_lines(hit, self.screen, room) + found_lines(hit, self.screen, room)
        for at in range(max(len(dates), len(titles))):
            date = dates[at] if at < len(dates) else Text()
            line = Text(" " * (self.date_width - date.cell_len)).append_text(date).append(" ")
            if at == 0:
                own = _places(hit, self.by, self.of_value)
                line.append_text(self._cells(own, beside, bullet_of(hit), bar.arrow if bar else ""))
                line.append_text(sign_cells(hit, self.screen))
            else:
                line.append_text(self._cells(set(), below)).append("  ")
            yield line.append_text(titles[at]) if at < len(titles) else line

    def key(self) -> Iterator[Text]:
        """What the others are, and what the bullets and signs mean."""
        for lane in self.lanes:
            if lane.shares:
                yield from self._shares(lane)
        arrows = {bar.arrow for bar in self.runs.bars.values()}
        bullets = bullets_legend(self.answer, map(bullet_of, self.hits), arrows, self._glyph)
        yield from flowed([*bullets, *legend(self.answer, self.screen)], self.screen.width)

    def _shares(self, lane: LaneOf) -> list[Text]:
        """As much of what shares a lane as some lines hold, and how much more there is."""
        lines: list[Text] = []
        for shown in range(1, len(lane.shares) + 1):
            more = [f"{len(lane.shares) - shown} more"] if shown < len(lane.shares) else []
            said = f"{lane.words}: {', '.join([*lane.shares[:shown], *more])}"
            longer = wrapped(plain(said, self.screen, QUIET), self.screen.width)
            if lines and len(longer) > _SHARING:
                break
            lines = longer
        return lines

    def left_out(self) -> Iterator[Text]:
        """How many events stand in no lane."""
        if bare := sum(not _places(hit, self.by, self.of_value) for hit in self.answer):
            events = "1 event is" if bare == 1 else f"{bare:,} events are"
            yield Text(f"{events} in no lane, having no {self.by}", style=QUIET)


def _places(hit: Hit, by: Lane, of_value: Mapping[str, frozenset[int]]) -> set[int]:
    """The places of the lanes to which an event belongs."""
    return set().union(*(of_value.get(name, ()) for name in names_of(hit, by)))
