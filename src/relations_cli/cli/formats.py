"""The formats that can be read and written, a line each: what each keeps, what it loses, what it needs."""

from msgspec import Struct

from relations_cli.cli.declaring import shared_options
from relations_cli.cli.filtering import AsOf, query_of
from relations_cli.cli.offered import EVERY
from relations_cli.cli.options import Ordered, Shape
from relations_cli.cli.output import emit
from relations_cli.cli.session import Session
from relations_cli.model.facts import Chronology
from relations_cli.query.answer import Answer
from relations_cli.query.memory import Memory
from relations_cli.query.query import Query
from relations_cli.query.questions import answered
from relations_cli.query.table import Field, Table, column
from relations_cli.readers.registry import READERS, Reader
from relations_cli.writers import FEEDS
from relations_cli.writers.format import Format


class Known(Struct, frozen=True, kw_only=True):
    """A format in one direction."""

    use: str
    """``read`` or ``written``."""
    of: Reader | Format


TABLE = Table.of(
    column("name", "of.name", "as --from, -o and --to take it"),
    column("use", "use", "read, or written"),
    Field("suffixes", "text", lambda known: " ".join(known.of.suffixes), "of files that hold it"),
    column("keeps", "of.keeps", "what it holds"),
    column("loses", "of.loses", "what it cannot hold, or what of it is in no event"),
    column("needs", "of.needs", "the extra that brings its library: pip install 'relations-cli[EXTRA]'"),
    tsv="name use suffixes keeps loses needs",
)
EXIT_CODES = (("0", "always"), ("2", "the list could not be written"))
EXAMPLES = """\
timeline formats
timeline formats -o tsv | awk -F'\\t' '$2 == "written"'
timeline formats -o json | jq -r '.[] | select(.needs == "readers").name'
"""


@shared_options
def command(rows: Ordered, shape: Shape, session: Session) -> int:
    nothing = Memory(Chronology(title="", events=()))
    known = [Known(use="read", of=one) for one in READERS.values()]
    known += [Known(use="written", of=one) for one in (*EVERY.values(), *FEEDS)]

    def formats(store: Memory, query: Query) -> Answer[Known]:
        answer: Answer[Known] = Answer(store=store, query=query, table=TABLE, rows=(), searched=len(known))
        return answer.with_rows(TABLE, known)

    return emit(answered(formats, nothing, query_of(session, AsOf(), rows)), shape, session, is_search=False)
