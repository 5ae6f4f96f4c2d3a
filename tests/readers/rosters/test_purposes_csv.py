"""Who may use which service for the school's work, according to purposes.csv?"""

from datetime import date

import pytest

from staffroom.readers.rosters.purposes_csv import read_purposes
from staffroom.records.people import Person
from staffroom.records.school import Purpose

PEOPLE = (Person("t-1", "Ama", (), frozenset(), roles=frozenset({"communications lead"})),)
SERVICES = frozenset({"facebook", "linkedin"})


def read(*rows, services=SERVICES):
    content = "service,person,role,since,until,reason,Approved By\n" + "\n".join(rows)
    return read_purposes(content.encode(), people=PEOPLE, known_services=services)


@pytest.mark.clause("MON-2")
def test_a_row_becomes_an_entry_of_the_register():
    reading = read(
        'Facebook,t-1,,2026-09-01,,"News page, weekly",Head', "*,,Communications Lead,,,Press,Head"
    )
    assert reading.problems == ()
    assert reading.records == (
        Purpose("facebook", "News page, weekly", "Head", person="t-1", since=date(2026, 9, 1)),
        Purpose("*", "Press", "Head", role="communications lead"),
    )


def test_an_unknown_service_is_said_with_those_known():
    reading = read("facebok,,,,,News,Head")
    assert reading.records == ()
    assert "Known are: facebook, linkedin." in reading.problems[0].reason


def test_of_many_services_only_those_that_look_alike_are_said():
    services = {f"service-{number}" for number in range(200)} | {"facebook"}
    reason = read("facebok,,,,,News,Head", services=services).problems[0].reason
    assert "201 are known, such as facebook" in reason
    assert "facebok." not in reason


def test_any_service_is_trusted_where_the_catalogue_is_not_at_hand():
    assert read("anything,,,,,News,Head", services=None).records[0].service == "anything"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("facebook,nobody,,,,News,Head", "people.csv"),
        ("facebook,,wizard,,,News,Head", "Known are: communications lead."),
        ("facebook,,,,,,Head", '"reason"'),
        ("facebook,,,,,News,", '"approved by"'),
        (",,,,,News,Head", '"service"'),
        ("facebook,,,soon,,News,Head", '"since"'),
    ],
)
@pytest.mark.clause("MON-2")
def test_an_entry_that_could_cover_nobody_or_has_no_reason_is_left_out(row, said):
    reading = read(row, "linkedin,,,,,Jobs,Head")
    assert [purpose.service for purpose in reading.records] == ["linkedin"]
    assert [problem.row for problem in reading.problems] == [2]
    assert said in reading.problems[0].reason
