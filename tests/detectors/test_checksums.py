"""Do the check digits that numbers must have find a digit that is wrong?"""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from staffroom.detectors.checksums import (
    UPN_LETTERS,
    has_iban_digits,
    has_luhn_digit,
    has_nhs_digit,
    has_upn_letter,
)

DIGITS = "0123456789"
PUBLISHED_TEST_CARDS = ("4111111111111111", "5555555555554444", "378282246310005", "6011111111111117")


def digits(count: int) -> st.SearchStrategy[str]:
    return st.text(DIGITS, min_size=count, max_size=count)


@pytest.mark.parametrize("card", PUBLISHED_TEST_CARDS)
def test_the_test_numbers_that_card_companies_publish_are_right(card):
    assert has_luhn_digit(card)


@given(digits(15), st.integers(0, 15), st.sampled_from(DIGITS))
def test_of_a_card_any_one_digit_changed_is_found(body, place, digit):
    card = next(body + last for last in DIGITS if has_luhn_digit(body + last))
    assume(card[place] != digit)
    assert not has_luhn_digit(card[:place] + digit + card[place + 1 :])


@given(digits(9))
def test_of_nine_digits_at_most_one_tenth_makes_an_nhs_number(body):
    assert sum(has_nhs_digit(body + last) for last in DIGITS) <= 1


@given(digits(9), st.integers(0, 8))
def test_two_neighbours_exchanged_are_found_in_an_nhs_number(body, place):
    right = [body + last for last in DIGITS if has_nhs_digit(body + last)]
    for number in right:
        exchanged = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
        assert exchanged == number or not has_nhs_digit(exchanged)


@given(digits(11), st.sampled_from(DIGITS + UPN_LETTERS))
def test_exactly_one_letter_is_right_for_a_pupil_number(body, last):
    assert sum(has_upn_letter(letter + body + last) for letter in UPN_LETTERS) == 1


def test_a_pupil_number_worked_out_by_hand_is_right():
    # 8 0 1 2 0 0 0 0 1 0 0 1 with the weights 2 to 13: 16 + 4 + 10 + 10 + 13 = 53, less 46 is 7: H
    assert has_upn_letter("H801200001001")
    assert not has_upn_letter("J801200001001")


def test_the_example_of_the_iban_registry_is_right_and_one_digit_more_is_not():
    assert has_iban_digits("GB29NWBK60161331926819")
    assert not has_iban_digits("GB29NWBK60161331926820")


@given(st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=4, max_size=4), digits(14))
def test_exactly_one_pair_of_check_digits_from_02_to_98_is_right_for_an_iban(bank, account):
    right = [number for number in range(2, 99) if has_iban_digits(f"GB{number:02d}{bank}{account}")]
    assert len(right) == 1
