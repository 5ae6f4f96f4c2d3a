"""Does a hostile text make a detector slow, or make it fail?"""

from __future__ import annotations

import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pkgutil import walk_packages

import pytest
from hypothesis import given
from hypothesis import strategies as st

import staffroom.detectors
from detectors.made_ground import GROUND
from staffroom.detectors.checker import LONGEST, TOO_LONG, check
from staffroom.detectors.plain_text import read_plain
from staffroom.records.drafts import Draft
from staffroom.records.findings import Span

PATIENCE = 20  # seconds; a pattern that goes back over what it has read takes hours
BAITS = (
    "a", " ", "1", "-", "a ", "1 ", "aA", "a-", "a.", "1-", "@a", "a@a.", "#", "0 7", "the ", "my ", "is ",
    "code ", "password ", "Mr ", "no ", "not ", "!", "?!", "'", '"', "\n", "a\n", "Year ", "of the ", "AB1 ",
    "\u200b", "\u202e", "а", "🙂", "é", ". ", ", ", "and ", "he said ",
    "Mr Bevan. Useless. ", "add me pupils ", "JM in 6B ", "Amelia Hart ", "#ameliahartameliahart ",
    "the only boy in my class ", "Jayden in my class ", "that mum from 3B ", "Smith Jones al ",
)  # fmt: skip


@contextmanager
def bounded() -> Iterator[None]:
    """End what does not end by itself."""

    def refuse(*_: object) -> None:
        raise AssertionError("It does not end.")

    before = signal.signal(signal.SIGALRM, refuse)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def patterns() -> list[re.Pattern[str]]:
    """Find every regular expression of the detectors, also those in tables."""
    found: set[re.Pattern[str]] = set()

    def gather(value: object, depth: int) -> None:
        if isinstance(value, re.Pattern):
            found.add(value)
        elif depth and isinstance(value, dict):
            for one in value.values():
                gather(one, depth - 1)
        elif depth and isinstance(value, (list, tuple, set, frozenset)):
            for one in value:
                gather(one, depth - 1)

    for module in walk_packages(staffroom.detectors.__path__, "staffroom.detectors."):
        for value in vars(import_module(module.name)).values():
            gather(value, 3)
    return sorted(found, key=lambda pattern: pattern.pattern)


@pytest.mark.parametrize("bait", BAITS)
def test_a_long_text_of_one_thing_is_checked_in_bounded_time(bait):
    with bounded():
        checked = check(Draft((bait * LONGEST)[:LONGEST]), GROUND)
    assert checked.problems == ()


@pytest.mark.parametrize("pattern", patterns(), ids=lambda pattern: pattern.pattern[:60])
def test_no_regular_expression_goes_back_over_what_it_has_read(pattern):
    with bounded():
        for bait in BAITS:
            for end in ("", "\x00", "!x"):
                for _ in pattern.finditer(bait * 5_000 + end):
                    pass


@given(st.text())
def test_any_text_is_checked(text):
    checked = check(Draft(text), GROUND)
    assert checked.problems == ()
    for finding in checked.findings:
        assert finding.words == tuple(text[start:end] for start, end in finding.spans)


def test_of_a_text_too_long_the_beginning_is_checked_and_that_is_said():
    assert TOO_LONG in check(Draft("a " * LONGEST), GROUND).problems


def test_marks_that_nobody_sees_and_look_alikes_do_not_hide_a_word():
    text = read_plain("a p\u200ba\u00adsswоrd and “quotes”")  # the о is Cyrillic
    assert text.plain == 'a password and "quotes"'
    assert text.original(Span(2, 10)) == Span(2, 12)


def test_a_word_of_another_alphabet_stays_what_it_is():
    assert read_plain("Привет").plain == "Привет"


@given(st.text())
def test_every_place_of_the_plain_text_is_a_place_of_the_text(text):
    plain = read_plain(text)
    assert len(plain.plain) == len(plain.lower)
    for word in plain.words:
        start, end = plain.original(Span(word.start, word.end))
        assert 0 <= start < end <= len(text)
