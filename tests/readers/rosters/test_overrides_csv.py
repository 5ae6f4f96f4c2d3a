"""What has the school decided about hosts of the catalogue, according to overrides.csv?"""

from datetime import date

import pytest

from staffroom.readers.rosters.overrides_csv import read_overrides
from staffroom.records.school import Override
from staffroom.records.services import Role


def read(*rows):
    content = "host,service,role,reason,decided on,decided by\n" + "\n".join(rows)
    return read_overrides(content.encode(), known_services={"facebook"})


def test_a_row_becomes_a_decision():
    reading = read("Www.Holly.Example.,Facebook,Embed,Our own page,01/09/2026,Head")
    assert reading.problems == ()
    assert reading.records == (
        Override("www.holly.example", "facebook", "embed", "Our own page", date(2026, 9, 1), "Head"),
    )


@pytest.mark.parametrize("role", [role.value for role in Role])
def test_each_role_of_the_catalogue_is_known(role):
    assert read(f"a.example,facebook,{role},Why,2026-09-01,").records[0].role == role


def test_a_host_that_is_taken_out_needs_no_service():
    assert read("a.example,,unlisted,Why,2026-09-01,").records[0].service == ""


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("https://a.example/x,facebook,embed,Why,2026-09-01,", "domain"),
        ("localhost,facebook,embed,Why,2026-09-01,", "domain"),
        ("co.uk,facebook,embed,Why,2026-09-01,", "domain"),
        ("a.example,facebook,wizard,Why,2026-09-01,", "background, embed, interactive"),
        ("a.example,facebook,embed,,2026-09-01,", '"reason"'),
        ("a.example,facebook,embed,Why,,", '"decided on"'),
        ("a.example,facebook,embed,Why,then,", '"decided on"'),
        ("a.example,,embed,Why,2026-09-01,", '"service"'),
        ("a.example,friendface,embed,Why,2026-09-01,", "Known are: facebook."),
    ],
)
def test_a_decision_that_cannot_be_followed_is_left_out_and_said(row, said):
    reading = read(row, "b.example,facebook,embed,Why,2026-09-01,")
    assert [override.host for override in reading.records] == ["b.example"]
    assert [problem.row for problem in reading.problems] == [2]
    assert said in reading.problems[0].reason


def test_the_second_decision_about_a_host_is_left_out_and_said():
    reading = read("a.example,,unlisted,Why,2026-09-01,", "A.example,facebook,embed,Why,2026-09-01,")
    assert [override.role for override in reading.records] == ["unlisted"]
    assert [problem.row for problem in reading.problems] == [3]
