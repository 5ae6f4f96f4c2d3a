"""Does the health page say what whatever watches the server must know, and nothing else?"""

from __future__ import annotations

import shutil
from collections import namedtuple
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import Client
from django.utils import timezone

from staffroom.school.clock.keeping import take_clock

pytestmark = pytest.mark.django_db

Usage = namedtuple("Usage", "total used free")


def lines() -> list[str]:
    answered = Client().get("/healthz")
    assert answered.status_code == 200
    return answered.content.decode().splitlines()


def test_a_server_that_is_well_says_so_without_signing_in():
    take_clock(holder="one", at=timezone.now())
    assert lines() == ["ok", "database ok", "clock ok, heard 0 s ago", "disk ok"]


def test_a_clock_that_was_never_heard_or_is_quiet_is_said_and_stops_no_page():
    assert "clock not heard yet" in lines()
    take_clock(holder="one", at=timezone.now() - timedelta(minutes=10))
    assert "clock quiet, heard 600 s ago" in lines()


def test_a_disk_that_is_nearly_full_is_said(monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: Usage(10**12, 10**12 - 10**6, 10**6))
    assert lines()[-1] == "disk nearly full"


def test_where_the_database_does_not_answer_the_status_says_so(monkeypatch):
    def refuse(self, *args):
        raise OperationalError("canary at 10.0.0.1")

    monkeypatch.setattr(BaseDatabaseWrapper, "cursor", refuse)
    answered = Client().get("/healthz")
    assert (answered.status_code, answered.content) == (503, b"not ok\ndatabase does not answer\n")


def test_a_database_that_is_slow_to_say_is_asked_for_two_things_only(django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        Client().get("/healthz")
