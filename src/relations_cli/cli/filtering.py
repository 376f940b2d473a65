"""The options that say which events, each declared once, and the query that they make."""

from functools import partial
from typing import Annotated, Any

import typer
from msgspec import Struct
from msgspec.structs import asdict

from relations_cli.cli.declaring import completes, option
from relations_cli.cli.options import Ordered
from relations_cli.cli.session import Session
from relations_cli.query.query import Query

FILTERS = "Filters (all of them must fit)"

_filter = partial(option, group=FILTERS)

Names = Annotated[
    list[str],
    typer.Argument(
        metavar="DATE|ID...",
        help="A date, an id, or a part of an id.",
        show_default=False,
        autocompletion=completes("ids"),
    ),
]
"""Events and propositions, one by one."""


class AsOf(Struct, frozen=True):
    """On which day."""

    as_of: Annotated[
        str | None, _filter("--as-of", metavar="DATE", help="As it could be known at the end of DATE.")
    ] = None


class EventFilters(AsOf, frozen=True):
    """Which events, whatever the language of their sources."""

    since: Annotated[
        str | None,
        _filter(
            "--since", metavar="DATE", help="From the first day of DATE on: 2022, 'June 2024', '2 years ago', '44 BC'."
        ),
    ] = None
    until: Annotated[str | None, _filter("--until", metavar="DATE", help="Up to the last day of DATE, inclusive.")] = (
        None
    )
    on: Annotated[
        str | None,
        _filter("--on", metavar="DATE", help="Overlapping DATE, which may be a range: 2022..2024, '19th century'."),
    ] = None
    years: Annotated[
        list[str] | None,
        _filter("--year", metavar="YYYY", help="Overlapping a year; 2022,2024 is either.", values="years"),
    ] = None
    anniversaries: Annotated[
        list[str] | None,
        _filter(
            "--anniversary", metavar="MM-DD", help="Beginning on that day of any year, or today's: today; MM: a month."
        ),
    ] = None
    starts: Annotated[
        bool, _filter("--starts", help="Only events that begin in these dates, not merely overlap them.")
    ] = False
    tags: Annotated[
        list[str] | None,
        _filter(
            "--tag",
            "-t",
            metavar="TAG",
            help="With a tag: un,sanctions is either, -t un -t oil both (`timeline tags`).",
            values="tags",
        ),
    ] = None
    not_tags: Annotated[
        list[str] | None, _filter("--not-tag", metavar="TAG", help="Without any of these tags.", values="tags")
    ] = None
    actors: Annotated[
        list[str] | None,
        _filter(
            "--actor",
            "-a",
            metavar="ACTOR",
            help=(
                "With an actor, or somebody who speaks for it: id, name or alias; "
                "comma and repeating as for --tag (`timeline actors`)."
            ),
            values="actors",
        ),
    ] = None
    places: Annotated[
        list[str] | None, _filter("--place", metavar="PLACE", help="At a place; repeated: at either.", values="places")
    ] = None
    types: Annotated[
        list[str] | None,
        _filter(
            "--type",
            metavar="TYPE",
            help="Of a type; visit,summit is either (`timeline count --by type`).",
            values="types",
        ),
    ] = None
    about: Annotated[
        list[str] | None,
        _filter(
            "--about",
            metavar="ID",
            help=(
                "Bearing on a proposition (`timeline contested`): comma or repeated is either. Of claims, figures, "
                "changes and contested: on that proposition or event."
            ),
            values="subjects",
        ),
    ] = None
    not_actors: Annotated[
        list[str] | None,
        _filter(
            "--not-actor",
            metavar="ACTOR",
            help="With none of these actors, nor anybody who speaks for them.",
            values="actors",
        ),
    ] = None
    not_places: Annotated[
        list[str] | None, _filter("--not-place", metavar="PLACE", help="At none of these places.", values="places")
    ] = None
    not_types: Annotated[
        list[str] | None, _filter("--not-type", metavar="TYPE", help="Of none of these types.", values="types")
    ] = None
    undated: Annotated[bool, _filter("--undated", help="Only events without a date.")] = False
    origins: Annotated[
        list[str] | None,
        _filter(
            "--origin",
            metavar="PATH",
            help="From one of the files, by its path as typed; bundled; repeated: from either.",
            values="origins",
        ),
    ] = None
    landmarks: Annotated[bool, _filter("--landmarks", help="Only the few events that a briefing needs.")] = False
    statuses: Annotated[
        list[str] | None,
        _filter(
            "--status",
            metavar="STATUS",
            help=(
                "Itself planned, confirmed, corroborated, disputed, alleged, denied or uncontested; a comma is either."
            ),
            values="statuses",
        ),
    ] = None


class Filters(EventFilters, frozen=True):
    """Which events."""

    languages: Annotated[
        list[str] | None,
        _filter(
            "--language",
            metavar="LANGUAGE",
            help=(
                "With a source in a language, a BCP 47 tag: ru,ko is either, zh means zh-Hans, too "
                "(`timeline count --by language`)."
            ),
            values="languages",
        ),
    ] = None
    publishers: Annotated[
        list[str] | None,
        _filter(
            "--publisher",
            metavar="NAME",
            help="With a source of a publisher; repeated: of either (`timeline count --by publisher`).",
            values="publishers",
        ),
    ] = None
    kinds: Annotated[
        list[str] | None,
        _filter(
            "--kind",
            metavar="KIND",
            help="With a source of a kind: official, press, research, archive, reference, checklist; comma: either.",
            values="source_kinds",
        ),
    ] = None
    sources: Annotated[int | None, _filter("--sources", metavar="N", help="With at least N sources.")] = None


def query_of(session: Session, filters: AsOf, rows: Ordered | None = None, **more: Any) -> Query:  # noqa: ANN401 -- Query.of's own
    """The query of the options, on the day of the session.

    Raises:
        DateError: a date that cannot be read.
        UsageError: any other value that cannot be.
    """
    given = {name: value for name, value in asdict(filters).items() if value is not None}
    if rows is not None:
        given |= asdict(rows)
    return Query.of(**given, **more, today=session.today)
