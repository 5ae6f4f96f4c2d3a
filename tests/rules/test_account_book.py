"""Whose account is it?"""

import pytest

from staffroom.records.people import Person
from staffroom.rules.account_book import AccountBook
from staffroom.rules.accounts import account_names
from staffroom.rules.holdings import Bearer


def person(id, *accounts):
    return Person(id, id, accounts, frozenset())


def holder(book, user):
    answer = book.holder(account_names(user))
    return answer.bearer, answer.person


BOOK = AccountBook(
    [
        person("ann", "STAFF\\ann", "ann@holly.example"),
        person("ben", "ben"),
        person("sam", "STAFF\\sam"),
        person("person ben", "odd"),
    ],
    ["PUPILS\\sam", "PUPILS\\ben", "kim"],
    drop_unknown=False,
)


@pytest.mark.parametrize(
    ("user", "expected"),
    [
        ("STAFF\\ann", (Bearer.PERSON, "ann")),
        ("ann@HOLLY.example", (Bearer.PERSON, "ann")),
        ("ann", (Bearer.PERSON, "ann")),
        ("PUPILS\\ann", (Bearer.NOBODY, "")),
        ("ann@elsewhere.example", (Bearer.NOBODY, "")),
        ("ANY\\ben", (Bearer.PERSON, "ben")),
        ("PUPILS\\ben", (Bearer.PUPIL, "")),
        ("ben", (Bearer.PERSON, "ben")),
        ("sam", (Bearer.NOBODY, "")),  # a member of staff in one domain, a pupil in the other
        ("STAFF\\sam", (Bearer.PERSON, "sam")),
        ("PUPILS\\sam", (Bearer.PUPIL, "")),
        ("ANY\\kim", (Bearer.PUPIL, "")),
        ("odd", (Bearer.PERSON, "person ben")),
        ("nobody", (Bearer.NOBODY, "")),
    ],
)
def test_the_most_specific_name_in_the_book_decides(user, expected):
    assert holder(BOOK, user) == expected


def test_a_machine_account_in_the_book_is_nobodys():
    book = AccountBook([person("ann", "PC-12$", "")], [], drop_unknown=False)
    assert holder(book, "pc-12") == (Bearer.NOBODY, "")


def test_unknown_accounts_can_be_dropped_like_pupils():
    assert holder(AccountBook([], [], drop_unknown=True), "visitor") == (Bearer.PUPIL, "")


def test_a_person_may_have_one_account_twice():
    assert holder(AccountBook([person("ann", "ann", "ANN")], [], drop_unknown=False), "ann") == (
        Bearer.PERSON,
        "ann",
    )
