"""Which accounts are pupils', according to pupils.csv?"""

from staffroom.readers.rosters.pupils_csv import read_pupils


def read(text, staff=()):
    return read_pupils(text.encode(), staff_accounts=staff)


def test_each_row_is_an_account_and_nothing_else_is_kept():
    reading = read("Account,Name,Form\nPUPILS\\p1,Made Up,7B\np2,Also Made,\n")
    assert reading.records == ("PUPILS\\p1", "p2")
    assert [problem.row for problem in reading.problems] == [1]
    assert "2 columns are not used" in reading.problems[0].reason


def test_an_account_that_a_member_of_staff_has_too_is_said_and_stays():
    reading = read("account\np1\nP2\n", staff=["p2"])
    assert reading.records == ("p1", "P2")
    assert [problem.row for problem in reading.problems] == [3]
    assert "people.csv" in reading.problems[0].reason


def test_a_machine_account_is_no_pupil():
    reading = read("account\nPC-1$\np1\n")
    assert reading.records == ("p1",)
    assert [problem.row for problem in reading.problems] == [2]
