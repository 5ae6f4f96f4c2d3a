"""How does the made school describe itself, in the folder of plain files that a school keeps?"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date, time, timedelta
from typing import Final

from staffroom.demonstration.leases import main_server, second_server
from staffroom.demonstration.machines import NETWORKS, Machine
from staffroom.demonstration.made_school import NAME, MadeSchool, make_school
from staffroom.demonstration.patterns import PATTERNS
from staffroom.demonstration.purposes import DUTIES
from staffroom.demonstration.recent_week import KEEP_DAYS
from staffroom.demonstration.staff import Colleague
from staffroom.demonstration.terms import term_events, write_calendar
from staffroom.records.calendar import TimeRange, WorkingDay, WorkingPattern

DAY_NAMES: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
HEADTEACHER: Final = "Headteacher"


def school_files(*, seed: int, week: date, staff: int = 60, pupils: int = 400) -> dict[str, bytes]:
    """Write the made school's folder: names of files, with forward slashes, and what they hold.

    `week` is the Monday of the week that the leases cover; it must have no bank holiday in it for the
    school to be open all week. Raises ValueError, with one sentence, for sizes no school has.
    """
    return write_folder(make_school(seed=seed, week=week, staff=staff, pupils=pupils))


def write_folder(school: MadeSchool) -> dict[str, bytes]:
    """Write the folder of a school that is made already."""
    files = {
        "school.toml": _school_toml(),
        "people.csv": _people(school),
        "pupils.csv": _table(("account",), ((account,) for account in school.pupils)),
        "devices.csv": _devices(school),
        "purposes.csv": _purposes(school),
        "overrides.csv": _overrides(school),
        "terms.ics": write_calendar(school.week),
        "identities/dhcpd.leases": main_server(school),
    }
    if school.at_once:
        files["identities/dhcpd-second-server.leases"] = second_server(school)
    return files


def _table(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")


def _people(school: MadeSchool) -> bytes:
    columns = ("person", "name", "accounts", "standings", "roles", "pattern", "since", "until")
    return _table(columns, (_person(one) for one in school.colleagues))


def _person(colleague: Colleague) -> tuple[str, ...]:
    person = colleague.person
    return (
        person.id,
        person.name,
        ";".join(person.accounts),
        ";".join(sorted(person.standings)),
        ";".join(sorted(person.roles)),
        person.pattern,
        _date(person.since),
        _date(person.until),
    )


def _devices(school: MadeSchool) -> bytes:
    rows = (_device(machine) for machine in school.machines if machine.registered)
    return _table(("address", "person", "since", "until"), rows)


def _device(machine: Machine) -> tuple[str, ...]:
    """Write a machine under its hardware address; one that has a fixed IP address under that."""
    return (machine.mac or machine.address, machine.owner, "", "")


def _purposes(school: MadeSchool) -> bytes:
    since = term_events(school.week)[0].first
    rows = [
        (manner.service, "", duty.role, _date(since), "", duty.reason, HEADTEACHER)
        for duty in DUTIES
        for manner in duty.manners
    ]
    over = school.week - timedelta(days=3)
    rows.append(
        ("pinterest", "", "teacher", _date(since), _date(over), "Ideas for the display week", HEADTEACHER)
    )
    return _table(("service", "person", "role", "since", "until", "reason", "approved by"), rows)


def _overrides(school: MadeSchool) -> bytes:
    decided = _date(term_events(school.week)[0].first)
    row = ("engage.cloud.microsoft", "", "unlisted", "The school's own staff board", decided, HEADTEACHER)
    return _table(("host", "service", "role", "reason", "decided on", "decided by"), [row])


def _date(day: date | None) -> str:
    return day.isoformat() if day else ""


def _school_toml() -> bytes:
    parts = [
        f'name = "{NAME}"\nnation = "England"\ntimezone = "Europe/London"\n',
        f'[settings]\nsmallest_cohort = 5\nkeep_days = {KEEP_DAYS}\nunknown_accounts = "unattributed"\n',
        *(f'[[network]]\nrange = "{network.range}"\nkind = "{network.kind}"\n' for network in NETWORKS),
        *(_pattern(pattern) for pattern in PATTERNS),
    ]
    return "\n".join(parts).encode("utf-8")


def _pattern(pattern: WorkingPattern) -> str:
    name = f'name = "{pattern.name}"\n' if pattern.name else ""
    days = "".join(f"{DAY_NAMES[number]} = {_day(day)}\n" for number, day in sorted(pattern.days.items()))
    return f"[[pattern]]\n{name}[pattern.days]\n{days}"


def _day(day: WorkingDay) -> str:
    return f"{{ hours = {_ranges(day.ranges)}, breaks = {_ranges(day.breaks)} }}"


def _ranges(ranges: tuple[TimeRange, ...]) -> str:
    return "[" + ", ".join(f'"{_clock(one.start)}-{_clock(one.end)}"' for one in ranges) + "]"


def _clock(at: time) -> str:
    return f"{at:%H:%M}"
