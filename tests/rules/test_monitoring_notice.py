"""Does the notice say what is so, and another thing as soon as that changes?"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staffroom.rules import thresholds
from staffroom.rules.monitoring_notice import NoticeFacts, digest, write_notice

pytestmark = pytest.mark.clause("MON-1")

FACTS = NoticeFacts(
    school="Holly Bank School",
    is_on=True,
    why="To know how far it goes on.\n\nNothing else.",
    contact="the data protection officer, in room 12",
    services=312,
    kinds_of_log=("Squid, native", "BIND query log"),
    keep_days=90,
    smallest_cohort=5,
    answer_days=14,
    publish_after_days=7,
)


def text_of(facts):
    return "\n".join("\n".join((one.title, *one.words, *one.points)) for one in write_notice(facts))


def test_it_says_what_for_how_long_and_who():
    text = text_of(FACTS)
    for words in (
        "312 social networking services",
        "after 90 days",
        "within 14 days",
        "Squid, native",
        "room 12",
    ):
        assert words in text
    assert "Who may see what" in text


def test_every_threshold_of_the_judgement_is_in_it():
    text = text_of(FACTS)
    assert all(one.value in text and one.meaning in text for one in thresholds.published())


def test_while_it_is_off_it_says_so_first():
    assert "At present nothing is recorded" in text_of(replace(FACTS, is_on=False))
    assert "At present nothing is recorded" not in text_of(FACTS)


CHANGES = [
    ("keep_days", 30),
    ("smallest_cohort", 8),
    ("answer_days", 10),
    ("publish_after_days", 3),
    ("services", 313),
    ("kinds_of_log", ()),
    ("is_on", False),
    ("why", "Another reason."),
    ("contact", ""),
    ("school", "Oak Bank School"),
]


@pytest.mark.parametrize(("name", "value"), CHANGES)
def test_each_fact_changes_the_notice(name, value):
    assert digest(write_notice(replace(FACTS, **{name: value}))) != digest(write_notice(FACTS))


def test_another_threshold_is_another_notice(monkeypatch):
    before = digest(write_notice(FACTS))
    harder = {card: one._replace(enough=one.enough + 1) for card, one in thresholds.CARDS.items()}
    monkeypatch.setattr(thresholds, "CARDS", harder)
    assert digest(write_notice(FACTS)) != before


@given(days=st.integers(1, 400))
def test_equal_facts_have_equal_digests(days):
    facts = replace(FACTS, keep_days=days)
    assert digest(write_notice(facts)) == digest(write_notice(replace(facts)))
