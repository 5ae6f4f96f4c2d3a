"""A filled office for the tests in this folder: made once, from short logs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import transaction
from django.test import override_settings

from staffroom.demonstration.made_school import MadeSchool, make_school
from staffroom.demonstration.office.filling import Filling
from staffroom.demonstration.office.sign_ins import SignIn
from staffroom.demonstration.week import made_days
from staffroom.records.progress import Silence

WEEK = date(2026, 9, 14)
NOW = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)
SIZES = {"seed": 4, "week": WEEK, "staff": 60, "pupils": 40}


@dataclass(frozen=True)
class Filled:
    """What was made: the school, the sign-ins, what was said meanwhile, and the office's folder."""

    school: MadeSchool
    sign_ins: tuple[SignIn, ...]
    said: list[str]
    folder: Path

    def email(self, role: str) -> str:
        return next(one.email for one in self.sign_ins if role in one.role.lower().split(", "))


@pytest.fixture(scope="module")
def filled(tmp_path_factory, django_db_setup, django_db_blocker):
    """The filled office; everything is taken back after the file's tests."""
    folder = tmp_path_factory.mktemp("office")
    logs = folder / "logs"
    logs.mkdir()
    for made in made_days(**SIZES, lines_per_day=500):
        (logs / f"access-{made.day}.log").write_bytes(b"".join(made.lines))
    said: list[str] = []
    school = make_school(**SIZES)
    with override_settings(FOLDER=folder), django_db_blocker.unblock(), transaction.atomic():
        filling = Filling(school, logs=logs, folder=folder, now=NOW)
        yield Filled(school, filling.fill(say=said.append, progress=Silence()), said, folder)
        transaction.set_rollback(True)
