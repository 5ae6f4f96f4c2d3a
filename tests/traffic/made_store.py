"""A made school, and ways to read logs into a store and the store back."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import duckdb

from staffroom.records.calendar import Calendar, Term
from staffroom.records.people import Network, NetworkKind, Person, Register, Standing
from staffroom.records.progress import Silence
from staffroom.records.school import School
from staffroom.records.services import Host, Role, Service
from staffroom.rules.catalogue import Catalogue
from staffroom.traffic.intake import Intake
from staffroom.traffic.sources import find_sources
from staffroom.traffic.store import Store

NOW = 1_800_000_000_000
CHIRP = Service(
    "chirp",
    "Chirp",
    "network",
    (
        Host("chirp.example", Role.INTERACTIVE),
        Host("www.chirp.example", Role.INTERACTIVE),
        Host("img.chirp.example", Role.MEDIA),
        Host("widget.chirp.example", Role.EMBED),
        Host("pixel.chirp.example", Role.TRACKING),
        Host("push.chirp.example", Role.BACKGROUND),
        Host("login.chirp.example", Role.LOGIN),
        Host("ch.example", Role.SHORTENER),
    ),
)
SOLO = Service("solo", "Solo", "network", (Host("solo.example", Role.INTERACTIVE),))
CATALOGUE = Catalogue((CHIRP, SOLO), ("quiet.chirp.example",))
HOSTS = tuple(host.name for service in (CHIRP, SOLO) for host in service.hosts)

TERM = Calendar(terms=(Term("Autumn", date(2026, 9, 1), date(2026, 12, 18)),))
STAFF = (
    Person("s-1", "Ama Sample", ("asample",), frozenset({Standing.EMPLOYEE})),
    Person("s-2", "Bo Example", ("HOLLY\\bexample",), frozenset({Standing.GOVERNOR})),
)
REGISTER = Register(STAFF, frozenset({"pupil1", "pupil2"}), (Network("10.9.0.0/16", NetworkKind.PUPIL),))
SCHOOL = School("Holly Wood School", REGISTER, TERM)


def open_store(home: Path) -> Store:
    return Store(home, SCHOOL.calendar)


def read_into(home: Path, *paths: Path | str, kernels: Path | None = None, progress=None, school=SCHOOL):
    """Read paths into the store at `home`; return the outcomes."""
    intake = Intake(Store(home, school.calendar), school, CATALOGUE, now=NOW, kernels=kernels)
    return list(intake.read(find_sources(map(str, paths)), progress or Silence()))


def rows_of(home: Path) -> list[tuple]:
    """Return the rows of every day that the state names, sorted."""
    rows: list[tuple] = []
    for day, name in open_store(home).state.days.items():
        found = duckdb.execute("SELECT * FROM read_parquet(?)", [str(home / name)])
        columns = [column[0] for column in found.description]
        rows += [(*sorted(zip(columns, row, strict=True)), day) for row in found.fetchall()]
    return sorted(rows, key=repr)


def visits_of(home: Path) -> set[tuple]:
    """Return who, service and window of the rows that were judged visits."""
    rows = [dict(row[:-1]) for row in rows_of(home)]
    return {(row["who"], row["service"], row["window"]) for row in rows if row["outcome"] == "visit"}


def outcomes_of(home: Path) -> dict[tuple[str, int], str]:
    rows = [dict(row[:-1]) for row in rows_of(home)]
    return {(row["service"], row["window"]): row["outcome"] for row in rows}


def prints_of(home: Path) -> list[bytes]:
    """Return every fingerprint kept, in order, as bytes."""
    names = [name for files in open_store(home).state.prints.values() for name in files]
    whole = [(home / name).read_bytes() for name in names]
    return sorted(text[start : start + 8] for text in whole for start in range(0, len(text), 8))


def ledger_of(home: Path, *names: str) -> dict[str, int]:
    """Add up the segments of a store."""
    segments = open_store(home).state.segments
    return {
        name: sum(getattr(segment, name) for segment in segments)
        for name in names or ("lines", "listed", "repeated", "pupils")
    }


def share_keys(home: Path, others: Iterable[Path]) -> None:
    """Give other stores the keys of one, so that equal lines have equal codes and fingerprints."""
    open_store(home).key("lines")
    open_store(home).key("codes-autumn-2026")
    for other in others:
        shutil.copytree(home / "keys", other / "keys")
