"""The bundled chronology: complete, declared, sourced, sorted, and written in one form."""

import re
from calendar import month_name
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from program import Inline
from relations_cli.dates import FuzzyDate, parse_edtf
from relations_cli.model.bundled import bundled_path
from relations_cli.model.facts import Chronology, Claim
from relations_cli.model.status import event_standing, known_from
from relations_cli.model.vocabulary import actor_names, party
from relations_cli.readers.loading import load
from relations_cli.writers.chronology import document

TRACKER = re.compile(
    r"[?&](?:utm_\w+|fbclid|gclid|maca|ref|taid|mod|ito|ns_\w+|at_\w+|swcfpc|outputType|amp|print|uid)="
    r"|[?&]type=mondaqai|/amp_articleshow/|/amp/story/"
    r"|[?&]cid=[a-z]|/nobot/|:443/",
)
HANGUL, CYRILLIC, HAN = re.compile(r"[가-힣]"), re.compile(r"[А-яІіЇїЄє]"), re.compile(r"[一-鿿]")
SCRIPTS = {"ko": HANGUL, "ru": CYRILLIC, "uk": CYRILLIC, "zh": HAN, "ja": HAN, "ar": re.compile(r"[؀-ۿ]")}
ROOT = Path(__file__).parents[1]
TELLING = ("README.md", "CHANGELOG.md")
EVIDENCE = re.compile(
    r"image|picture|photograph|debris|wreckage|document|declassified|record|data|traced|tracing|papers|leaked"
    r"|\bshows?\b|names on|found on",
    re.IGNORECASE,
)
TIMELESS = re.compile(r"\b(?:(?:19|20)\d\d|is to|has|have|began|sank|helped|agreed|broke)\b")
DOERS = {"russia", "north-korea", "soviet-union"}
LOOKING = re.compile(
    r"tracker|digest of|general knowledge|at hand|repository|to be checked|guess|\bindex"
    r"|\b(?:was|were) (?:not )?(?:found|seen|read)\b|(?:not|nothing was) found"
    r"|been (?:found|read)|texts? (?:read|seen)",
    re.IGNORECASE,
)
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def all_claims(chronology: Chronology) -> list[Claim]:
    claims = [claim for event in chronology.events for claim in event.claims]
    return claims + [claim for one in chronology.propositions.values() for claim in one.claims]


def test_it_holds_every_event_of_the_research(bundled: Chronology) -> None:
    assert len(bundled.events) == 404
    assert len(bundled.actors) == 354
    assert len(bundled.propositions) == 87
    assert len(all_claims(bundled)) == 398
    assert sum(event.landmark for event in bundled.events) == 41


def test_the_readme_and_the_changelog_give_the_counts_that_about_prints(inline: Inline) -> None:
    about = dict(inline("about").rows)
    readme, changelog = (" ".join((ROOT / name).read_text(encoding="utf-8").split()) for name in TELLING)

    assert f"{about['events']} events with imprecise dates, {about['claims']} dated claims" in readme
    assert f"{int(about['sources']):,} sources" in readme
    counted = ", ".join(f"{about[name]} {name}" for name in ("events", "actors", "propositions", "claims"))
    assert counted in changelog


def test_it_is_written_in_the_one_form_of_our_files(bundled: Chronology) -> None:
    assert Path(bundled_path()).read_text(encoding="utf-8") == document(bundled)


def test_events_are_sorted_by_first_day_last_day_and_id(bundled: Chronology) -> None:
    keys = [(parse_edtf(event.date or "").sort_key, event.id) for event in bundled.events]

    assert keys == sorted(keys)


def test_claims_are_sorted_by_date(bundled: Chronology) -> None:
    subjects = {event.id: event.claims for event in bundled.events}
    subjects |= {name: proposition.claims for name, proposition in bundled.propositions.items()}

    for name, claims in subjects.items():
        dates = [(claim.date or "").rstrip("~?%") for claim in claims]
        assert dates == sorted(dates), name


def test_ids_are_unique_slugs(bundled: Chronology) -> None:
    ids = [event.id for event in bundled.events]

    assert len(ids) == len(set(ids))
    names = [*ids, *bundled.actors, *bundled.propositions, *bundled.tags, *bundled.types, *bundled.measures]
    assert [name for name in names if not SLUG.fullmatch(name)] == []


def test_titles_are_short_lines_without_a_full_stop(bundled: Chronology) -> None:
    for event in bundled.events:
        assert 10 <= len(event.title) <= 80, event.id
        assert event.title.isprintable(), event.id
        assert not event.title.endswith("."), event.id


@pytest.mark.parametrize("verb", ["was", "had", "signed", "visited", "met", "announced"])
def test_titles_are_in_the_present_tense(bundled: Chronology, verb: str) -> None:
    assert [event.id for event in bundled.events if verb in event.title.casefold().split()] == []


def test_everything_named_is_declared(bundled: Chronology) -> None:
    ids = {event.id for event in bundled.events}
    addresses = {source.url for event in bundled.events for source in event.sources}
    for event in bundled.events:
        assert event.type in bundled.types, event.id
        assert set(event.tags) <= bundled.tags.keys(), event.id
        assert set(event.actors) <= bundled.actors.keys(), event.id
        assert set(event.propositions) <= bundled.propositions.keys(), event.id
        assert set(event.related) <= ids - {event.id}, event.id
        assert event.sources, event.id
        assert all(source.publisher or source.url for source in event.sources), event.id
    for claim in all_claims(bundled):
        assert claim.by in bundled.actors
        assert claim.source is None or claim.source in addresses
        assert claim.event is None or claim.event in ids
        assert {figure.of for figure in claim.figures} <= bundled.measures.keys()


def test_an_event_in_which_something_was_claimed_bears_on_it(bundled: Chronology) -> None:
    bearing = {event.id: event.propositions for event in bundled.events}
    said = {(claim.event, name) for name, one in bundled.propositions.items() for claim in one.claims if claim.event}

    assert {(event, name) for event, name in said if name not in bearing[event or ""]} == set()


def test_what_is_related_says_so_on_both_sides(bundled: Chronology) -> None:
    pairs = {(event.id, other) for event in bundled.events for other in event.related}

    assert {(one, other) for one, other in pairs if (other, one) not in pairs} == set()


def test_nothing_declared_is_unused(bundled: Chronology) -> None:
    events, claims = bundled.events, all_claims(bundled)
    parents = {actor.parent for actor in bundled.actors.values()}
    acting = {name for event in events for name in event.actors} | {claim.by for claim in claims} | parents

    assert bundled.actors.keys() <= acting
    assert bundled.tags.keys() <= {tag for event in events for tag in event.tags}
    assert bundled.types.keys() - {"other"} <= {event.type for event in events}
    assert bundled.measures.keys() <= {figure.of for claim in claims for figure in claim.figures}
    assert bundled.propositions.keys() <= {name for event in events for name in event.propositions}
    assert all(proposition.claims for proposition in bundled.propositions.values())


def test_parents_exist_and_form_no_circle_and_no_name_means_two(bundled: Chronology) -> None:
    for name, actor in bundled.actors.items():
        assert actor.parent is None or actor.parent in bundled.actors
        assert bundled.actors[party(bundled.actors, name)].parent is None
    spelt = [
        (word.casefold(), name) for name, actor in bundled.actors.items() for word in {name, actor.name, *actor.aliases}
    ]
    assert {(word, actor_names(bundled)[word]) for word, _ in spelt} == set(spelt)


def test_every_date_is_edtf(bundled: Chronology) -> None:
    dates = [event.date for event in bundled.events] + [event.known for event in bundled.events]
    dates += [claim.date for claim in all_claims(bundled)]
    dates += [source.date for event in bundled.events for source in event.sources]

    assert all(isinstance(parse_edtf(date), FuzzyDate) for date in dates if date is not None)
    assert all(event.date is not None for event in bundled.events)


def test_addresses_are_http(bundled: Chronology) -> None:
    for event in bundled.events:
        for source in event.sources:
            assert source.url is None or re.fullmatch(r"https?://\S+", source.url), event.id


def test_addresses_carry_no_trackers(bundled: Chronology) -> None:
    addresses = {source.url or "" for event in bundled.events for source in event.sources}

    assert [address for address in addresses if TRACKER.search(address)] == []


def test_a_source_says_its_language_and_its_title_is_in_it(bundled: Chronology) -> None:
    sources = [source for event in bundled.events for source in event.sources]
    untold = {urlsplit(source.url or "").hostname for source in sources if source.language == "und"}

    assert all(source.language for source in sources)
    assert untold == {"news.warptechlab.com", "news1global.com", "japan.news-pravda.com"}
    for source in sources:
        title, script = source.title or "", SCRIPTS.get((source.language or "").split("-")[0])
        assert not re.search(r"\(in [A-Z]\w+\)$", f"{title or source.publisher}"), source
        is_ours = title.startswith("[") and title.endswith("]")
        assert not title or is_ours or script is None or script.search(title), source
        assert source.language != "en" or not any(other.search(title) for other in SCRIPTS.values()), source


def test_the_list_that_we_checked_against_is_a_checklist_or_says_something_of_its_own(bundled: Chronology) -> None:
    ours = {
        event.id: [one.kind for one in event.sources if "andysaulim" in (one.url or "")] for event in bundled.events
    }

    assert {kind for kinds in ours.values() for kind in kinds} == {"checklist", "research"}
    assert sum("research" in kinds for kinds in ours.values()) == 8
    assert all(len(kinds) <= 1 for kinds in ours.values())


def test_texts_are_clean(bundled: Chronology) -> None:
    for event in bundled.events:
        for text in (event.summary, event.note):
            assert text is None or (text.isprintable() and text == text.strip() and "  " not in text), event.id
        assert event.summary
        assert event.summary.endswith((".", ".”", "?")), event.id


def test_who_corroborates_says_what_is_shown(bundled: Chronology) -> None:
    shown = [claim for claim in all_claims(bundled) if claim.stance == "corroborates"]

    assert [(claim.by, claim.date, claim.note) for claim in shown if not EVIDENCE.search(claim.note or "")] == []


def test_only_who_did_or_received_it_confirms(bundled: Chronology) -> None:
    subjects = {event.id: event.claims for event in bundled.events}
    subjects |= {name: proposition.claims for name, proposition in bundled.propositions.items()}

    for name, claims in subjects.items():
        confirming = {party(bundled.actors, claim.by) for claim in claims if claim.stance == "confirms"}
        handed_over = {"ukraine", "south-korea"} if name == "prisoners-to-seoul" else set()
        assert confirming <= DOERS | handed_over, name


def test_a_contested_act_is_not_titled_as_a_fact(bundled: Chronology) -> None:
    last = parse_edtf(bundled.updated or "").last_day
    assert last is not None
    reached = {event.id: event_standing(event, bundled.actors, last).status for event in bundled.events if event.claims}

    assert {name: status for name, status in reached.items() if status not in {"corroborated", "confirmed"}} == {}


def test_a_proposition_means_the_same_on_every_day(bundled: Chronology) -> None:
    """It names a year, or speaks of what is over or planned; none reads as the state of the day of reading."""
    texts = {name: proposition.text for name, proposition in bundled.propositions.items()}

    assert {name: text for name, text in texts.items() if not TIMELESS.search(text)} == {}


def test_its_material_ends_on_the_day_that_it_names(bundled: Chronology) -> None:
    """What begins later could be known by then, and is planned."""
    last = parse_edtf(bundled.updated or "").last_day
    assert last is not None
    assert f"ends on {last[2]} {month_name[last[1]]} {last[0]}." in (bundled.description or "")
    dates = [claim.date for claim in all_claims(bundled)]
    dates += [source.date for event in bundled.events for source in event.sources]
    begun = [parse_edtf(date).first_day for date in dates if date is not None]
    assert max(day for day in begun if day is not None) <= last
    for event in bundled.events:
        known, begins = known_from(event), parse_edtf(event.date or "").first_day
        assert known is None or known <= last, event.id
        assert begins is None or begins <= last or event_standing(event, bundled.actors, last).status == "planned"


def test_no_note_tells_how_its_facts_were_looked_for(bundled: Chronology) -> None:
    notes = {event.id: event.note or "" for event in bundled.events}
    publishers = {source.publisher or "" for event in bundled.events for source in event.sources}

    assert {name: note for name, note in notes.items() if LOOKING.search(note)} == {}
    assert [name for name in publishers if "repository" in name] == []


def test_the_bundled_file_is_what_is_loaded_without_a_path(bundled: Chronology) -> None:
    assert bundled == load(bundled_path())


def test_the_bundled_chronology_has_its_known_gaps(inline: Inline) -> None:
    checks = [row[0] for row in inline("audit").rows]

    assert checks.count("one-source") == 29
    assert checks.count("unsourced-claim") == 2
    assert "twice" not in checks
