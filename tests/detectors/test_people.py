"""What is marked where a draft is about pupils, colleagues or contact with pupils?"""

from __future__ import annotations

import pytest

from detectors.made_ground import GROUND, WORDS
from detectors.made_roster import PUPILS
from staffroom.detectors.checker import check
from staffroom.detectors.detector import Ground
from staffroom.detectors.shelf import built_in
from staffroom.records.drafts import Draft
from staffroom.records.findings import Strength


def found_in(text, name, ground=GROUND, for_school=False):
    return check(Draft(text, for_school=for_school), ground, [built_in(name)]).findings


@pytest.mark.clause("CON-2")
@pytest.mark.parametrize("pupil", PUPILS, ids=lambda pupil: pupil.family)
def test_every_pupil_is_found_by_the_whole_name_and_the_policy_says_must(pupil):
    [finding] = found_in(f"So pleased for {pupil.given} {pupil.family} today", "pupils")
    assert (finding.clause, finding.strength) == ("CON-2", Strength.MUST)
    assert finding.words == (f"{pupil.given} {pupil.family}",)


@pytest.mark.clause("CON-2")
@pytest.mark.parametrize("pupil", PUPILS, ids=lambda pupil: pupil.family)
def test_a_first_name_alone_never_counts(pupil):
    for text in (
        f"{pupil.given} is a lovely name",
        f"I saw {pupil.given} in town",
        f"thanks {pupil.given} x",
    ):
        assert found_in(text, "pupils") == ()


def test_initials_count_only_with_a_class_in_which_they_are():
    assert [finding.words for finding in found_in("JM in 6B again", "pupils")] == [("JM",)]
    assert found_in("JM in 1B again", "pupils") == ()


def test_without_a_roster_a_child_can_still_be_singled_out():
    assert found_in("Amelia Hart again", "pupils", Ground(WORDS)) == ()
    assert found_in("the only wheelchair user in Year 5", "pupils", Ground(WORDS))


def test_a_pupil_is_found_in_a_post_for_the_school_too():
    assert found_in("Amelia Hart won!", "pupils", for_school=True)


@pytest.mark.clause("CON-8")
def test_contact_with_pupils_is_what_the_policy_says_should_not_be():
    [finding] = found_in("I follow a few of my students on insta", "contact_with_pupils")
    assert (finding.clause, finding.strength) == ("CON-8", Strength.SHOULD)


def test_the_schools_own_account_may_speak_with_its_pupils():
    assert found_in("Year 11, message us! Students, follow me on insta @x", "contact_with_pupils")
    assert not found_in("Students, follow me on insta @x", "contact_with_pupils", for_school=True)


@pytest.mark.clause("CON-6")
def test_a_complaint_marks_who_is_meant_and_what_is_said():
    [finding] = found_in("Honestly, Miss Nair is hopeless with parents", "colleagues")
    assert (finding.clause, finding.strength) == ("CON-6", Strength.MUST)
    assert finding.words == ("Miss Nair", "hopeless")


def test_a_colleague_without_a_title_is_found_by_the_roster_only():
    assert found_in("priya nair is hopeless", "colleagues")
    assert not found_in("priya nair is hopeless", "colleagues", Ground(WORDS))
