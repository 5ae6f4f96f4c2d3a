"""Is it found what keeps and what proves each clause?"""

from __future__ import annotations

import pytest

from staffroom.policy.clause import Binds, Clause, Force, KeptBy
from staffroom.policy.coverage import Standing, cover, find_keepers, find_proofs, gather

KEEPING = """
from staffroom.policy import keeping
from staffroom.policy.keeping import keeps

@keeps("MON-2", "GEN-2")
def judge(): ...

class Judge:
    @keeping.keeps("MON-1")
    def sit(self): ...

def plain(): ...
@other("CON-1")
def another(): ...
"""

PROVING = """
import pytest
pytestmark = [pytest.mark.slow, pytest.mark.clause("ABT-2")]

@pytest.mark.clause("MON-2", "GEN-2")
def test_one(): ...

@pytest.mark.clause("CON-1")
class TestMany:
    def test_first(self): ...
    @pytest.mark.clause("MON-2")
    async def test_second(self): ...
    def helper(self): ...

@pytest.mark.clause("SEC-1")
def not_a_test(): ...
"""


def clause(id: str = "MON-2", *, people: str = "", until_built: str = "") -> Clause:
    return Clause(
        id,
        "Monitoring",
        "Words.",
        Force.MUST,
        Binds.STAFF,
        KeptBy.CODE,
        people=people,
        until_built=until_built,
    )


def test_keepers_are_found_by_their_dotted_names():
    assert find_keepers(KEEPING, "house.room") == {
        "GEN-2": ("house.room.judge",),
        "MON-1": ("house.room.Judge.sit",),
        "MON-2": ("house.room.judge",),
    }


def test_proofs_are_found_by_the_names_that_pytest_gives():
    assert find_proofs(PROVING, "tests/test_x.py") == {
        "ABT-2": (
            "tests/test_x.py::test_one",
            "tests/test_x.py::TestMany::test_first",
            "tests/test_x.py::TestMany::test_second",
        ),
        "CON-1": ("tests/test_x.py::TestMany::test_first", "tests/test_x.py::TestMany::test_second"),
        "GEN-2": ("tests/test_x.py::test_one",),
        "MON-2": ("tests/test_x.py::test_one", "tests/test_x.py::TestMany::test_second"),
    }


def test_what_is_found_in_many_files_is_joined():
    assert gather([{"MON-2": ("a",)}, {"CON-1": ("b",), "MON-2": ("c",)}]) == {
        "CON-1": ("b",),
        "MON-2": ("a", "c"),
    }


def test_a_file_that_is_no_python_is_an_error():
    with pytest.raises(SyntaxError):
        find_proofs("def (", "tests/test_x.py")


@pytest.mark.parametrize(
    ("one", "keepers", "standing"),
    [
        (clause(), {"MON-2": ("a",)}, Standing.CODE),
        (clause(people="a person decides"), {}, Standing.PEOPLE),
        (clause(until_built="the checker"), {}, Standing.NOT_BUILT),
        (clause(until_built="the checker"), {"MON-2": ("a",)}, Standing.CODE),
        (clause(), {}, Standing.OPEN),
    ],
)
def test_the_standing_of_a_clause(one: Clause, keepers: dict[str, tuple[str, ...]], standing: Standing):
    (line,) = cover([one], keepers, {})
    assert line.standing is standing


def test_proofs_that_cannot_be_read_are_not_said_to_be_none():
    (line,) = cover([clause()], {}, None)
    assert line.proofs is None
    (line,) = cover([clause()], {}, {})
    assert line.proofs == ()
