"""Who is in scope of the policy, according to people.csv?"""

from datetime import date

import pytest

from staffroom.readers.rosters.people_csv import read_people
from staffroom.records.people import Person, Standing

HEADINGS = "person,name,accounts,standings,roles,pattern,since,until\n"


def read(*rows, patterns=("", "Mornings"), headings=HEADINGS):
    return read_people((headings + "\n".join(rows)).encode(), patterns=patterns)


def reasons(reading):
    return [(problem.row, problem.reason) for problem in reading.problems]


def test_a_row_becomes_a_person():
    reading = read(
        "t-1,Ama Sample,HOLLY\\asample; asample@holly.example,Employee;governor,"
        "Teacher; Communications  Lead,mornings,2026-09-01,31/08/2027"
    )
    assert reading.problems == ()
    assert reading.records == (
        Person(
            id="t-1",
            name="Ama Sample",
            accounts=("HOLLY\\asample", "asample@holly.example"),
            standings=frozenset({Standing.EMPLOYEE, Standing.GOVERNOR}),
            roles=frozenset({"teacher", "communications lead"}),
            pattern="Mornings",
            since=date(2026, 9, 1),
            until=date(2027, 8, 31),
        ),
    )


@pytest.mark.clause("ABT-2")
@pytest.mark.parametrize("standing", list(Standing))
def test_every_standing_that_the_policy_names_is_known(standing):
    (person,) = read(f"x-1,Cy,cy,{standing.value},,,,").records
    assert person.standings == {standing}


def test_only_four_columns_are_needed():
    reading = read("x-1;Cy;;agency", headings="person;name;accounts;standings\n")
    assert reading.records == (Person("x-1", "Cy", (), frozenset({Standing.AGENCY})),)
    assert reading.problems == ()


def test_an_unknown_standing_is_said_with_those_known_and_the_person_stays_in_scope():
    reading = read("x-1,Cy,cy,wizard,,,,")
    assert [person.id for person in reading.records] == ["x-1"]
    ((row, reason),) = reasons(reading)
    assert row == 2
    assert "employee, governor, trustee, volunteer" in reason
    assert "wizard" not in reason


def test_a_person_without_a_standing_stays_in_scope_and_is_said():
    reading = read("x-1,Cy,cy,,,,,")
    assert len(reading.records) == len(reading.problems) == 1


def test_a_pattern_that_school_toml_does_not_have_is_said_and_the_schools_own_counts():
    reading = read("x-1,Cy,cy,agency,,nights,,")
    assert reading.records[0].pattern == ""
    assert "Known are: Mornings." in reading.problems[0].reason


def test_the_second_row_of_a_person_is_left_out_and_said():
    reading = read("x-1,Cy,cy,agency,,,,", "x-1,Cy,cy2,agency,,,,")
    assert [person.accounts for person in reading.records] == [("cy",)]
    assert reasons(reading) == [(3, "The same person is in row 2 already, which counts.")]


@pytest.mark.parametrize("account", ["HOLLY\\CY", "holly%5ccy"])
def test_an_account_of_two_people_is_said_and_stays_with_both(account):
    reading = read("x-1,Cy,holly\\cy,agency,,,,", f"x-2,Di,{account},agency,,,,")
    assert len(reading.records) == 2
    assert reasons(reading) == [(3, "An account is in row 2 too, so nobody can be named by it.")]


def test_one_short_name_in_two_domains_is_two_accounts():
    assert read("x-1,Cy,a\\cy,agency,,,,", "x-2,Di,b\\cy,agency,,,,").problems == ()


def test_a_machine_account_is_left_out_and_said():
    reading = read("x-1,Cy,cy;PC-12$,agency,,,,")
    assert reading.records[0].accounts == ("cy",)
    assert [row for row, _ in reasons(reading)] == [2]


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ("yesterday,", "since"),
        (",2026-02-30", "until"),
        ("02/13/2026,", "since"),
        ("01/09/26,", "since"),
        ("0026-09-01,", "since"),
        ("2026-09-02,2026-09-01", "until"),
    ],
)
def test_a_date_that_is_none_costs_the_row_and_names_the_column(dates, said):
    reading = read(f"x-1,Cy,cy,agency,,,{dates}", "x-2,Di,di,agency,,,,")
    assert [person.id for person in reading.records] == ["x-2"]
    assert f'"{said}"' in reading.problems[0].reason


def test_a_row_without_a_code_is_left_out():
    reading = read(",Cy,cy,agency,,,,", "x-2,Di,di,agency,,,,")
    assert [person.id for person in reading.records] == ["x-2"]
    assert reasons(reading) == [(2, 'The cell "person" is empty. Fill it in.')]
