"""Can a version go only where the table of its life leads?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from staffroom.records.versions import Step, VersionState
from staffroom.rules.version_flow import (
    EDITABLE,
    FLOW,
    OPEN,
    decide_edit,
    decide_step,
    decide_view,
    follow,
    restarts_approval,
    steps_from,
)

State = VersionState
states = some.sampled_from(VersionState)
steps = some.sampled_from(Step)


@given(states, steps)
def test_a_step_is_allowed_exactly_where_the_table_has_it(state, step):
    assert decide_step(state, step).allowed == ((state, step) in FLOW)
    if not decide_step(state, step).allowed:
        with pytest.raises(KeyError):
            follow(state, step)


@given(some.lists(steps, max_size=12))
def test_no_path_leads_into_force_past_approval_unless_a_published_text_is_adopted(path):
    state, been = State.DRAFT, [State.DRAFT]
    for step in path:
        if decide_step(state, step).allowed:
            state = follow(state, step)
            been.append(state)
    if State.IN_FORCE in been:
        before = been[been.index(State.IN_FORCE) - 1]
        assert before in (State.APPROVED, State.DRAFT)
        assert State.APPROVED in been or (State.DRAFT, Step.ADOPT) in FLOW


def test_a_version_is_approved_only_by_being_asked_for():
    assert [begun for (begun, _), end in FLOW.items() if end is State.APPROVED] == [State.APPROVAL]


def test_nothing_leads_out_of_superseded():
    assert steps_from(State.SUPERSEDED) == ()


def test_what_is_in_force_is_never_withdrawn_only_superseded():
    assert steps_from(State.IN_FORCE) == (Step.SUPERSEDE,)


@given(states)
def test_the_text_is_locked_from_approval_on_for_good(state):
    assert decide_edit(state).allowed == (state in EDITABLE)
    if state in (State.APPROVED, State.IN_FORCE, State.SUPERSEDED):
        assert not decide_edit(state).allowed


def test_only_an_edit_while_approval_is_asked_restarts_it():
    assert [state for state in State if restarts_approval(state)] == [State.APPROVAL]


def test_every_step_back_from_approval_and_withdrawal_leads_to_a_draft():
    assert follow(State.APPROVAL, Step.SEND_BACK) is State.DRAFT
    assert follow(State.WITHDRAWN, Step.REOPEN) is State.DRAFT


@given(states, some.booleans(), some.booleans())
def test_a_draft_is_read_only_by_those_who_keep_it(state, keeps_it, is_asked):
    may = decide_view(state, keeps_it=keeps_it, is_asked=is_asked).allowed
    if keeps_it:
        assert may
    elif state in (State.DRAFT, State.APPROVED, State.WITHDRAWN):
        assert not may
    elif state is State.APPROVAL:
        assert may == is_asked
    else:
        assert may


def test_what_is_being_worked_on_is_neither_in_force_nor_over():
    assert set(State) - set(OPEN) == {State.IN_FORCE, State.SUPERSEDED, State.WITHDRAWN}
