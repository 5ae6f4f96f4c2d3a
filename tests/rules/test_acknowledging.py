"""Who must read a version, and which answers are whole?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from staffroom.policy.clause import Binds
from staffroom.records.people import Standing
from staffroom.records.posts import Post
from staffroom.records.versions import Answer
from staffroom.records.viewers import Viewer
from staffroom.rules.acknowledging import (
    DAYS_FOR_JOINERS,
    Reader,
    binds,
    decide_answer,
    decide_recording,
    decide_replier,
    decide_reply,
    due_for_joiner,
    is_settled,
    must_read,
)

viewers = some.builds(
    Viewer,
    some.just("somebody"),
    some.frozensets(some.sampled_from(Standing)),
    some.frozensets(some.sampled_from(Post)),
)
readers = some.builds(Reader, viewers, some.booleans())
bound = some.frozensets(some.sampled_from(Binds))


def viewer(*standings: Standing, posts: tuple[Post, ...] = ()) -> Viewer:
    return Viewer("somebody", frozenset(standings), frozenset(posts))


@pytest.mark.clause("ABT-2")
@pytest.mark.parametrize("standing", list(Standing))
def test_what_binds_staff_falls_on_everybody_with_a_standing(standing):
    assert binds(viewer(standing), Binds.STAFF)
    assert binds(viewer(standing), Binds.EVERYONE)


@given(viewers, some.sampled_from(Binds))
def test_nothing_falls_on_somebody_without_a_standing(who, whom):
    assert who.standings or not binds(who, whom)


def test_what_binds_the_headteacher_falls_on_those_who_stand_in_and_on_no_teacher():
    assert binds(viewer(Standing.EMPLOYEE, posts=(Post.HEADTEACHER,)), Binds.HEADTEACHER)
    assert binds(viewer(Standing.EMPLOYEE, posts=(Post.DEPUTY,)), Binds.HEADTEACHER)
    assert not binds(viewer(Standing.EMPLOYEE), Binds.HEADTEACHER)
    assert not binds(viewer(Standing.GOVERNOR), Binds.HEADTEACHER)


@pytest.mark.parametrize("standing", [Standing.GOVERNOR, Standing.TRUSTEE, Standing.DIRECTOR])
def test_what_binds_the_school_falls_on_those_who_govern_it(standing):
    assert binds(viewer(standing), Binds.SCHOOL)


@pytest.mark.parametrize("standing", [Standing.EMPLOYEE, Standing.VOLUNTEER, Standing.AGENCY])
def test_what_binds_the_school_does_not_fall_on_somebody_without_a_post(standing):
    assert not binds(viewer(standing), Binds.SCHOOL)


@pytest.mark.clause("GEN-4")
@given(readers)
def test_each_year_everybody_in_scope_reads_the_whole_policy(reader):
    assert must_read(reader, None).allowed == reader.viewer.is_in_scope


@given(readers, bound)
def test_who_has_answered_reads_again_only_what_binds_them(reader, changed):
    decision = must_read(reader, changed)
    if not reader.viewer.is_in_scope:
        assert not decision.allowed
    elif reader.has_answered_before:
        assert decision.allowed == any(binds(reader.viewer, one) for one in changed)
    else:
        assert decision.allowed
    assert decision.because.endswith(".")


def test_a_version_without_a_material_change_is_read_again_by_nobody_who_has_answered():
    assert not must_read(Reader(viewer(Standing.EMPLOYEE), has_answered_before=True), frozenset()).allowed


@given(some.sampled_from(Answer), some.text(max_size=20))
def test_every_answer_but_an_acceptance_needs_a_few_words(answer, reason):
    is_whole = decide_answer(answer, reason).allowed
    assert is_whole == (answer is Answer.ACCEPTED or len(reason.strip()) >= 5)


def test_nobody_records_their_own_paper():
    assert not decide_recording("a", "a").allowed
    assert decide_recording("a", "b").allowed


def test_nobody_replies_to_their_own_question_and_a_full_stop_is_no_reply():
    assert not decide_replier("a", "a").allowed
    assert decide_replier("a", "b").allowed
    assert decide_reply("a", "b", "Yes, it is.").allowed
    assert not decide_reply("a", "b", "  . ").allowed
    assert not decide_reply("a", "a", "Yes, it is.").allowed


def test_questions_alone_leave_an_answer_open():
    assert [one for one in Answer if not is_settled(one)] == [Answer.QUESTIONS]


@given(some.dates(date(2026, 1, 1), date(2030, 1, 1)), some.integers(-60, 60))
def test_a_joiner_has_a_fortnight_at_least_and_no_less_than_the_others(due, later):
    joined = due + timedelta(days=later)
    given_until = due_for_joiner(due, joined)
    assert given_until >= due
    assert (given_until - joined).days >= DAYS_FOR_JOINERS
