"""Is no row of counts about a few people, and is nobody lost?"""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as some

from staffroom.records.people import Standing
from staffroom.rules.group_counts import OTHERS, group_of, put_together

counts = some.dictionaries(
    some.tuples(
        some.sampled_from([one.value for one in Standing]), some.sampled_from(["pending", "accepted"])
    ),
    some.integers(0, 40),
    max_size=12,
)


def test_a_staff_governor_is_counted_once_as_an_employee():
    assert group_of([Standing.GOVERNOR, Standing.EMPLOYEE]) == "employee"
    assert group_of([]) == OTHERS


@pytest.mark.clause("CON-2")
@given(counts, some.integers(1, 12))
def test_no_row_is_about_fewer_people_than_the_smallest_group_unless_all_are_fewer(found, smallest):
    rows = put_together(found, smallest)
    assert len(rows) == 1 or all(row.total >= smallest for row in rows) or not rows


@given(counts, some.integers(1, 12))
def test_nobody_is_lost_and_nobody_counted_twice(found, smallest):
    rows = put_together(found, smallest)
    by_state = Counter()
    for row in rows:
        by_state.update(row.counts)
    expected = Counter()
    for (_, state), n in found.items():
        expected[state] += n
    assert +by_state == +expected
    groups = [group for row in rows for group in row.groups]
    assert len(groups) == len(set(groups))


def test_large_groups_stay_as_they_are_and_small_ones_join():
    found = {
        ("employee", "accepted"): 90,
        ("governor", "accepted"): 3,
        ("director", "pending"): 1,
        ("agency", "pending"): 9,
    }
    rows = put_together(found, 5)
    assert [(row.groups, row.total) for row in rows] == [
        (("employee",), 90),
        (("agency", "director", "governor"), 13),
    ]
