"""Everything about what is named: events, or propositions, never both."""

import pytest

from relations_cli.errors import UsageError
from relations_cli.model.facts import Chronology
from relations_cli.query.contested import Contested
from relations_cli.query.hit import Hit
from relations_cli.query.show import show
from small import NOTE, asked


def test_events_stand_in_the_order_of_their_names(small: Chronology) -> None:
    answer = show(small, asked(), names=["hears", "1930-06-01"], notes=[NOTE])

    assert [row.event.id for row in answer if isinstance(row, Hit)] == ["hearsay", "opening", "speeches", "toll"]
    assert answer.notes == (NOTE,)


def test_one_name_is_enough_and_today_is_that_of_the_question(small: Chronology) -> None:
    (fair,) = show(small, asked(), names="fair")

    assert isinstance(fair, Hit)
    assert fair.event.id == "fair"
    assert len(show(small, asked(), names="today")) == 0


def test_propositions_come_with_their_histories_as_then_known(small: Chronology) -> None:
    (sabotage,) = show(small, asked(as_of="2001-05-05"), names="sabotage")

    assert isinstance(sabotage, Contested)
    assert [change.status for change in sabotage.changes] == ["alleged", "disputed"]


def test_events_and_propositions_are_shown_one_by_one(small: Chronology) -> None:
    with pytest.raises(UsageError) as caught:
        show(small, asked(), names=["sabotage", "fair"])

    assert str(caught.value) == "show: 'sabotage' is a proposition and 'fair' an event: show them one by one"
