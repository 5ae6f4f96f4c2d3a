"""Which account does a log mean by a user?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from staffroom.rules.accounts import account_names


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("asample", ("asample",)),
        ("ASample", ("asample",)),
        ("  asample ", ("asample",)),
        ("HOLLY\\asample", ("holly\\asample", "asample")),
        ("HOLLY%5casample", ("holly\\asample", "asample")),
        ("HOLLY%5Casample", ("holly\\asample", "asample")),
        ("asample@Holly.Example", ("asample@holly.example", "asample")),
        (
            "HOLLY\\asample@holly.example",
            ("holly\\asample@holly.example", "asample@holly.example", "asample"),
        ),
        ("ama%20sample", ("ama sample",)),
        ("o'sample", ("o'sample",)),
        ("STRASSE", ("strasse",)),
    ],
)
def test_a_user_is_known_by_names_from_the_most_to_the_least_specific(raw, expected):
    assert account_names(raw) == expected


@pytest.mark.parametrize(
    "raw",
    [
        "PC-12$",
        "HOLLY\\PC-12$",
        "HOLLY%5cPC-12$",
        "PC-12$@holly.example",
        "host/pc-12.holly.example",
        "PC-12$ ",
    ],
)
def test_a_machine_account_is_no_user(raw):
    assert account_names(raw) == ()


@pytest.mark.parametrize(
    "raw", ["", " ", "-", "HOLLY\\", "@holly.example", "NT AUTHORITY\\SYSTEM", "ANONYMOUS LOGON", "%20"]
)
def test_nobody_and_service_accounts_are_no_user(raw):
    assert account_names(raw) == ()


def test_two_ways_to_write_one_letter_are_one_account():
    assert account_names("Ren\u00e9") == account_names("RENE\u0301")


def test_a_percent_sign_that_encodes_nothing_stays():
    assert account_names("50%sample") == ("50%sample",)


@settings(deadline=None)
@given(st.text(max_size=2000))
def test_any_text_gives_at_most_three_names_and_the_last_is_bare_of_domain(raw):
    names = account_names(raw)
    assert len(names) <= 3
    assert len(set(names)) == len(names)
    assert all(names)
    if names:
        assert not set(names[-1]) & set("\\@")


@settings(deadline=None)
@given(st.text(alphabet="abcXYZ09.-", min_size=1, max_size=20).filter(lambda name: name != "-"))
def test_case_and_domain_do_not_change_the_last_name(name):
    forms = [name, name.upper(), f"DOM\\{name}", f"dom%5C{name}", f"{name}@realm", f" {name} "]
    assert {account_names(form)[-1] for form in forms} == {name.casefold()}
