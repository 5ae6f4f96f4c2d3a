"""Are people told what is recorded, and told again when that changes?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from rules.made_safeguards import answers_to
from school.made_people import TESTS, make_person
from school.monitoring.made_monitoring import ON_AT, Leaders, by, complete_record, switch_on
from staffroom.records.safeguards import Subject
from staffroom.rules.monitoring_notice import Section, digest
from staffroom.school.monitoring.actions.notice import mark_notice_read, publish_notice, tell_of_notice
from staffroom.school.monitoring.actions.overrides import override_host
from staffroom.school.monitoring.actions.settings import Setting, change_setting
from staffroom.school.monitoring.actions.sources import Place, add_source
from staffroom.school.monitoring.actions.statements import finish_statement
from staffroom.school.monitoring.models import NoticeSeen, NoticeVersion, SettingChange
from staffroom.school.monitoring.queries.notice import is_notice_unread, latest_notice
from staffroom.school.monitoring.queries.record import school_row
from staffroom.school.monitoring.refusals import NotAccepted
from staffroom.school.notices.models import Notice

pytestmark = [pytest.mark.django_db, pytest.mark.clause("MON-1")]
LATER = ON_AT + timedelta(days=1)


@pytest.fixture
def leaders():
    return Leaders()


def read(person):
    mark_notice_read(by=by(person), at=LATER, shown=latest_notice().digest)


def test_nobody_has_to_read_anything_before_monitoring_was_ever_on(leaders):
    complete_record(leaders)
    publish_notice(by=TESTS, at=LATER)
    assert latest_notice() is None
    assert not is_notice_unread(leaders.head)


def test_everybody_has_to_read_it_once_it_is_on_and_once_only(leaders):
    switch_on(leaders)
    somebody = make_person()
    assert is_notice_unread(somebody)
    read(somebody)
    read(somebody)
    assert not is_notice_unread(somebody)
    assert is_notice_unread(make_person())
    assert NoticeSeen.objects.filter(person=somebody).count() == 1


def test_what_is_stored_hashes_to_what_was_shown(leaders):
    switch_on(leaders)
    stored = latest_notice()
    sections = tuple(
        Section(one["title"], tuple(one["words"]), tuple(one["points"])) for one in stored.sections
    )
    assert digest(sections) == stored.digest


def changed_setting(leaders):
    change_setting(by=by(leaders.head), at=LATER, setting=Setting.KEEP_DAYS, value=30, reason="Less will do.")


def changed_words(leaders):
    words = answers_to(Subject.NOTICE, why="For another reason.")
    finish_statement(by=by(leaders.head), at=LATER, subject=Subject.NOTICE, answers=words)


def changed_sources(leaders):
    place = Place("Name server", "/var/log/named.log", "bind")
    add_source(by=by(leaders.network), at=LATER, place=place)


@pytest.mark.parametrize("change", [changed_setting, changed_words, changed_sources])
def test_a_change_is_read_anew_by_everybody(leaders, change):
    switch_on(leaders)
    somebody = make_person()
    read(somebody)
    change(leaders)
    assert is_notice_unread(somebody)


def test_a_change_that_says_the_same_is_no_new_notice(leaders):
    switch_on(leaders)
    override_host(
        by=by(leaders.network),
        at=LATER,
        host="help.facebook.com",
        service="",
        role="unlisted",
        reason="Help only.",
    )
    publish_notice(by=TESTS, at=LATER)
    assert NoticeVersion.objects.count() == 1


def test_a_setting_changed_elsewhere_is_told_by_the_next_night(leaders):
    switch_on(leaders)
    row = school_row()
    row.keep_days = 33
    row.save()
    tell_of_notice(by=TESTS, at=LATER)
    assert "after 33 days" in str(latest_notice().sections)


def test_a_text_that_was_changed_while_it_was_read_does_not_count_as_read(leaders):
    switch_on(leaders)
    old = latest_notice().digest
    changed_setting(leaders)
    with pytest.raises(NotAccepted, match="changed while you read"):
        mark_notice_read(by=by(leaders.head), at=LATER, shown=old)


def test_everybody_in_scope_is_written_to_once_for_each_text(leaders):
    switch_on(leaders)
    reader = make_person()
    read(reader)
    told = tell_of_notice(by=TESTS, at=LATER)
    assert told == 6
    assert tell_of_notice(by=TESTS, at=LATER) == 0
    changed_setting(leaders)
    assert tell_of_notice(by=TESTS, at=LATER) == 7
    assert Notice.objects.filter(person=reader).count() == 1


def test_each_change_of_a_setting_is_kept_with_its_reason(leaders):
    changed_setting(leaders)
    change = SettingChange.objects.get()
    assert (change.name, change.was, change.now, change.reason) == ("keep_days", "90", "30", "Less will do.")
    assert school_row().keep_days == 30


@pytest.mark.parametrize(
    ("setting", "value", "reason"),
    [
        (Setting.KEEP_DAYS, 5000, "More."),
        (Setting.SMALLEST_COHORT, 2, "More."),
        (Setting.GRACE_DAYS, 28, "As it is."),
        (Setting.GRACE_DAYS, 14, "  "),
    ],
)
def test_a_setting_out_of_bounds_or_without_a_reason_is_not_taken(leaders, setting, value, reason):
    with pytest.raises(NotAccepted):
        change_setting(by=by(leaders.head), at=LATER, setting=setting, value=value, reason=reason)
    assert SettingChange.objects.count() == 0


@pytest.mark.parametrize(
    "model", [NoticeVersion, NoticeSeen, SettingChange], ids=lambda model: model.__name__
)
def test_what_people_were_told_and_what_was_changed_cannot_be_rewritten(leaders, model):
    switch_on(leaders)
    read(leaders.head)
    changed_setting(leaders)
    assert model.objects.exists()
    for change in (lambda: model.objects.update(id=999), lambda: model.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
