"""Events by the languages of their sources: filtered, counted, and named where there is none."""

import pytest

from relations_cli.model.facts import Chronology, Event, Source
from relations_cli.query.audit import audit
from relations_cli.query.count import count
from relations_cli.query.questions import ask
from relations_cli.query.select import select
from small import TODAY, asked, ids, refused, told


def event(name: str, *languages: str | None, date: str | None = "2001-01-01", known: str | None = None) -> Event:
    sources = tuple(Source(publisher=f"P{n}", language=one, date=known) for n, one in enumerate(languages))
    return Event(id=name, date=date, title=name, sources=sources)


SAID = Chronology(
    title="T",
    events=(
        event("both", "ru", "ko", "ru"),
        event("korean", "KO"),
        event("simplified", "zh-Hans"),
        event("traditional", "zh-Hant-TW", None),
        event("silent", None),
        event("bare"),
    ),
)


@pytest.mark.parametrize(
    ("languages", "found"),
    [
        (["ru"], ["both"]),
        ("ko", ["both", "korean"]),
        (["RU,Ko"], ["both", "korean"]),
        (["ru", "zh"], ["both", "simplified", "traditional"]),
        (["zh"], ["simplified", "traditional"]),
        (["zh-hans"], ["simplified"]),
        (["zh-Hant"], ["traditional"]),
        (["*"], ["both", "korean", "simplified", "traditional"]),
    ],
)
def test_one_source_in_one_of_the_languages_is_enough(languages: list[str] | str, found: list[str]) -> None:
    answer = select(SAID, asked(languages=languages))

    assert (ids(answer), told(answer)) == (found, [])


@pytest.mark.parametrize(
    ("language", "reason"),
    [
        ("zh_Hans", "there is no 'zh_Hans': did you mean zh-Hans?"),
        ("fr", "there is no 'fr': `timeline count by language` lists them"),
        ("z", "there is no 'z': `timeline count by language` lists them"),
    ],
)
def test_a_language_of_no_source_is_a_mistake_where_sources_say_theirs(language: str, reason: str) -> None:
    with refused(reason, parameter="languages"):
        select(SAID, asked(languages=["ru", language]))


def test_an_empty_name_is_a_mistake() -> None:
    with refused("give one, or several with commas between", parameter="languages"):
        asked(languages="ru,,ko")


def test_where_no_source_says_its_language_a_language_is_a_mistake() -> None:
    silent = Chronology(title="T", events=(event("silent", None),))

    with refused("there is no 'ru': `timeline count by language` lists them", parameter="languages"):
        select(silent, asked(languages=["ru"]))


def test_sources_of_later_days_do_not_count_on_an_earlier_one() -> None:
    late = Chronology(title="T", events=(event("e", "ru", known="2010-01-01"),))

    assert ids(select(late, asked(languages=["ru"], as_of="2009"))) == []
    assert ids(select(late, asked(languages=["ru"], as_of="2010"))) == ["e"]


def test_an_event_counts_once_in_each_language_of_its_sources() -> None:
    answer = count(SAID, asked(), by="language")

    assert {row.value: row.n for row in answer} == {"ko": 2, "ru": 1, "zh-Hans": 1, "zh-Hant-TW": 1}
    assert told(answer) == ["count: 2 of 6 events have no language"]
    assert [row.n for row in count(SAID, asked(languages="zh"))] == [2]


def without(languages: str | list[str]) -> list[tuple[str, str]]:
    return [(task.id, task.text) for task in audit(SAID, asked(), languages=languages) if task.check == "language"]


def test_an_audit_names_each_event_without_a_source_in_each_language_that_is_asked_for() -> None:
    assert without([]) == []
    assert without("ko") == [(name, "no source in ko") for name in ("simplified", "traditional", "silent", "bare")]
    assert without(["zh,ru", "ZH"])[:3] == [
        ("both", "no source in zh"), ("korean", "no source in zh"), ("korean", "no source in ru"),
    ]  # fmt: skip
    assert without("ZH-hant")[0] == ("both", "no source in zh-Hant")
    assert [name for name, _ in without("fr")] == [one.id for one in SAID.events]


def test_python_asks_as_the_command_line_does() -> None:
    assert ids(ask("list", SAID, languages=["ru"], today=TODAY)) == ["both"]
    tasks = ask("audit", SAID, languages="zh", today=TODAY)
    assert [task.id for task in tasks if task.check == "language"] == ["both", "korean", "silent", "bare"]


@pytest.mark.parametrize("language", ["ru", "ko", "zh", "zh-Hans"])
def test_an_event_either_has_a_source_in_a_language_or_is_named(language: str) -> None:
    has = ids(select(SAID, asked(languages=language)))

    assert sorted([*has, *(name for name, _ in without(language))]) == sorted(one.id for one in SAID.events)


@pytest.mark.parametrize("language", ["Russian", "ru_RU", "*", "r"])
def test_an_audit_takes_only_language_tags(language: str) -> None:
    with refused("is no language tag: write ru, ko, zh-Hans or the like", parameter="languages"):
        audit(SAID, asked(), languages=language)
