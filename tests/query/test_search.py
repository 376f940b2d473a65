"""Full text: what matches, in which rank, what FTS5 is given, and what is said where nothing is found."""

import unicodedata
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relations_cli.model.facts import Actor, Chronology, Event, Proposition, Source
from relations_cli.query.excerpts import first_of
from relations_cli.query.memory import Memory
from relations_cli.query.search import hints, ranked
from relations_cli.query.select import select
from relations_cli.query.words import parsed, wanted
from small import NOTE, asked, ids, refused, told

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
    ("typed", "steps"),
    [
        ("a b", '"a" "b" AND'),
        ("a AND b", '"a" "b" AND'),
        ("a OR b NOT c", '"a" "b" "c" NOT AND OR'),
        ("a NOT b c", '"a" "b" NOT AND "c" AND'),
        ("a OR b OR c", '"a" "b" OR "c" OR'),
        ("a and b", '"a" "and" AND "b" AND'),
        ("NOT a", '"a" NOT'),
        ("-a", '"a" NOT'),
        ("--a", '"a" NOT'),
        ("-a b", '"a" NOT "b" AND'),
        ("a -b", '"a" "b" NOT AND'),
        ("a OR -b", '"a" "b" NOT OR'),
        ("(-a)", '"a" NOT'),
        ("NOT NOT a", '"a" NOT NOT'),
        ("NOT -a", '"a" NOT NOT'),
        ("-(a OR b)", '"a" "b" OR NOT'),
        ("NOT (a b)", '"a" "b" AND NOT'),
        ('-"a b" c', '"a b" NOT "c" AND'),
        ("-title:a*", 'title:"a"* NOT'),
        ("a -\u4f1a", '"a" "\u4f1a" NOT AND'),
        ("\u2013a", '"a" NOT'),
        ("\u2212a b", '"a" NOT "b" AND'),
        ("a \u2013 b", '"a" "b" AND'),
        ("a - b", '"a" "b" AND'),
        ("a -> b", '"a" "b" AND'),
        ("a-b", '"a b"'),
        ('"a"-b', '"a" "b" AND'),
        ('"-a"', '"a"'),
        ('"OR"', '"OR"'),
        ('"NOT a"', '"NOT a"'),
        ("note:NOT", '"note NOT"'),
        ('"a b" c', '"a b" "c" AND'),
        ('"a b', '"a b"'),
        ('"', ""),
        ('a "', '"a"'),
        ("\u201ca b\u201d", '"a b"'),
        ("\u201ca b\u201d c", '"a b" "c" AND'),
        ('title:"a:b"', 'title:"a b"'),
        ('"a ""b"" c"', '"a b c"'),
        ('"a"*', '"a"*'),
        ("pre*", '"pre"*'),
        ("p*re", '"p re"'),
        ("*", ""),
        ("title:a", 'title:"a"'),
        ("Title:a*", 'title:"a"*'),
        ('title:"a b"', 'title:"a b"'),
        ('title:"a b"*', 'title:"a b"*'),
        ("note:a", '"note a"'),
        ("title:a:b", '"title a b"'),
        ("title:", '"title"'),
        ("title:a-b", '"title a b"'),
        ("a-b_c", '"a b c"'),
        ("Kim's", '"Kim s"'),
        ("U.N.", '"U N"'),
        ("e\u0301t", '"e\u0301t"'),
        ("a\x00b", '"a" "b" AND'),
        ("\ud800a", '"a"'),
        ("(a b) c", '"a" "b" AND "c" AND'),
        ("a (b c)", '"a" "b" "c" AND AND'),
        ("(a) (b)", '"a" "b" AND'),
        ("a OR (b)", '"a" "b" OR'),
        ("(a OR b) c", '"a" "b" OR "c" AND'),
        ("(a) NOT b", '"a" "b" NOT AND'),
        ("((a))", '"a"'),
        ("()", ""),
        ("(())", ""),
        ("a () b", '"a" "b" AND'),
        ("a (()) b", '"a" "b" AND'),
        ("(a ())", '"a"'),
        ("(()a)", '"a"'),
        ("( - )", ""),
        ("(" * 500 + "a" + ")" * 500, '"a"'),
    ],
)
def test_how_a_search_is_understood(typed: str, steps: str) -> None:
    assert " ".join(map(str, parsed(typed))) == steps
    ranked(Memory(EVERYWHERE), typed)  # and the engine takes its phrases


BEHIND, BEFORE, OPEN, SHUT = "has no word behind it", "has no word before it", "is never closed", "closes nothing"


@pytest.mark.parametrize(
    ("typed", "sign", "at", "why"),
    [
        ("AND", "AND", 1, BEFORE),
        ("OR a", "OR", 1, BEFORE),
        ("a OR", "OR", 3, BEHIND),
        ("a NOT", "NOT", 3, BEHIND),
        ("a AND OR b", "OR", 7, BEFORE),
        ("NOT OR a", "OR", 5, BEFORE),
        ("NOT NOT NOT", "NOT", 9, BEHIND),
        ("(AND a)", "AND", 2, BEFORE),
        ("(a OR)", "OR", 4, BEHIND),
        ("(a OR) b", "OR", 4, BEHIND),
        ("a OR ()", "OR", 3, BEHIND),
        ("() OR a", "OR", 4, BEFORE),
        ("NOT () a", "NOT", 1, BEHIND),
        ('-"" a', "-", 1, BEHIND),
        ("-(*) a", "-", 1, BEHIND),
        ("(a", "(", 1, OPEN),
        ("a (", "(", 3, OPEN),
        ("((a)", "(", 1, OPEN),
        ("(a (b)", "(", 1, OPEN),
        ("a)", ")", 2, SHUT),
        (") a", ")", 1, SHUT),
        ("a) b (c", ")", 2, SHUT),
        ("(OR)", "OR", 2, BEFORE),
    ],
)
def test_what_cannot_be_an_operator_where_it_stands_is_refused(typed: str, sign: str, at: int, why: str) -> None:
    example = "(text)" if sign in "()" else sign
    said = f"as text it stands in quotes of its own: '\"{example}\"'"

    with refused(f"search: {sign} at character {at} {why}: {said}"):
        select(EVERYWHERE, asked(text=typed))

    assert parsed(f'"{sign}" a')


EXPRESSIONS = st.recursive(
    st.sampled_from(["word", "kilo", "title:t", "papa", "noth*"]),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda two: f"({two[0]} {two[1]})"),
        st.tuples(inner, inner).map(lambda two: f"({two[0]} OR {two[1]})"),
        inner.map(lambda one: f"-({one})"),
    ),
    max_leaves=5,
)
STORE = Memory(EVERYWHERE)


@settings(max_examples=30)
@given(EXPRESSIONS, EXPRESSIONS)
def test_operators_are_those_of_sets(one: str, other: str) -> None:
    first, second, every = set(found(one)), set(found(other)), {event.id for event in EVERYWHERE.events}

    assert set(found(f"{one} {other}")) == set(found(f"{one} AND {other}")) == first & second
    assert set(found(f"{one} OR {other}")) == first | second
    assert set(found(f"NOT {one}")) == set(found(f"-({one})")) == every - first
    assert set(found(f"{one} NOT {other}")) == set(found(f"{one} -({other})")) == first - second


def test_of_equal_hits_the_earliest_comes_first() -> None:
    days = ("2020-01-02", None, "2020-01-01")
    events = tuple(Event(id=f"e{at}", date=day, title="ferry") for at, day in enumerate(days))

    assert list(ranked(Memory(Chronology(title="T", events=events)), "ferry")) == ["e2", "e0", "e1"]


def test_what_is_found_for_words_it_has_not_got_comes_last_in_time() -> None:
    assert list(ranked(STORE, "tags:word OR -word")) == ["tag", "proposition", "fillers", "sources"]
    assert ranked(STORE, "NOT word")["fillers"] == (2, "T", None)
    assert [str(one) for one in wanted(parsed("a -(b OR -c) NOT d"))] == ['"a"', '"c"']


SCRIPTS = Chronology(
    title="T",
    events=(
        Event(id="zh", date="2001", title="北京举行会议", note="会议于2024年５月（闭门）举行", places=("会堂",)),
        Event(id="ko", date="2002", title="항구위원회는 파업을 발표했다", summary="김정은은 KCNA는 dpRK통신"),
        Event(id="nfd", date="2003", title=unicodedata.normalize("NFD", "김정은과 회담")),
        Event(id="ja", date="2004", title="東京で首脳会談が開かれた", summary="ｶﾞｽﾊﾟｲﾌﾟ"),
        Event(id="th", date="2005", title="การประชุมที่กรุงเทพ"),
        Event(id="my", date="2006", title="မြန်မာနိုင်ငံ"),
        Event(id="km", date="2007", title="រាជធានីភ្នំពេញ"),
        Event(id="hi", date="2008", title="दिल्ली में बैठक ❤\ufe0fरूस"),
        Event(id="ru", date="2009", title="Встреча у портовых ворот"),
        Event(id="en", date="2010", title="Airport report of the 会议", summary="Reports of vetoes, cafe\u0301"),
    ),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会议", "zh en"),
        ("会", "zh ja en"),
        ("title:会", "zh ja en"),
        ("places:会", "zh"),
        ("北京会议", ""),
        ("北京 会议", "zh"),
        ('"举行 会议"', "zh"),
        ("notes:闭门", "zh"),
        ("闭门举行", ""),  # a bracket lies between
        ('notes:"闭门 举行"', "zh"),
        ("5月", "zh"),
        ("2024", "zh"),
        ("2024年", "zh"),
        ("24年", ""),  # figures are words
        ("会议*", "zh en"),
        ("会议 -airport", "zh"),
        ("会议 airport", "en"),
        ("会议 OR 위원회", "zh ko en"),
        ("NOT 会", "ko nfd th my km hi ru"),
        ("-会议 会", "ja"),
        ("(会堂 OR 首脳) -会议", "ja"),
        ("note:会议", ""),
        ("위원회", "ko"),
        ("김정은", "ko nfd"),
        (unicodedata.normalize("NFD", "김정은"), "ko nfd"),
        ("정", "ko nfd"),
        ("KCNA", "ko"),
        ("dprk통신", "ko"),
        ("rk통신", ""),
        ("DPRK", "ko"),
        ("首脳会談", "ja"),
        ("が", "ja"),
        ("か", "ja"),  # 開かれた
        ("ガスパイプ", "ja"),
        ("ｶﾞｽ", "ja"),
        ("カ", ""),  # another letter than ガ
        ("ประชุม", "th"),
        ("မာ", "my"),
        ("ភ្នំពេញ", "km"),
        ("दिल्ली", "hi"),
        ("दल", ""),
        ("रूस", "hi"),
        ("बैठ*", "hi"),
        ("порт", ""),
        ("портовых", "ru"),
        ("ПОРТ*", "ru"),
        ("port", ""),
        ("vetoed", "en"),
        ("café", "en"),
        ("cafe", "en"),
    ],
)
def test_words_of_every_script_are_found(text: str, expected: str) -> None:
    answer = select(SCRIPTS, asked(text=text, order="date"))

    assert ids(answer) == expected.split()
    for hit in answer:
        assert (hit.title or "").replace("\x02", "").replace("\x03", "") == hit.event.title


@pytest.mark.parametrize(
    ("text", "name", "title", "snippet"),
    [
        ("会议", "zh", "北京举行\x02会议\x03", None),
        ("会 airport", "en", "\x02Airport\x03 report of the \x02会\x03议", None),
        ("闭门", "zh", "北京举行会议", "\x02\x03"),
        ("举行 2024", "zh", "北京\x02举行\x03会议", None),
        ("会议 vetoes", "en", "Airport report of the \x02会议\x03", None),
        ("위원회 -会", "ko", "항구\x02위원회\x03는 파업을 발표했다", None),
        ("정은", "nfd", unicodedata.normalize("NFD", "김\x02정은\x03과 회담"), None),
        ("ｶﾞ", "ja", "東京で首脳会談が開かれた", "\x02ｶﾞ\x03ｽﾊﾟｲﾌﾟ"),
        ("kcna", "ko", "항구위원회는 파업을 발표했다", "김정은은 \x02KCNA\x03는 dpRK통신"),
        ("kcna 김정은", "ko", "항구위원회는 파업을 발표했다", "\x02김정은\x03은 \x02KCNA\x03는 dpRK통신"),
        ("places:会堂", "zh", "北京举行会议", "\x02会堂\x03"),
    ],
)
def test_what_lies_within_a_text_is_marked(text: str, name: str, title: str, snippet: str | None) -> None:
    _, marked, excerpt = ranked(Memory(SCRIPTS), text)[name]

    assert marked == title
    assert excerpt == ("会议于2024年５月（\x02闭门\x03）举行" if snippet == "\x02\x03" else snippet)


def test_what_lies_within_a_title_comes_before_what_lies_elsewhere_and_adds_to_the_rank_of_words() -> None:
    title, note = Event(id="title", date="2001", title="会议"), Event(id="note", date="2000", title="T", note="会议")
    both = Event(id="both", date="2002", title="Boat 会议")
    other = [Event(id=f"e{n}", date="2001", title="T") for n in range(9)]

    assert list(ranked(Memory(Chronology(title="T", events=(note, title, both, *other))), "会议 OR boat")) == [
        "both", "title", "note",
    ]  # fmt: skip


def test_a_long_text_of_one_letter_is_scanned_in_a_moment() -> None:
    long = Chronology(title="T", events=(Event(id="e", date="2001", title="T", summary="会" * 60_000),))
    start = process_time()

    (_, _, snippet), *_ = ranked(Memory(long), " ".join("会" * times for times in range(1, 99))).values()

    assert process_time() - start < 10, "it takes half a second"
    assert snippet is not None
    assert len(snippet) < 250


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
    best = ids(select(small, asked(text="ferry", limit=2)))
    assert (
        ids(select(small, asked(text="ferry", order="date", limit=2))) == sorted(best) == ["ferry-starts", "new-ferry"]
    )
    assert ids(select(small, asked(text="ferry", order="date", limit=2, reverse=True))) == ["new-ferry", "ferry-starts"]
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
        ("snow NOT snowy NOT qqqq", []),
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


@pytest.mark.parametrize(("text", "has"), [('"会议 rep"', False), ('"会议 report"', True), ('"会议 rep"*', True)])
def test_a_word_beside_a_script_that_parts_none_stays_whole(text: str, *, has: bool) -> None:
    chronology = Chronology(title="T", events=(Event(id="e", date="2020", title="会议 report"),))

    assert ("e" in ranked(Memory(chronology), text)) is has
