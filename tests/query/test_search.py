"""Full text: what matches, in which rank, what FTS5 is given, and what is said where nothing is found."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations_cli.model.facts import Actor, Chronology, Event, Proposition, Source
from relations_cli.query.excerpts import first_of
from relations_cli.query.memory import Memory
from relations_cli.query.search import hints, ranked, repaired
from relations_cli.query.select import select
from small import NOTE, asked, ids, told

EVERYWHERE = Chronology(
    title="T",
    actors={"a": Actor(name="Kilo", kind="person", aliases=("Lima", "Mike"))},
    propositions={"p": Proposition(text="Papa was so"), "q": Proposition(text="Quebec is so")},
    events=(
        Event(
            id="source",
            date="2001",
            title="T",
            sources=(Source(publisher="Zulu", title="word"),),
        ),
        Event(id="note", date="2002", title="T", note="word"),
        Event(id="place", date="2003", title="T", places=("Oslo", "word")),
        Event(id="actor", date="2004", title="T", actors=("word", "a")),
        Event(id="tag", date="2005", title="T", tags=("x", "word")),
        Event(id="summary", date="2006", title="T", summary="word"),
        Event(id="title", date="2007", title="word"),
        Event(id="proposition", date="2008", title="T", propositions=("q", "p", "none")),
        Event(id="sources", date="2010", title="T", sources=(Source(title="Xray"), Source(title="Yankee"))),
        Event(id="fillers", date="2009", title="T", summary="nothing of the kind at all"),
    ),
)


def found(text: str) -> list[str]:
    return list(ranked(Memory(EVERYWHERE), text))


def test_a_word_is_found_in_every_column_and_the_weightiest_column_comes_first() -> None:
    assert found("word") == ["title", "summary", "tag", "place", "actor", "source", "note"]
    assert [rank for rank, _, _ in ranked(Memory(EVERYWHERE), "word").values()] == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kilo", ["actor"]),
        ("mike", ["actor"]),
        ("quebec papa", ["proposition"]),
        ("oslo", ["place"]),
        ("zulu", []),  # a publisher is no text
        ("title:word", ["title"]),
        ("TITLE:word", ["title"]),
        ("summary:word", ["summary"]),
        ("tags:word", ["tag"]),
        ("actors:word", ["actor"]),
        ("places:word", ["place"]),
        ("notes:word", ["note"]),
        ("propositions:papa", ["proposition"]),
        ("sources:word", ["source"]),
        ("title:wo*", ["title"]),
        ('title:"word"', ["title"]),
        ("word NOT title:word NOT summary:word NOT (tags:word OR notes:word OR sources:word)", ["place", "actor"]),
        ("kilo OR oslo", ["place", "actor"]),
        ("kilo AND oslo", []),
        ("kinds", ["fillers"]),  # stems
        ("KIND", ["fillers"]),
        ("kïnd", ["fillers"]),
        ("noth*", ["fillers"]),
        ('"of the kind"', ["fillers"]),
        ('"kind the of"', []),
        ("the of nothing", ["fillers"]),
        ("xxxx", []),
        ("", []),
        ("()", []),
        ("-", []),
    ],
)
def test_what_matches(text: str, expected: list[str]) -> None:
    assert sorted(found(text)) == sorted(expected)


def test_events_that_match_alike_stand_in_the_order_of_the_file() -> None:
    same = Chronology(title="T", events=tuple(Event(id=f"e{n}", date="2001", title="Same words") for n in (3, 1, 2)))

    assert list(ranked(Memory(same), "words")) == ["e3", "e1", "e2"]


def test_a_match_is_marked_in_the_title_or_else_in_a_snippet() -> None:
    (rank, title, snippet), *_ = ranked(Memory(EVERYWHERE), "word").values()
    inside = ranked(Memory(EVERYWHERE), "kind")["fillers"]

    assert (rank, title, snippet) == (1, "\x02word\x03", None)
    assert inside == (1, "T", "nothing of the \x02kind\x03 at all")


def test_a_snippet_is_sixteen_words_with_dots_where_it_is_cut() -> None:
    words = " ".join(f"w{number}" for number in range(40))
    long = Chronology(title="T", events=(Event(id="e", date="2001", title="T", summary=f"{words} needle {words}"),))

    snippet = ranked(Memory(long), "needle")["e"][2]

    assert snippet is not None
    assert (snippet[0], snippet[-1], len(snippet.split())) == ("…", "…", 16)
    assert "\x02needle\x03" in snippet


def test_parts_of_a_column_are_parted_by_a_dot() -> None:
    assert ranked(Memory(EVERYWHERE), "lima")["actor"][2] == "word · Kilo · \x02Lima\x03 · Mike"
    assert ranked(Memory(EVERYWHERE), "oslo")["place"][2] == "\x02Oslo\x03 · word"
    assert ranked(Memory(EVERYWHERE), "tags:word")["tag"][2] == "x · \x02word\x03"
    assert ranked(Memory(EVERYWHERE), "yankee")["sources"][2] == "Xray · \x02Yankee\x03"
    assert ranked(Memory(EVERYWHERE), "papa")["proposition"][2] == "Quebec is so · \x02Papa\x03 was so"


def test_control_characters_of_the_data_are_no_marks() -> None:
    hostile = Chronology(title="T", events=(Event(id="e", date="2001", title="a \x02b\x03 needle"),))

    assert ranked(Memory(hostile), "needle")["e"][1] == "a b \x02needle\x03"


@pytest.mark.parametrize(
    ("typed", "expression"),
    [
        ("a b", '"a" "b"'),
        ("a AND b", '"a" AND "b"'),
        ("a OR b NOT c", '"a" OR "b" NOT "c"'),
        ("a and b", '"a" "and" "b"'),
        ('"a b" c', '"a b" "c"'),
        ('"a b', '"a b"'),
        ('"', ""),
        ('a "', '"a"'),
        ("“a b”", '"a b"'),
        ("“a b” c", '"a b" "c"'),
        ('title:"a:b"', 'title:"a b"'),
        ('"a ""b"" c"', '"a b c"'),
        ('"a"*', '"a"*'),
        ("pre*", '"pre"*'),
        ("p*re", '"p re"'),
        ("*", ""),
        ("title:a", 'title:"a"'),
        ("Title:a*", 'Title:"a"*'),
        ('title:"a b"', 'title:"a b"'),
        ('title:"a b"*', 'title:"a b"*'),
        ("note:a", '"note a"'),
        ("title:a:b", '"title a b"'),
        ("title:", '"title"'),
        ("title:a-b", '"title a b"'),
        ("a-b_c", '"a b c"'),
        ("U.N.", '"U N"'),
        ("e\u0301t", '"e\u0301t"'),
        ("a\x00b", '"a" "b"'),
        ("\ud800a", '"a"'),
        ("AND", '"AND"'),
        ("OR a", '"OR" "a"'),
        ("a NOT", '"a" "NOT"'),
        ("a AND OR b", '"a" "AND" OR "b"'),
        ("NOT NOT NOT", '"NOT" "NOT" "NOT"'),
        ("(a b) c", '( "a" "b" ) AND "c"'),
        ("a (b c)", '"a" AND ( "b" "c" )'),
        ("(a) (b)", '( "a" ) AND ( "b" )'),
        ("a OR (b)", '"a" OR ( "b" )'),
        ("(a) NOT b", '( "a" ) NOT "b"'),
        ("((a))", '( ( "a" ) )'),
        ("(AND a)", '( "AND" "a" )'),
        ("(a OR)", '( "a" "OR" )'),
        ("(a OR) b", '( "a" "OR" ) AND "b"'),
        ("(a", '"a"'),
        ("((a)", '( "a" )'),
        ("a)", '"a"'),
        ("a) b (c", '"a" "b" "c"'),
        ("()", ""),
        ("(())", ""),
        ("a () b", '"a" "b"'),
        ("a (()) b", '"a" "b"'),
        ("(a ())", '( "a" )'),
        ("(()a)", '( "a" )'),
        ("( - )", ""),
        ("a OR ()", '"a" "OR"'),
        ("() OR a", '"OR" "a"'),
    ],
)
def test_what_fts5_would_refuse_is_repaired(typed: str, expression: str) -> None:
    assert repaired(typed) == expression
    ranked(Memory(EVERYWHERE), typed)  # and the engine takes it


def test_a_search_keeps_the_rank_over_the_whole_chronology_whatever_the_filters(small: Chronology) -> None:
    whole, some = select(small, asked(text="bridge")), select(small, asked(text="bridge", years=["2001"]))
    ranks = {hit.event.id: hit.rank for hit in whole}

    assert [hit.rank for hit in whole] == list(range(1, len(whole) + 1))
    assert ids(some) == sorted(["collapse", "accusation", "inquiry", "toll"], key=lambda name: ranks[name] or 0)
    assert [hit.rank for hit in some] == [ranks[name] for name in ids(some)]
    assert some.notes == ()


def test_a_search_can_stand_in_the_order_of_time(small: Chronology) -> None:
    assert ids(select(small, asked(text="ferry", order="date"))) == [
        "ferry-starts", "war", "ferry-again", "floods", "new-ferry",
    ]  # fmt: skip
    assert ids(select(small, asked(text="ferry", order="date", reverse=True, limit=2))) == ["new-ferry", "floods"]
    assert select(small, asked(text="ferry", limit=2)).left_out.limit == 3


def test_a_search_gives_hits_with_marks_and_other_questions_none(small: Chronology) -> None:
    (hit,) = select(small, asked(text="trolley OR band"))
    plain = next(iter(select(small, asked())))

    assert (hit.rank, hit.title, hit.snippet) == (1, "The bridge opens", "A \x02band\x03 plays at both ends.")
    assert (plain.rank, plain.title, plain.snippet) == (None, None, None)


def test_hits_that_the_filters_leave_out_are_said(small: Chronology) -> None:
    answer = select(small, asked(text="legend OR lights", tags=["war"]), [NOTE])

    assert ids(answer) == []
    assert told(answer) == ["a note", "search: none of the 2 events that have these words passes the filters"]


FEW = Chronology(
    title="T",
    events=(
        Event(id="a", date="2001", title="Ferries leave Sundby", summary="In 1999 all 2,000 did"),
        Event(id="b", date="2002", title="Snow, Snowy", note="Not a thing"),
    ),
)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("()", ["there is no word to look for"]),
        ("- *", ["there is no word to look for"]),
        ("", ["there is no word to look for"]),
        ("Sundbu", ["nothing has 'Sundbu': did you mean Sundby?"]),
        ("snwo leav", ["nothing has 'snwo': did you mean Snow or Snowy?", "nothing has 'leav': did you mean leave?"]),
        ("snowl", ["nothing has 'snowl': did you mean Snow or Snowy?"]),
        ("laeve laeve", ["nothing has 'laeve': did you mean leave?"]),
        ("SNOW laeve", ["nothing has 'laeve': did you mean leave?"]),
        ("snow or sundby", ["'or' was looked for as a word: write OR"]),
        ("snow not or", ["'not' was looked for as a word: write NOT", "'or' was looked for as a word: write OR"]),
        ("qqqq OR zzzz", []),
        ("snow NOT NOT", []),
        ("snow ferries", []),
        ("199", []),  # numbers are no near words
    ],
)
def test_where_nothing_is_found_near_words_and_lower_case_operators_are_named(text: str, lines: list[str]) -> None:
    said = hints(Memory(FEW), text)

    assert [line.removeprefix("search: ") for line in said] == lines
    assert told(select(FEW, asked(text=text))) == list(said)


LONG = {
    "one word": (1, 15_000, "a"),
    "ninety-nine times the same beginning": (1, 500, " ".join(["a*"] * 99)),
    "the same in many events": (500, 30, " ".join(["a*"] * 99)),
    "letters with accents": (200, 100, " ".join(["\u00e1* a*"] * 49)),
}


@pytest.mark.parametrize(("events", "words", "typed"), LONG.values(), ids=LONG)
def test_the_excerpt_is_the_first_match_where_the_best_would_cost_the_square_of_all(
    events: int, words: int, typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("relations_cli.query.excerpts._PAIRS", 0)
    before = "one two three four five six seven eight nine ten "
    texts = [Event(id=f"e{n}", date="2001", title="T", summary=before + "a " * words) for n in range(events)]
    start = process_time()

    found = ranked(Memory(Chronology(title="T", events=tuple(texts))), typed)

    assert process_time() - start < 10, "it takes a tenth of a second"
    assert len(found) == events
    for _, _, snippet in found.values():
        assert snippet is not None
        assert snippet.startswith("\u2026four five six seven eight nine ten \x02a")
        assert snippet.count("\x02") == snippet.count("\x03")
        assert len(snippet) < 250


def test_an_ordinary_excerpt_is_the_best_one_whatever_is_left() -> None:
    summary = "one thing " + "and words " * 60 + "one other thing"
    some = Chronology(title="T", events=(Event(id="e", date="2001", title="T", summary=summary),))

    snippet = ranked(Memory(some), "one other")["e"][2]

    assert snippet is not None
    assert "\x02one\x03 \x02other\x03 thing" in snippet


@given(st.text(alphabet="ab \u00e9\x02\x03", max_size=300), st.integers(0, 40))
def test_the_first_excerpt_has_whole_marks_and_stays_short(text: str, at: int) -> None:
    plain = text.replace("\x02", "").replace("\x03", "")
    marked = f"nothing\x03\x03{plain[:at]}\x02{plain[at:]}a\x03{plain}"

    excerpt = first_of(marked)

    assert excerpt.count("\x02") == excerpt.count("\x03") == 1
    assert len(excerpt) <= 165
