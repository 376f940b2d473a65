"""The options that say in which form a result is given, and how much of it, each declared once."""

from functools import partial
from typing import Annotated

import typer
from msgspec import Struct

from relations_cli.cli.declaring import option
from relations_cli.errors import UsageError
from relations_cli.suggesting import one_of
from relations_cli.views import LANES

FORMATS_HERE = "FORMATS"
"""In the help of an option: the formats that the command can give."""
RESULT = "Result"

result_option = partial(option, group=RESULT)


class Shape(Struct, frozen=True):
    """In which form the result is written."""

    fields: Annotated[
        str | None,
        result_option(
            "--fields",
            metavar="FIELDS",
            help="Only these fields, with commas between; `--fields help` lists them.",
            values="fields",
        ),
    ] = None
    json: Annotated[
        str | None,
        result_option(
            "--json", metavar="FIELDS", help="The same as -o json --fields FIELDS; `--json all`.", values="fields"
        ),
    ] = None
    output: Annotated[
        str | None,
        result_option(
            "--output",
            "-o",
            metavar="FORMAT|FILE",
            help=f"{FORMATS_HERE}; or a file, whose suffix says the format: out.csv; - is standard output.",
            values="formats",
        ),
    ] = None
    to: Annotated[
        str | None,
        result_option(
            "--to", metavar="FORMAT", help="The format of a file whose suffix does not say it.", values="file_formats"
        ),
    ] = None
    template: Annotated[
        str | None,
        result_option(
            "--template",
            metavar="TEMPLATE",
            help="A row as you word it, fields in braces: '{date} {title:.40}'; \\t and \\n, {{ for a brace.",
        ),
    ] = None
    null: Annotated[
        bool, result_option("--null", "-0", help="End rows of tsv, or of --template, with NUL: for xargs -0.")
    ] = False
    excel: Annotated[
        bool, result_option("--excel", help="Of csv, with the mark by which Excel knows that it is UTF-8.")
    ] = False
    force: Annotated[bool, result_option("--force", help="Overwrite the file.")] = False
    color: Annotated[
        str | None,
        result_option(
            "--color", metavar="WHEN", help="auto, always or never; before NO_COLOR and FORCE_COLOR.", values="colours"
        ),
    ] = None
    no_color: Annotated[bool, typer.Option("--no-color", hidden=True, help="The same as --color never.")] = False
    no_pager: Annotated[bool, result_option("--no-pager", help="Never through a pager.")] = False

    def __post_init__(self) -> None:
        """Refuse what is given and says nothing, as a variable of a shell does that is not set."""
        for name, what in {"fields": "a field", "json": "a field", "output": "a format or a file"}.items():
            if getattr(self, name) == "":
                raise UsageError(name, None, "an empty word", f"name {what}")

    @property
    def is_asked(self) -> bool:
        """Whether a form is asked for, so that nothing is worth writing, too."""
        return bool(self.output or self.json or self.fields or self.template)


class Cited(Struct, frozen=True):
    """Whether people get the sources alone."""

    cite: Annotated[
        bool,
        result_option("--cite", help="The sources alone, each once, a line each: publisher, title, date, address."),
    ] = False


class Look(Cited, frozen=True):
    """How events are drawn for people."""

    long: Annotated[bool, result_option("--long", help="In a table, the summary under each title.")] = False
    numbered: Annotated[bool, result_option("--numbered", help="Of docx, with entries numbered as courts ask.")] = False
    datasette: Annotated[
        bool, result_option("--datasette", help="Of sqlite, with a metadata.json beside it that Datasette reads.")
    ] = False
    gaps: Annotated[bool, result_option("--gaps", help="Also the days since the event before: a column `gap`.")] = False
    lanes: Annotated[
        str | None,
        result_option(
            "--lanes",
            metavar="FACET",
            help=(
                "With -o timeline, parallel lanes by type, tag, actor or proposition: those asked for, else the eight "
                "fullest and others."
            ),
            values="lanes",
        ),
    ] = None

    def __post_init__(self) -> None:
        """Refuse lanes that there are none of."""
        if self.lanes is not None:
            one_of("lanes", self.lanes, LANES)


class Ordered(Struct, frozen=True):
    """In which order the rows of the result stand."""

    order: Annotated[
        str | None,
        result_option(
            "--sort",
            metavar="FIELD",
            help="By a field, rows without one last; a search sorts the best N of --limit (`--fields help`).",
            values="sort_fields",
        ),
    ] = None
    reverse: Annotated[bool, result_option("--reverse", "-r", help="In reverse order.")] = False


class Rows(Ordered, frozen=True):
    """How many rows of the result, in which order."""

    limit: Annotated[
        int | None, result_option("--limit", "-n", metavar="N", help="The first N only; -r -n 5 is the latest five.")
    ] = None
