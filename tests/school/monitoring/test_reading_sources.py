"""Are logs read from the office's own records, and never while they may not be?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from school.made_people import AT, make_person
from school.monitoring.made_monitoring import (
    ON_AT,
    READ_AT,
    SERVICE,
    Leaders,
    account_of,
    by,
    complete_record,
    read_log,
    switch_on,
    visit_lines,
    write_log,
)
from staffroom.records.people import Network, NetworkKind
from staffroom.rules.catalogue_overrides import UNLISTED
from staffroom.school.audit.models import Entry
from staffroom.school.monitoring.actions.forgetting import forget_old_days
from staffroom.school.monitoring.actions.overrides import end_override, override_host
from staffroom.school.monitoring.actions.reading import read_sources
from staffroom.school.monitoring.actions.sources import Place, add_source, set_source_read
from staffroom.school.monitoring.actions.switching import ask_to_switch
from staffroom.school.monitoring.models import LogSource, SourceReading
from staffroom.school.monitoring.places import traffic_folder
from staffroom.school.monitoring.queries.own_record import open_store
from staffroom.school.monitoring.queries.record import school_record
from staffroom.school.monitoring.queries.sources import log_sources
from staffroom.school.monitoring.refusals import NotAccepted, NotPermitted
from staffroom.school.people.models import NetworkAccount
from staffroom.traffic.lock import Busy, locked
from staffroom.traffic.own_record import read_own
from traffic.made_traffic import DAY, MONDAY

pytestmark = [pytest.mark.django_db, pytest.mark.clause("MON-1")]
SEVENTH = date(2026, 9, 7)


@pytest.fixture
def leaders():
    return Leaders()


def kept_days():
    return sorted(open_store().state.days)


def test_nothing_is_read_while_monitoring_is_off(leaders, tmp_path):
    complete_record(leaders)
    log = write_log(tmp_path, visit_lines("asample", MONDAY))
    with pytest.raises(NotPermitted, match="switched off"):
        read_log(leaders, log)
    assert not (traffic_folder() / "state.json").exists()
    assert SourceReading.objects.count() == 0


def test_nothing_is_read_while_somebody_asks_to_switch_off(leaders, tmp_path):
    switch_on(leaders)
    ask_to_switch(by=by(leaders.head), at=READ_AT, is_on=False, reason="A doubt.")
    with pytest.raises(NotPermitted, match="asked to switch monitoring off"):
        read_log(leaders, write_log(tmp_path, visit_lines("asample", MONDAY)))


def test_a_persons_lines_come_under_their_code_and_are_found_with_it(leaders, tmp_path):
    switch_on(leaders)
    person, other = make_person(), make_person()
    read_log(leaders, write_log(tmp_path, visit_lines(account_of(person), MONDAY)))
    rows = read_own(open_store(), person.ref, SEVENTH, SEVENTH)
    assert {(evidence.service, outcome.value) for evidence, outcome in rows} == {(SERVICE, "visit")}
    assert read_own(open_store(), other.ref, SEVENTH, SEVENTH) == []


def test_a_second_run_reads_nothing_twice(leaders, tmp_path):
    switch_on(leaders)
    read_log(leaders, write_log(tmp_path, visit_lines("asample", MONDAY)))
    (again,) = read_sources(by=by(leaders.head), at=READ_AT + timedelta(days=1))
    assert (again.lines, again.kept, again.problem) == (0, 0, "")


def test_days_before_anybody_was_told_are_deleted_as_soon_as_they_were_read(leaders, tmp_path):
    switch_on(leaders, at=ON_AT + timedelta(days=7))  # 8 September
    person = make_person()
    lines = visit_lines(account_of(person), MONDAY) + visit_lines(account_of(person), MONDAY + DAY)
    read_log(leaders, write_log(tmp_path, lines))
    assert kept_days() == ["2026-09-08"]


def test_what_could_not_be_read_is_counted_by_its_reason_and_not_quoted(leaders, tmp_path):
    switch_on(leaders)
    log = write_log(tmp_path, visit_lines("asample", MONDAY))
    log.write_bytes(log.read_bytes() + b"1788768000.1 www.facebook.com jane-secret\n")
    read_log(leaders, log)
    (reading,) = SourceReading.objects.all()
    assert sum(reading.unreadable.values()) == 1
    assert "secret" not in str(reading.unreadable) + str(list(Entry.objects.values()))
    assert reading.formats[0].startswith("Squid")


def test_a_place_without_a_log_is_a_problem_in_words_and_the_others_are_read(leaders, tmp_path):
    switch_on(leaders)
    add_source(by=by(leaders.network), at=AT, place=Place("Gone", str(tmp_path / "gone" / "*.log")))
    read_log(leaders, write_log(tmp_path, visit_lines("asample", MONDAY)))
    problems = {one.title: one.latest[0].problem for one in log_sources()}
    assert problems == {"Gone": "There is no log at this place.", "Proxy access.log": ""}


def test_a_source_that_is_no_longer_read_is_not(leaders, tmp_path):
    switch_on(leaders)
    log = write_log(tmp_path, visit_lines("asample", MONDAY))
    source = add_source(by=by(leaders.network), at=AT, place=Place("Proxy", str(log)))
    set_source_read(by=by(leaders.network), at=AT, source=source, is_read=False)
    assert list(read_sources(by=by(leaders.head), at=READ_AT)) == []


@pytest.mark.parametrize(
    ("title", "place", "format"),
    [
        ("", "/var/log/x", ""),
        ("Proxy", "", ""),
        ("Proxy", "access.log", ""),
        ("Proxy", "/x", "no-such-format"),
    ],
)
def test_a_source_that_does_not_say_enough_is_not_taken(leaders, title, place, format):
    with pytest.raises(NotAccepted):
        add_source(by=by(leaders.network), at=AT, place=Place(title, place, format))


def test_a_place_is_named_once(leaders):
    add_source(by=by(leaders.network), at=AT, place=Place("One", "/var/log/x"))
    with pytest.raises(NotAccepted, match="already"):
        add_source(by=by(leaders.network), at=AT, place=Place("Two", "/var/log/x"))
    assert LogSource.objects.count() == 1


def test_while_one_run_reads_another_does_not(leaders, tmp_path):
    switch_on(leaders)
    with locked(traffic_folder()), pytest.raises(Busy):
        read_log(leaders, write_log(tmp_path, visit_lines("asample", MONDAY)))


def test_the_school_is_given_without_names(leaders):
    somebody = make_person(given_name="Josephine")
    record = school_record(on=READ_AT.date())
    assert "Josephine" not in str(record)
    found = next(one for one in record.register.people if one.id == somebody.ref)
    assert (found.accounts, found.roles) == ((somebody.email,), frozenset({"employee"}))


def test_pupils_networks_come_from_the_schools_folder_and_accounts_from_the_office(leaders, own_folder):
    somebody = make_person()
    NetworkAccount.objects.create(person=somebody, name="HOLLY\\smaple")
    own_folder.mkdir()
    network = '[[network]]\nrange = "10.9.0.0/16"\nkind = "pupil"\n'
    (own_folder / "school.toml").write_text(f'name = "Another name"\n{network}', "utf-8")
    record = school_record(on=READ_AT.date())
    assert record.register.networks == (Network("10.9.0.0/16", NetworkKind.PUPIL),)
    assert record.name == "The school"
    found = next(one for one in record.register.people if one.id == somebody.ref)
    assert found.accounts == ("HOLLY\\smaple",)


def test_the_school_is_read_with_a_fixed_number_of_queries(leaders, django_assert_max_num_queries):
    for _ in range(20):
        make_person()
    with django_assert_max_num_queries(19):
        school_record(on=READ_AT.date())


def test_a_host_that_the_school_took_out_is_not_kept(leaders, tmp_path):
    switch_on(leaders)
    made = override_host(
        by=by(leaders.network),
        at=AT,
        host="www.facebook.com",
        service="",
        role=UNLISTED,
        reason="The school's page is there.",
    )
    person = make_person()
    read_log(leaders, write_log(tmp_path, visit_lines(account_of(person), MONDAY)))
    rows = read_own(open_store(), person.ref, SEVENTH, SEVENTH)
    assert all(evidence.interactive == 0 for evidence, _ in rows)
    end_override(by=by(leaders.network), at=AT, override=made)
    assert school_record(on=READ_AT.date()).overrides == ()


@pytest.mark.parametrize(
    ("host", "service", "role", "reason"),
    [
        ("www.facebook.com", "", "unlisted", " "),
        ("co.uk", "", "unlisted", "Why not."),
        ("www.facebook.com", "no-such", "media", "Why not."),
        ("www.facebook.com", "facebook", "no-such", "Why not."),
    ],
)
def test_a_word_about_a_host_needs_a_reason_and_sense(leaders, host, service, role, reason):
    with pytest.raises(NotAccepted):
        override_host(by=by(leaders.network), at=AT, host=host, service=service, role=role, reason=reason)


@pytest.mark.clause("CON-1")
def test_days_go_when_they_were_kept_long_enough_also_while_it_is_off(leaders, tmp_path):
    switch_on(leaders)
    read_log(leaders, write_log(tmp_path, visit_lines("asample", MONDAY)))
    assert forget_old_days(by=by(leaders.head), at=READ_AT + timedelta(days=80)) == ()
    assert kept_days() == ["2026-09-07"]
    assert forget_old_days(by=by(leaders.head), at=READ_AT + timedelta(days=84)) == (SEVENTH,)
    assert kept_days() == []
    assert not list((traffic_folder() / "days").iterdir())
