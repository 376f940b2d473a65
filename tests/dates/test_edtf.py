"""EDTF, level by level: what each form means, and what is refused."""

import contextlib
import time

import pytest

from program import named
from relations_cli.dates import Day, parse_edtf
from relations_cli.errors import DateError

# text, lower, upper, precision, qualifier
READ = [
    # Level 0
    ("2022", (2022, 1, 1), (2022, 12, 31), "year", None),
    ("2022-06", (2022, 6, 1), (2022, 6, 30), "month", None),
    ("2022-06-05", (2022, 6, 5), (2022, 6, 5), "day", None),
    ("1985-04-12T23:20", (1985, 4, 12), (1985, 4, 12), "minute", None),
    ("1985-04-12T23:20+09:00", (1985, 4, 12), (1985, 4, 12), "minute", None),
    ("1985-04-12T23:20:30.125Z", (1985, 4, 12), (1985, 4, 12), "second", None),
    ("1985-04-12T23:20/1985-04-13T01:10", (1985, 4, 12), (1985, 4, 13), "interval", None),
    ("1985-04-12T23:20/1985-05", (1985, 4, 12), (1985, 5, 31), "interval", None),
    ("1985-04-12T23:20/..", (1985, 4, 12), None, "interval", None),
    ("1985-04-12T23:20:30-04", (1985, 4, 12), (1985, 4, 12), "second", None),
    ("1985-04-12T00:00:00+14:00", (1985, 4, 12), (1985, 4, 12), "second", None),
    ("-1985-04-12T10:00:00Z", (-1985, 4, 12), (-1985, 4, 12), "second", None),
    ("2008/2008", (2008, 1, 1), (2008, 12, 31), "interval", None),
    ("2004-02-01/2004-02-01", (2004, 2, 1), (2004, 2, 1), "interval", None),
    ("2004-06/2004-06-15", (2004, 6, 1), (2004, 6, 15), "interval", None),
    # Level 1
    ("Y12345", (12345, 1, 1), (12345, 12, 31), "year", None),
    ("2001-22", (2001, 6, 1), (2001, 8, 31), "season", None),
    ("2001-21?", (2001, 3, 1), (2001, 5, 31), "season", "uncertain"),
    ("1984?", (1984, 1, 1), (1984, 12, 31), "year", "uncertain"),
    ("2004-06~", (2004, 6, 1), (2004, 6, 30), "month", "approximate"),
    ("2004-06-11%", (2004, 6, 11), (2004, 6, 11), "day", "approximate+uncertain"),
    ("201X", (2010, 1, 1), (2019, 12, 31), "decade", "unspecified"),
    ("2004-XX", (2004, 1, 1), (2004, 12, 31), "month", "unspecified"),
    ("1985-XX-XX", (1985, 1, 1), (1985, 12, 31), "day", "unspecified"),
    ("201X~", (2010, 1, 1), (2019, 12, 31), "decade", "approximate+unspecified"),
    ("-1985", (-1985, 1, 1), (-1985, 12, 31), "year", None),
    ("-0001-02-28", (-1, 2, 28), (-1, 2, 28), "day", None),
    ("-1985-04-12", (-1985, 4, 12), (-1985, 4, 12), "day", None),
    ("-0100/-0044", (-100, 1, 1), (-44, 12, 31), "interval", None),
    ("1984~/2004-06", (1984, 1, 1), (2004, 6, 30), "interval", "approximate"),
    ("2001-21/2002-23", (2001, 3, 1), (2002, 11, 30), "interval", None),
    ("Y-170000002/Y170000002", (-170000002, 1, 1), (170000002, 12, 31), "interval", None),
    # Level 2
    ("Y17E7", (170000000, 1, 1), (170000000, 12, 31), "year", None),
    ("Y1E5", (100000, 1, 1), (100000, 12, 31), "year", None),
    ("Y171010000S3", (171000000, 1, 1), (171999999, 12, 31), "year", "estimated"),
    ("Y3388E2S3", (338000, 1, 1), (338999, 12, 31), "year", "estimated"),
    ("-1950S2", (-1999, 1, 1), (-1900, 12, 31), "year", "estimated"),
    ("1950S4", (1950, 1, 1), (1950, 12, 31), "year", "estimated"),
    ("2001-25", (2001, 3, 1), (2001, 5, 31), "season", None),
    ("2001-28", (2001, 12, 1), (2002, 2, 28), "season", None),
    ("2001-29", (2001, 9, 1), (2001, 11, 30), "season", None),
    ("2001-30", (2001, 12, 1), (2002, 2, 28), "season", None),
    ("2001-31", (2001, 3, 1), (2001, 5, 31), "season", None),
    ("2001-32", (2001, 6, 1), (2001, 8, 31), "season", None),
    ("2001-36", (2001, 10, 1), (2001, 12, 31), "quarter", None),
    ("2001-38", (2001, 5, 1), (2001, 8, 31), "quadrimester", None),
    ("2001-39", (2001, 9, 1), (2001, 12, 31), "quadrimester", None),
    ("2001-40", (2001, 1, 1), (2001, 6, 30), "semester", None),
    ("[1667,1668,1670..1672]", (1667, 1, 1), (1672, 12, 31), "set", None),
    ("[..1760-12-03]", None, (1760, 12, 3), "set", None),
    ("[1760-01,1760-02,1760-12..]", (1760, 1, 1), None, "set", None),
    ("[1667,1760-12]", (1667, 1, 1), (1760, 12, 31), "set", None),
    ("{..1984}", None, (1984, 12, 31), "set", None),
    ("[1667?,1668~]", (1667, 1, 1), (1668, 12, 31), "set", "approximate+uncertain"),
    ("[2001-21,-0044]", (-44, 1, 1), (2001, 5, 31), "set", None),
    ("2004-06-11%", (2004, 6, 11), (2004, 6, 11), "day", "approximate+uncertain"),
    ("2004-~06-11", (2004, 6, 11), (2004, 6, 11), "day", "approximate"),
    ("~2004-06-11?", (2004, 6, 11), (2004, 6, 11), "day", "approximate+uncertain"),
    ("%2001", (2001, 1, 1), (2001, 12, 31), "year", "approximate+uncertain"),
    ("2001?-21", (2001, 3, 1), (2001, 5, 31), "season", "uncertain"),
    ("156X-12-25", (1560, 12, 25), (1569, 12, 25), "day", "unspecified"),
    ("15XX-12-XX", (1500, 12, 1), (1599, 12, 31), "day", "unspecified"),
    ("1560-XX-25", (1560, 1, 25), (1560, 12, 25), "day", "unspecified"),
    ("1XXX-XX", (1000, 1, 1), (1999, 12, 31), "month", "unspecified"),
    ("1XXX", (1000, 1, 1), (1999, 12, 31), "millennium", "unspecified"),
    ("1984-1X", (1984, 10, 1), (1984, 12, 31), "month", "unspecified"),
    ("1985-0X-31", (1985, 1, 31), (1985, 8, 31), "day", "unspecified"),
    ("156X-02-29", (1560, 2, 29), (1568, 2, 29), "day", "unspecified"),
    ("XXXX-02-29", (0, 2, 29), (9996, 2, 29), "day", "unspecified"),
    ("2001-02-X9", (2001, 2, 9), (2001, 2, 19), "day", "unspecified"),
    ("2000-02-X9", (2000, 2, 9), (2000, 2, 29), "day", "unspecified"),
    ("-198X", (-1989, 1, 1), (-1980, 12, 31), "decade", "unspecified"),
    ("-000X", (-9, 1, 1), (-1, 12, 31), "decade", "unspecified"),
    ("1X85", (1085, 1, 1), (1985, 12, 31), "year", "unspecified"),
    ("201X-24", (2010, 12, 1), (2020, 2, 29), "season", "unspecified"),
    ("2004-06-XX/2004-07-03", (2004, 6, 1), (2004, 7, 3), "interval", "unspecified"),
    ("2004-02-01/2005-02-XX", (2004, 2, 1), (2005, 2, 28), "interval", "unspecified"),
    ("2004-06-~01/2004-06-?20", (2004, 6, 1), (2004, 6, 20), "interval", "approximate+uncertain"),
]

REFUSED = [
    " 2022", "2022 ", "2022\n", "2022\x00", "٢٠٢٢", "２０２２", "2022-０6", "20²2", "\ud800", "2022\u202e",
    "1985-04-31", "2001-00", "2001-20",
    "2001-42", "2001-2X", "1985-02-3X", "XXXX-02-30", "1X01-02-29", "1985-04-00", "2001-21-01",
    "19", "199", "-1", "-0000", "-0000-01", "12345", "-12345", "+2022", "20240601", "2024-153", "2024-W23-1",
    "Y2022", "Y02022", "Y1E3", "Y1E99999999", "Y12345-06", "Y1234X", "Y-0E9", "Y", "YE5", "Y12345E", "y12345", "Y17e7",
    "1950S0", "1950S5", "1950S02", "1950S", "195XS2", "1950S2-06", "S2",
    "1985-04-12T24:00:00", "1985-04-12T10:60:00", "1985-04-12T10:00:60", "1985-04-12T10", "1985-04-12T10:00:00z",
    "1985-04-12t10:00:00", "1985-04-12T10:00:00+24:00", "1985-04-12T10:00:00+04:60", "1985-04-12T10:00:00.",
    "1985-04T10:00:00", "1985-04-XXT10:00:00", "1985-04-12?T10:00:00", "1985-04-12T10:00:00?", "1985-04-12 10:00:00",
    "../..", "/", "/..", "../", "..", "2022//", "2022/2023/2024", "/2022/", "..~/2022", "2022/..?", "2022/?", "?/2022",
    "2022..2024", "2022/unknown", "open/2022", "2024/2022", "2004-06/2004-05-31", "2022-01-02/2022-01-01",
    "2022/2021-24-01", "1985-04-12T10:00/1985-04-12T09:59", "[2022]/2023", "2022-06/07",
    "[", "]", "[]", "{}", "[,]", "[2022,]", "[,2022]", "[2022", "2022]", "[2022}", "[..]", "[2022..2021]",
    "[2022, 2023]",
    "[2022..,2023]", "[2022,..2023]", "[2020,2021..,2022]", "[2022]?", "[[2022]]", "[2022/2023]", "[..2022..]",
    "[2022...2023]", "[1985-04-12T10:00:00]", "[2022-13]", "[2022;2023]",
    "2022??", "2022?~", "2022~?", "?~2022", "2022-?", "2022-06?-", "?", "~", "%", "2022!", "198u", "199x", "2004-uu",
    "unknown", "open", "uuuu", "2022-6", "2022-06-1", "2022-1-01", "2022-06-01-", "-2022-", "2022-", "--2022",
]  # fmt: skip


@pytest.mark.parametrize(("text", "lower", "upper", "precision", "qualifier"), READ)
def test_form_means(text: str, lower: Day | None, upper: Day | None, precision: str, qualifier: str | None) -> None:
    date = parse_edtf(text)

    assert (lower, upper, precision, qualifier, text) == (
        date.lower,
        date.upper,
        date.precision,
        date.qualifier,
        date.text,
    )


@pytest.mark.parametrize("text", REFUSED, ids=named)
def test_what_is_no_edtf_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        parse_edtf(text)


@pytest.mark.parametrize(
    ("text", "lower_kind", "upper_kind"),
    [
        ("2022/2024", "day", "day"),
        ("2022/..", "day", "open"),
        ("../2022", "open", "day"),
        ("2022/", "day", "unknown"),
        ("/2022", "unknown", "day"),
        ("[..2022]", "open", "day"),
        ("{2022..}", "day", "open"),
        ("[..2022,2024..]", "open", "open"),
    ],
)
def test_open_and_unknown_ends_are_told_apart(text: str, lower_kind: str, upper_kind: str) -> None:
    date = parse_edtf(text)

    assert (lower_kind, upper_kind) == (date.lower_kind, date.upper_kind)


@pytest.mark.parametrize(
    ("text", "undated"),
    [
        ("XXXX", True),
        ("XXXX-12-XX", True),
        ("XX22", True),
        ("-XXXX", True),
        ("XXXX/2004", True),
        ("[XXXX,2004]", True),
        ("1XXX", False),
        ("20XX", False),
        ("2004-XX-XX", False),
        ("Y170000002", False),
    ],
)
def test_masked_century_is_undated(text: str, *, undated: bool) -> None:
    assert undated == parse_edtf(text).undated


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2022-13", "'2022-13': there is no month 13; write YYYY, YYYY-MM or YYYY-MM-DD"),
        ("2023-02-29", "'2023-02-29': there is no day 02-29 in 2023; correct the day"),
        ("2004/2003", "'2004/2003': '2003' ends before '2004' starts; swap them"),
        ("1984?~", "'1984?~': one sign is enough; write % for uncertain and approximate"),
        ("\x1b[31m", r"'\x1b[31m': EDTF is plain ASCII; write YYYY, YYYY-MM or YYYY-MM-DD"),
    ],
)
def test_message_names_value_reason_and_remedy(text: str, message: str) -> None:
    with pytest.raises(DateError) as raised:
        parse_edtf(text)

    assert message == str(raised.value)


@pytest.mark.parametrize("text", ["9" * 200, "X" * 200, "[" + "XXXX-02-XX," * 17 + "XXXX]", "?" * 199, "/" * 200])
def test_longest_texts_are_judged_in_no_time(text: str) -> None:
    start = time.perf_counter()
    with contextlib.suppress(DateError):
        parse_edtf(text)

    assert time.perf_counter() - start < 0.2


def test_more_than_200_characters_are_refused_unread() -> None:
    assert parse_edtf("[" + "2022," * 38 + "2022-06~]").precision == "set"

    with pytest.raises(DateError, match="201 characters"):
        parse_edtf("[" + "2022," * 39 + "2022]")
