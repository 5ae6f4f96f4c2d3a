"""Write one school day of Squid's native log, and the folder of the school that made it.

Example:
    python benchmarks/traffic_maker.py --lines 5000000 --out day.log --school school --truth truth.json
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

from staffroom.demonstration.made_school import MadeSchool, make_school
from staffroom.demonstration.pupil_pool import make_pool
from staffroom.demonstration.school import write_folder
from staffroom.demonstration.tallies import tell_truth
from staffroom.demonstration.truth import Truth
from staffroom.demonstration.week import day_lines, people_days

POOL = 200_000
WEEK = date(2026, 9, 14)
BUFFER_BYTES = 1 << 20


def main() -> None:
    """Write what the command line asks for, and say what was written."""
    asked = _read_arguments()
    school = make_school(seed=asked.seed, week=asked.week, staff=asked.staff, pupils=asked.pupils)
    if asked.school:
        _write_folder(asked.school, write_folder(school))
    lines, truth = make_day(school, lines=asked.lines)
    written, octets = _write_lines(asked.out, lines)
    if asked.truth:
        asked.truth.write_text(json.dumps(truth.to_document()), "utf-8")
    print(f"{written:,} lines, {octets:,} bytes, {octets / max(1, written):.1f} bytes a line: {asked.out}")


def make_day(school: MadeSchool, *, lines: int) -> tuple[Iterator[bytes], Truth]:
    """Make the school's Monday: exactly `lines` lines, and what the staff really did on it.

    Where the staff alone make more lines than that, the day is cut off when there are enough, and the
    truth speaks of more than the log does.
    """
    day = school.days[0]
    people = people_days(school, day)
    pool = make_pool(seed=school.seed, pupils=school.pupils, size=min(POOL, max(1000, lines)))
    made = islice(day_lines(school, day, people, pool=pool, lines=lines), lines)
    return made, tell_truth(visit for one in people for visit in one.visits)


def _read_arguments() -> argparse.Namespace:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    reader.add_argument("--lines", type=int, default=5_000_000)
    reader.add_argument("--seed", type=int, default=4)
    reader.add_argument("--out", type=Path, required=True, help="the log to write")
    reader.add_argument("--school", type=Path, help="a folder to write the school's files into")
    reader.add_argument("--truth", type=Path, help="a file to write the truth into, as JSON")
    reader.add_argument("--staff", type=int, default=300)
    reader.add_argument("--pupils", type=int, default=1500)
    reader.add_argument("--week", type=date.fromisoformat, default=WEEK, help="a Monday")
    return reader.parse_args()


def _write_lines(out: Path, lines: Iterator[bytes]) -> tuple[int, int]:
    written = octets = 0
    with out.open("wb", buffering=BUFFER_BYTES) as log:
        for line in lines:
            octets += log.write(line)
            written += 1
    return written, octets


def _write_folder(folder: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    main()
