"""How far from the truth was what the report found, in figures and in words?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from staffroom.demonstration.truth import Truth, Visited
from staffroom.records.evidence import Outcome


@dataclass(frozen=True, slots=True)
class ServiceComparison:
    """The same counts for one service."""

    service: str
    true_visits: int
    found: int
    wrongly: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was judged, against a truth; all counts are of a person's windows of five minutes on a service.

    `true_visits` are those that the log can show and tie to a person; `found` of them were judged to be
    visits and `missed` were not, `ambiguous_of_missed` of which were called ambiguous. `wrongly` were
    judged to be visits and are none; `wrongly_beside` of them lie next to a true window of the same person
    and service, so that only the edge of a true visit was wrong. `beyond` are true visits that nobody could
    tie to the person for certain, and that were found all the same; they count neither way.
    `unattributable` and `hidden` are the true visits that no log could tell.
    `precision` is found of all judged visits and `recall` is found of all true ones: None where there are
    none.
    """

    true_visits: int
    found: int
    missed: int
    ambiguous_of_missed: int
    wrongly: int
    wrongly_beside: int
    beyond: int
    unattributable: int
    hidden: int
    minutes_true: int
    services: tuple[ServiceComparison, ...]
    minutes_judged: tuple[int, int] | None = None

    @property
    def precision(self) -> float | None:
        """Return how much of what was found is true, from 0 to 1."""
        return _share(self.found, self.found + self.wrongly)

    @property
    def recall(self) -> float | None:
        """Return how much of what is true was found, from 0 to 1."""
        return _share(self.found, self.true_visits)

    @property
    def recall_of_all(self) -> float | None:
        """Return the same, of all true visits, also those that no log could tell."""
        return _share(self.found, self.true_visits + self.unattributable + self.hidden)


def compare(
    truth: Truth,
    judged: Iterable[tuple[str, str, int, str]],
    *,
    minutes_judged: tuple[int, int] | None = None,
) -> Comparison:
    """Compare judgements (person, service, window, one of `Outcome`) with the truth.

    A window that is judged more than once has the best of its outcomes: a visit, or else ambiguous.
    `minutes_judged` is the least and the most that the report says, and is handed on.
    """
    visits, ambiguous = _by_outcome(judged)
    beyond = visits & ((truth.unattributable | truth.hidden) - truth.visits)
    wrongly = visits - truth.visits - beyond
    missed = truth.visits - visits
    return Comparison(
        true_visits=len(truth.visits),
        found=len(truth.visits & visits),
        missed=len(missed),
        ambiguous_of_missed=len(missed & ambiguous),
        wrongly=len(wrongly),
        wrongly_beside=sum(_is_beside(one, truth.visits) for one in wrongly),
        beyond=len(beyond),
        unattributable=len(truth.unattributable),
        hidden=len(truth.hidden),
        minutes_true=round(sum(truth.seconds.values()) / 60),
        services=_by_service(truth.visits, visits, wrongly),
        minutes_judged=minutes_judged,
    )


def _by_outcome(judged: Iterable[tuple[str, str, int, str]]) -> tuple[set[Visited], set[Visited]]:
    visits: set[Visited] = set()
    ambiguous: set[Visited] = set()
    for person, service, window, outcome in judged:
        if outcome == Outcome.VISIT:
            visits.add((person, service, window))
        elif outcome == Outcome.AMBIGUOUS:
            ambiguous.add((person, service, window))
    return visits, ambiguous - visits


def _by_service(
    true: frozenset[Visited], visits: set[Visited], wrongly: set[Visited]
) -> tuple[ServiceComparison, ...]:
    names = sorted({service for _, service, _ in true | wrongly})
    return tuple(
        ServiceComparison(
            name,
            true_visits=_count(true, name),
            found=_count(true & visits, name),
            wrongly=_count(wrongly, name),
        )
        for name in names
    )


def _count(some: Iterable[Visited], service: str) -> int:
    return sum(one[1] == service for one in some)


def _is_beside(one: Visited, true: frozenset[Visited]) -> bool:
    person, service, window = one
    return (person, service, window - 1) in true or (person, service, window + 1) in true


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def describe(comparison: Comparison) -> list[str]:
    """Write the comparison in whole sentences, the most important first."""
    return [
        "The made week's truth is known, so that the report can be held against it. "
        "A visit is five minutes in which a person used a service.",
        _found(comparison),
        _missed(comparison),
        _wrong(comparison),
        *_untold(comparison),
        _minutes(comparison),
    ]


def _found(of: Comparison) -> str:
    if of.recall is None:
        return "Nobody made a visit that the log could show."
    return f"Found: {of.found} of {_number(of.true_visits, 'true visit')} ({_percent(of.recall)})."


def _missed(of: Comparison) -> str:
    if not of.missed:
        return "Missed: none."
    return f"Missed: {of.missed}; {of.ambiguous_of_missed} of them called ambiguous."


def _wrong(of: Comparison) -> str:
    if of.precision is None:
        return "Nothing was called a visit, so that nothing was called one wrongly."
    if not of.wrongly:
        return "Called a visit wrongly: none."
    return (
        f"Called a visit wrongly: {of.wrongly}; {of.wrongly_beside} of them right beside a true visit to the "
        f"same service. Of all that was called a visit, {_percent(of.precision)} was one."
    )


def _untold(of: Comparison) -> list[str]:
    sentences = []
    if of.unattributable:
        sentences.append(
            f"{_number(of.unattributable, 'more true visit')} could not be tied to a person by any log: "
            "shared machines, phones that nobody registered, two leases of one address."
        )
    if of.hidden:
        sentences.append(
            f"{_number(of.hidden, 'more true visit')} had no name of a service in the log: encrypted hellos."
        )
    if of.beyond:
        were = "was" if of.beyond == 1 else "were"
        sentences.append(f"Of these, {of.beyond} {were} tied to a person all the same; look into why.")
    return sentences


def _minutes(of: Comparison) -> str:
    really = f"People really spent {_number(of.minutes_true, 'minute')} on these services"
    if of.minutes_judged is None:
        return f"{really}."
    least, most = of.minutes_judged
    return f"{really}; the report says from {least:,} to {most:,}."


def _number(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _percent(share: float) -> str:
    """Write a share in whole percent, but never as all or nothing where it is not."""
    if share in (0.0, 1.0):
        return f"{share:.0%}"
    return f"{min(99, max(1, round(100 * share)))}%"
