"""How is a day of evidence merged, judged and written?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import numpy.typing as npt

from staffroom.rules.outcomes import traits
from staffroom.traffic.domain_table import DomainTable
from staffroom.traffic.engine import question, quoted
from staffroom.traffic.gathered import COUNTED, FIRST_WINDOW, SERVICE_SHIFT, Windows
from staffroom.traffic.judging import OUTCOMES, judge_day

Rows = dict[str, npt.NDArray[Any]]


def rows_of(windows: Windows, who: npt.NDArray[np.uint64], attributed: npt.NDArray[np.bool_]) -> Rows:
    """Turn gathered windows into the columns of a day; `who` and `attributed` are of each row's bearer."""
    counts = {name: np.ascontiguousarray(windows.counts[:, place]) for place, name in enumerate(COUNTED)}
    return counts | {
        "who": who,
        "attributed": attributed,
        "number": (windows.keys.astype(np.int64) >> SERVICE_SHIFT & 0xFFF).astype(np.int32),
        "window": windows_of(windows).astype(np.int32),
        "octets": windows.octets,
        "hosts": windows.hosts,
        "began": windows.began,
        "lasted": windows.lasted,
    }


def windows_of(windows: Windows) -> npt.NDArray[np.int64]:
    """Return each row's window, counted from 1970."""
    return (windows.keys.astype(np.int64) & 0xFF_FFFF) + FIRST_WINDOW


def prepare(engine: duckdb.DuckDBPyConnection, domains: DomainTable) -> None:
    """Tell the engine the services, their numbers, and the names of the outcomes."""
    services = [domains.catalogue.service(id) for id in domains.services]
    engine.execute(
        "CREATE TEMP TABLE services (number INTEGER, service VARCHAR, alone BOOLEAN, card INTEGER)"
    )
    _fill(engine, "services", [(at, one.id, *traits(one)) for at, one in enumerate(services)])
    engine.execute("CREATE TEMP TABLE outcome_names (outcome_number BIGINT, outcome VARCHAR)")
    _fill(engine, "outcome_names", [(at, outcome.value) for at, outcome in enumerate(OUTCOMES)])


def _fill(engine: duckdb.DuckDBPyConnection, table: str, rows: list[tuple[Any, ...]]) -> None:
    places = ", ".join("(" + ", ".join("?" * len(row)) + ")" for row in rows)
    engine.execute(f"INSERT INTO {table} VALUES {places}", [cell for row in rows for cell in row])  # noqa: S608


def write_day(engine: duckdb.DuckDBPyConnection, gathered: Rows, kept: Path | None, target: Path) -> None:
    """Merge a day's gathered rows with what was kept of it, judge the whole, and write it to `target`."""
    before = question("kept_day").format(path=quoted(str(kept))) if kept else question("no_evidence")
    engine.execute(f"CREATE OR REPLACE TEMP VIEW kept AS {before}")
    engine.register("gathered", gathered)
    engine.execute(question("merge_day"))
    outcomes = judge_day(engine.execute(question("features_of_day")).fetchnumpy())
    engine.register("outcomes", {"place": np.arange(1, len(outcomes) + 1), "outcome_number": outcomes})
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    engine.execute(question("keep_day").format(path=quoted(str(target))))
    engine.unregister("gathered")
    engine.unregister("outcomes")
