"""Parallel lanes of events by a facet: a bullet in each to which an event belongs, the busiest first."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, assert_never

from msgspec.structs import replace
from rich.text import Text

from relations_cli.model.vocabulary import actor_name
from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit, each_once
from relations_cli.screen import Screen
from relations_cli.views import Lane, View
from relations_cli.views.console import draw, plain
from relations_cli.views.drawn_dates import bullet_of, date_column, date_lines, heading_of, in_time
from relations_cli.views.drawn_titles import found_lines, sign_cells, title_lines
from relations_cli.views.footer import bullets_legend, flowed, footer, keyed, legend
from relations_cli.views.glyphs import glyph, letters
from relations_cli.views.lane_runs import LaneRuns
from relations_cli.views.palette import HEAD, QUIET, hue
from relations_cli.views.spans import Bar, upside_down

_UNDATED = "undated"
_LANE = 2
"""Cells of a lane: a bullet, and room for what joins it to the next."""
_LEAST_TITLE = 28
_TITLES_SHARE = 0.4
"""Of the width; lanes take the rest."""
_MOST = 62
"""Lanes that have a letter of their own."""
_LONG = 12
"""Rows after which the heads of the lanes stand below them, too."""


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


def _names(hit: Hit, by: Lane) -> Sequence[str]:
    match by:
        case "type":
            return (hit.event.type,) if hit.event.type else ()
        case "tag":
            return hit.event.tags
        case "actor":
            return hit.event.actors
        case "proposition":
            return [state.id for state in hit.propositions]
        case _:
            assert_never(by)


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
    runs: LaneRuns
    counts: Counter[str]
    letters: Mapping[str, str]
    """Lane: its letter; the busiest first, as many as there is room for."""
    date_width: int

    @classmethod
    def of(cls, answer: Answer[Hit], by: Lane, screen: Screen) -> "_Lanes":
        hits, undated = in_time(answer)
        dates = [date_lines(hit, screen) for hit in hits]
        width = max(date_column(hits, dates), len(_UNDATED) if undated else 0)
        counts = Counter(name for hit in answer for name in dict.fromkeys(_names(hit, by)))
        titles = max(_LEAST_TITLE, int(_TITLES_SHARE * screen.width))
        most = min(max((screen.width - width - 1 - titles) // _LANE, 1), _MOST)
        busiest = sorted(counts, key=lambda name: (-counts[name], name))[:most]
        return cls(
            answer=answer,
            by=by,
            screen=screen,
            hits=hits,
            undated=undated,
            dates=dates,
            runs=LaneRuns.of(hits, busiest, lambda hit: _names(hit, by)),
            counts=counts,
            letters=letters(busiest),
            date_width=width,
        )

    def lines(self) -> Iterator[Text]:
        """The heads of the lanes, then every event, undated ones last."""
        yield self._heads()
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
            yield self._heads()

    def _heads(self) -> Text:
        heads = Text(" " * (self.date_width + 1))
        for place, letter in enumerate(self.letters.values()):
            heads.append(f"{letter:<{_LANE}}", f"bold {hue(place)}")
        return heads

    def _glyph(self, wanted: str) -> str:
        wanted = upside_down(wanted) if self.answer.query.reverse else wanted
        return glyph(wanted, unicode=self.screen.unicode)

    def _cells(self, own: set[str], running: set[str], bullet: str = "", arrow: str = "") -> Text:
        """A line of the lanes: bullets joined from the first to the last, bars, and quiet dots where nothing is."""
        cells = Text()
        places = [place for place, name in enumerate(self.letters) if name in own]
        first, last = (places[0], places[-1]) if places else (1, 0)
        for place, name in enumerate(self.letters):
            shown = bullet if name in own else "┃" if name in running else "─" if first < place < last else "┆"
            joint = (arrow if name in own else "") or ("─" if first <= place < last else " ")
            style = hue(place) if name in own or name in running else QUIET
            cells.append(self._glyph(shown), style).append(self._glyph(joint), style if joint == arrow else QUIET)
        return cells

    def _entry(
        self, hit: Hit, dates: Sequence[Text], beside: set[str], below: set[str], bar: Bar | None
    ) -> Iterator[Text]:
        """The lines of an event: its bullets on the first, what runs on in the lanes on the others."""
        room = self.screen.width - self.date_width - 1 - _LANE * len(self.letters) - 2
        titles = title_lines(hit, self.screen, room) + found_lines(hit, self.screen, room)
        for at in range(max(len(dates), len(titles))):
            date = dates[at] if at < len(dates) else Text()
            line = Text(" " * (self.date_width - date.cell_len)).append_text(date).append(" ")
            if at == 0:
                own = set(_names(hit, self.by))
                line.append_text(self._cells(own, beside, bullet_of(hit), bar.arrow if bar else ""))
                line.append_text(sign_cells(hit, self.screen))
            else:
                line.append_text(self._cells(set(), below)).append("  ")
            yield line.append_text(titles[at]) if at < len(titles) else line

    def key(self) -> Iterator[Text]:
        """What the letters, bullets and signs mean."""
        heads = []
        for place, (name, letter) in enumerate(self.letters.items()):
            words = self._words(name)
            head = Text(style=QUIET).append(letter, f"bold {hue(place)}")
            heads.append(head.append_text(plain(f" {words} {self.counts[name]}", self.screen)))
        yield from flowed(heads, self.screen.width)
        arrows = {bar.arrow for bar in self.runs.bars.values()}
        bullets = bullets_legend(self.answer, map(bullet_of, self.hits), arrows, self._glyph)
        yield from flowed([*bullets, *legend(self.answer, self.screen)], self.screen.width)

    def left_out(self) -> Iterator[Text]:
        """What stands in no lane."""
        yield from (Text(said, style=QUIET) for said in self._left_out())

    def _words(self, lane: str) -> str:
        known = self.answer.vocabulary
        if self.by == "proposition" and lane in known.propositions:
            return known.propositions[lane].text
        return actor_name(known.actors, lane) if self.by == "actor" else lane

    def _left_out(self) -> Iterator[str]:
        """Which lanes there is no room for, and how many events are in none."""
        hidden = bare = 0
        for hit in self.answer:
            names = set(_names(hit, self.by))
            bare += not names
            hidden += bool(names) and not names & self.letters.keys()
        if rest := len(self.counts) - len(self.letters):
            why = "letters" if len(self.letters) == _MOST else "width"
            what = f"1 more {self.by} has" if rest == 1 else f"{rest:,} more {self.by}s have"
            none = f"; {_events(hidden)} in none" if hidden else ""
            yield f"{what} no lane for want of {why}{none}"
        if bare:
            yield f"{_events(bare)} in no lane, having no {self.by}"


def _events(number: int) -> str:
    return "1 event is" if number == 1 else f"{number:,} events are"
