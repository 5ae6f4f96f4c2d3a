"""Does the checker ask every detector, put the strongest first, and bear one that fails?"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

import pytest

from staffroom.detectors.checker import check
from staffroom.detectors.detector import Detector, Ground
from staffroom.detectors.plain_text import PlainText
from staffroom.detectors.shelf import all_detectors
from staffroom.policy.template import load_template
from staffroom.records.drafts import Draft
from staffroom.records.findings import Kind, Notice, Span, Strength
from staffroom.records.school_words import SchoolWords, Strictness

pytestmark = pytest.mark.clause("CON-3", "BYP-1")

STRENGTHS = {
    "must": Strength.MUST,
    "must-not": Strength.MUST,
    "should": Strength.SHOULD,
    "should-not": Strength.SHOULD,
}


class Word:
    """A detector of the tests' own: of the first word."""

    def __init__(self, strength: Strength = Strength.MUST, *, sure: bool = True, fails: bool = False) -> None:
        self.name, self.title, self.sure, self.fails = "word", "The first word", sure, fails
        self.kinds = MappingProxyType({"word": Kind("CON-3", strength, "Why.", "Way out.")})

    def notice(self, text: PlainText, draft: Draft, ground: Ground) -> Iterator[Notice]:
        if self.fails:
            raise ValueError
        for word in text.words[:1]:
            yield Notice("word", (Span(word.start, word.end),), self.sure)


def test_the_strongest_findings_come_first():
    detectors: list[Detector] = [Word(Strength.ADVISED), Word(Strength.MUST), Word(Strength.SHOULD)]
    strengths = [finding.strength for finding in check(Draft("one"), detectors=detectors).findings]
    assert strengths == [Strength.MUST, Strength.SHOULD, Strength.ADVISED]


def test_a_detector_that_fails_is_said_and_silences_no_other():
    checked = check(Draft("one"), detectors=[Word(fails=True), Word()])
    assert checked.problems == ("The first word could not be looked for.",)
    assert [finding.words for finding in checked.findings] == [("one",)]


def test_what_is_not_sure_is_shown_where_the_school_is_strict():
    strict = Ground(SchoolWords(strictness={"word": Strictness.STRICT}))
    assert check(Draft("one"), detectors=[Word(sure=False)]).findings == ()
    assert len(check(Draft("one"), strict, [Word(sure=False)]).findings) == 1


KINDS = [
    (detector.name, name, kind)
    for detector in all_detectors()
    for name, kind in detector.kinds.items()
    if not kind.protects
]


@pytest.mark.parametrize("detector", all_detectors(), ids=lambda one: one.name)
def test_a_kind_speaks_as_strongly_as_its_clause(detector):
    for kind in detector.kinds.values():
        force = load_template().clause(kind.clause).force.value
        assert kind.protects or kind.strength is STRENGTHS.get(force, Strength.ADVISED)


@pytest.mark.parametrize(("detector", "name", "kind"), KINDS, ids=lambda one: one if type(one) is str else "")
def test_a_kind_says_why_and_what_to_do_in_a_sentence_or_two(detector, name, kind):
    for said in (kind.why, kind.way_out):
        assert said[0].isupper()
        assert said.endswith(".")
        assert len(said) <= 200
