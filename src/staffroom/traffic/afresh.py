"""How are days read again, in the place of what was kept of them?

The logs are read into a second store beside the first one. Only when that is whole does it take the place of
the days it holds, so that a run that is broken off changes nothing.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from staffroom.records.calendar import Calendar
from staffroom.traffic import state
from staffroom.traffic.state import BESIDE, Bookmark, Segment, State
from staffroom.traffic.store import Store


@dataclass(frozen=True, slots=True)
class Exchange:
    """Which days a second store would replace, and how many lines kept of them it does not have."""

    days: tuple[date, ...]
    lost: int


@contextmanager
def store_beside(store: Store, calendar: Calendar) -> Iterator[Store]:
    """Give an empty store with the keys and the weeks of another one; it is deleted at the end."""
    folder = store.folder / BESIDE
    shutil.rmtree(folder, ignore_errors=True)  # of a run that was broken off
    folder.mkdir(mode=0o700, parents=True)
    try:
        beside = Store(folder, calendar, keys=store.keys)
        beside.state.weeks = dict(store.state.weeks)
        yield beside
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def compare(store: Store, beside: Store) -> Exchange:
    """Say what taking the second store over would do.

    A day is exchanged where a line of it was logged. A line that lasted past midnight is logged on the day
    after: that it leaves evidence on the day before does not make the logs speak of that day.
    """
    days = {beside.day_of_hour(int(hour)) for hour in beside.state.prints}
    hours = [int(hour) for hour in store.state.prints if store.day_of_hour(int(hour)) in days]
    known = beside.prints_of(int(hour) for hour in beside.state.prints)
    lost = np.setdiff1d(store.prints_of(hours), known)
    return Exchange(tuple(sorted(days)), len(lost))


def take_over(store: Store, beside: Store, days: Iterable[date]) -> None:
    """Put some days of a second store in the place of the first one's; all of it counts or none."""
    gone = {day.isoformat() for day in days}
    after = store.state.next()
    after.number += beside.state.number
    for hour in [one for one in after.prints if store.day_of_hour(int(one)).isoformat() in gone]:
        del after.prints[hour]
    for day in gone:
        after.days.pop(day, None)
    _move(store, beside, gone, after)
    after.segments = [*_without(store.state.segments, gone), *beside.state.segments]
    after.bookmarks = [*_of_others(store.state.bookmarks, beside.state.bookmarks), *beside.state.bookmarks]
    state.save(store.folder, after)
    store.state = after


def _move(store: Store, beside: Store, days: set[str], after: State) -> None:
    """Move the files of a second store to the first, under names that are new there."""
    for kind in ("days", "prints"):
        (store.folder / kind).mkdir(mode=0o700, exist_ok=True)
    for day, name in beside.state.days.items():
        if day in days:
            after.days[day] = _moved(store, beside, name)
            monday = state.monday_of(date.fromisoformat(day)).isoformat()
            after.weeks[monday] = beside.state.weeks[monday]
    for hour, names in beside.state.prints.items():
        after.prints[hour] = [_moved(store, beside, name) for name in names]


def _moved(store: Store, beside: Store, name: str) -> str:
    front, _, end = name.rpartition("-")
    number, dot, suffix = end.partition(".")
    new = f"{front}-{int(number) + store.state.number:06d}{dot}{suffix}"
    os.replace(beside.folder / name, store.folder / new)
    return new


def _without(segments: list[Segment], gone: set[str]) -> Iterator[Segment]:
    """Give the accounts of stretches without the days that are gone, and not those of nothing else."""
    for one in segments:
        days = [day for day in one.days if day not in gone]
        if days or not one.days:
            yield replace(one, days=days)


def _of_others(bookmarks: list[Bookmark], new: list[Bookmark]) -> list[Bookmark]:
    """Give the bookmarks of logs of which there is no new one."""
    heads = {(one.head, one.head_length) for one in new}
    inodes = {one.inode for one in new if one.inode}
    return [one for one in bookmarks if (one.head, one.head_length) not in heads and one.inode not in inodes]
