"""What do the values of school.toml mean?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from staffroom.readers.rosters.cells import FIRST_YEAR, LAST_YEAR, list_known, read_day
from staffroom.readers.rosters.problems import Complaints
from staffroom.records.school import Settings

SMALLEST_COHORTS = range(3, 101)  # fewer than three people cannot hide each other
KEPT_DAYS = range(1, 3651)
UNKNOWN_ACCOUNTS = ("unattributed", "drop")
MOST_TABLES = 2_000  # of one name; the longest list of a school is that of its networks
LONGEST_TEXT = 200

Toml = Mapping[str, Any]


def read_settings(document: Toml, complaints: Complaints) -> Settings:
    """Read `[settings]`; a value that is not allowed keeps its default, and is complained of."""
    found = table_of(document, "settings", complaints)
    told = set(found) - {"smallest_cohort", "keep_days", "unknown_accounts"}
    if told:
        complaints.say(0, "[settings] has an entry that is not known. " + _known_settings())
    settings = Settings()
    cohort = _number(found, "smallest_cohort", SMALLEST_COHORTS, settings.smallest_cohort, complaints)
    keep_days = _number(found, "keep_days", KEPT_DAYS, settings.keep_days, complaints)
    settings = replace(settings, smallest_cohort=cohort, keep_days=keep_days)
    unknown = found.get("unknown_accounts", settings.unknown_accounts)
    if unknown in UNKNOWN_ACCOUNTS:
        return replace(settings, unknown_accounts=str(unknown))
    complaints.say(0, f"[settings] unknown_accounts is not known. {list_known(UNKNOWN_ACCOUNTS)}")
    return settings


def table_of(document: Toml, name: str, complaints: Complaints) -> Toml:
    """Return a table such as `[settings]`; an empty one where it is missing or is something else."""
    found = document.get(name, {})
    if isinstance(found, Mapping):
        return found
    complaints.say(0, f"{name} must be a table: write [{name}] and its entries below.")
    return {}


def tables_of(document: Toml, name: str, complaints: Complaints) -> Iterator[tuple[str, Toml]]:
    """Go through tables such as `[[term]]`, each with what to call it in a sentence."""
    found = document.get(name, [])
    if not isinstance(found, list) or not all(isinstance(each, Mapping) for each in found):
        complaints.say(0, f"{name} must be a list of tables: write [[{name}]] before each.")
        return
    if len(found) > MOST_TABLES:
        complaints.say(
            0, f"There are more than {MOST_TABLES} tables [[{name}]]; the first {MOST_TABLES} are read."
        )
    for number, each in enumerate(found[:MOST_TABLES], start=1):
        yield f"[[{name}]] number {number}", each


def text_of(table: Toml, name: str) -> str:
    """Return a text, single-spaced; "" where it is missing or is something else."""
    found = table.get(name, "")
    return " ".join(found.split())[:LONGEST_TEXT] if isinstance(found, str) else ""


def day_of(table: Toml, name: str) -> date | None:
    """Return a date, written as TOML's own or in quotes; None where it is missing or is something else."""
    found = table.get(name)
    if isinstance(found, str):
        return read_day(found.strip())
    if not isinstance(found, date) or isinstance(found, datetime):
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None


def _number(table: Toml, name: str, allowed: range, otherwise: int, complaints: Complaints) -> int:
    found = table.get(name, otherwise)
    if type(found) is int and found in allowed:  # a bool is an int too, and means none here
        return found
    bounds = f"a whole number from {allowed[0]} to {allowed[-1]}"
    complaints.say(0, f"[settings] {name} must be {bounds}; {otherwise} is used.")
    return otherwise


def _known_settings() -> str:
    return "Known are: smallest_cohort, keep_days, unknown_accounts."
