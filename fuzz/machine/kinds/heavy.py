"""Files of up to 64 kB that multiply, or repeat one thing: each is answered or refused within seconds."""

from machine import hostile
from machine.bench import Bench
from machine.case import Case
from machine.chance import Chance
from machine.formats import FORMATS, entries, rule
from machine.scratches import packed
from machine.snippets import LINES

LONGEST = 65_536
UNITS = (
    "<", "<b>", "</", "(", "((", "[", "[[", "]", "{", '{"a":', "- ", "* ", "> ", "#", "_", "*", "`", "|", ",", ";",
    "\t", '"', "'", '""', "\\", "&", "&amp;", "&#", "0", "9", "1-", "2020-01-01 ", "2020/", "1 ", "a", "a ", "A. ", " ",
    "\n", "\r", "\n\n", "  \n", "é", "\u0301", "\u200d", "\U0001f468\u200d", "http://", "[a](", "![", "<!--", "-->",
    "=", "-", "\n---\n", "\n- ", "\n  ", "x: ", "&a ", "*a, ", "<<: *a\n", "!", "%", "@", "Jan. ", "20 March ", "1999-",
    "../",
)  # fmt: skip


def make(chance: Chance) -> Case:
    """A file of one format, with something in it many times over."""
    name = chance.choice(list(FORMATS))
    text = FORMATS[name](entries(chance), chance)
    suffix = name[name.rfind(".") :]
    if name == "a.ics" and chance.one_in(2):
        text = text.replace("END:VEVENT", f"{rule(chance)}\r\nEND:VEVENT")
    units = [*UNITS, *(f"{one}\n" for one in LINES.get(suffix, ())), hostile.text(chance), hostile.date(chance)]
    unit = "".join(chance.choice(units) for _ in range(1 + chance.few(2))) or "x"
    place = chance.randrange(len(text) + 1)
    room = max(1, (chance.choice((4_000, 16_000, LONGEST)) - len(text.encode())) // max(1, len(unit.encode())))
    data = (text[:place] + unit * room + text[place:]).encode("utf-8", "replace")[:LONGEST]
    if chance.one_in(6):
        name, data = f"{name}.gz", packed(data * chance.choice((1, 1, 40)))
    lines = [["list", "-f", name, "-o", chance.pick("tsv", "json", "table")], ["validate", name]]
    return Case(kind="heavy", files={name: data}, lines=lines)


def check(case: Case, bench: Bench) -> None:
    """Every run keeps what every run promises."""
    for line in case.lines:
        bench.run(line)
