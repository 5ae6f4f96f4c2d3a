"""Where is evidence kept, by day, and how does what was gathered get there?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt

from staffroom.records.calendar import Calendar
from staffroom.records.evidence import WINDOW_SECONDS
from staffroom.rules.pseudonyms import code
from staffroom.rules.retention import expired
from staffroom.rules.terms import period
from staffroom.traffic import day_files, state
from staffroom.traffic.bearers import BearerList
from staffroom.traffic.domain_table import DomainTable
from staffroom.traffic.engine import open_engine
from staffroom.traffic.gathered import BEARER_SHIFT, Fresh, Windows
from staffroom.traffic.gatherer import Gatherer
from staffroom.traffic.keys import key_of, key_path
from staffroom.traffic.state import State

Prints = npt.NDArray[np.uint64]
_WINDOWS_AN_HOUR = 3600 // WINDOW_SECONDS


class Store:
    """A folder of evidence: one Parquet file a day, fingerprints by the hour, the state, and the keys."""

    def __init__(self, folder: Path, calendar: Calendar, *, keys: Path | None = None) -> None:
        self.folder = folder
        self.keys = keys or folder / "keys"
        self._calendar = calendar
        self._zone = ZoneInfo(calendar.timezone)
        self.state: State = state.load(folder)

    def key(self, name: str) -> bytes:
        """Return one of the store's secret keys."""
        return key_of(self.keys, name)

    def has_key(self, name: str) -> bool:
        """Say whether a key of this name was made already."""
        return key_path(self.keys, name).exists()

    def period_of(self, day: date) -> str:
        """Return the period whose key a day's codes are made with: one for the whole of its week.

        It is decided when the week is first written, and stays, whatever is later made of the term dates:
        somebody with two codes in one week would count as two people.
        """
        monday = state.monday_of(day)
        return self.state.weeks.get(monday.isoformat()) or period(self._calendar, monday)

    def day_of_hour(self, hour: int) -> date:
        """Return the local day of an hour since 1970."""
        return datetime.fromtimestamp(hour * 3600, UTC).astimezone(self._zone).date()

    def prints_of(self, hours: Iterable[int]) -> Prints:
        """Return the fingerprints kept of some hours."""
        names = [name for hour in hours for name in self.state.prints.get(str(hour), ())]
        parts = [np.fromfile(self.folder / name, dtype="<u8") for name in names]
        return np.concatenate(parts) if parts else np.empty(0, dtype=np.uint64)

    def keep(self, gatherer: Gatherer, bearers: BearerList, domains: DomainTable) -> None:
        """Write what a gatherer holds, and then the state; either all of it counts or none."""
        kept = self.state.next()
        windows = gatherer.windows()
        if len(windows.keys):
            self._keep_days(windows, bearers, domains, kept)
        self._keep_prints(gatherer.fresh(), kept)
        state.save(self.folder, kept)
        self.state = kept

    def _keep_days(
        self, windows: Windows, bearers: BearerList, domains: DomainTable, next_state: State
    ) -> None:
        with open_engine() as engine:
            day_files.prepare(engine, domains)
            for day, part in self._by_day(windows):
                who, attributed = self._codes(part, bearers, day)
                kept = self.state.days.get(day.isoformat())
                name = f"days/{day.isoformat()}-{next_state.number:06d}.parquet"
                gathered = day_files.rows_of(part, who, attributed)
                day_files.write_day(
                    engine, gathered, self.folder / kept if kept else None, self.folder / name
                )
                state.settle(self.folder / name)
                next_state.days[day.isoformat()] = name
                next_state.weeks[state.monday_of(day).isoformat()] = self.period_of(day)

    def _by_day(self, windows: Windows) -> Iterable[tuple[date, Windows]]:
        hours = (day_files.windows_of(windows) // _WINDOWS_AN_HOUR).astype(np.int64)
        distinct, which = np.unique(hours, return_inverse=True)
        days = [self.day_of_hour(hour) for hour in distinct.tolist()]
        ordinals = np.array([day.toordinal() for day in days])[which]
        for ordinal in np.unique(ordinals).tolist():
            chosen = ordinals == ordinal
            yield date.fromordinal(ordinal), Windows._make(column[chosen] for column in windows)

    def _codes(
        self, windows: Windows, bearers: BearerList, day: date
    ) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.bool_]]:
        """Return each row's code of the day's period, and whether it is a person's."""
        key = self.key(f"codes-{self.period_of(day)}")
        numbers, which = np.unique(windows.keys >> np.uint64(BEARER_SHIFT), return_inverse=True)
        codes = [int(code(key, bearers.identity(number)), 16) for number in numbers.tolist()]
        attributed = [bearers.is_attributed(number) for number in numbers.tolist()]
        return np.array(codes, dtype=np.uint64)[which], np.array(attributed, dtype=np.bool_)[which]

    def _keep_prints(self, fresh: Fresh, next_state: State) -> None:
        order = np.argsort(fresh.hours, kind="stable")
        hours, starts = np.unique(fresh.hours[order], return_index=True)
        ends = [*starts[1:].tolist(), len(order)][: len(hours)]  # none at all where nothing is fresh
        (self.folder / "prints").mkdir(parents=True, exist_ok=True, mode=0o700)
        for hour, start, end in zip(hours.tolist(), starts.tolist(), ends, strict=True):
            name = f"prints/{hour}-{next_state.number:06d}"
            fresh.prints[order[start:end]].astype("<u8").tofile(self.folder / name)
            state.settle(self.folder / name)
            next_state.prints.setdefault(str(hour), []).append(name)

    def forget(self, days: Collection[date], *, today: date) -> None:
        """Delete days of evidence, the fingerprints of their lines, and what only they needed.

        An account of a log goes with its last day, the key of a period's codes with the period's last
        day, so that nobody can make those codes again.
        """
        by_day: defaultdict[date, list[str]] = defaultdict(list)
        for hour in self.state.prints:
            by_day[self.day_of_hour(int(hour))].append(hour)
        gone = {day.isoformat() for day in days}
        for day in days:
            self.state.forget_day(day.isoformat(), by_day[day])
        oldest = min([*self.state.days, today.isoformat()])  # a log may be of days forgotten one by one
        self.state.segments = [
            one
            for one in self.state.segments
            if not one.days or any(day >= oldest and day not in gone for day in one.days)
        ]
        state.save(self.folder, self.state)
        self._forget_keys(today)

    def forget_unseen(self, *, today: date, keep_days: int) -> None:
        """Drop the bookmarks of logs that were not met for longer than evidence is kept.

        A log that comes back is read again; what it says is as old as its bookmark was, and is deleted.
        """
        unsaid = [one for one in self.state.bookmarks if not one.seen]
        for one in unsaid:
            one.seen = today.isoformat()
        seen = {date.fromisoformat(one.seen) for one in self.state.bookmarks}
        gone = {day.isoformat() for day in expired(seen, today=today, keep_days=keep_days)}
        self.state.bookmarks = [one for one in self.state.bookmarks if one.seen not in gone]
        if unsaid or gone:
            state.save(self.folder, self.state)

    def _forget_keys(self, today: date) -> None:
        kept = {today, *map(date.fromisoformat, self.state.days)}
        needed = {f"codes-{self.period_of(day)}.key" for day in kept}
        for file in (self.keys).glob("codes-*.key"):
            if file.name not in needed:
                file.unlink(missing_ok=True)

    def day_files(self, first: date, last: date) -> dict[date, Path]:
        """Return the Parquet files of the days from `first` to `last`, as far as there are any."""
        since, until = first.isoformat(), last.isoformat()
        kept = sorted((day, name) for day, name in self.state.days.items() if since <= day <= until)
        return {date.fromisoformat(day): self.folder / name for day, name in kept}
