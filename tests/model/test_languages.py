"""What is a language tag, and which tags a range means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations_cli.model.languages import in_range, in_usual_case, is_language


@pytest.mark.parametrize(
    "tag",
    [
        "ru", "ko", "en", "KO", "und", "mul", "zxx", "kok", "zh-Hans", "zh-hans-cn", "pt-BR", "es-419", "sr-Latn-RS",
        "zh-cmn-Hans-CN", "zh-yue", "de-CH-1901", "sl-rozaj-biske", "hy-Latn-IT-arevela", "de-DE-u-co-phonebk",
        "en-a-bbb-x-a-ccc", "x-own", "x-a-b", "de-x-home", "i-klingon", "en-GB-oed", "ru-Cyrl", "ko-KP",
    ],
)  # fmt: skip
def test_a_well_formed_tag_is_one(tag: str) -> None:
    assert is_language(tag)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "r", "Russian", "korean", "русский", "ru ", " ru", "ru\n", "ru_RU", "zh-", "-zh", "zh--Hans", "*",
        "zh-*", "en-", "en,ru", "ru/ko", "x", "x-", "i-nobody", "de-DE-DE", "de-419-DE", "a-DE", "en-u", "en-x", "rü",
        "ｒｕ", "en-toolongpart", "1234", "12",
    ],
)  # fmt: skip
def test_what_is_none(text: str) -> None:
    assert not is_language(text)


@pytest.mark.parametrize(
    ("wanted", "meant", "others"),
    [
        ("zh", ["zh", "zh-Hans", "ZH-tw", "zh-Hant-HK"], ["zha", "en", "x-zh", ""]),
        ("zh-Hans", ["zh-Hans", "zh-hans-CN"], ["zh", "zh-Hant", "zh-Hansx", "zh-cmn-Hans"]),
        ("KO", ["ko", "ko-KP"], ["kok"]),
        ("*", ["ru", "zh-Hans", "und"], []),
    ],
)
def test_a_range_means_the_tags_that_begin_with_its_parts(wanted: str, meant: list[str], others: list[str]) -> None:
    assert [one for one in (*meant, *others) if in_range(one, wanted)] == meant


@pytest.mark.parametrize(
    ("tag", "usual"),
    [
        ("RU", "ru"), ("ko-kp", "ko-KP"), ("ZH-HANS-cn", "zh-Hans-CN"), ("es-419", "es-419"),
        ("EN-gb-OED", "en-GB-oed"), ("DE-de-U-CO-PHONEBK", "de-DE-u-co-phonebk"), ("X-AB-CDEF", "x-ab-cdef"),
        ("mn-cyrl-mn-x-AB", "mn-Cyrl-MN-x-ab"), ("I-KLINGON", "i-klingon"), ("De-ch-1901", "de-CH-1901"),
        ("Russian", "Russian"), ("RU_ru", "RU_ru"), ("", ""),
    ],
)  # fmt: skip
def test_a_tag_has_a_usual_case_and_what_is_none_stays(tag: str, usual: str) -> None:
    assert in_usual_case(tag) == usual
    assert in_usual_case(usual) == usual


tags = st.from_regex(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", fullmatch=True)


@given(tags)
def test_every_tag_is_in_its_own_range_and_in_those_of_its_beginnings_in_any_case(tag: str) -> None:
    parts = tag.split("-")

    assert is_language(tag)
    for n in range(1, len(parts) + 1):
        assert in_range(tag.swapcase(), "-".join(parts[:n]))
    assert in_range(tag, "*")


@given(tags, tags)
def test_a_range_and_a_tag_that_mean_each_other_are_one(one: str, other: str) -> None:
    assert (in_range(one, other) and in_range(other, one)) == (one.casefold() == other.casefold())
