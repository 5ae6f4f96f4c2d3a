"""Is a OneRoster zip read as schools' systems write it, of 1.1 and of 1.2?"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readers.rosters.made_rosters import (
    ON,
    ROLES,
    SESSIONS,
    USERS_11,
    USERS_12,
    make_zip,
    release_11,
    release_12,
)
from staffroom.readers.rosters.one_roster.package import NO_USERS, USED, read_one_roster
from staffroom.readers.rosters.one_roster.sorting import NO_ROLE, UNKNOWN_ROLE
from staffroom.records.people import Standing


def read(content: bytes):
    return read_one_roster(content, name="roster.zip", on=ON)


def reasons(reading):
    return [problem.reason for problem in reading.problems]


def test_staff_and_pupils_of_release_11_are_told_apart_by_their_role():
    reading = read(release_11())
    roster = reading.roster
    assert [one.given_name for one in roster.staff] == ["Ada", "Bea"]
    assert [one.given_name for one in roster.pupils] == ["Cal"]
    assert reading.problems == ()


def test_guardians_are_passed_over_and_counted():
    assert read(release_11()).roster.passed_over == 1


def test_every_field_of_a_member_of_staff_is_read():
    bea = read(release_11()).roster.staff[1]
    assert (bea.row, bea.identifier, bea.family_name) == (3, "u2", "Maplewood")
    assert (bea.email, bea.phone, bea.accounts) == ("bea@hollybank.example", "01632 960000", ("bmaple",))
    assert bea.standings == {Standing.EMPLOYEE}
    assert bea.schools == {"s1", "s2"}


def test_a_pupil_has_a_year_and_an_account_and_no_standing():
    (cal,) = read(release_11()).roster.pupils
    assert (cal.year, cal.accounts, cal.standings) == ("9", ("cmaple",), frozenset())


def test_release_12_has_its_roles_in_a_file_of_their_own():
    roster = read(release_12()).roster
    assert [one.identifier for one in roster.staff] == ["u1"]
    assert [one.identifier for one in roster.pupils] == ["p1"]


def test_people_are_called_as_they_are_known():
    assert read(release_12()).roster.staff[0].given_name == "Ada"


def test_a_role_that_has_ended_counts_no_longer():
    ended = ROLES.replace("2020-09-01,,s1", "2020-09-01,2026-09-14,s1").replace(
        "siteAdministrator", "guardian"
    )
    reading = read(release_12(roles=ended))
    assert reading.roster.staff == ()
    assert reading.roster.passed_over == 1


def test_a_role_that_ends_tomorrow_counts_still():
    lasting = ROLES.replace("2020-09-01,,s1", "2020-09-01,2026-09-15,s1")
    assert len(read(release_12(roles=lasting)).roster.staff) == 1


def test_without_roles_what_people_are_in_their_classes_decides():
    enrolments = "sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role\ne1,c1,s1,u1,teacher\n"
    enrolments += "e2,c1,s1,p1,student\n"
    roster = read(make_zip(users=USERS_12, enrollments=enrolments)).roster
    assert ([one.identifier for one in roster.staff], [one.identifier for one in roster.pupils]) == (
        ["u1"],
        ["p1"],
    )


def test_somebody_of_whom_nothing_says_what_they_are_is_a_problem_and_a_lost_row():
    reading = read(make_zip(users=USERS_12))
    assert reasons(reading) == [NO_ROLE, NO_ROLE]
    assert reading.roster.has_lost_rows


def test_an_unknown_role_is_a_problem_that_does_not_repeat_it():
    reading = read(release_11(users=USERS_11.replace("aide", "wizard")))
    (problem,) = reading.problems
    assert (problem.file, problem.row, problem.reason) == ("users.csv", 3, UNKNOWN_ROLE)


@pytest.mark.parametrize("word", ["tobedeleted", "ToBeDeleted", "inactive"])
def test_a_user_who_is_to_be_deleted_has_left(word):
    roster = read(release_11(users=USERS_11.replace("u1,,", f"u1,{word},"))).roster
    assert [one.has_left for one in roster.staff] == [True, False]


def test_a_delta_that_says_only_whom_it_takes_back_could_mean_either():
    users = "sourcedId,status,givenName,familyName\nu1,tobedeleted,,\n"
    reading = read(make_zip(users=users))
    assert (len(reading.roster.staff), len(reading.roster.pupils), reading.problems) == (1, 1, ())


def test_the_manifest_says_whether_everybody_is_in_the_zip():
    assert read(release_12()).roster.is_complete
    assert not read(release_12(manifest="propertyName,value\nfile.users,delta\n")).roster.is_complete
    assert not read(release_11()).roster.is_complete


def test_terms_are_read_and_years_are_none():
    terms = read(release_11()).roster.terms
    assert [one.name for one in terms] == ["Autumn", "Spring"]


def test_a_term_ends_on_the_day_before_the_end_date_as_oneroster_has_it():
    autumn = read(release_11()).roster.terms[0]
    assert (autumn.first, autumn.last) == (date(2026, 9, 1), date(2026, 12, 18))


def test_semesters_count_where_there_are_no_terms():
    renamed = SESSIONS.replace(",term,", ",semester,")
    assert len(read(release_11(academicSessions=renamed)).roster.terms) == 2


@pytest.mark.parametrize("dates", ["2026-12-19,2026-09-01", "2026-09-01,2099-01-01", "soon,later"])
def test_a_session_with_impossible_dates_is_a_problem(dates):
    reading = read(release_11(academicSessions=SESSIONS.replace("2026-09-01,2026-12-19", dates)))
    assert [(one.file, one.row) for one in reading.problems] == [("academicsessions.csv", 3)]
    assert len(reading.roster.terms) == 1


def test_only_schools_are_schools():
    assert [one.name for one in read(release_11()).roster.schools] == ["Hollybank School"]


def test_a_mark_at_the_beginning_and_columns_of_a_vendor_s_own_do_not_matter():
    marked = b"\xef\xbb\xbf" + USERS_11.replace("password\n", "password,metadata.x\n").encode()
    reading = read(release_11(users=marked))
    assert len(reading.roster.staff) == 2
    assert reading.problems == ()


def test_files_that_are_missing_are_read_as_empty():
    reading = read(make_zip(users=USERS_11))
    assert len(reading.roster.staff) == 2
    assert reading.problems == ()


def test_a_zip_without_users_says_so():
    assert reasons(read(make_zip(orgs="sourcedId,name,type\n"))) == [NO_USERS]


def test_a_person_who_is_there_twice_counts_once():
    reading = read(release_11(users=USERS_11.replace("u2,", "u1,")))
    assert [(one.row, "row 2" in one.reason) for one in reading.problems] == [(3, True)]
    assert reading.roster.has_lost_rows


def test_an_address_that_cannot_be_one_is_left_out_and_the_row_counts():
    reading = read(release_11(users=USERS_11.replace("ada@hollybank.example", "ada at hollybank")))
    assert (reading.roster.staff[0].email, len(reading.problems)) == ("", 1)


def test_a_machine_s_account_is_nobody_s():
    assert read(release_11(users=USERS_11.replace("amaple", "PC-12$"))).roster.staff[0].accounts == ()


def test_no_problem_repeats_what_the_file_says():
    broken = USERS_11.replace("teacher", "Zanzibar").replace("ada@hollybank.example", "Quixotic")
    said = " ".join(reasons(read(release_11(users=broken))))
    assert "Zanzibar" not in said
    assert "Quixotic" not in said


TABLES = st.text(st.sampled_from('sourcedIduserrole,;\t"\n\r é\x00'), max_size=200).map(str.encode)


@given(content=st.binary(max_size=600))
def test_any_bytes_give_a_roster_or_problems(content):
    reading = read(content)
    assert reading.problems or reading.roster.staff is not None


@given(files=st.dictionaries(st.sampled_from(USED), TABLES), cut=st.integers(0, 200))
def test_any_tables_in_a_zip_whole_or_cut_give_a_roster_or_problems(files, cut):
    content = make_zip(**{name.removesuffix(".csv"): table for name, table in files.items()})
    read(content)
    read(content[: max(0, len(content) - cut)])


@given(
    rows=st.lists(
        st.lists(st.text(st.characters(exclude_characters='",\r\n'), max_size=12), min_size=6, max_size=6),
        max_size=6,
    )
)
def test_any_rows_under_the_right_headings_give_entries_or_problems(rows):
    head = "sourcedId,status,role,givenName,familyName,email"
    text = "\n".join([head, *(",".join(row) for row in rows)])
    roster = read(make_zip(users=text.encode("utf-8", "replace"))).roster
    assert all(one.identifier and "\x00" not in one.given_name for one in roster.staff + roster.pupils)
