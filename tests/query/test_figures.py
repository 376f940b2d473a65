"""Numbers by measure, and which measures there are."""

from relations_cli.model.facts import Chronology, Claim, Event, Figure
from relations_cli.query.answer import LeftOut
from relations_cli.query.figures import FigureRow, Measure, figures
from small import NOTE, asked, refused


def given(chronology: Chronology, measure: str, **question: object) -> list[tuple[object, ...]]:
    return [
        (one.row.claim.by, one.figure.low, one.figure.high, one.row.subject.id, one.row.event)
        for one in figures(chronology, asked(**question), of=measure)
        if isinstance(one, FigureRow)
    ]


def measured(chronology: Chronology, **question: object) -> list[tuple[str, int, str]]:
    answer = figures(chronology, asked(**question))
    return [(one.id, one.n, one.meaning) for one in answer if isinstance(one, Measure)]


def test_every_number_of_the_measure_stands_in_the_order_given(small: Chronology) -> None:
    assert given(small, "killed") == [
        ("ana-sur", 40, None, "toll-of-dead", "accusation"),
        ("herald", None, 60, "toll-of-dead", None),
    ]
    assert given(small, "LORRIES") == [("ana-sur", 3, 3, "toll-of-dead", "accusation")]
    assert given(small, "idle") == []


def test_dates_are_asked_of_the_claims_and_the_other_filters_of_the_events(small: Chronology) -> None:
    assert given(small, "killed", since="2001-05-20") == [("herald", None, 60, "toll-of-dead", None)]
    assert given(small, "killed", tags=["ferry"]) == []
    assert given(small, "killed", limit=1, reverse=True) == [("herald", None, 60, "toll-of-dead", None)]
    assert figures(small, asked(since="2001"), of="killed", notes=[NOTE]).notes == (NOTE,)
    assert figures(small, asked(since="2001"), of="killed").left_out == LeftOut(undated=2)


def test_a_measure_that_is_not_declared_can_be_asked_for() -> None:
    claim = Claim(
        by="x", stance="asserts", date="2001", figures=(Figure(of="Tonnes", low=1), Figure(of="Tonnes", low=2))
    )
    chronology = Chronology(title="T", events=(Event(id="e", date="2001", title="E", claims=(claim,)),))

    assert given(chronology, "tonnes") == [("x", 1, None, "e", "e"), ("x", 2, None, "e", "e")]


def test_a_measure_that_does_not_exist_is_refused_with_the_nearest(small: Chronology) -> None:
    with refused("there is no 'kiled': did you mean killed or idle?", parameter="of"):
        given(small, "kiled")
    with refused("there is no 'qqq': it is one of killed, lorries, idle"):
        given(small, "qqq")


def test_measures_stand_most_frequent_first_then_by_name(small: Chronology) -> None:
    assert measured(small) == [("killed", 2, "People killed"), ("lorries", 1, "Lorries a day")]
    assert measured(small, until="2001-05-04") == [("killed", 1, "People killed"), ("lorries", 1, "Lorries a day")]
    assert measured(small, tags=["ferry"]) == []
    assert figures(small, asked(), notes=[NOTE]).notes == (NOTE,)


def test_a_measure_without_a_declaration_has_no_meaning() -> None:
    several = tuple(Figure(of=of, low=1) for of in ("b", "a", "c", "c"))
    claim = Claim(by="x", stance="asserts", date="2001", figures=several)
    chronology = Chronology(title="T", events=(Event(id="e", date="2001", title="E", claims=(claim,)),))

    assert measured(chronology) == [
        ("c", 2, ""), ("a", 1, ""), ("b", 1, ""),
    ]  # fmt: skip
