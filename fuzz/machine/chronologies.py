"""Chronologies of our own form that are right in every way, made by chance; on request with hostile texts in them."""

from typing import Any

from machine import hostile
from machine.chance import Chance
from machine.days import Day, iso, some_day

WORDS = ("council", "harbour", "vote", "strike", "ferry", "storm", "wall", "treaty", "visit", "Ölpreis", "북한", "мост")
TAGS = ("works", "damage", "oil", "Trade", "sea-side")
TYPES = ("decision", "visit", "find")
PLACES = ("Oster Bay", "Kåfjord", "New, York")
LANGUAGES = ("ru", "ko", "zh-Hans", "zh-TW", "en", "pt-BR")
STANCES = ("asserts", "denies", "corroborates", "confirms", "asserts", "denies", "asserts", "denies")
KINDS = ("state", "organisation", "media", "person", "unnamed")
Tree = dict[str, Any]


def chronology(chance: Chance, most: int = 8, *, hostile_in: int = 0, sets: bool = True) -> Tree:
    """A chronology whose every name is declared.

    Args:
        chance: what decides.
        most: events at most.
        hostile_in: one text in so many is hostile; 0: none.
        sets: whether dates may be sets and other forms whose days leave gaps.
    """
    return _Maker(chance, hostile_in, sets=sets).chronology(most)


class _Maker:
    def __init__(self, chance: Chance, hostile_in: int, *, sets: bool) -> None:
        self.chance = chance
        self.hostile_in = hostile_in
        self.sets = sets

    def text(self, longest: int = 5) -> str:
        if self.hostile_in and self.chance.one_in(self.hostile_in):
            return hostile.text(self.chance)
        return " ".join(self.chance.choice(WORDS) for _ in range(1 + self.chance.few(longest)))

    def named(self, names: tuple[str, ...]) -> list[str]:
        """Ids for a vocabulary."""
        found = [self.text(0) if self.hostile_in and self.chance.one_in(self.hostile_in) else name for name in names]
        return list(dict.fromkeys(one or "empty" for one in found))

    def day(self) -> str:
        return iso(some_day(self.chance))

    def date(self) -> str | None:
        first = some_day(self.chance)
        later = Day(first.year + self.chance.few(4), first.month, first.day)
        plain = iso(first)
        shapes: list[str | None] = [
            plain, plain, plain, plain[:7], plain[:4], f"{plain}~", f"{plain[:7]}?", f"{plain}/{iso(later)}",
            f"{plain[:7]}/{iso(later)[:4]}", f"{plain}/..", f"../{plain}", f"{plain[:3]}X",
            f"{plain[:4]}-2{1 + first.day % 4}", f"{plain}/", None,
        ]  # fmt: skip
        if self.sets:
            shapes += [f"[{plain[:4]},{later.year + 2:04}]", f"{plain[:4]}-XX-{plain[8:]}", "XXXX", f"-{plain[:4]}"]
        return self.chance.choice(shapes)

    def chronology(self, most: int) -> Tree:
        chance = self.chance
        self.tags, self.types = self.named(TAGS), self.named(TYPES)
        self.actors = self.named(("ann", "state-a", "press", "Bob", "ministry"))
        self.measures, self.propositions = self.named(("shells", "troops")), self.named(("p-1", "p-2"))
        self.ids: list[str] = []
        events = [self.event() for _ in range(chance.few(most))]
        urls = [source["url"] for event in events for source in event.get("sources", ()) if "url" in source]
        tree: Tree = {"title": self.text(), "types": {one: self.text() for one in self.types}}
        tree["tags"] = {one: self.text() for one in self.tags}
        tree["measures"] = {one: self.text() for one in self.measures}
        tree["actors"] = {one: self.actor(place) for place, one in enumerate(self.actors)}
        tree["propositions"] = {
            one: {"text": self.text(), "claims": [self.claim(urls) for _ in range(chance.few(5))]}
            for one in self.propositions
        }
        for event in events:
            if chance.one_in(4):
                event["claims"] = [self.claim(urls) for _ in range(1 + chance.few(3))]
        return tree | {"events": events}

    def actor(self, place: int) -> Tree:
        actor: Tree = {"name": f"{self.text(1)} of {place}", "kind": self.chance.choice(KINDS)}
        if self.chance.one_in(3):
            actor["aliases"] = [f"{self.text(1)} {place}"]
        if place and self.chance.one_in(2):
            actor["parent"] = self.actors[self.chance.randrange(place)]
        return actor

    def claim(self, urls: list[str]) -> Tree:
        chance = self.chance
        claim: Tree = {"by": chance.choice(self.actors), "stance": chance.choice(STANCES)}
        if not chance.one_in(5):
            claim["date"] = self.day()
        if chance.one_in(3):
            low = chance.randrange(1000)
            claim["figures"] = [{"of": chance.choice(self.measures), "low": low, "high": low + chance.few(50)}]
        if chance.one_in(3):
            claim["note"] = self.text()
        if urls and chance.one_in(3):
            claim["source"] = chance.choice(urls)
            claim |= {"quote": self.text()} if chance.one_in(2) else {}
            claim |= {"locator": self.text(1)} if chance.one_in(2) else {}
        if self.ids and chance.one_in(3):
            claim["event"] = chance.choice(self.ids)
        return claim

    def event(self) -> Tree:
        chance = self.chance
        event: Tree = {"id": self.new_id(), "date": self.date(), "title": self.text() or "untitled"}
        if chance.one_in(2):
            event["summary"] = self.text(12)
        if chance.one_in(2):
            event["type"] = chance.choice(self.types)
        event |= {key: some for key in ("tags", "actors") if (some := chance.some(getattr(self, key)))}
        if chance.one_in(2):
            event["places"] = self.named((chance.choice(PLACES),))
        if chance.one_in(4):
            event["landmark"] = True
        if chance.one_in(6):
            event["known"] = self.day()
        event |= {"propositions": some} if (some := chance.some(self.propositions, 2)) else {}
        event |= {"related": some} if (some := [one for one in chance.some(self.ids, 1) if one != event["id"]]) else {}
        if not chance.one_in(3):
            event["sources"] = [self.source() for _ in range(1 + chance.few(2))]
        if chance.one_in(5):
            event["extra"] = {self.text(0) or "k": chance.choice([1, 2.5, True, None, self.text(), [self.text()]])}
        return event

    def new_id(self) -> str:
        one = f"{self.day()}-{self.chance.choice(('vote', 'strike', 'storm'))}-{len(self.ids)}"
        if self.hostile_in and self.chance.one_in(self.hostile_in):
            one = f"{hostile.text(self.chance)}{len(self.ids)}"
        self.ids.append(one)
        return one

    def source(self) -> Tree:
        source: Tree = {"publisher": self.text(1), "date": self.day()}
        if not self.chance.one_in(4):
            source["url"] = f"https://example.org/{self.chance.randrange(10_000)}"
        if self.hostile_in and self.chance.one_in(self.hostile_in):
            source["url"] = f"https://example.org/{hostile.text(self.chance)}"
        if self.chance.one_in(2):
            source["title"] = self.text()
        if self.chance.one_in(2):
            source["language"] = self.chance.choice(LANGUAGES)
        return source
