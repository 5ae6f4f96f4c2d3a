"""A made school and its made week, once for all tests here."""

from __future__ import annotations

from datetime import date

import pytest

from staffroom.demonstration.made_school import MadeSchool, make_school
from staffroom.demonstration.truth import Truth
from staffroom.demonstration.week import MadeDay, made_days

SEED = 11
WEEK = date(2026, 9, 14)


@pytest.fixture(scope="session")
def school() -> MadeSchool:
    return make_school(seed=SEED, week=WEEK, staff=60, pupils=80)


@pytest.fixture(scope="session")
def days() -> tuple[MadeDay, ...]:
    return tuple(made_days(seed=SEED, week=WEEK, staff=60, pupils=80, lines_per_day=16_000))


@pytest.fixture(scope="session")
def truth(days: tuple[MadeDay, ...]) -> Truth:
    whole = Truth()
    for day in days:
        whole |= day.truth
    return whole
