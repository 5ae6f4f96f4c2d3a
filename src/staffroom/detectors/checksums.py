"""Does a number carry the check digit that its kind must have?"""

from __future__ import annotations

UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"  # without I, O and S; the place of a letter is its remainder
_MODULUS_NHS = 11
_MODULUS_IBAN = 97
_MODULUS_UPN = 23
_HIGHEST_DIGIT = 9


def has_luhn_digit(digits: str) -> bool:
    """Say whether the last digit is the check digit that ISO/IEC 7812 (Luhn) asks for."""
    total = 0
    for place, digit in enumerate(map(int, reversed(digits))):
        doubled = digit * 2 if place % 2 else digit
        total += doubled - 9 if doubled > _HIGHEST_DIGIT else doubled
    return total % 10 == 0


def has_nhs_digit(digits: str) -> bool:
    """Say whether the tenth of ten digits is the check digit of an NHS number (modulus 11)."""
    weighted = sum(int(digit) * (10 - place) for place, digit in enumerate(digits[:9]))
    return (_MODULUS_NHS - weighted % _MODULUS_NHS) % _MODULUS_NHS == int(digits[9])


def has_upn_letter(upn: str) -> bool:
    """Say whether a unique pupil number of 13 characters begins with its check letter.

    The last character may be a letter, as in temporary numbers; it then counts by its place in the alphabet
    of check letters.
    """
    weighted = sum(_upn_value(character) * place for place, character in enumerate(upn[1:], start=2))
    return UPN_LETTERS[weighted % _MODULUS_UPN] == upn[0]


def _upn_value(character: str) -> int:
    return int(character) if character.isdecimal() else UPN_LETTERS.index(character)


def has_iban_digits(iban: str) -> bool:
    """Say whether an IBAN, in capitals and without spaces, has its two check digits (ISO 13616)."""
    turned = iban[4:] + iban[:4]
    return int("".join(str(int(character, 36)) for character in turned)) % _MODULUS_IBAN == 1
