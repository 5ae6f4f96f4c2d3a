"""Is speech that the law may protect helped on, and never discouraged?"""

from __future__ import annotations

import re

import pytest

from detectors.made_ground import GROUND
from staffroom.detectors.checker import check
from staffroom.detectors.shelf import all_detectors, built_in
from staffroom.records.drafts import Draft
from staffroom.records.findings import Strength

pytestmark = pytest.mark.clause("CON-1")

KINDS = built_in("protected_speech").kinds
HOT = "I'm on strike tomorrow, absolutely fuming, what an utter shambles"
WARNINGS = re.compile(
    r"\b(careful|caution|think twice|risk|warn|avoid|regret|consequence|disciplin|delete|take it out|"
    r"leave it out|do not|don't|never|should|must|before you)",
    re.IGNORECASE,
)
HEATED = {"BYP-3", "CON-15", "CON-16", "CON-17"}  # heat, and damage to a name


@pytest.mark.parametrize("name", KINDS)
def test_no_sentence_warns_or_discourages(name):
    kind = KINDS[name]
    assert WARNINGS.search(f"{kind.why} {kind.way_out}") is None
    assert "law" in kind.why


@pytest.mark.parametrize("name", KINDS)
def test_where_advice_is_had_is_said_by_name(name):
    assert "ACAS" in KINDS[name].way_out
    assert "union" in KINDS[name].way_out


def test_a_whistleblower_is_told_of_protect_and_of_the_schools_own_policy():
    for name in ("whistleblowing", "health-and-safety"):
        assert "Protect" in KINDS[name].way_out
        assert "the school's whistleblowing policy" in KINDS[name].way_out


@pytest.mark.parametrize("name", KINDS)
def test_it_is_advice_only_and_is_held_up_to_no_audience(name):
    assert (KINDS[name].strength, KINDS[name].matters_to) == (Strength.ADVISED, frozenset())
    assert KINDS[name].protects


def test_anger_in_protected_speech_is_led_to_advice_and_not_to_silence():
    findings = {finding.detector: finding for finding in check(Draft(HOT), GROUND).findings}
    assert set(findings) >= {"protected-speech", "heat-of-the-moment"}
    heat = findings["heat-of-the-moment"]
    assert "need not take this out" in heat.way_out
    assert "union rep" in heat.way_out
    assert WARNINGS.search(heat.way_out) is None


def test_the_same_anger_about_anything_else_waits_until_tomorrow():
    (heat,) = check(Draft(HOT.replace("I'm on strike tomorrow", "Meeting tomorrow")), GROUND).findings
    assert heat.way_out.startswith("Wait until tomorrow")


def test_every_kind_of_heat_or_damage_has_a_way_out_for_protected_speech():
    kinds = [kind for detector in all_detectors() for kind in detector.kinds.values()]
    assert [kind for kind in kinds if kind.clause in HEATED and not kind.if_protected] == []
