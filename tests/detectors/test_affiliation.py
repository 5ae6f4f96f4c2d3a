"""Is the author noticed as working for the school, and nobody else?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detectors.made_ground import GROUND, WORDS
from staffroom.detectors.checker import check
from staffroom.detectors.detector import Ground
from staffroom.detectors.shelf import built_in
from staffroom.policy.template import load_template
from staffroom.records.drafts import Draft
from staffroom.records.findings import Strength
from staffroom.records.school_words import SchoolWords

pytestmark = pytest.mark.clause("CON-4")

AFFILIATION = built_in("affiliation")
TELLING = "I teach at Larkfield, mail j.maple@larkfield.example, #TeamLarkfield"


def kinds_in(text: str, ground: Ground = GROUND, *, for_school: bool = False) -> set[str]:
    draft = Draft(text, for_school=for_school)
    return {finding.kind for finding in check(draft, ground, [AFFILIATION]).findings}


def test_a_post_for_a_school_purpose_may_name_the_school():
    assert kinds_in(TELLING) == {"works-there", "contact", "hashtag"}
    assert kinds_in(TELLING, for_school=True) == set()


def test_a_school_that_has_named_no_words_is_known_by_none():
    assert kinds_in(TELLING, Ground()) == set()


def test_every_kind_says_that_it_is_advice_and_not_an_order():
    clause = load_template().clause("CON-4")
    assert clause.force.value == "advises-against"
    for kind in AFFILIATION.kinds.values():
        assert kind.strength is Strength.ADVISED
        assert "advice, not an order" in kind.why


@pytest.mark.parametrize("field", ["names", "short_names", "hashtags", "uniform", "domains"])
def test_each_list_of_the_schools_words_is_looked_for(field):
    word = getattr(WORDS, field)[0]
    ground = Ground(SchoolWords(**{field: (word,)}))
    assert kinds_in(f"I work here, in my class: {word}", ground) != set()


def test_a_whole_address_is_marked():
    (finding,) = check(Draft("write to me: ada.wood@larkfield.example"), GROUND, [AFFILIATION]).findings
    assert finding.words == ("ada.wood@larkfield.example",)


@pytest.mark.parametrize("spelling", ["LARKFIELD", "larkfield", "Larkfield's", "L\u200barkfield"])
def test_a_name_is_known_however_it_is_spelt(spelling):
    assert kinds_in(f"I work at {spelling}") == {"works-there"}


@given(st.text(max_size=80))
def test_no_text_without_a_word_of_the_school_is_noticed(text):
    known = ("lark", "lps", "mill", "aldermere", "zz9", "blazer")
    if not any(word in text.casefold() for word in known):
        assert kinds_in(f"I teach Year 4. {text}") == set()
