"""Are logs read when somebody asks, once at a time, and also after a restart?"""

from __future__ import annotations

from datetime import timedelta

import pytest

from school.made_people import AT
from school.monitoring.made_monitoring import (
    READ_AT,
    Leaders,
    by,
    complete_record,
    switch_on,
    visit_lines,
    write_log,
)
from staffroom.jobs.reading import take_up_readings
from staffroom.school.audit.models import Entry
from staffroom.school.monitoring.actions import reading_now
from staffroom.school.monitoring.actions.reading_now import Account, ask_for_reading, carry_out_reading
from staffroom.school.monitoring.actions.sources import Place, add_source
from staffroom.school.monitoring.models import ReadingRequest, SourceReading
from staffroom.school.monitoring.places import traffic_folder
from staffroom.school.monitoring.refusals import NotAccepted, NotPermitted
from staffroom.traffic.lock import locked
from traffic.made_traffic import MONDAY

pytestmark = [pytest.mark.django_db, pytest.mark.clause("MON-1")]
LATER = READ_AT + timedelta(minutes=3)


@pytest.fixture
def leaders():
    return Leaders()


@pytest.fixture
def asked(leaders, tmp_path):
    switch_on(leaders)
    log = write_log(tmp_path, visit_lines("asample", MONDAY))
    add_source(by=by(leaders.network), at=AT, place=Place("Proxy", str(log)))
    return ask_for_reading(by=by(leaders.network), at=READ_AT)


def carry_out(asked, at=READ_AT):
    done = carry_out_reading(ref=asked.ref, now=lambda: at)
    asked.refresh_from_db()
    return done


def test_nothing_can_be_asked_for_while_logs_may_not_be_read(leaders):
    complete_record(leaders)
    with pytest.raises(NotPermitted, match="switched off"):
        ask_for_reading(by=by(leaders.network), at=READ_AT)
    assert not ReadingRequest.objects.exists()


def test_asking_reads_nothing_yet_and_is_written_down(asked):
    assert not SourceReading.objects.exists()
    assert Entry.objects.filter(act="monitoring.reading asked", about=asked.ref).exists()


def test_a_second_request_is_refused_until_the_first_has_ended(asked, leaders):
    with pytest.raises(NotAccepted, match="already"):
        ask_for_reading(by=by(leaders.network), at=READ_AT)
    assert carry_out(asked)
    ask_for_reading(by=by(leaders.network), at=LATER)
    assert ReadingRequest.objects.filter(is_open=True).count() == 1


def test_what_was_asked_for_is_read_and_ends(asked):
    assert carry_out(asked)
    assert (asked.is_open, asked.ended_at, asked.problem) == (None, READ_AT, "")
    assert (asked.unreadable, asked.doing) == (0, "Reading access.log")
    assert SourceReading.objects.get().lines == asked.done > 0


def test_of_two_workers_one_reads(asked):
    ReadingRequest.objects.update(begun_at=READ_AT, seen_at=READ_AT)
    assert not carry_out(asked)
    assert not SourceReading.objects.exists()


def test_a_reading_that_has_ended_is_not_begun_again(asked):
    assert carry_out(asked)
    assert not carry_out(asked, LATER)
    assert SourceReading.objects.count() == 1


def test_a_reading_that_a_restart_broke_off_is_taken_up(asked):
    ReadingRequest.objects.update(begun_at=READ_AT, seen_at=READ_AT)
    assert take_up_readings(READ_AT + timedelta(minutes=1)) == 0
    assert take_up_readings(LATER) == 1
    assert carry_out(asked, LATER)
    assert take_up_readings(LATER + timedelta(hours=1)) == 0


def test_while_the_nightly_reading_is_at_it_the_request_waits(asked):
    with locked(traffic_folder()):
        assert not carry_out(asked)
    assert asked.is_open
    assert carry_out(asked, LATER)


def test_a_switch_off_before_its_turn_ends_it_with_the_reason(asked, monkeypatch):
    def refuse(**_):
        raise NotPermitted(reading_now.may_read_now(on=AT.date().replace(year=2020)))

    monkeypatch.setattr(reading_now, "read_sources", refuse)
    assert not carry_out(asked)
    assert asked.is_open is None
    assert asked.problem


def test_a_fault_ends_it_with_a_sentence_and_quotes_nothing(asked, monkeypatch):
    def break_off(**_):
        raise RuntimeError("jane-secret")

    monkeypatch.setattr(reading_now, "read_sources", break_off)
    with pytest.raises(RuntimeError):
        carry_out(asked)
    asked.refresh_from_db()
    assert (asked.is_open, asked.problem) == (None, reading_now.BROKE_OFF)


def test_how_far_it_is_is_kept_once_a_second(asked, django_assert_num_queries):
    moments = iter([READ_AT, READ_AT + timedelta(milliseconds=500), READ_AT + timedelta(seconds=2)])
    account = Account(asked, lambda: next(moments))
    account.advance(doing="Reading a.log", done=1, of=9)
    with django_assert_num_queries(0):
        account.advance(doing="Reading a.log", done=2, of=9)
    account.advance(doing="Reading a.log", done=5, of=9, unreadable=3)
    asked.refresh_from_db()
    assert (asked.done, asked.whole, asked.unreadable) == (5, 9, 3)
    assert asked.seen_at == READ_AT + timedelta(seconds=2)
