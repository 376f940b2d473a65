"""Claims, figures, statuses and sources in words, for pages and reports."""

from collections.abc import Iterable, Mapping, Sequence

from relations_cli.dates import Day, parse_edtf
from relations_cli.dates.days import day_text
from relations_cli.model.facts import Actor, Claim, Figure
from relations_cli.model.vocabulary import actor_name


def names_text(ids: Iterable[str], actors: Mapping[str, Actor]) -> str:
    """The actors as people read them, with commas between."""
    return ", ".join(actor_name(actors, actor) for actor in ids)


_MOST_NAMES = 3


def standing_text(
    status: str,
    denied_by: Iterable[str],
    actors: Mapping[str, Actor],
    grounds: Sequence[tuple[Claim, Day | None]] = (),
) -> str:
    """A status, on whose word it rests since when, who said so later, and who denies.

    Args:
        status: the status.
        denied_by: ids of parties.
        actors: those of the file.
        grounds: claims with their days, in that order.
    """
    denied = names_text(denied_by, actors)
    text = f"{status} by {denied}" if status == "denied" and denied else status
    if grounds:
        names = list(dict.fromkeys(actor_name(actors, claim.by) for claim, _ in grounds))
        first = list(dict.fromkeys(actor_name(actors, claim.by) for claim, day in grounds if day == grounds[0][1]))
        since = f" since {parse_edtf(grounds[0][0].date)}" if grounds[0][0].date else ""
        text += f": {_some(first, _MOST_NAMES)}{since}"
        later = names[len(first) :]
        text += f", later {_some(later, max(_MOST_NAMES - len(first), 1))}" if later else ""
    return f"{text}; denied by {denied}" if denied and status != "denied" else text


def _some(names: Sequence[str], most: int) -> str:
    """Names with commas between, and how many more there are."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more


_DATE, _LONGEST_DATE = 12, 19


def date_words(date: str | None) -> str:
    """An EDTF date as people read it; ``undated`` where there is none."""
    return str(parse_edtf(date)) if date else "undated"


def date_labels(dates: Iterable[str | None]) -> list[str]:
    """EDTF dates as people read them, as labels of lines below each other: equally wide, unless one is very long."""
    words = [date_words(date) for date in dates]
    return labels_of(words)


def labels_of(words: Sequence[str]) -> list[str]:
    """Words for dates as labels of lines below each other: equally wide, unless one is very long."""
    width = max([_DATE, *(len(one) for one in words if len(one) <= _LONGEST_DATE)])
    return [f"{one:<{width}} " for one in words]


def claim_parts(claim: Claim, actors: Mapping[str, Actor]) -> tuple[str, str, str]:
    """Who, which stance, and in which words with which figures: three parts of one line, blanks included."""
    said = f": {claim.note}" if claim.note else ""
    return f"{names_text([claim.by], actors)} ", claim.stance, f"{said}{_figures(claim)}"


def said_text(claim: Claim) -> str:
    """In which words, with which figures, or in which words of the source; empty where none of these is there."""
    return f"{claim.note or ''}{_figures(claim)}{quote_text(claim)}".removeprefix(": ").strip()


def _figures(claim: Claim) -> str:
    figures = "; ".join(figure_text(figure) for figure in claim.figures)
    return f" ({figures})" if figures else ""


def quote_text(claim: Claim) -> str:
    """The words that a claim quotes, in quotation marks, behind what else it says; empty where it quotes none."""
    if not claim.quote:
        return ""
    return f"{' ' if claim.note or claim.figures else ': '}“{claim.quote}”"


def claim_text(claim: Claim, actors: Mapping[str, Actor]) -> str:
    """Who takes which stance, in which words, with which figures."""
    return "".join(claim_parts(claim, actors))


def figure_text(figure: Figure) -> str:
    """A figure with its measure: ``troops 1,500``, ``shells at least 1,000,000``, ``killed 300-600``."""
    return f"{figure.of} {number_text(figure)}"


def number_text(figure: Figure) -> str:
    """A figure without its measure: ``1,500``, ``at least 1,000,000``, ``300-600``; ``?`` where neither end is said."""
    if figure.low is not None and figure.high is not None:
        return f"{figure.low:,}" if figure.low == figure.high else f"{figure.low:,}-{figure.high:,}"
    if figure.low is not None:
        return f"at least {figure.low:,}"
    return "?" if figure.high is None else f"at most {figure.high:,}"


def day_words(day: Day | None) -> str:
    """A day as people read it; what holds from the start is undated."""
    text = day_text(day)
    return "undated" if text is None else str(parse_edtf(text)) if not text.startswith("+") else text


def known_words(day: Day | None, dates: Iterable[str | None]) -> str:
    """A day as people read it, or the date that ends on it: what was said in April was not on the 30th.

    Args:
        day: from which something could be known.
        dates: those from which that day was taken, EDTF; the day stands where one of them names it, or none ends on it.
    """
    ending = [date for date in dates if date and parse_edtf(date).last_day == day]
    return day_words(day) if not ending or day_text(day) in ending else date_words(ending[0])


def amounts_text(counts: Mapping[str, int]) -> str:
    """How many of what, of which there are any: ``3 events, 1 claim``; empty where there is nothing."""
    return ", ".join(f"{n} {what}{'' if n == 1 else 's'}" for what, n in counts.items() if n)


def days_text(days: int) -> str:
    """A number of days, exact."""
    return "1 day" if days == 1 else f"{days:,} days"


def lag_text(days: int) -> str:
    """How long after something."""
    return f"after {days_text(days)}" if days else "at once"


_YEAR, _TWO_MONTHS, _MONTH = 365.25, 61, 30.44


def time_text(days: int) -> str:
    """A number of days as people say it: days, then months, then years, rounded down."""
    if days < _TWO_MONTHS:
        return days_text(days)
    if days < 2 * _YEAR:
        return f"{int(days / _MONTH)} months"
    return f"{int(days / _YEAR)} years"
