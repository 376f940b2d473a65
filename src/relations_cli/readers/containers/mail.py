"""Mail (RFC 5322), one message or a folder of them in the mbox form (RFC 4155): an event is a message."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar, cast

from relations_cli.escaping import one_line, quoted
from relations_cli.model.facts import Chronology
from relations_cli.readers.entries.assembling import chronology_of
from relations_cli.readers.entries.entry import Entry
from relations_cli.readers.entries.markup import untagged
from relations_cli.readers.located.positions import Position
from relations_cli.readers.reading import Reading

if TYPE_CHECKING:  # the library loads what opens connections: only who reads mail loads it
    from email.message import EmailMessage

Answer = TypeVar("Answer")
_START: Final = re.compile(rb"(?:\A|(?<=\n)\r?\n)From [^\r\n]*\r?\n", re.MULTILINE)
_QUOTED_FROM: Final = re.compile(rb"^>(>*From )", re.MULTILINE)
_READ: Final = frozenset(("date", "subject", "mime-version", "content-type", "content-transfer-encoding"))
"""Headers that are in the fields of an event, or say how the message is written."""
_SAID: Final = frozenset(("from", "to", "cc", "date", "subject"))
"""Headers of a message within another that stand above its text."""


def read(data: bytes, reading: Reading) -> Chronology:
    """The messages, each of the day that its Date says: the subject its title, the text its summary.

    Other headers, and the names of what is attached, are in ``extra``; the sender's name is an actor.

    Raises:
        DataError: a message has no Date that can be read.
    """
    entries = [_entry(message, position, reading) for message, position in _messages(data, reading)]
    return chronology_of(entries, reading, lacking="give the message a Subject")


def _messages(data: bytes, reading: Reading) -> Iterator[tuple["EmailMessage", Position]]:
    from email import policy
    from email.parser import BytesParser

    parser = BytesParser(policy=policy.default)
    for written, position in _parted(data):
        message = _asked(partial(parser.parsebytes, written), None)
        if message is None:
            reading.skip(
                "a message has a header that cannot be read",
                position,
                why="mend its Content-Type",
                says=written.decode("utf-8", "backslashreplace"),
            )
        else:
            yield message, position


def _parted(data: bytes) -> Iterator[tuple[bytes, Position]]:
    """Each message as it is written, and where it begins."""
    if _START.match(data) is None:
        yield data, (1, None)
        return
    starts = list(_START.finditer(data))
    ends = [one.start() for one in starts[1:]] + [len(data)]
    line, counted = 1, 0
    for start, end in zip(starts, ends, strict=True):
        line += data.count(b"\n", counted, start.end())
        counted = start.end()
        yield _QUOTED_FROM.sub(rb"\1", data[start.end() : end]), (line, None)


def _entry(message: "EmailMessage", position: Position, reading: Reading) -> Entry:
    from email.utils import getaddresses

    text, attached = _parts(message)
    if attached:
        names = ", ".join(map(quoted, attached))
        reading.note("left out", f"the attached {names}", position, why="an attachment is not read")
    headers = list(_headers(message))
    of_name = {name.lower(): value for name, value in reversed(headers)}
    others: dict[str, list[str]] = {}
    for name, value in headers:
        if name.lower() not in _READ:
            others.setdefault(name, []).append(value)
    extra: dict[str, object] = {name: values[0] if len(values) == 1 else values for name, values in others.items()}
    senders = getaddresses([value for name, value in headers if name.lower() == "from"])
    return Entry(
        position=position,
        date=of_name.get("date", ""),
        title=one_line(of_name.get("subject", "")),
        summary=text,
        actors=tuple(dict.fromkeys(name or address for name, address in senders if name or address)),
        extra=extra | ({"attached": attached} if attached else {}),
    )


def _headers(message: "EmailMessage") -> Iterator[tuple[str, str]]:
    """Each header in words; one that the library cannot read, as it stands."""
    for name, raw in message.raw_items():
        value = _asked(partial(message.policy.header_fetch_parse, name, raw), raw)
        said = " ".join(str(value).split())
        if name.lower() == "date" and said.endswith(" -0000"):  # so the library says GMT, and that no zone is written
            said = said.removesuffix(" -0000") + (" +0000" if re.search(r"(?:[A-Z]|0000)\s*$", raw) else "")
        yield _whole(name), _whole(said)


def _parts(message: "EmailMessage") -> tuple[str, list[str]]:
    """The text of a message, of HTML its words, and the names of what is attached."""
    attached: list[str] = []
    return "\n\n".join(filter(None, map(_whole, _texts(message, attached)))), attached


def _texts(part: "EmailMessage", attached: list[str]) -> Iterator[str]:
    """The texts of a part, of which one that says the same twice is taken once; a message within has its headers."""
    kind, subtype = _kind(part)
    name = _asked(part.get_filename, None)
    inner = cast("list[EmailMessage]", part.get_payload()) if part.is_multipart() else []
    if kind == "multipart" and not inner:  # its parts are not where it says
        yield str(part.get_payload()).strip()
    elif kind == "multipart" and subtype == "alternative":
        plain = [text for one in inner if _kind(one)[1] != "html" for text in _texts(one, attached)]
        yield from plain if any(plain) else [text for one in inner for text in _texts(one, attached)]
    elif kind == "multipart":
        yield from _around(part.preamble)
        yield from (text for one in inner for text in _texts(one, attached))
        yield from _around(part.epilogue)
    elif inner:
        yield from (
            "\n".join(f"{key}: {value}" for key, value in _headers(one) if key.lower() in _SAID) for one in inner
        )
        yield from (text for one in inner for text in _texts(one, attached))
    elif name or kind != "text":
        attached.append(one_line(_whole(name or f"{kind}/{subtype}")))
    else:
        text = str(_asked(part.get_content, None) or _undecoded(part)).strip()
        yield untagged(text) if subtype == "html" else text


def _around(text: str | None) -> Iterator[str]:
    """What stands before or behind the parts, but for what programs write there to those that know no parts."""
    if text and text.strip() and "MIME" not in text:
        yield text.strip()


def _kind(part: "EmailMessage") -> tuple[str, str]:
    """What a part is, and of which sort."""
    kind, _, subtype = _asked(part.get_content_type, "text/plain").partition("/")
    return kind, subtype


def _whole(text: str) -> str:
    """The text with its bytes outside ASCII, which the library keeps as halves of characters, as UTF-8 (RFC 6532)."""
    try:
        held = text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # halves that are no bytes, as UTF-7 may say them
        held = text.encode("utf-8", "replace")
    return held.decode("utf-8", "replace")


def _undecoded(part: "EmailMessage") -> str:
    """The text of a part whose character set there is not."""
    payload = _asked(lambda: part.get_payload(decode=True), None)
    return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else str(part.get_payload())


def _asked(question: Callable[[], Answer], otherwise: Answer) -> Answer:
    """What the library answers; its parsers of headers have mistakes of many kinds, which raise whatever they raise."""
    try:
        return question()
    except Exception:  # noqa: BLE001
        return otherwise
