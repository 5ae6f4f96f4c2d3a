"""How are the outcomes of a whole day judged at once, each different set of features only once?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from staffroom.records.evidence import Outcome
from staffroom.rules import thresholds
from staffroom.rules.outcomes import MEDIA, SPREADS, VOLUMES, Features, judge

OUTCOMES: Final = tuple(Outcome)
_PRESENT: Final = (
    "interactive",
    "background",
    "login",
    "shortener",
    "blocked",
    "pages",
    "followed",
    "foreign",
)

Columns = Mapping[str, npt.NDArray[Any]]
Numbers = npt.NDArray[np.int64]


def judge_day(day: Columns) -> Numbers:
    """Return the number of each row's outcome (its place in OUTCOMES).

    `day` has the columns of `features_of_day.sql`, ordered by party (person and service) and window.
    """
    if not len(day["window"]):
        return np.empty(0, dtype=np.int64)
    rows = _features(day)
    packed = rows @ (6 ** np.arange(rows.shape[1], dtype=np.int64))  # no feature is over five
    _, first, which = np.unique(packed, return_index=True, return_inverse=True)
    judged = [OUTCOMES.index(judge(Features._make(row))) for row in rows[first].tolist()]
    return np.array(judged, dtype=np.int64)[which]


def _features(day: Columns) -> Numbers:
    """Return a row of `Features`, as numbers (true is 1), for each window."""
    run = _runs(day)
    columns: dict[str, npt.NDArray[Any]] = {name: day[name] > 0 for name in _PRESENT} | {
        "grade": day["grade"],
        "media": _band(day["media"], MEDIA),
        "widget": day["embed"] + day["tracking"] > 0,
        "volume": _band(day["octets"], VOLUMES),
        "hosts": np.minimum(day["hosts"], thresholds.VISIT_HOSTS),
        "fresh": day["slots"] > 0,
        "spread": _band(_over_run(day["slots"], run), SPREADS),
        "gallery": _over_run(day["media"], run) >= thresholds.RICH_RUN_MEDIA,
        "own": day["interactive"] > day["foreign"],
        "alone": day["alone"],
        "rich": day["rich"],
    }
    return np.stack([np.asarray(columns[name], dtype=np.int64) for name in Features._fields], axis=1)


def _runs(day: Columns) -> Numbers:
    """Number the stretches of use: a new one where the party changes or the gap is too long."""
    party, window = np.asarray(day["party"]), np.asarray(day["window"])
    begins = np.ones(len(window), dtype=np.int64)
    begins[1:] = (party[1:] != party[:-1]) | (window[1:] - window[:-1] > thresholds.GAP_WINDOWS + 1)
    return np.cumsum(begins) - 1


def _over_run(numbers: npt.NDArray[Any], run: Numbers) -> npt.NDArray[Any]:
    """Add numbers up over each stretch of use, and give every window of it the sum."""
    return np.bincount(run, weights=numbers)[run]


def _band(numbers: npt.NDArray[Any], bands: Sequence[int]) -> Numbers:
    return np.searchsorted(np.array(bands), numbers, side="right")
