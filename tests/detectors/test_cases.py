"""Does each detector notice what it is to notice, and leave the rest alone?"""

from __future__ import annotations

from collections import Counter

import pytest

from detectors.cases import Case, all_cases
from detectors.made_ground import GROUND
from staffroom.detectors.checker import check
from staffroom.detectors.shelf import BUILT_IN, all_detectors, built_in
from staffroom.records.findings import Finding

CASES = all_cases()
LEAST_PRECISION, LEAST_RECALL = 0.95, 0.90


def found_in(case: Case) -> tuple[Finding, ...]:
    detector = built_in(case.detector.replace("-", "_"))
    return check(case.draft, GROUND, [detector]).findings


def is_right(case: Case) -> bool:
    """Say whether a case comes out as it is to: the kind with the words, or nothing."""
    found = found_in(case)
    if not case.kind:
        return not found
    marked = {word for finding in found if finding.kind == case.kind for word in finding.words}
    return bool(marked) and set(case.words) <= marked


@pytest.mark.parametrize(
    "case", [case for case in CASES if not case.is_held_back], ids=lambda case: case.text
)
def test_a_case_comes_out_as_its_table_says(case):
    assert is_right(case) != bool(case.missed), found_in(case)


@pytest.mark.parametrize("name", BUILT_IN)
def test_on_the_cases_held_back_a_detector_is_seldom_wrong_and_misses_little(name):
    held_back = [case for case in CASES if case.is_held_back and case.detector == name.replace("_", "-")]
    outcomes = Counter((bool(case.kind), bool(found_in(case))) for case in held_back)
    found = outcomes[True, True]
    assert found, "There are no cases to measure."
    assert found / (found + outcomes[False, True]) >= LEAST_PRECISION, outcomes
    assert found / (found + outcomes[True, False]) >= LEAST_RECALL, outcomes


@pytest.mark.parametrize("name", BUILT_IN)
def test_every_kind_has_cases_and_half_of_all_cases_are_to_be_left_alone(name):
    detector = built_in(name)
    cases = [case for case in CASES if case.detector == detector.name]
    assert {case.kind for case in cases if case.kind} == set(detector.kinds)
    assert sum(not case.kind for case in cases) >= 0.4 * len(cases)


def test_no_text_stands_in_a_table_twice():
    assert [
        key for key, number in Counter((case.detector, case.text) for case in CASES).items() if number > 1
    ] == []


def test_every_table_is_of_a_detector_and_the_names_agree():
    assert {case.detector for case in CASES} == {detector.name for detector in all_detectors()}
    assert [detector.name.replace("-", "_") for detector in all_detectors()] == list(BUILT_IN)
