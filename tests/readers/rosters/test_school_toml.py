"""What does the school say of itself in school.toml?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from staffroom.readers.rosters.school_toml import SchoolFile, read_school_file
from staffroom.readers.rosters.toml_file import LARGEST_BYTES
from staffroom.records.calendar import Nation
from staffroom.records.people import Network, NetworkKind
from staffroom.records.school import Settings


def read(text):
    return read_school_file(text.encode())


def reasons(text):
    return [problem.reason for problem in read(text).problems]


def test_the_school_is_read():
    found = read(
        """
        name = " Hollybank  School "
        nation = "Northern Ireland"
        timezone = "Europe/Belfast"
        [settings]
        smallest_cohort = 7
        keep_days = 30
        unknown_accounts = "drop"
        [[network]]
        range = "10.20.3.4/16"
        kind = "Pupil"
        """
    )
    assert found.problems == ()
    assert found.name == "Hollybank School"
    assert (found.nation, found.timezone) == (Nation.NORTHERN_IRELAND, "Europe/Belfast")
    assert found.settings == Settings(7, 30, "drop")
    assert found.networks == (Network("10.20.0.0/16", NetworkKind.PUPIL),)


@pytest.mark.parametrize(
    ("word", "nation"),
    [
        ("england", Nation.ENGLAND),
        ("Wales", Nation.WALES),
        ("SCT", Nation.SCOTLAND),
        ("nir", Nation.NORTHERN_IRELAND),
    ],
)
def test_a_nation_may_be_written_as_a_word_or_a_code(word, nation):
    assert read(f'nation = "{word}"').nation is nation


def test_an_empty_file_gives_the_defaults():
    assert read("") == SchoolFile()


@pytest.mark.parametrize("text", ['name = "Holly', "= 1", '\n\nname = "x" y'])
def test_a_file_that_is_no_toml_gives_one_problem_and_the_defaults(text):
    found = read('name = "Hollybank"\n' + text)
    assert found.name == SchoolFile().name
    assert len(found.problems) == 1


def test_the_line_of_a_mistake_is_given_and_what_it_says_is_not():
    (problem,) = read('name = "Hollybank"\nsecret secret\n').problems
    assert problem.row == 2
    assert "secret" not in problem.reason


@pytest.mark.parametrize(
    "content",
    [
        "name = 'é'".encode("cp1252"),
        b"x = " + b"[" * 100_000,
        b"x = " + b"9" * 10_000,
        b"a." * 100_000 + b"a = 1",
        b"x" * (LARGEST_BYTES + 1),
        b"PK\x03\x04\x00",
    ],
    ids=["not UTF-8", "lists in lists", "endless number", "endless key", "too large", "a workbook"],
)
def test_a_hostile_file_gives_one_problem_and_the_defaults(content):
    found = read_school_file(content)
    assert len(found.problems) == 1
    assert (found.name, found.settings) == (SchoolFile().name, Settings())


def test_a_byte_order_mark_is_no_mistake():
    assert read_school_file(b"\xef\xbb\xbfname = 'Holly'").problems == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("colour = 'red'", "Known are: closure, name, nation, network"),
        ("nation = 'Atlantis'", "England's bank holidays count"),
        ("nation = 4", "England's bank holidays count"),
        ("timezone = '../../etc/passwd'", "Europe/London counts"),
        ("timezone = 'Europe/Atlantis'", "Europe/London counts"),
        ("timezone = 'Europe'", "Europe/London counts"),
        ("timezone = ''", "Europe/London counts"),
        ("settings = 1", "must be a table"),
        ("[settings]\nsmallest_cohort = 2", "from 3 to 100; 5 is used"),
        ("[settings]\nsmallest_cohort = true", "from 3 to 100; 5 is used"),
        ("[settings]\nkeep_days = 0", "from 1 to 3650; 90 is used"),
        ("[settings]\nkeep_days = '90'", "from 1 to 3650; 90 is used"),
        ("[settings]\nunknown_accounts = 'guess'", "Known are: drop, unattributed."),
        ("[settings]\nunknown_accounts = []", "Known are: drop, unattributed."),
        ("[settings]\nkeep = 1", "Known are: smallest_cohort, keep_days, unknown_accounts."),
        ("[[network]]\nrange = '10.0.0.0/33'\nkind = 'pupil'", "number 1 has no range"),
        ("[[network]]\nrange = '10.0.0.0/8'\nkind = 'cats'", "Known are: guest, pupil, shared, staff."),
        (
            "[[network]]\nrange = '10.0.0.0/8'\nkind = 'staff'\n"
            "[[network]]\nrange = '10.1.0.0/8'\nkind = 'pupil'",
            "number 2 has the range of an earlier one",
        ),
    ],
)
def test_a_value_that_is_not_allowed_keeps_its_default_and_is_said(text, said):
    found = reasons(text)
    assert len(found) == 1
    assert said in found[0]


def test_the_rest_of_a_file_counts_where_one_value_is_wrong():
    found = read("name = 'Holly'\nnation = 'Atlantis'\n[settings]\nkeep_days = 30\nsmallest_cohort = 1")
    assert (found.name, found.settings) == ("Holly", Settings(keep_days=30))
    assert len(found.problems) == 2


words = st.sampled_from(["name", "nation", "settings", "network", "pattern", "term", "timezone", "closure"])
values = st.sampled_from(
    ["1", "'x'", "[]", "{}", "[{}]", "[{days = {monday = 1}}]", "[{first = 2026-01-01}]", "1e400"]
)


@settings(deadline=None)
@given(st.dictionaries(words, values))
def test_any_shape_of_values_is_read_without_an_error(entries):
    read("\n".join(f"{name} = {value}" for name, value in entries.items()))


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_without_an_error_in_school_toml(content):
    assert read_school_file(content).timezone
