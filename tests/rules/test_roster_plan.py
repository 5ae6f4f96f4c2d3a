"""Does an import do what a roster says and no more, and the second time nothing?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.made_staff_lists import apply_plan
from staffroom.records.people import Standing
from staffroom.records.rosters import Entry, Held, OnFile, Roster, Source
from staffroom.rules.roster_matching import SHARED_EMAIL, TWICE, UNKNOWABLE
from staffroom.rules.roster_plan import LOST_ROWS, MANY_LEAVE, at_school, plan_import

ON = date(2026, 9, 14)
ADA = Entry(2, "u1", "Ada", "Maplewood", "ada@hollybank.example", standings=frozenset({Standing.EMPLOYEE}))
ADA_ON_FILE = OnFile(
    "ada", "u1", "Ada", "Maplewood", "ada@hollybank.example",
    standings=frozenset({Standing.EMPLOYEE}), is_imported=True,
)  # fmt: skip
BEA_ON_FILE = replace(
    ADA_ON_FILE, ref="bea", identifier="u2", given_name="Bea", email="bea@hollybank.example"
)


def plan(*entries, held=(), **more):
    return plan_import(Roster(Source.TABLE, staff=entries, **more), Held(staff=tuple(held)), on=ON)


def test_somebody_new_is_added():
    assert plan(ADA).staff.added == (ADA,)


def test_somebody_who_is_there_as_the_roster_says_is_unchanged():
    planned = plan(ADA, held=[ADA_ON_FILE])
    assert planned.is_empty
    assert planned.staff.unchanged == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("given_name", "Adelaide"), ("family_name", "Elmwood"), ("email", "a@hollybank.example"),
        ("phone", "01632 960000"), ("job", "Cook"), ("accounts", ("amaple",)), ("since", date(2020, 9, 1)),
        ("standings", frozenset({Standing.VOLUNTEER})),
    ],
)  # fmt: skip
def test_what_would_change_is_named_by_field(field, value):
    (change,) = plan(replace(ADA, **{field: value}), held=[ADA_ON_FILE]).staff.changed
    assert (change.ref, change.fields) == ("ada", (field,))


@pytest.mark.parametrize("field", ["given_name", "family_name", "email", "phone", "job"])
def test_what_the_roster_leaves_empty_stays(field):
    kept = replace(ADA_ON_FILE, phone="01632 960000", job="Cook")
    assert plan(replace(ADA, **{field: ""}), held=[kept]).is_empty


def test_a_standing_that_was_given_by_hand_is_not_taken_away():
    governor = replace(ADA_ON_FILE, standings=frozenset({Standing.EMPLOYEE, Standing.GOVERNOR}))
    assert plan(ADA, held=[governor]).is_empty


def test_an_address_in_other_capitals_is_the_same():
    assert plan(replace(ADA, email="ADA@hollybank.example"), held=[ADA_ON_FILE]).is_empty


def test_somebody_added_by_hand_is_known_by_the_address_and_takes_the_roster_s_code():
    by_hand = replace(ADA_ON_FILE, identifier="", is_imported=False)
    (change,) = plan(ADA, held=[by_hand]).staff.changed
    assert change.fields == ("identifier", "source")


def test_a_code_decides_before_an_address():
    moved = replace(ADA, email=BEA_ON_FILE.email)
    (change,) = plan(moved, held=[ADA_ON_FILE, BEA_ON_FILE]).staff.changed
    assert change.ref == "ada"


def test_an_address_that_two_people_share_names_neither_and_makes_neither_leave():
    first, second = (replace(ADA_ON_FILE, ref=ref, identifier="") for ref in ("one", "two"))
    planned = plan(
        ADA, replace(ADA, row=3, identifier="u9", email=""), held=[first, second], is_complete=True
    )
    assert [(one.row, one.reason) for one in planned.staff.doubts] == [(2, SHARED_EMAIL)]
    assert planned.staff.left == ()


def test_an_address_of_somebody_who_left_is_that_of_who_has_it_now():
    before = replace(ADA_ON_FILE, ref="before", identifier="u0", until=date(2025, 7, 20))
    now = replace(ADA_ON_FILE, identifier="")
    (change,) = plan(ADA, held=[before, now]).staff.changed
    assert change.ref == "ada"


def test_the_same_person_twice_counts_once():
    planned = plan(ADA, replace(ADA, row=3))
    assert len(planned.staff.added) == 1
    assert [(one.row, one.reason) for one in planned.staff.doubts] == [(3, TWICE)]


def test_somebody_with_neither_code_nor_address_is_not_added():
    planned = plan(replace(ADA, identifier="", email=""))
    assert planned.is_empty
    assert planned.staff.doubts[0].reason == UNKNOWABLE


def test_whom_a_partial_roster_does_not_name_stays():
    assert plan(ADA, held=[ADA_ON_FILE, BEA_ON_FILE]).is_empty


def test_whom_a_complete_roster_does_not_name_leaves_today():
    (leaving,) = plan(ADA, held=[ADA_ON_FILE, BEA_ON_FILE], is_complete=True).staff.left
    assert (leaving.ref, leaving.last_day) == ("bea", ON)


def test_somebody_added_by_hand_does_not_leave_for_not_being_in_a_complete_roster():
    governor = replace(BEA_ON_FILE, identifier="", is_imported=False)
    assert plan(ADA, held=[ADA_ON_FILE, governor], is_complete=True).is_empty


def test_a_complete_roster_with_lost_rows_makes_nobody_leave_and_says_so():
    planned = plan(ADA, held=[ADA_ON_FILE, BEA_ON_FILE], is_complete=True, has_lost_rows=True)
    assert planned.is_empty
    assert planned.warnings == (LOST_ROWS,)


def test_a_complete_roster_of_nobody_makes_nobody_leave():
    assert plan(held=[ADA_ON_FILE, BEA_ON_FILE], is_complete=True).is_empty


def test_a_complete_roster_of_staff_says_nothing_of_pupils():
    held = Held(staff=(ADA_ON_FILE,), pupils=(replace(BEA_ON_FILE, standings=frozenset()),))
    assert plan_import(Roster(Source.TABLE, staff=(ADA,), is_complete=True), held, on=ON).is_empty


def test_it_is_said_when_more_than_half_would_leave():
    many = [replace(BEA_ON_FILE, ref=f"r{n}", identifier=f"x{n}", email="") for n in range(3)]
    assert plan(ADA, held=[ADA_ON_FILE, *many], is_complete=True).warnings == (MANY_LEAVE,)


def test_whom_the_roster_marks_as_gone_leaves_today():
    (leaving,) = plan(replace(ADA, has_left=True), held=[ADA_ON_FILE]).staff.left
    assert leaving.last_day == ON


def test_a_last_day_in_the_roster_is_taken_over():
    (leaving,) = plan(replace(ADA, until=date(2026, 12, 18)), held=[ADA_ON_FILE]).staff.left
    assert leaving.last_day == date(2026, 12, 18)


def test_a_last_day_is_never_before_the_first():
    held = replace(ADA_ON_FILE, since=date(2026, 10, 1))
    (leaving,) = plan(replace(ADA, has_left=True), held=[held]).staff.left
    assert leaving.last_day == date(2026, 10, 1)


def test_somebody_who_was_never_here_and_has_left_is_not_added():
    assert plan(replace(ADA, has_left=True), replace(ADA, identifier="u5", until=date(2020, 1, 1))).is_empty


def test_nobody_who_has_left_is_brought_back_by_a_roster():
    planned = plan(ADA, held=[replace(ADA_ON_FILE, until=ON)])
    assert planned.is_empty
    assert planned.staff.gone == ("ada",)


def test_a_leaver_is_no_leaver_twice():
    left = replace(ADA_ON_FILE, until=ON - timedelta(days=3))
    assert plan(replace(ADA, has_left=True), held=[left]).is_empty
    assert plan(held=[left], is_complete=True).is_empty


def test_of_a_trust_s_roster_one_school_is_taken():
    here, there = (
        replace(ADA, schools=frozenset({"s1"})),
        replace(ADA, identifier="u2", schools=frozenset({"s2"})),
    )
    roster = Roster(Source.ONE_ROSTER, staff=(here, there, replace(ADA, identifier="u3")))
    assert [one.identifier for one in at_school(roster, "s1").staff] == ["u1", "u3"]
    assert at_school(roster, "") == roster


def test_a_plan_has_one_digest_and_another_plan_another():
    assert plan(ADA).digest == plan(ADA).digest
    assert plan(ADA).digest != plan(replace(ADA, job="Cook")).digest


DAYS = st.one_of(st.none(), st.dates(date(2026, 9, 10), date(2026, 9, 20)))
EMAILS = st.sampled_from(["", "a@x.example", "A@x.example", "b@x.example", "c@x.example"])
NAMES = st.sampled_from(["Ada", "Bea"])
CODES = st.sampled_from(["", "1", "2", "3"])
STANDINGS = st.frozensets(st.sampled_from([Standing.EMPLOYEE, Standing.VOLUNTEER]))
ACCOUNTS = st.frozensets(st.sampled_from(["aa", "AA", "bb"]))


def in_order(since, until):
    return (since, until) if since is None or until is None or since <= until else (until, since)


@st.composite
def entries(draw):
    since, until = in_order(draw(DAYS), draw(DAYS))
    return Entry(
        draw(st.integers(2, 99)), draw(CODES), draw(NAMES), "Maplewood", draw(EMAILS),
        accounts=tuple(sorted(draw(ACCOUNTS))), standings=draw(STANDINGS), since=since, until=until,
        has_left=draw(st.booleans()),
    )  # fmt: skip


@st.composite
def people(draw):
    found = []
    for number, code in enumerate(draw(st.lists(CODES, max_size=4, unique_by=lambda one: one or object()))):
        since, until = in_order(draw(DAYS), draw(DAYS))
        found.append(
            OnFile(
                f"r{number}",
                code,
                "Ada",
                "Maplewood",
                draw(EMAILS),
                accounts=draw(ACCOUNTS),
                standings=draw(STANDINGS),
                since=since,
                until=until,
                is_imported=draw(st.booleans()),
            )
        )
    return tuple(found)


@given(
    staff=st.lists(entries(), max_size=5), pupils=st.lists(entries(), max_size=2), held=people(),
    is_complete=st.booleans(),
)  # fmt: skip
def test_an_import_done_twice_does_nothing_the_second_time(staff, pupils, held, is_complete):
    roster = Roster(Source.TABLE, tuple(staff), tuple(pupils), is_complete=is_complete)
    before = Held(staff=held, pupils=held[:1])
    after = apply_plan(plan_import(roster, before, on=ON), before)
    assert plan_import(roster, after, on=ON).is_empty


@given(staff=st.lists(entries(), max_size=5), held=people(), is_complete=st.booleans())
def test_every_entry_and_everybody_held_is_accounted_for_at_most_once(staff, held, is_complete):
    roster = Roster(Source.TABLE, tuple(staff), is_complete=is_complete)
    planned = plan_import(roster, Held(staff=held), on=ON).staff
    after = apply_plan(plan_import(roster, Held(staff=held), on=ON), Held(staff=held)).staff
    assert len({one.ref for one in planned.changed}) == len(planned.changed)
    assert len({one.ref for one in planned.left}) == len(planned.left)
    assert not {one.ref for one in planned.left} & set(planned.gone)
    codes = [one.identifier for one in after if one.identifier]
    assert len(codes) == len(set(codes))
    assert all(one.since is None or one.until is None or one.since <= one.until for one in after)


@given(staff=st.lists(entries(), max_size=5), held=people())
def test_a_partial_roster_makes_only_those_leave_whom_it_names(staff, held):
    planned = plan_import(Roster(Source.TABLE, tuple(staff)), Held(staff=held), on=ON).staff
    named = {one.identifier for one in staff} | {one.email.casefold() for one in staff}
    by_ref = {one.ref: one for one in held}
    leavers = [by_ref[one.ref] for one in planned.left]
    assert all({one.identifier, one.email.casefold()} & (named - {""}) for one in leavers)
