"""Is a person at hand told from a topic?"""

from __future__ import annotations

import pytest

from detectors.made_ground import GROUND
from staffroom.detectors.checker import check
from staffroom.detectors.detector import Ground
from staffroom.detectors.shelf import built_in
from staffroom.records.drafts import Draft
from staffroom.records.findings import Strength
from staffroom.records.school_words import SchoolWords

pytestmark = pytest.mark.clause("CON-2")

CONFIDENTIAL = built_in("confidential")
TOPICS = {
    "safeguarding": "self harm",
    "special-needs": "an EHCP",
    "health": "epilepsy",
    "behaviour": "an exclusion",
}


def kinds_in(text: str, ground: Ground = GROUND) -> set[str]:
    return {finding.kind for finding in check(Draft(text), ground, [CONFIDENTIAL]).findings}


@pytest.mark.parametrize(("kind", "topic"), TOPICS.items(), ids=TOPICS)
def test_a_topic_is_confidential_with_a_child_of_ones_own_class_and_not_without(kind, topic):
    assert kind in kinds_in(f"A boy in my class: {topic}")
    assert kinds_in(f"An article on {topic}") == set()
    assert kinds_in(f"Training today on {topic}") == set()


@pytest.mark.parametrize("topic", TOPICS.values(), ids=TOPICS)
def test_ones_own_family_is_ones_own_to_speak_of(topic):
    assert kinds_in(f"My son has {topic}") == set()


def test_a_picture_of_the_schools_own_system_is_known_by_the_schools_own_word_for_it():
    assert kinds_in("screenshot of LarkNet") == {"school-system"}
    assert kinds_in("screenshot of LarkNet", Ground()) == set()


def test_a_code_word_is_confidential_by_itself():
    ground = Ground(SchoolWords(code_words=("Blue Kettle",)))
    assert kinds_in("what is #BlueKettle", ground) == {"code-word"}
    assert kinds_in("a blue mug and a kettle", ground) == set()


def test_every_kind_is_a_duty_and_says_what_to_do():
    for kind in CONFIDENTIAL.kinds.values():
        assert (kind.clause, kind.strength) == ("CON-2", Strength.MUST)
        assert kind.way_out
        assert kind.tells
