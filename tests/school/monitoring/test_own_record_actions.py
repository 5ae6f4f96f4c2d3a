"""Does each person see what is held on them, say something to it, and get an answer that stays?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from school.made_people import make_person
from school.monitoring.made_monitoring import (
    READ_AT,
    SERVICE,
    Leaders,
    account_of,
    by,
    read_log,
    switch_on,
    visit_lines,
    write_log,
)
from staffroom.records.remarks import RemarkKind
from staffroom.school.audit.models import Entry
from staffroom.school.monitoring.actions.forgetting import forget_old_days
from staffroom.school.monitoring.actions.purposes import Line, allow_purpose
from staffroom.school.monitoring.actions.remarks import Said, answer_remark, open_remark, write_remark
from staffroom.school.monitoring.models import Remark
from staffroom.school.monitoring.queries.own_record import find_use, has_new_answer, own_record
from staffroom.school.monitoring.queries.remarks import waiting_remarks
from staffroom.school.monitoring.refusals import NotAccepted, NotPermitted
from staffroom.school.notices.models import Notice
from traffic.made_traffic import DAY, HOUR, MONDAY

pytestmark = [pytest.mark.django_db, pytest.mark.clause("CON-1", "MON-2")]
SEVENTH = date(2026, 9, 7)
LATER = READ_AT + timedelta(hours=8)


@pytest.fixture
def leaders(tmp_path):
    made = Leaders()
    switch_on(made)
    made.person, made.other = make_person(), make_person()
    lines = visit_lines(account_of(made.person), MONDAY) + visit_lines(
        account_of(made.person), MONDAY + 3 * HOUR
    )
    lines += visit_lines(account_of(made.other), MONDAY + HOUR) + visit_lines(
        account_of(made.deputy), MONDAY + DAY
    )
    read_log(made, write_log(tmp_path, lines))
    return made


def first_use(person):
    return own_record(person).uses[0].use


def say(leaders, kind=RemarkKind.PURPOSE, *, is_signed=False):
    said = Said(kind, "I put up the choir's pictures.", is_signed)
    return write_remark(by=by(leaders.person), at=LATER, use=first_use(leaders.person), said=said)


def test_each_person_has_their_own_uses_and_nobody_elses(leaders):
    record = own_record(leaders.person)
    assert [(one.use.service, one.use.begins.hour) for one in record.uses] == [(SERVICE, 9), (SERVICE, 12)]
    assert [one.use.begins.hour for one in own_record(leaders.other).uses] == [10]
    assert own_record(make_person()).uses == ()


def test_before_any_log_was_read_nothing_is_held(own_folder):
    assert own_record(make_person()).mondays == ()


def test_a_remark_is_kept_under_the_code_and_without_a_name(leaders):
    remark = say(leaders)
    columns = str(Remark.objects.filter(pk=remark.pk).values().get())
    assert leaders.person.ref not in columns
    assert remark.signed_by is None
    assert len(remark.who) == 16


def test_the_audit_log_does_not_join_the_writer_to_the_remark(leaders):
    remark = say(leaders)
    (entry,) = Entry.objects.filter(about=remark.ref)
    assert (entry.actor_kind, entry.actor) == ("system", "own record")


def test_looking_at_ones_own_record_is_written_nowhere(leaders):
    before = Entry.objects.count()
    own_record(leaders.person)
    assert Entry.objects.count() == before


def test_the_remark_and_its_answer_stand_with_the_use_that_they_are_about(leaders):
    remark = say(leaders)
    (asked, untouched) = own_record(leaders.person).uses
    assert (asked.remarks, untouched.remarks) == ((remark,), ())
    answer_remark(by=by(leaders.deputy), at=LATER, remark=remark, is_accepted=True, answer="It was.")
    (answered, other) = own_record(leaders.person).uses
    assert answered.remarks[0].answer == "It was."
    assert (answered.use.purpose.allowed, answered.use.purpose.because) == (True, "It was.")
    assert not other.use.purpose.allowed
    assert own_record(leaders.other).uses[0].remarks == ()


def test_a_remark_waits_for_whoever_answers_until_the_day_that_is_set(leaders):
    remark = say(leaders, RemarkKind.CHALLENGE)
    assert list(waiting_remarks()) == [remark]
    assert remark.due_on == date(2026, 9, 29)
    answer_remark(
        by=by(leaders.deputy), at=LATER, remark=remark, is_accepted=False, answer="The log says so."
    )
    assert list(waiting_remarks()) == []


def test_nobody_answers_or_opens_their_own(leaders):
    said = Said(RemarkKind.CHALLENGE, "That was not me.")
    own = write_remark(by=by(leaders.deputy), at=LATER, use=first_use(leaders.deputy), said=said)
    with pytest.raises(NotPermitted):
        open_remark(by=by(leaders.deputy), at=LATER, remark=own)
    with pytest.raises(NotPermitted):
        answer_remark(by=by(leaders.deputy), at=LATER, remark=own, is_accepted=True, answer="It was not.")


def test_reading_somebody_elses_remark_is_written_into_the_audit_log(leaders):
    open_remark(by=by(leaders.deputy), at=LATER, remark=say(leaders))
    assert Entry.objects.filter(act="monitoring.remark read", actor=leaders.deputy.ref).exists()


def test_an_answer_is_given_once_and_has_words(leaders):
    remark = say(leaders)
    with pytest.raises(NotAccepted, match="Write an answer"):
        answer_remark(by=by(leaders.head), at=LATER, remark=remark, is_accepted=True, answer=" ")
    answer_remark(by=by(leaders.head), at=LATER, remark=remark, is_accepted=True, answer="It was.")
    with pytest.raises(NotAccepted, match="answered already"):
        answer_remark(by=by(leaders.head), at=LATER, remark=remark, is_accepted=False, answer="Or not.")


def test_two_remarks_on_one_use_do_not_wait_at_once_and_an_empty_one_is_none(leaders):
    say(leaders)
    with pytest.raises(NotAccepted, match="waits for an answer"):
        say(leaders)
    use = own_record(leaders.person).uses[1].use
    with pytest.raises(NotAccepted, match="what there is to say"):
        write_remark(by=by(leaders.person), at=LATER, use=use, said=Said(RemarkKind.PURPOSE, " "))


def test_only_what_is_held_on_oneself_can_be_found(leaders):
    held = first_use(leaders.person)
    assert find_use(leaders.person, day=held.day, service=held.service, first=held.first) == held
    assert find_use(leaders.other, day=held.day, service=held.service, first=held.first) is None


def test_who_gave_their_name_is_written_to_and_others_find_it_on_their_first_page(leaders):
    unsigned = say(leaders)
    assert not has_new_answer(leaders.person, at=LATER)
    answer_remark(by=by(leaders.head), at=LATER, remark=unsigned, is_accepted=False, answer="No.")
    assert has_new_answer(leaders.person, at=LATER)
    assert not has_new_answer(leaders.other, at=LATER)
    assert not has_new_answer(leaders.person, at=LATER + timedelta(days=20))
    assert not Notice.objects.filter(kind="remark answered").exists()
    signed = say(leaders, is_signed=True)
    answer_remark(by=by(leaders.head), at=LATER, remark=signed, is_accepted=False, answer="No.")
    assert Notice.objects.get(kind="remark answered").person == leaders.person


def test_a_line_of_the_register_makes_a_use_a_school_purpose(leaders):
    line = Line(SERVICE, "The school's own page.", date(2026, 9, 1))
    allow_purpose(by=by(leaders.head), at=LATER, line=line, person=leaders.person)
    assert all(one.use.purpose.because == "The school's own page." for one in own_record(leaders.person).uses)
    assert not own_record(leaders.other).uses[0].use.purpose.allowed


def test_remarks_go_with_the_days_that_they_are_about(leaders):
    say(leaders)
    forget_old_days(by=by(leaders.head), at=READ_AT + timedelta(days=84))
    assert Remark.objects.count() == 0
    assert own_record(leaders.person).uses == ()


def test_the_number_of_queries_does_not_grow_with_what_is_held(leaders, django_assert_max_num_queries):
    with django_assert_max_num_queries(22):
        own_record(leaders.person)
