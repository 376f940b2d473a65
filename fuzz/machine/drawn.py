"""Entries as timelines that are written to be drawn."""

from collections.abc import Sequence

from machine.chance import Chance

Entry = dict[str, str]


def mermaid(found: Sequence[Entry], chance: Chance) -> str:
    """A Mermaid timeline, perhaps with sections, settings above and comments."""
    lines = ["---", "config:", "  theme: base", "---"] if chance.one_in(5) else []
    lines += ["timeline", "    title A chronology"]
    for entry in found:
        if chance.one_in(4):
            lines.append(f"    section {chance.pick('Early', '2003', 'Later on')}")
        if chance.one_in(8):
            lines.append("    %% a comment")
        lines.append(f"    {entry['date']} : {entry['title']}")
        if entry.get("summary"):
            lines.append(f"         : {entry['summary']}")
    return "\n".join([*lines, ""])


def markwhen(found: Sequence[Entry], chance: Chance) -> str:
    """A markwhen timeline, perhaps with sections, tags and texts below its events."""
    lines = ["title: A chronology", ""] if chance.one_in(2) else []
    for entry in found:
        if chance.one_in(4):
            lines.append(chance.pick("section Early", "# Later", "group Third", "endSection", "// a comment"))
        tags = "".join(f" #{tag}" for tag in entry.get("tags", "").split(";") if tag)
        lines.append(f"{entry['date']}: {entry['title']}{tags}")
        lines += [entry["summary"]] if entry.get("summary") else []
    return "\n".join([*lines, ""])
