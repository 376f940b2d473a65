"""Entries as mail and as feeds."""

import base64
import re
from collections.abc import Sequence
from html import escape

from machine.chance import Chance

Entry = dict[str, str]
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def posted(date: str) -> str:
    """A day as mail and RSS write it; what is none, as it is."""
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", date)
    if found is None or not 1 <= int(found[2]) <= len(_MONTHS):
        return date
    return f"{int(found[3])} {_MONTHS[int(found[2]) - 1]} {found[1]} 09:15:00 +0100"


def eml(found: Sequence[Entry], chance: Chance) -> str:
    """A message: the first of the entries."""
    return _message(found[0] if found else {"date": "", "title": ""}, chance)


def mbox(found: Sequence[Entry], chance: Chance) -> str:
    """A folder of messages."""
    return "\n".join(f"From a@quay.example Thu Jan  1 00:00:00 2020\n{_message(one, chance)}" for one in found)


def _message(entry: Entry, chance: Chance) -> str:
    subject, body = entry["title"], entry.get("summary", "It is said so.")
    if chance.one_in(3):
        subject = f"=?utf-8?b?{base64.b64encode(subject.encode('utf-8', 'replace')).decode()}?="
    head = [f"Date: {posted(entry['date'])}", f"Subject: {subject}", 'From: "Ann Quay" <ann@quay.example>']
    head += chance.some(("To: bob@quay.example, Eve <e@x.example>", "Message-ID: <1@x>", "Received: by x; 1 Jan 2020"))
    way = chance.randrange(5)
    if way == 0:
        parts = (
            f"--x\nContent-Type: text/plain; charset=utf-8\n\n{body}\n--x\nContent-Type: text/html\n\n<p>{body}</p>\n"
        )
        more = "--x\nContent-Type: image/png; name=a.png\nContent-Disposition: attachment\n\nAAAA\n" * chance.randrange(
            2
        )
        head, body = [*head, "Content-Type: multipart/mixed; boundary=x"], f"{parts}{more}--x--"
    elif way == 1:
        head += ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64"]
        body = base64.b64encode(body.encode("utf-8", "replace")).decode()
    elif way == 2:  # noqa: PLR2004
        head, body = [*head, "Content-Type: text/html; charset=utf-8"], f"<p>{escape(body)}</p>"
    return "\n".join([*head, "", body, ""])


def rss(found: Sequence[Entry], chance: Chance) -> str:
    """A feed of RSS 2.0."""
    items = []
    for entry in found:
        text = escape(entry.get("summary", ""))
        if chance.one_in(3):
            text = f"<![CDATA[<p>{entry.get('summary', '').replace(']]>', '')}</p>]]>"
        more = chance.pick("", "<category>oil</category>", "<author>a@x.example (Ann)</author>", "<guid>1</guid>")
        items.append(
            f"<item><title>{escape(entry['title'])}</title><pubDate>{escape(posted(entry['date']))}</pubDate>"
            f"<link>{escape(entry.get('url', ''))}</link><description>{text}</description>"
            f"{more}</item>"
        )
    whole = "\n".join(items)
    return f'<?xml version="1.0"?>\n<rss version="2.0"><channel><title>A feed</title>\n{whole}\n</channel></rss>\n'


def atom(found: Sequence[Entry], chance: Chance) -> str:
    """A feed of Atom."""
    entries = []
    for entry in found:
        name = chance.pick("updated", "published")
        kind = chance.pick("", ' type="html"', ' type="text"')
        text, link = escape(entry.get("summary", "")), escape(entry.get("url", ""))
        entries.append(
            f"<entry><title>{escape(entry['title'])}</title><{name}>{escape(entry['date'])}T09:15:00Z</{name}>"
            f'<link href="{link}"/><content{kind}>{text}</content></entry>'
        )
    whole = "\n".join(entries)
    return f'<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>A feed</title>\n{whole}\n</feed>\n'
