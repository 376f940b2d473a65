"""Events drawn down a spine: years, a letter per type, bars beside what an interval spans, silences as gaps."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from msgspec.structs import replace
from rich.cells import cell_len
from rich.text import Text

from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit, each_once
from relations_cli.screen import Screen
from relations_cli.views import View
from relations_cli.views.console import draw, wrapped
from relations_cli.views.drawn_dates import bullet_of, date_column, date_lines, heading_of, in_time
from relations_cli.views.drawn_titles import found_lines, sign_cells, title_lines
from relations_cli.views.footer import bullets_legend, flowed, footer, keyed, legend
from relations_cli.views.gaps import silences
from relations_cli.views.glyphs import glyph, legible
from relations_cli.views.palette import HEAD, QUIET
from relations_cli.views.spans import NO_ROOM, Bars, bars_of, upside_down
from relations_cli.views.type_letters import TypeLetter, type_legend, type_letters

_LEAST_TITLE = 32
"""Cells that bars leave to the titles."""
_FURNITURE = 7
"""Cells of a line beside its date, bars and title: the spine, a letter, a sign, and what keeps them apart."""
_ROOM_FOR_TAGS = 110


def drawn(answer: Answer[Hit]) -> View:
    """A view of the events as a vertical timeline, latest at the top where the query reverses, undated ones last."""

    def view(screen: Screen) -> str:
        if not answer.rows:
            return ""
        drawing = _Drawing.of(replace(answer, rows=each_once(answer)), screen)
        parts = [*keyed(drawing.key(), drawing.lines(), screen), Text(), *drawing.left_out()]
        return draw(screen, *parts, *footer(answer, screen, by_date=True))

    return view


def _tags(hit: Hit, room: int, screen: Screen) -> Text:
    """As many of the tags as there is room for, and how many more there are."""
    shown: list[str] = []
    best, taken = "", 0
    for place, tag in enumerate(hit.event.tags, 1):
        shown.append(legible(f"#{tag}", screen))
        taken += cell_len(shown[-1]) + 1
        if taken > room + 1:
            break
        rest = len(hit.event.tags) - place
        more = f" +{rest}" if rest else ""
        if taken - 1 + len(more) <= room:
            best = " ".join(shown) + more
    return Text(f"  {best}" if best else "", style=QUIET)


class _Drawing(NamedTuple):
    """A timeline on its way to the screen."""

    answer: Answer[Hit]
    screen: Screen
    hits: list[Hit]
    """Dated ones, in the order of time."""
    undated: list[Hit]
    dates: list[list[Text]]
    """The lines of each dated one's date."""
    bars: Bars
    gaps: dict[int, str]
    types: dict[str, TypeLetter]
    date_width: int

    @classmethod
    def of(cls, answer: Answer[Hit], screen: Screen) -> "_Drawing":
        hits, undated = in_time(answer)
        dates = [date_lines(hit, screen) for hit in hits]
        width = date_column(hits, dates)
        return cls(
            answer=answer,
            screen=screen,
            hits=hits,
            undated=undated,
            dates=dates,
            bars=bars_of(hits, max(screen.width - width - _FURNITURE - _LEAST_TITLE - 2, 1)),
            gaps=silences(hits),
            types=type_letters(answer),
            date_width=width,
        )

    def lines(self) -> Iterator[Text]:
        """Every line, from top to bottom."""
        rows = range(len(self.hits))
        is_turned = self.answer.query.reverse
        heading = ""
        for row in reversed(rows) if is_turned else rows:
            if is_turned and row in self.gaps:
                yield from self._gap(row)
            if heading_of(self.hits[row]) != heading:
                heading = heading_of(self.hits[row])
                yield self._heading(heading, row if is_turned else row - 1)
            yield from self._entry(row)
            if not is_turned and row in self.gaps:
                yield from self._gap(row)
        if self.undated:
            yield Text()
            yield Text(" " * (self.date_width + 1), end="").append("undated", HEAD)
            for hit in self.undated:
                yield from self._titled(hit, [Text()], "○", [], [])

    def _glyph(self, wanted: str) -> str:
        wanted = upside_down(wanted) if self.answer.query.reverse else wanted
        return glyph(wanted, unicode=self.screen.unicode)

    def _heading(self, text: str, row: int) -> Text:
        """A year, and the bars that go on past it."""
        line = Text(f"{text:>{self.date_width}} ", style=HEAD)
        return line.append(self._glyph("┤"), QUIET).append_text(self._beside(self.bars.below(row)))

    def _gap(self, row: int) -> Iterator[Text]:
        line = Text(" " * (self.date_width + 1)).append(self._glyph("┆"), QUIET)
        line.append_text(self._beside(self.bars.below(row)))
        for said in wrapped(Text(f"— {self.gaps[row]} —", QUIET), self.screen.width - line.cell_len):
            yield line.copy().append_text(said)

    def _beside(self, bars: Sequence[tuple[str, int]]) -> Text:
        """The bars beside the spine, each in the colour of its event, with a blank around them."""
        cells = Text(" ")
        for style, run in groupby(bars, key=self._style):  # one span of many bars: Rich takes its time for each
            cells.append(self._glyph("".join(shown for shown, _ in run)), style)
        return cells.append(" " if bars else "")

    def _style(self, bar: tuple[str, int]) -> str:
        shown, row = bar
        return "" if shown == " " else QUIET if shown == NO_ROOM else self._type(self.hits[row]).style

    def _type(self, hit: Hit) -> TypeLetter:
        return self.types[hit.event.type or ""]

    def _entry(self, row: int) -> Iterator[Text]:
        hit = self.hits[row]
        below = self.bars.below(row - 1 if self.answer.query.reverse else row)
        return self._titled(hit, self.dates[row], bullet_of(hit), self.bars.on(row), below)

    def _titled(
        self,
        hit: Hit,
        dates: Sequence[Text],
        bullet: str,
        bars: Sequence[tuple[str, int]],
        below: Sequence[tuple[str, int]],
    ) -> Iterator[Text]:
        """The lines of an event: its bars on the first, those that go on beside the others."""
        letter = self._type(hit)
        room = self.screen.width - self.date_width - _FURNITURE - (len(bars) + 1 if bars else 0)
        titles = self._titles(hit, room)
        for at in range(max(len(dates), len(titles))):
            date = dates[at] if at < len(dates) else Text()
            line = Text(" " * (self.date_width - date.cell_len)).append_text(date).append(" ")
            if at == 0:
                line.append(self._glyph(bullet), letter.style).append_text(self._beside(bars))
                line.append(f"{letter.letter} ", f"bold {letter.style}").append_text(sign_cells(hit, self.screen))
            else:
                line.append(self._glyph("│") if hit.is_dated else " ", QUIET).append_text(self._beside(below))
                line.append("    ")
            yield line.append_text(titles[at]) if at < len(titles) else line

    def _titles(self, hit: Hit, room: int) -> list[Text]:
        """The lines of the title, with the tags for which they leave room, and what else matched a search."""
        lines = title_lines(hit, self.screen, room)
        if self.screen.width >= _ROOM_FOR_TAGS:
            lines[-1].append_text(_tags(hit, room - lines[-1].cell_len - 2, self.screen))
        return lines + found_lines(hit, self.screen, room)

    def key(self) -> Iterator[Text]:
        """What the letters, bullets and signs mean."""
        yield from flowed(type_legend(self.types, self.screen), self.screen.width)
        arrows = {bar.arrow for column in self.bars.columns for bar in column}
        bullets = bullets_legend(self.answer, map(bullet_of, self.hits), arrows, self._glyph)
        yield from flowed([*bullets, *legend(self.answer, self.screen)], self.screen.width)

    def left_out(self) -> Iterator[Text]:
        """What is not drawn."""
        if number := len(self.bars.left_out):
            what = "1 interval has no bar" if number == 1 else f"{number:,} intervals have no bar"
            yield Text(f"{self._glyph(NO_ROOM)} {what}, for want of room", style=QUIET)
