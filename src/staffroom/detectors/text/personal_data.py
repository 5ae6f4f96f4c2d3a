"""Does a draft give away personal data by which a person in the United Kingdom is known, and whose?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from staffroom.detectors.detector import Ground
from staffroom.detectors.identifiers import (
    addresses,
    bank_accounts,
    birth_dates,
    driving_licences,
    email_addresses,
    ibans,
    insurance_numbers,
    nhs_numbers,
    number_plates,
    passports,
    payment_cards,
    phones,
    postcodes,
    pupil_numbers,
)
from staffroom.detectors.identifiers.advice import NEVER_OWN, OWN, all_kinds
from staffroom.detectors.identifiers.identifier import Find, Identifier
from staffroom.detectors.owners import is_own
from staffroom.detectors.plain_text import PlainText
from staffroom.policy.keeping import keeps
from staffroom.records.drafts import Draft
from staffroom.records.findings import Kind, Notice, Span

# In order of how strict their form is: what one has taken, the next leave alone.
# With the fewest digits that it can have, so that most texts are asked little.
_FINDERS: Final[tuple[tuple[str, Find, int], ...]] = (
    ("email", email_addresses.find, 0),
    ("iban", ibans.find, 16),
    ("driving-licence", driving_licences.find, 7),
    ("pupil-number", pupil_numbers.find, 11),
    ("payment-card", payment_cards.find, 13),
    ("insurance-number", insurance_numbers.find, 6),
    ("passport", passports.find, 7),
    ("bank-account", bank_accounts.find, 6),
    ("phone", phones.find, 10),
    ("nhs-number", nhs_numbers.find, 10),
    ("birth-date", birth_dates.find, 2),
    ("number-plate", number_plates.find, 1),
    ("address", addresses.find, 1),
    ("postcode", postcodes.find, 2),
)
_DIGIT = re.compile(r"\d")
_WORTH_A_LOOK = re.compile(r"\d|@| dot |\bat[)\]]")


class PersonalData:
    """Numbers and addresses that belong to one person: the author's own, or somebody else's."""

    name = "personal-data"
    title = "Personal data"
    kinds: Mapping[str, Kind] = MappingProxyType(all_kinds())

    @keeps("CON-2", "SEC-6")
    def notice(self, text: PlainText, draft: Draft, ground: Ground) -> Iterator[Notice]:
        """Give each identifier once, as one kind; those of the school itself are left alone."""
        if not _WORTH_A_LOOK.search(text.lower):
            return
        digits = len(_DIGIT.findall(text.lower))
        schools: frozenset[str] | None = None
        taken: list[Span] = []
        for name, find, least_digits in _FINDERS:
            for found in find(text) if digits >= least_digits else ():
                schools = _schools_own(ground) if schools is None else schools
                if _is_free(found, taken) and _squeezed(text, found) not in schools:
                    taken += found.spans
                    yield _notice(name, found, text)


def _notice(name: str, found: Identifier, text: PlainText) -> Notice:
    is_of_author = name not in NEVER_OWN and is_own(text, Span(found.spans[0].start, found.spans[-1].end))
    return Notice(OWN + name if is_of_author else name, found.spans, found.sure)


def _is_free(found: Identifier, taken: list[Span]) -> bool:
    return not any(one.start < span.end and span.start < one.end for one in taken for span in found.spans)


def _schools_own(ground: Ground) -> frozenset[str]:
    parts = [part for line in ground.words.address for part in (line, *line.split(","))]
    return frozenset(_squeeze(part) for part in (*parts, ground.words.postcode))


def _squeezed(text: PlainText, found: Identifier) -> str:
    return _squeeze(text.lower[found.spans[0].start : found.spans[0].end])


def _squeeze(words: str) -> str:
    return words.lower().replace(" ", "").replace(",", "")


DETECTOR = PersonalData()
