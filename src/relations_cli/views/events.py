"""Events as rows of a table: date, title, sign; tags, short id where there is room; two lines where there is little."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from rich.text import Text

from relations_cli.query.answer import Answer
from relations_cli.query.hit import Hit
from relations_cli.query.short_ids import short_ids
from relations_cli.screen import Screen
from relations_cli.views.columns import GAP, row_lines
from relations_cli.views.console import marked, plain, wrapped
from relations_cli.views.footer import flowed, keyed, legend
from relations_cli.views.glyphs import BEARS, LANDMARK, glyph, legible, status_sign
from relations_cli.views.palette import HEAD, QUIET, status_style
from relations_cli.views.years import RowDate, year_headings

_TWO_LINES_BELOW = 70
_NARROWEST_TITLE = 44
_READABLE = 76
"""Cells: a title that is wider breaks before tags and id give way."""
_LONGEST_DATE = 16
_LONGEST_TIME = len("11 Mar 2024, 09:15 +09:00")
_TIMES = ("minute", "second")
_NARROWEST_TAGS = 20
_ROOM_FOR_IDS = 120
_LONGEST_ID = 30
_POINTER = "▸"
"""Stands beside what a search found, apart from its context."""
_INDENT = "  "

_FOUND, _DISTANCE, _DATE, _GAP, _TITLE = "found", "distance", "date", "gap", "title"
_SIGN, _TAGS, _ID = "sign", "tags", "id"
_COLUMNS = (_FOUND, _DISTANCE, _DATE, _GAP, _TITLE, _SIGN, _TAGS, _ID)
_RIGHT = (_DISTANCE, _GAP)


def event_lines(answer: Answer[Hit], screen: Screen, *, long: bool) -> Iterator[Text]:
    """The lines of a table of events, below what its signs mean.

    Args:
        answer: the events.
        screen: what to draw for.
        long: the summary of each under its title.
    """
    meanings = legend(answer, screen)
    if any(hit.event.landmark for hit in answer):
        meanings = [Text(f"{glyph(LANDMARK, unicode=screen.unicode)} landmark", style=QUIET), *meanings]
    if any(hit.context for hit in answer):
        pointer = Text(style=QUIET).append(glyph(_POINTER, unicode=screen.unicode), HEAD)
        meanings = [pointer.append(" found"), *meanings]
    return keyed(flowed(meanings, screen.width), _rows(answer, screen, long=long), screen)


def _rows(answer: Answer[Hit], screen: Screen, *, long: bool) -> Iterator[Text]:
    years = year_headings(answer)
    dates = [RowDate.of(hit, year) for hit, year in zip(answer, years, strict=True)]
    ids = _short_ids(answer, screen) if screen.width >= _ROOM_FOR_IDS else {}
    widths = _widths(answer, dates, ids, screen, long=long)
    has_context = any(hit.context for hit in answer)
    if widths:
        heads = {name: Text("" if name == _FOUND else name.upper(), HEAD) for name in widths}
        yield from row_lines([([heads[name]], width, name in _RIGHT) for name, width in widths.items()])
    for place, (hit, date, year) in enumerate(zip(answer, dates, years, strict=True)):
        is_group = bool(hit.anchor) and (not place or hit.anchor != answer.rows[place - 1].anchor)
        if place and (long or is_group or not hit.follows):
            yield Text()  # as grep sets the groups of its context apart
        if is_group:
            yield from wrapped(plain(hit.anchor or "", screen, HEAD), screen.width)
        if year and (not place or year != years[place - 1]):
            yield Text(year, style=HEAD)
        if widths:
            yield from _in_columns(hit, date, widths, ids, screen, long=long)
        else:
            yield from _in_two_lines(hit, date.words, screen, len(_INDENT) if has_context else 0, long=long)


def _short_ids(answer: Answer[Hit], screen: Screen) -> Mapping[str, Text]:
    """The shortest part of each id that names its event alone, where that is no longer than a glance takes in."""

    def can_show(text: str) -> bool:
        return legible(text, screen) == text

    names = [hit.event.id for hit in answer]
    short = short_ids(answer.whole or answer.store, names, answer.query, can_show)
    shown = {name: plain(part, screen, QUIET) for name, part in short.items()}
    return {name: part for name, part in shown.items() if part.cell_len <= _LONGEST_ID}


def _widths(
    answer: Answer[Hit], dates: Sequence[RowDate], short: Mapping[str, Text], screen: Screen, *, long: bool
) -> Mapping[str, int]:
    """The columns of the table with their widths, in order; none where two lines an event serve better.

    The id is short; then the title has what it needs, as far as a line reads well; then the tags.
    """
    width = screen.width
    widths = _narrow(answer, dates)
    ids = max((part.cell_len for part in short.values()), default=0)
    if ids:
        widths[_ID] = max(ids, len(_ID))
    room = width - sum(widths.values()) - len(GAP) * len(widths)
    if width < _TWO_LINES_BELOW or room < _NARROWEST_TITLE:
        return {}
    natural = max(text.cell_len for hit in answer for text in _texts(hit, screen, long=long))
    title = max(min(natural, _READABLE, room), len(_TITLE))
    spare = room - title
    all_tags = max(plain(", ".join(hit.event.tags), screen).cell_len for hit in answer)
    tags = min(max(all_tags, len(_TAGS)), spare - len(GAP)) if all_tags else 0
    has_tags = tags > 0 and tags >= min(all_tags, _NARROWEST_TAGS)
    spare -= tags + len(GAP) if has_tags else 0
    widths[_TITLE] = max(title, min(title + spare, natural))
    if has_tags:
        widths[_TAGS] = tags
    return {name: widths[name] for name in _COLUMNS if name in widths}


def _narrow(answer: Answer[Hit], dates: Sequence[RowDate]) -> dict[str, int]:
    """The columns whose width does not depend on the screen."""
    widths = {}
    if any(hit.context for hit in answer):
        widths[_FOUND] = 1
    if any(hit.distance for hit in answer):
        widths[_DISTANCE] = max(len(_DISTANCE), *(len(hit.distance or "") for hit in answer))
    longest_word = max(date.margin + Text(word).cell_len for date in dates for word in date.words.plain.split(" "))
    natural = max(date.margin + date.words.cell_len for date in dates)
    longest = _LONGEST_TIME if any(hit.date and hit.date.precision in _TIMES for hit in answer) else _LONGEST_DATE
    widths[_DATE] = max(len(_DATE), longest_word, min(natural, longest))
    gaps = [_gap(hit).cell_len for hit in answer if hit.gap is not None]
    if gaps:
        widths[_GAP] = max(len(_GAP), *gaps)
    if any(hit.event.landmark or hit.propositions or hit.status != "uncontested" for hit in answer):
        widths[_SIGN] = len(_SIGN)
    return widths


def _in_columns(
    hit: Hit, date: RowDate, widths: Mapping[str, int], ids: Mapping[str, Text], screen: Screen, *, long: bool
) -> Iterator[Text]:
    title, *more = [wrapped(text, widths[_TITLE]) for text in _texts(hit, screen, long=long)]
    cells = {
        _FOUND: [_pointer(hit, screen)],
        _DISTANCE: [_distance(hit)],
        _DATE: date.lines(widths[_DATE]),
        _GAP: [_gap(hit)],
        _TITLE: [*title, *(line for lines in more for line in lines)],
        _SIGN: [_sign(hit, screen)],
        _TAGS: _tag_lines(hit.event.tags, widths.get(_TAGS, 0), len(title), screen),
        _ID: [ids[hit.event.id]] if hit.event.id in ids else [],
    }
    yield from row_lines([(cells[name], width, name in _RIGHT) for name, width in widths.items()])


def _in_two_lines(hit: Hit, date: Text, screen: Screen, margin: int, *, long: bool) -> Iterator[Text]:
    """Date, sign and distance; below them the title, indented; the pointer to what was found stands in the margin."""
    gap = _gap(hit).append(" later" if hit.gap else "")
    parts = (date, gap, _sign(hit, screen), _distance(hit))
    head = Text(GAP).join(part for part in parts if part.plain)
    pointer = _pointer(hit, screen)
    for line in wrapped(head, screen.width - margin):
        yield Text(no_wrap=True).append_text(pointer).append(" " * (margin - pointer.cell_len)).append_text(line)
        pointer = Text()
    for text in _texts(hit, screen, long=long):
        for line in wrapped(text, screen.width - margin - len(_INDENT)):
            yield Text(" " * margin + _INDENT, no_wrap=True).append_text(line)


def _pointer(hit: Hit, screen: Screen) -> Text:
    return Text(glyph(_POINTER, unicode=screen.unicode) if hit.context == "hit" else "", HEAD)


def _distance(hit: Hit) -> Text:
    return Text(hit.distance or "", HEAD if hit.distance == "anchor" else QUIET)


def _gap(hit: Hit) -> Text:
    return Text("" if hit.gap is None else f"{hit.gap:,} d", QUIET)


def _sign(hit: Hit, screen: Screen) -> Text:
    """Whether it is a landmark, the sign of its own status, and whether it bears on a proposition."""
    sign = Text()
    if hit.event.landmark:
        sign.append(glyph(LANDMARK, unicode=screen.unicode), HEAD)
    sign.append(status_sign(hit.status, unicode=screen.unicode), status_style(hit.status) or QUIET)
    return sign.append(glyph(BEARS, unicode=screen.unicode), QUIET) if hit.propositions else sign


def _texts(hit: Hit, screen: Screen, *, long: bool) -> list[Text]:
    """The title with matched words marked; what matched elsewhere; where asked for, summary and propositions."""
    style = HEAD if hit.distance == "anchor" or long else QUIET if hit.context == "context" else ""
    texts = [marked(hit.title or hit.event.title, screen, style)]
    if hit.snippet is not None:
        texts.append(marked(hit.snippet, screen, QUIET))
    if long and hit.event.summary:
        texts.append(plain(hit.event.summary, screen))
    if long:
        texts += _bears_on(hit, screen)
    return texts


def _bears_on(hit: Hit, screen: Screen) -> Iterator[Text]:
    for state in hit.propositions:
        line = Text(style=QUIET).append(f"{glyph(BEARS, unicode=screen.unicode)} bears on: ")
        yield line.append_text(plain(f"{state.text} ({state.id}; {state.status})", screen))


def _tag_lines(tags: Sequence[str], width: int, height: int, screen: Screen) -> list[Text]:
    """As many tags as there are lines for, and how many more there are."""
    if not width:
        return []

    def lines(shown: int) -> list[Text]:
        rest = f" +{len(tags) - shown}" if shown < len(tags) else ""
        return wrapped(plain((", ".join(tags[:shown]) + rest).strip(), screen, QUIET), width)

    most = min(len(tags), width * height + 1)  # between any two of them stands a comma
    if most == len(tags) and len(every := lines(most)) <= height:
        return every
    too_many = bisect_left(range(most), True, key=lambda shown: len(lines(shown)) > height)  # noqa: FBT003
    return lines(too_many - 1) if too_many else []
