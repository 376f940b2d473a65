"""The first source of an event in the browser; of a proposition, that of its first claim.

No address but of http and https is ever opened. - reads ids from standard input, as for show.
"""

from typing import Annotated

from relations_cli.cli.ancient import behind_options
from relations_cli.cli.answering import answer_to
from relations_cli.cli.declaring import shared_options
from relations_cli.cli.filtering import AsOf, Names
from relations_cli.cli.input import Input
from relations_cli.cli.options import Shape, result_option
from relations_cli.cli.output import emit
from relations_cli.cli.session import Session
from relations_cli.cli.streams import complain
from relations_cli.errors import ExitCode, OutputError, UsageError, parameter
from relations_cli.escaping import quoted
from relations_cli.query.addresses import first_address
from relations_cli.query.contested import Contested
from relations_cli.query.hit import Hit
from relations_cli.query.table import Table

TABLE = Table({}, (), ())
ARGUMENTS = behind_options
EXIT_CODES = (
    ("0", "opened, or printed"),
    ("1", "nothing matched, or nothing of it has a web address"),
    ("2", "the request or the data is wrong, or there is no browser here"),
)
EXAMPLES = """\
timeline open 2022-05-26
timeline open first-troop-transport --print
timeline search veto --fields id | timeline open - --print
"""
_MOST = 10
"""Pages that are opened at once: a date may stand for many events."""

Print = Annotated[bool, result_option("--print", help="Print the address instead, a line each.")]


@shared_options
def command(names: Names, as_of: AsOf, source: Input, session: Session, only_print: Print = False) -> int:
    answer = answer_to("show", session, source, as_of, names=names)
    found = {_id(row): first_address(row) for row in answer}
    addresses = list(dict.fromkeys(one for one in found.values() if one is not None))
    if len(addresses) > _MOST and not only_print:
        what = f"open: {len(addresses)} pages at once, and no more than {_MOST} are opened"
        raise UsageError("", None, what, f"name fewer, or add {parameter('only_print')}")
    text = "".join(f"{one}\n" for one in addresses) if only_print else ""
    code = emit(answer, Shape(), session, view=lambda _screen: text, plain="table")
    for name, address in found.items():
        if address is None:
            complain(f"open: {quoted(name)} has no source with a web address")
    if not only_print:
        _open(addresses)
    return code if addresses else ExitCode.NOTHING


def _id(row: Hit | Contested) -> str:
    return row.event.id if isinstance(row, Hit) else row.subject.id


def _open(addresses: list[str]) -> None:
    """Show the pages.

    Raises:
        OutputError: there is no browser, or it failed; it says the addresses that are left.
    """
    import webbrowser  # it looks for what is installed

    for place, address in enumerate(addresses):
        if not webbrowser.open(address):
            left = " ".join(addresses[place:])
            raise OutputError(f"no browser could be started: open {left}", file="open")
