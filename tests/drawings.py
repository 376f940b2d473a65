"""What the tests of views draw: real answers and hostile ones, for screens of several widths, each view made once."""

import datetime
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from msgspec.structs import replace

from golden import frozen
from relations_cli.cli.spelling import option_of, short_option_of
from relations_cli.model.facts import Actor, Chronology, Claim, Event, Figure, Proposition, Source
from relations_cli.query.around import around
from relations_cli.query.audit import audit
from relations_cli.query.changes import changes
from relations_cli.query.claims import claims
from relations_cli.query.contested import contested, histories, propositions
from relations_cli.query.context import search
from relations_cli.query.count import count
from relations_cli.query.diff import differences
from relations_cli.query.figures import figures
from relations_cli.query.query import Query
from relations_cli.query.select import answer_of, select
from relations_cli.query.terms import about, actors, tags
from relations_cli.screen import Screen
from relations_cli.views import View
from relations_cli.views.detail import detailed
from relations_cli.views.difference import difference
from relations_cli.views.named import view_named
from relations_cli.views.proposition import with_history

TODAY = datetime.date(2026, 11, 26)
WIDTHS = (60, 80, 140)

_CLAIM = Claim(
    by="a",
    stance="asserts",
    date="2024-02-01",
    note="\x1b[31m[red]no[/red]",
    quote="\u202e[i]no[/i]\n\t\x07",
    source="http://x/\x1b]8;;y",
    locator="p.\x1b[5m 5",
    figures=(Figure(of="m", low=5),),
)
HOSTILE = Chronology(
    title="Hostile [bold]title[/bold]",
    tags={"[tag]": "\x1b[2Jmeaning", "plain": "ordinary"},
    measures={"m": "[m]"},
    actors={"a": Actor(name="[bold]Ann[/]\x1b[31m", kind="person", aliases=("\u202eevil",))},
    propositions={"p": Proposition(text="[i]It[/i] is so\n\tand \u202eso", claims=(_CLAIM,))},
    events=(
        Event(
            id="escape", date="2024-01-01", title="\x1b[31mred\x1b[0m [bold]markup[/bold] \u202egnirts", tags=("[tag]",)
        ),
        Event(
            id="cjk",
            date="2024-01-02",
            title="북한과 러시아 정상회담이 블라디보스토크에서 열리다 북한과 러시아 정상회담이 열리다",
            tags=("plain",),
        ),
        Event(
            id="combining",
            date="2024-01-03~",
            title="e\u0301le\u0301phant cafe\u0301 🚂🇰🇵 👩\u200d🚀 train",
            type="[x]",
        ),
        Event(
            id="lines", date="2024-01-04", title="one\ntwo\tthree\r\nfour", summary="s\n[b]t[/b]", places=("\x07bell",)
        ),
        Event(
            id="long",
            date="2024-02/2024-03",
            title="Supercalifragilisticexpialidocioussupercalifragilisticexpialidocious" * 2,
            actors=("a",),
            claims=(_CLAIM,),
            propositions=("p",),
            sources=(
                Source(publisher="[P]", title="\x9b31mT", url="http://x/\x1b]8;;y", date="2024", language="r\x1b[7mu"),
            ),
        ),
        Event(id="undated", date=None, title="[Undated] \x00nul"),
    ),
)

FAR = Chronology(
    title="Far",
    events=tuple(
        Event(id=date, date=date, title=f"Written {date}", type="t")
        for date in (
            "-0044-03-15",
            "Y17000",
            "201X",
            "[1667,1668,1670..1672]",
            "2022/",
            "/1900",
            "2022/..",
            "2023-05-05",
        )
    ),
)
"""Dates that a timeline has to bear."""

Draw = Callable[[], View]


def _query(**question: Any) -> Query:
    return Query.of(today=TODAY, **question)


def _list(
    chronology: Chronology, name: str = "table", /, view: Mapping[str, Any] | None = None, **question: Any
) -> View:
    return view_named(name, select(chronology, _query(**question)), **(view or {}))


def _show(chronology: Chronology, *ids: str) -> View:
    answer = answer_of(chronology, _query(), ids)
    return detailed(answer, histories(answer))


def _difference(old: Chronology) -> View:
    """Between a chronology and itself without its first event, its second under another title and with a note."""
    first, second, *others = old.events
    changed = replace(second, title=f"{second.title}, again", note="N", date="2024-02")
    return difference(differences(old, _query(), new=replace(old, events=(changed, *others, replace(first, id="new")))))


def drawings() -> dict[str, Draw]:
    """Name: a view to draw."""
    real = frozen()
    autumn: dict[str, Any] = {"since": "2023-09-01", "until": "2023-10-20"}
    made: dict[str, Draw] = {
        "table": lambda: _list(real, **autumn),
        "table-long": lambda: _list(real, view={"long": True}, on="2022-05-26"),
        "table-search": lambda: view_named("table", select(real, _query(text="trolley OR Lazarus"))),
        "table-context": lambda: view_named("table", search(real, _query(text="trolley"), context=1)),
        "table-around": lambda: view_named(
            "table", around(real, _query(), names="2022-05-26-russia-china-veto", before=60, after=9)
        ),
        "table-as-of": lambda: _list(real, as_of="2024-10-20", limit=3, reverse=True),
        "table-claims": lambda: view_named("table", claims(real, _query(limit=3))),
        "table-hostile": lambda: _list(HOSTILE),
        "timeline": lambda: _list(real, "timeline", **autumn),
        "timeline-reversed": lambda: _list(real, "timeline", **autumn, reverse=True),
        "timeline-early": lambda: _list(real, "timeline", until="1960"),
        "timeline-far": lambda: _list(FAR, "timeline"),
        "lanes-far": lambda: _list(FAR, "lanes", view={"by": "type"}),
        "timeline-hostile": lambda: _list(HOSTILE, "timeline"),
        "lanes-tag": lambda: _list(real, "lanes", view={"by": "tag"}, **autumn),
        "lanes-actor": lambda: _list(real, "lanes", view={"by": "actor"}, until="1956"),
        "lanes-hostile": lambda: _list(HOSTILE, "lanes", view={"by": "tag"}),
        "counts": lambda: view_named("counts", count(real, _query(since="2015"), by="year")),
        "counts-tags": lambda: view_named("counts", count(real, _query(limit=8), by="tag")),
        "counts-gaps": lambda: view_named("counts", count(real, _query(until="1970"), by="year")),
        "cross": lambda: view_named("cross", count(real, _query(since="2019"), by="year,tag")),
        "cross-years": lambda: view_named("cross", count(real, _query(limit=6, since="1990"), by="actor,year")),
        "cross-hostile": lambda: view_named("cross", count(HOSTILE, _query(), by="tag,week")),
        "terms-tags": lambda: view_named("terms", tags(real, _query(limit=6))),
        "terms-actors": lambda: view_named("terms", actors(real, _query(limit=6))),
        "terms-hostile": lambda: view_named("terms", tags(HOSTILE, _query())),
        "figures": lambda: view_named("figures", figures(real, _query(until="2025-03"), of="troops")),
        "figures-one-scale": lambda: view_named("one scale", figures(real, _query(until="2025-03"), of="killed")),
        "figures-hostile": lambda: view_named("figures", figures(HOSTILE, _query(), of="m")),
        "claims": lambda: view_named("claims", claims(real, _query(limit=4)), ids=True),
        "claims-hostile": lambda: view_named("claims", claims(HOSTILE, _query()), ids=True),
        "news": lambda: view_named("news", changes(real, _query(since="2024-10-08", until="2024-10-21"))),
        "news-hostile": lambda: view_named("news", changes(HOSTILE, _query(since="2024-01-04"))),
        "tasks": lambda: view_named("tasks", audit(real, _query(tags=["treaty"]))),
        "tasks-hostile": lambda: view_named("tasks", audit(HOSTILE, _query(), archive=True)),
        "overview": lambda: view_named("overview", about(real, _query(), where="/home/me/ours.json")),
        "overview-hostile": lambda: view_named("overview", about(HOSTILE, _query(), where="/home/\x1b[31m中文.json")),
        "difference": lambda: _difference(replace(real, events=real.events[-2:])),
        "difference-hostile": lambda: _difference(HOSTILE),
        "contested": lambda: view_named("contested", contested(real, _query(tags=["troops"], limit=5))),
        "contested-hostile": lambda: view_named("contested", contested(HOSTILE, _query())),
        "show": lambda: _show(real, "2024-10-08-first-troop-transport"),
        "show-hostile": lambda: _show(HOSTILE, "long", "lines", "undated"),
        "show-proposition": lambda: with_history(propositions(real, _query(), ["troops-deployed"])),
    }
    return {name: cache(draw) for name, draw in made.items()}


def key_last(shown: str) -> list[str]:
    """The lines of a drawing, its key, which stands first, before its last paragraph: for tests of certain lines."""
    lines = shown.splitlines()
    first = lines.index("")
    key, rest = lines[:first], lines[first + 1 :]
    last = max((at for at, line in enumerate(rest, 1) if not line), default=len(rest))
    return [*rest[:last], *key, *rest[last:]]


def screens() -> dict[str, Screen]:
    """Name: a screen to draw for."""
    plain = {
        f"{width}": Screen(terminal=True, width=width, colour=False, spelling=option_of, short=short_option_of)
        for width in WIDTHS
    }
    return plain | {
        "80-colour": replace(plain["80"], colour=True),
        "80-ascii": replace(plain["80"], encoding="ascii"),
    }


def golden_screens(drawing: str) -> dict[str, Screen]:
    """The screens for which there are golden files of a drawing.

    Colour has them at one width, since it changes no text at any. Hostile data shows at the narrowest and the widest
    how it is broken, and in ASCII how it is escaped; what it must not do in colour is asserted.
    """
    is_hostile = "hostile" in drawing
    return {name: screen for name, screen in screens().items() if not is_hostile or name in ("60", "140", "80-ascii")}
