"""Does an import of terms add, change and remove those it should, and the second time none?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rules.made_staff_lists import apply_plan
from staffroom.records.rosters import Held, Roster, Source, TermEntry, TermOnFile
from staffroom.rules.roster_plan import plan_import, plan_terms

ON = date(2026, 9, 14)
AUTUMN = TermEntry(2, "t1", "Autumn", date(2026, 9, 1), date(2026, 12, 18))


def test_a_term_is_added_changed_or_left_alone():
    held = TermOnFile("ref", "t1", "Autumn", date(2026, 9, 1), date(2026, 12, 18))
    assert plan_terms([AUTUMN], []).added == (AUTUMN,)
    assert plan_terms([AUTUMN], [held]).is_empty
    assert plan_terms([AUTUMN], [replace(held, last=date(2026, 12, 17))]).changed == (("ref", AUTUMN),)
    assert plan_terms([], [held]).is_empty


def test_a_term_set_by_hand_with_the_same_days_is_the_same_term():
    by_hand = TermOnFile("ref", "", "Autumn term", date(2026, 9, 1), date(2026, 12, 18))
    assert plan_terms([AUTUMN], [by_hand]).changed == (("ref", AUTUMN),)


def test_a_term_that_the_roster_takes_back_is_removed():
    held = TermOnFile("ref", "t1", "Autumn", date(2026, 9, 1), date(2026, 12, 18))
    assert plan_terms([replace(AUTUMN, is_withdrawn=True)], [held]).removed == ("ref",)


def test_a_term_taken_back_leaves_another_of_the_same_days():
    other = TermOnFile("ref", "t2", "Autumn", date(2026, 9, 1), date(2026, 12, 18))
    assert plan_terms([replace(AUTUMN, is_withdrawn=True)], [other]).is_empty


TERMS = st.builds(
    lambda code, name, first, days, gone: TermEntry(2, code, name, first, first + timedelta(days=days), gone),
    st.sampled_from("123"), st.sampled_from("xy"), st.dates(date(2026, 9, 1), date(2026, 9, 3)),
    st.integers(0, 1), st.booleans(),
)  # fmt: skip


@given(earlier=st.lists(TERMS, max_size=3), terms=st.lists(TERMS, max_size=4))
def test_terms_imported_twice_are_the_same_the_second_time(earlier, terms):
    held = apply_plan(plan_import(Roster(Source.TABLE, terms=tuple(earlier)), Held(), on=ON), Held())
    roster = Roster(Source.TABLE, terms=tuple(terms))
    after = apply_plan(plan_import(roster, held, on=ON), held)
    assert plan_import(roster, after, on=ON).is_empty
