"""Which step takes a version of a policy to which state?"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from staffroom.records.decisions import Decision
from staffroom.records.versions import Step, VersionState

State = VersionState

# The whole life of a version: from a state, by a step, to a state. What is not here cannot happen.
FLOW: Final[Mapping[tuple[VersionState, Step], VersionState]] = MappingProxyType({
    (State.DRAFT, Step.CONSULT): State.CONSULTATION,
    (State.DRAFT, Step.ASK): State.APPROVAL,
    (State.DRAFT, Step.ADOPT): State.IN_FORCE,
    (State.DRAFT, Step.WITHDRAW): State.WITHDRAWN,
    (State.CONSULTATION, Step.ASK): State.APPROVAL,
    (State.CONSULTATION, Step.REOPEN): State.DRAFT,
    (State.CONSULTATION, Step.WITHDRAW): State.WITHDRAWN,
    (State.APPROVAL, Step.APPROVE): State.APPROVED,
    (State.APPROVAL, Step.SEND_BACK): State.DRAFT,
    (State.APPROVAL, Step.WITHDRAW): State.WITHDRAWN,
    (State.APPROVED, Step.BRING_IN): State.IN_FORCE,
    (State.APPROVED, Step.WITHDRAW): State.WITHDRAWN,
    (State.IN_FORCE, Step.SUPERSEDE): State.SUPERSEDED,
    (State.WITHDRAWN, Step.REOPEN): State.DRAFT,
})  # fmt: skip

# In these the text can still be edited; in all others it is locked for good.
EDITABLE: Final = frozenset({State.DRAFT, State.CONSULTATION, State.APPROVAL})
# One version of a policy at a time can be in these: it is being worked on.
OPEN: Final = (State.DRAFT, State.CONSULTATION, State.APPROVAL, State.APPROVED)
EVERYBODY_READS: Final = frozenset({State.CONSULTATION, State.IN_FORCE, State.SUPERSEDED})


def decide_step(state: VersionState, step: Step) -> Decision:
    """Say whether a step can be taken in a state."""
    because = f'A version that is "{state}" cannot take the step "{step}".'
    return Decision((state, step) in FLOW, "GEN-4", because)


def follow(state: VersionState, step: Step) -> VersionState:
    """Return the state that a step leads to. Raises KeyError for a step that cannot be taken."""
    return FLOW[state, step]


def steps_from(state: VersionState) -> tuple[Step, ...]:
    """Return the steps that can be taken in a state, in the order of the table."""
    return tuple(step for begun, step in FLOW if begun is state)


def decide_edit(state: VersionState) -> Decision:
    """Say whether the text may be changed: it is locked from approval on."""
    because = "The text is locked once it is approved. Start a new draft to change it."
    return Decision(state in EDITABLE, "GEN-4", because)


def restarts_approval(state: VersionState) -> bool:
    """Say whether an edit makes every approval that was given so far void."""
    return state is State.APPROVAL


def decide_view(state: VersionState, *, keeps_it: bool, is_asked: bool) -> Decision:
    """Say whether somebody may read a version: drafts are for those who keep or approve them."""
    because = "This version is not ready to be read yet."
    is_open = state in EVERYBODY_READS or keeps_it or (is_asked and state is State.APPROVAL)
    return Decision(is_open, "GEN-4", because)
