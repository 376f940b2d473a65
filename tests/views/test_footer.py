"""What stands below the rows is true of them: how many events, in which order."""

import pytest

from relations_cli.model.facts import Chronology, Event
from relations_cli.query.around import around
from relations_cli.query.query import Query
from relations_cli.screen import Screen
from relations_cli.views.named import view_named

SCREEN = Screen(terminal=True, width=80, colour=False)
DAYS = Chronology(
    title="T", events=tuple([Event(id=f"e{day}", date=f"2020-01-0{day}", title=f"<{day}>") for day in range(1, 6)])
)


@pytest.mark.parametrize(
    ("names", "reverse", "said"),
    [
        (["e3"], False, "3 of 5 events, oldest first; reverse for the latest"),
        (["e3"], True, "3 of 5 events, latest first"),
        (["e4", "e2"], False, "5 of 5 events, oldest first around each; reverse for the latest"),
        (["e2", "e1"], True, "3 of 5 events, latest first around each"),
    ],
)
def test_around_several_an_event_counts_once_and_the_order_is_that_of_each(
    names: list[str], *, reverse: bool, said: str
) -> None:
    answer = around(DAYS, Query.of(reverse=reverse), names=names, days=1)

    assert view_named("table", answer)(SCREEN).splitlines()[-1] == said
    assert view_named("timeline", answer)(SCREEN).splitlines()[-1].startswith(said.partition(",")[0])
