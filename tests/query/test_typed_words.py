"""What is read of typed words apart from a query: names with commas, and an order."""

from relations_cli.query.parsing import split
from relations_cli.query.query import order_of
from small import asked, refused


def test_names_are_split_at_commas_and_stripped() -> None:
    assert split([" a ,b", "c"], "x") == ("a", "b", "c")
    assert split(None, "x") == ()
    assert split((), "x") == ()


def test_an_order_is_named_blind_to_case_and_context_asks_for_time() -> None:
    assert (order_of(None), order_of("RANK"), order_of("title")) == (None, "RANK", "title")
    assert asked(text="x", order="RANK").order == "rank"
    assert (order_of(None, in_context=True), order_of("date", in_context=True)) == ("date", "date")
    with refused("neighbours in time need the order of time: leave it out"):
        order_of("rank", in_context=True)
    with refused("order title: neighbours in time need the order of time: leave it out"):
        order_of("title", in_context=True)
