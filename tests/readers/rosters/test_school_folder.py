"""What does the school's folder of plain files say, as a whole?"""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from staffroom.readers.rosters.folder import FILES, Problem, read_school
from staffroom.records.calendar import Hours, Nation
from staffroom.records.people import Device
from staffroom.records.school import School
from staffroom.rules.school_day import spans

MANUAL = Path(__file__).parents[3] / "docs/reference/school-folder.md"

PEOPLE = (
    b"person,name,accounts,standings,roles,pattern\n"
    b"t-1,Ama Sample,asample,employee,communications lead,mornings\n"
)
SCHOOL = {
    "school.toml": b"""
        name = "Hollybank School"
        nation = "Wales"
        [[pattern]]
        [pattern.days]
        weekdays = ["08:30-15:45"]
        [[pattern]]
        name = "mornings"
        [pattern.days]
        monday = ["08:30-12:30"]
        [[term]]
        name = "Autumn"
        first = 2026-09-02
        last = 2026-12-18
        """,
    "people.csv": PEOPLE,
    "pupils.csv": b"account\np1\n",
    "devices.csv": b"address,person\nLAP-014,t-1\n",
    "purposes.csv": b"service,role,reason,approved by\nfacebook,communications lead,News,Head\n",
    "overrides.csv": b"host,service,role,reason,decided on\na.example,facebook,embed,Ours,2026-09-01\n",
    "terms.ics": b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:INSET\r\n"
    b"DTSTART;VALUE=DATE:20260901\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
}


def without(*names, **more):
    return {name: content for name, content in {**SCHOOL, **more}.items() if name not in names}


def test_a_whole_folder_is_read_without_a_problem():
    folder = read_school(SCHOOL, known_services={"facebook"})
    school = folder.school
    assert folder.problems == ()
    assert (school.name, school.calendar.nation) == ("Hollybank School", Nation.WALES)
    assert [person.pattern for person in school.register.people] == ["mornings"]
    assert school.register.pupil_accounts == {"p1"}
    assert school.register.devices == (Device("lap-014", "t-1"),)
    assert [purpose.role for purpose in school.purposes] == ["communications lead"]
    assert [override.host for override in school.overrides] == ["a.example"]
    assert [training.day for training in school.calendar.training_days] == [date(2026, 9, 1)]


@pytest.mark.clause("MON-2")
def test_the_calendar_of_a_folder_judges_a_day():
    calendar = read_school(SCHOOL).school.calendar
    found = spans(calendar, "mornings", date(2026, 9, 7), bank_holidays=())
    assert [span.hours for span in found] == [Hours.OUTSIDE, Hours.WORKING, Hours.OUTSIDE]


def test_an_empty_folder_says_what_is_missing_and_has_defaults():
    folder = read_school({})
    assert folder.school == School("The school")
    assert [(problem.file, problem.row) for problem in folder.problems] == [
        ("school.toml", 0),
        ("people.csv", 0),
        ("pupils.csv", 0),
    ]


@pytest.mark.parametrize("name", ["devices.csv", "purposes.csv", "overrides.csv", "terms.ics"])
def test_a_file_that_is_not_needed_is_not_missed(name):
    assert read_school(without(name)).problems == ()


def test_a_broken_school_toml_leaves_the_rest():
    folder = read_school({**SCHOOL, "school.toml": b"name = "})
    assert len(folder.school.register.people) == 1
    assert [problem.file for problem in folder.problems] == ["school.toml", "people.csv"]  # its pattern


@pytest.mark.clause("ABT-2")
@pytest.mark.parametrize(
    "more",
    [
        {"pupils.csv": b"account\np1\n"},
        {"school.toml": b"[settings]\nunknown_accounts = 'drop'"},
        {"school.toml": b"[[network]]\nrange = '10.0.0.0/8'\nkind = 'pupil'"},
    ],
)
def test_a_school_that_can_tell_its_pupils_is_not_warned(more):
    files = {"school.toml": b"", "people.csv": b"person,name,accounts,standings\n"}
    assert [problem.file for problem in read_school(files).problems] == ["pupils.csv"]
    assert read_school({**files, **more}).problems == ()


def test_names_of_files_may_be_in_any_case():
    assert read_school({name.upper(): content for name, content in SCHOOL.items()}).problems == ()


def test_a_table_that_is_not_used_is_said_and_folders_are_passed_over():
    more = {"staff.xlsx": b"", "lists/own.csv": b"", "identities/dhcpd.leases": b"", "notes.txt": b""}
    assert [problem.file for problem in read_school({**SCHOOL, **more}).problems] == ["staff.xlsx"]


def test_terms_of_both_files_are_joined_and_overlaps_are_said():
    shown = SCHOOL["terms.ics"].replace(b"SUMMARY:INSET", b"SUMMARY:Spring term")
    shown = shown.replace(b"DATE:20260901", b"DATE:20261218\r\nDTEND;VALUE=DATE:20270326")
    folder = read_school({**SCHOOL, "terms.ics": shown})
    assert [term.name for term in folder.school.calendar.terms] == ["Autumn", "Spring term"]
    assert [(problem.file, problem.row) for problem in folder.problems] == [("terms.ics", 0)]


def test_every_problem_is_a_sentence_with_its_file():
    files = {name: content.replace(b",", b"\x01,,").replace(b"=", b"==") for name, content in SCHOOL.items()}
    for problem in read_school(files).problems:
        assert problem.file in FILES
        assert re.fullmatch(r"[A-Z\[].*\.", problem.reason)


SECRET = "zzsecretzz"
TABLES = [name for name in FILES if name.endswith(".csv")]
HEADINGS = {name: SCHOOL[name].partition(b"\n")[0].decode() for name in TABLES}


@settings(deadline=None)
@given(st.sampled_from(TABLES), st.lists(st.sampled_from([SECRET, "", "2026-09-01", "t-1", '"']), max_size=9))
def test_no_problem_repeats_what_a_table_says(name, row):
    content = f"{HEADINGS[name]},{SECRET}\n{','.join(row)}\n"
    # Purposes that name an unknown role list the roles of people.csv on purpose: those are words for jobs.
    others = SCHOOL if name != "people.csv" else without("purposes.csv")
    folder = read_school({**others, name: content.encode()}, known_services={"facebook"})
    assert SECRET not in " ".join(problem.reason for problem in folder.problems)


@settings(deadline=None)
@given(st.sampled_from(["name", "nation", "timezone", SECRET, "pattern", "term", "network", "settings"]))
def test_no_problem_repeats_what_school_toml_says(name):
    for value in (f"'{SECRET}'", SECRET, f"[{{{SECRET} = 1}}]", f"{{{SECRET} = '{SECRET}'}}"):
        folder = read_school({**SCHOOL, "school.toml": f"{name} = {value}".encode()})
        assert SECRET not in " ".join(problem.reason for problem in folder.problems)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(FILES), st.binary(max_size=150)))
def test_any_folder_is_read_without_an_error(files):
    folder = read_school(files)
    assert all(isinstance(problem, Problem) for problem in folder.problems)


def test_the_examples_of_the_manual_are_read_without_a_problem():
    manual = MANUAL.read_text("utf-8")
    example = {
        "school.toml": re.search(r"```toml\n(.*?)```", manual, re.DOTALL)[1].encode(),
        "people.csv": re.search(r"```text\n(person,.*?)```", manual, re.DOTALL)[1].encode(),
    }
    folder = read_school(example)
    assert folder.problems == ()
    assert len(folder.school.register.people) == 2
    assert len(folder.school.calendar.patterns) == 3


def test_the_manual_names_every_file_and_column():
    manual = MANUAL.read_text("utf-8")
    for name in FILES:
        assert f"`{name}`" in manual
    for heading in {cell for line in HEADINGS.values() for cell in line.split(",")}:
        assert f"`{heading}`" in manual
