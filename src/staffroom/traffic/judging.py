"""How are the outcomes of a whole day judged at once, each different set of features only once?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from staffroom.records.evidence import Outcome
from staffroom.rules import thresholds
from staffroom.rules.outcomes import BANDS, Features, Judgement, judge
from staffroom.rules.visits import Judged, settle

OUTCOMES: Final = tuple(Outcome)
_VISIT: Final = OUTCOMES.index(Outcome.VISIT)

Columns = Mapping[str, npt.NDArray[Any]]
Numbers = npt.NDArray[np.int64]


def judge_day(day: Columns) -> Numbers:
    """Return the number of each row's outcome (its place in OUTCOMES).

    `day` has the columns of `features_of_day.sql`, ordered by party (person and service) and window.
    """
    if not len(day["window"]):
        return np.empty(0, dtype=np.int64)
    outcomes, joins = _judge_alone(_features(day))
    _settle(outcomes, joins, day["party"], day["window"])
    return outcomes


def _features(day: Columns) -> Numbers:
    """Return a row of `Features`, as numbers, for each window."""
    present = {
        name: day[name] > 0
        for name in (
            "interactive", "media", "embed", "tracking", "background", "login", "shortener", "blocked",
            "pages", "followed", "foreign",
        )
    }  # fmt: skip
    worked_out = {
        "grade": day["grade"],
        "volume": np.searchsorted(np.array(BANDS), day["octets"], side="right"),
        "hosts": np.minimum(day["hosts"], thresholds.VISIT_HOSTS),
        "spread": day["slots"] >= thresholds.SPREAD_SLOTS,
        "own": day["interactive"] > day["foreign"],
        "alone": day["alone"],
    }
    columns = present | worked_out
    return np.stack([np.asarray(columns[name], dtype=np.int64) for name in Features._fields], axis=1)


def _judge_alone(rows: Numbers) -> tuple[Numbers, npt.NDArray[np.bool_]]:
    """Judge each row by itself, asking the rule once for each different one."""
    packed = rows @ (8 ** np.arange(rows.shape[1], dtype=np.int64))
    _, first, which = np.unique(packed, return_index=True, return_inverse=True)
    judgements = [judge(_row(row)) for row in rows[first].tolist()]
    outcomes = np.array([OUTCOMES.index(one.outcome) for one in judgements], dtype=np.int64)
    joins = np.array([one.joins for one in judgements], dtype=np.bool_)
    return outcomes[which], joins[which]


def _row(numbers: list[int]) -> Features:
    """Return a row of numbers as features (a true bool is 1, so the rule sees no difference)."""
    return Features._make(numbers)


def _settle(outcomes: Numbers, joins: npt.NDArray[np.bool_], party: Numbers, window: Numbers) -> None:
    """Make visits of the windows that join one; only parties with both are looked at."""
    undecided = np.intersect1d(party[joins & (outcomes != _VISIT)], party[outcomes == _VISIT])
    starts = np.searchsorted(party, undecided, side="left")
    ends = np.searchsorted(party, undecided, side="right")
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        judged = [
            Judged(at, Judgement(OUTCOMES[number], bool(join)))
            for at, number, join in zip(
                window[start:end].tolist(),
                outcomes[start:end].tolist(),
                joins[start:end].tolist(),
                strict=True,
            )
        ]
        outcomes[start:end] = [OUTCOMES.index(outcome) for outcome in settle(judged)]
