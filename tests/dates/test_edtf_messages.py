"""What is said of a text that is no EDTF: each reason and each hint, to the letter."""

import pytest

from program import named
from relations_cli.dates import parse_edtf
from relations_cli.errors import DateError

SAID = {
    ("EDTF is plain ASCII", "write YYYY, YYYY-MM or YYYY-MM-DD"): ["2022\n", "é2022", "２０２２"],
    ("EDTF has no spaces", "write YYYY, YYYY-MM or YYYY-MM-DD"): [" 2022", "2022 ", "20 22", "[2022..2023..20 24]"],
    ("one sign is enough", "write % for uncertain and approximate"): ["2022??", "2022?~", "%~2022"],
    ("an open end has no qualifier", "write .."): ["..?/2022", "2022/~..", "2022/..%"],
    ("a set is open before its first or behind its last date only", "write [..1667,1668]"): [
        "[2022,..?]",
        "[2022..,2023]",
        "[2022,..2023]",
        "[2020,2021..,2022]",
    ],
    ("a date is missing", "write YYYY, YYYY-MM or YYYY-MM-DD"): ["[,2022]", "[2022,]", "[]", ""],
    ("a set needs dates", "write [1667,1668] or [1667..]"): ["[..]"],
    ("EDTF writes a range with a slash, and with dots in a set only", "write 2022/2024"): ["2022..2024", "2022../"],
    ("no such time", "write YYYY-MM-DDThh:mm or hh:mm:ss, with Z or +hh:mm behind it if need be"): [
        "T",
        "1985-04-12T10",
    ],
    ("there is no such time of day as 24:00", "write T00:00 of the next day"): ["1985-04-12T24:00:00"],
    ("a year has no plus", "write YYYY, or Y and more digits"): ["+2022", "+"],
    ("EDTF has no weeks", "write an interval of days"): ["2024-W23", "2024W23", "W", "2022-W"],
    ("EDTF has no durations", "write an interval"): ["P1Y", "P"],
    ("an unknown digit is a capital X", "write 198X"): ["198u", "199x", "uuuu"],
    ("write an unknown end as nothing and an open one as ..", ""): [
        "open",
        "open/2022",
        "unknown",
        "unknown/2022",
        "2022/unknown",
    ],
    ("a year has four digits", "write YYYY"): ["19", "-1", "199", "-199", "2022-06/07"],
    ("write YYYY-MM-DD", ""): ["20240601", "-20240601"],
    ("a year of more than four digits starts with Y", "write Y and the digits"): ["12345", "-12345", "123456789"],
    ("months and days have two digits", "write YYYY, YYYY-MM or YYYY-MM-DD"): [
        "2022-6",
        "2022-06-1",
        "--2022",
        "2022-",
    ],
    ("this is no EDTF", "write YYYY, YYYY-MM or YYYY-MM-DD"): ["banana", "2022!", "[2022;2023]", "[2022/2023]"],
    ("a time needs one plain day before it", "write YYYY-MM-DDThh:mm"): [
        "1985-04T10:00:00",
        "1985-04-XXT10:00:00",
        "1985-04-12?T10:00:00",
    ],
    ("a year with Y or S has no months", "write the year alone"): ["Y12345-06", "2022S2-06", "1950S2-06-01"],
    ("S and X both say which digits are sure", "write one of them"): ["195XS2"],
    ("there is no year -0000", "0000 is 1 BC, -0001 is 2 BC"): ["-0000", "-0000-01"],
    ("a year has at most 18 digits", ""): ["Y1234567890123456789", "Y1E18"],
    ("Y is for years of more than four digits", "write YYYY"): ["Y02022", "Y2022", "Y1E3", "Y-0E9", "Y9E3"],
    ("the year has 4 digits", "write S1 to S4"): ["1950S0", "1950S5", "1950S02", "1950S100"],
    ("the year has 5 digits", "write S1 to S5"): ["Y12345S6", "Y-12345S06"],
    ("there is no month 13", "write YYYY, YYYY-MM or YYYY-MM-DD"): ["2022-13"],
    ("there is no month 00", "write YYYY, YYYY-MM or YYYY-MM-DD"): ["2022-00"],
    ("there is no month 20", "write YYYY, YYYY-MM or YYYY-MM-DD"): ["2001-20"],
    ("there is no month 42", "write YYYY, YYYY-MM or YYYY-MM-DD"): ["2001-42"],
    ("there is no month 2X", "write YYYY, YYYY-MM or YYYY-MM-DD"): ["2001-2X"],
    ("there is no month 9X", "write YYYY, YYYY-MM or YYYY-MM-DD"): ["XXXX-9X"],
    ("there is no day 02-3X in 1985", "correct the day"): ["1985-02-3X"],
    ("there is no day 02-30 in XXXX", "correct the day"): ["XXXX-02-30"],
    ("there is no day 02-29 in 1X01", "correct the day"): ["1X01-02-29"],
    ("there is no day 04-00 in 1985", "correct the day"): ["1985-04-00"],
    ("there is no month 21", "write YYYY, YYYY-MM or YYYY-MM-DD"): ["2001-21-01"],
    ("there is no day 02-29 in 2023", "correct the day"): ["2023-02-29"],
    ("there is no day 02-30 in -0001", "correct the day"): ["-0001-02-30"],
    ("an interval has one slash", "write YYYY-MM-DD/YYYY-MM-DD"): ["2022/2023/2024", "2022//"],
    ("one end of an interval needs a date", "write 2022/.. or ../2022"): ["../..", "/", "/..", "../"],
    ("'2022' ends before '2024' starts", "swap them"): ["2024/2022"],
    ("'2004-05-31' ends before '2004-06' starts", "swap them"): ["2004-06/2004-05-31"],
    ("EDTF has no time of day in sets", "write the days"): ["[1985-04-12T10:00:00]", "[2022..2023T]"],
    ("'1985-04-12T09:59' ends before '1985-04-12T10:00' starts", "swap them"): ["1985-04-12T10:00/1985-04-12T09:59"],
    ("[ is not closed", "write ] at the end"): ["[2022", "[2022}", "["],
    ("{ is not closed", "write } at the end"): ["{2022]", "{2022", "{"],
    ("'2021' ends before '2022' starts", "swap them"): ["[2022..2021]"],
    ("'2022-04-30' ends before '2022-05' starts", "swap them"): ["{2022-05..2022-04-30}"],
    ("'2022-01-01' ends before '2022-01-02' starts", "swap them"): ["2022-01-02/2022-01-01"],
}
"""By reason and hint, the texts."""


@pytest.mark.parametrize(
    ("text", "reason", "hint"), [(text, *why) for why, texts in SAID.items() for text in texts], ids=named
)
def test_a_text_that_is_no_edtf_is_told_why_and_what_to_write(text: str, reason: str, hint: str) -> None:
    with pytest.raises(DateError) as raised:
        parse_edtf(text)

    assert (raised.value.value, raised.value.reason, raised.value.hint) == (text, reason, hint)


@pytest.mark.parametrize("length", [201, 202, 1000])
def test_a_text_of_more_than_200_characters_is_told_its_length(length: int) -> None:
    with pytest.raises(DateError) as raised:
        parse_edtf("2" * length)

    assert (raised.value.reason, raised.value.hint) == (f"{length} characters are no date", "200 is the most")


def test_the_longest_text_that_is_looked_at_has_200_characters() -> None:
    text = "[" + "2022," * 38 + "2022-06~]"

    assert len(text) == 200
    assert parse_edtf(text).text == text
