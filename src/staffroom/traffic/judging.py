"""How are the outcomes of a whole day judged at once, each different set of features only once?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from staffroom.records.evidence import Outcome
from staffroom.rules import thresholds
from staffroom.rules.outcomes import STEPS, Features, judge

OUTCOMES: Final = tuple(Outcome)
_PRESENT: Final = (
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
    sizes = rows.max(axis=0) + 1  # of each feature, so that every set of them packs into a number of its own
    packed = rows @ np.concatenate(([1], np.cumprod(sizes[:-1])))
    _, first, which = np.unique(packed, return_index=True, return_inverse=True)
    judged = [OUTCOMES.index(judge(Features._make(row))) for row in rows[first].tolist()]
    return np.array(judged, dtype=np.int64)[which]


def _features(day: Columns) -> Numbers:
    """Return a row of `Features`, as numbers (true is 1), for each window."""
    run = _runs(day)
    columns: dict[str, npt.NDArray[Any]] = {name: day[name] > 0 for name in _PRESENT}
    columns |= {name: _band(numbers, STEPS[name]) for name, numbers in _measures(day, run).items()}
    columns |= {
        "grade": day["grade"],
        "has_media": day["media"] > 0,
        "spread": _over_run(day["slots"], run) >= thresholds.NAMES_SLOTS,
        "own": day["interactive"] > day["foreign"],
        "alone": day["alone"],
        "card": day["card"],
    }
    return np.stack([np.asarray(columns[name], dtype=np.int64) for name in Features._fields], axis=1)


def _measures(day: Columns, run: Numbers) -> dict[str, npt.NDArray[Any]]:
    """Return what is measured of each window, and of others of its stretch, by the name of the measure."""
    octets = np.asarray(day["octets"], dtype=np.int64)
    of_run = _over_run(octets, run)
    return {
        "volume": octets,
        "interactive": day["interactive"],
        "media": day["media"],
        "hosts": day["hosts"],
        "slots": day["slots"],
        "background": day["background"],
        "widget": day["embed"] + day["tracking"],
        "next_volume": np.append(np.where(run[1:] == run[:-1], octets[1:], 0), 0),
        "later_volume": of_run - _so_far(octets, run),
        "run_volume": of_run,
        "run_hosts": np.maximum.reduceat(day["hosts"], _starts(run))[run],
    }


def _runs(day: Columns) -> Numbers:
    """Number the stretches of use: a new one where the party changes or the gap is too long."""
    party, window = np.asarray(day["party"]), np.asarray(day["window"])
    begins = np.ones(len(window), dtype=np.int64)
    begins[1:] = (party[1:] != party[:-1]) | (window[1:] - window[:-1] > thresholds.GAP_WINDOWS + 1)
    return np.cumsum(begins) - 1


def _starts(run: Numbers) -> Numbers:
    return np.flatnonzero(np.diff(run, prepend=-1))


def _over_run(numbers: npt.NDArray[Any], run: Numbers) -> Numbers:
    """Add numbers up over each stretch of use, and give every window of it the sum."""
    return np.add.reduceat(np.asarray(numbers, dtype=np.int64), _starts(run))[run]


def _so_far(numbers: Numbers, run: Numbers) -> Numbers:
    """Add numbers up from the first window of each stretch to each window, its own included."""
    sums = np.cumsum(numbers)
    starts = _starts(run)
    return sums - (sums[starts] - numbers[starts])[run]


def _band(numbers: npt.NDArray[Any], steps: Sequence[int]) -> Numbers:
    return np.searchsorted(np.array(steps), numbers, side="right")
