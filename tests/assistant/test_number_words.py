"""Numbers that English spells out are read in digits, and the text stays as long."""

from __future__ import annotations

import pytest

from assistant.number_words import with_digits


@pytest.mark.parametrize(
    ("said", "digits"),
    [
        ("five thousand toilets", "5,000 toilets"),
        ("their hundred and twenty proposals", "their 120 proposals"),
        ("two hundred and fifty thousand yuan", "250,000 yuan"),
        ("three thousand five hundred people", "3,500 people"),
        ("one hundred million", "100 million"),
        ("the top hundred counties", "the top hundred counties"),
        ("several hundred people", "several hundred people"),
    ],
)
def test_large_numbers_are_put_in_digits(said: str, digits: str) -> None:
    read = with_digits(said)
    assert " ".join(read.split()) == digits
    assert len(read) == len(said)


def test_a_year_in_words_has_no_comma_and_hundreds_are_not_cut() -> None:
    assert with_digits("in two thousand and twenty-five").split() == ["in", "2025"]
    assert with_digits("five thousand and two hundred").split() == ["5,000", "and", "200"]
