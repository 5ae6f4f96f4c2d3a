"""Is the school's own folder set up?"""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from staffroom.cli.check import Check, count, name_day, ok, to_do, wrong
from staffroom.readers.rosters import people_csv, pupils_csv, purposes_csv, school_toml
from staffroom.readers.rosters.problems import Problem
from staffroom.records.people import NetworkKind, Person, Register, Standing
from staffroom.records.school import Purpose, School
from staffroom.rules.patterns import pattern_on
from staffroom.rules.terms import term_of
from staffroom.traffic.school_folder import OpenedSchool

PLURALS: Final = {Standing.AGENCY: ("agency worker", "agency workers")}
BY_OTHERS: Final = stat.S_IRWXO


def check_folder(folder: Path) -> Check:
    """Say where the school's folder is and whether it can be used."""
    title = "Folder"
    if not folder.exists():
        says = f"{folder} is not there yet."
        return to_do(title, says, "Make it, and put school.toml and people.csv in it; or try: staffroom demo")
    if not folder.is_dir():
        return wrong(title, f"{folder} is not a folder.", "Give the school's folder with --school.")
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        return wrong(title, f"{folder} may not be read and written.", "Check who may use the folder.")
    if os.name == "posix" and folder.stat().st_mode & BY_OTHERS:
        says = f"{folder}. Everybody with an account on this machine may look into it."
        return to_do(title, says, f"Keep it to its owner: chmod 700 '{folder}'")
    return ok(title, f"{folder}")


def check_school(folder: Path, opened: OpenedSchool, today: date) -> Iterator[Check]:
    """Go through what the school has said of itself. Nobody is named."""
    school = opened.school
    yield _school_file(folder, school)
    yield _people(school.register, today)
    yield _pupils(school)
    yield _devices(school.register)
    yield _identities(school.register, today)
    yield _terms(school, today)
    yield _hours(school, today)
    yield _purposes(school.purposes, today)
    yield ok("Overrides", f"{count(len(school.overrides), 'host')} judged by the school itself.")
    yield ok("Lists", f"{count(len(school.services), 'list')} of the school's own services.")
    yield _problems(unsaid(folder, opened.problems))


def unsaid(folder: Path, problems: tuple[Problem, ...]) -> list[Problem]:
    """Return the problems but those of missing files, of which the other checks speak."""
    there = {file.name.casefold() for file in folder.iterdir()} if folder.is_dir() else set()
    needed = (school_toml.FILE, people_csv.FILE, pupils_csv.FILE)
    return [one for one in problems if one.file not in needed or one.file in there]


def _school_file(folder: Path, school: School) -> Check:
    title = school_toml.FILE
    if not any(file.name.casefold() == title for file in folder.glob("*.*")):
        says = "There is none: England's bank holidays and London time are taken."
        return to_do(title, says, "Write it; docs/reference/school-folder.md shows one.")
    named = school.name or "A school without a name"
    nation = school.calendar.nation.name.replace("_", " ").title()
    return ok(title, f"{named}, {nation}, {school.calendar.timezone}.")


def _people(register: Register, today: date) -> Check:
    here = [person for person in register.people if _is_here(person, today)]
    if not here:
        says = "Nobody is in scope of the policy yet, so no line can be anybody's."
        return to_do("People", says, "Write people.csv, or export it from the staff list.")
    standings = Counter(standing for person in here for standing in person.standings)
    named = [_name(standing, standings[standing]) for standing in Standing if standings[standing]]
    says = f"{count(len(here), 'person', 'people')} in scope today: {', '.join(named)}."
    others = len(register.people) - len(here)
    says += f" {others:,} not in scope today." if others else ""
    without = sum(1 for person in here if not person.accounts)
    says += f" {without:,} without an account." if without else ""
    return ok("People", says)


def _is_here(person: Person, today: date) -> bool:
    return (person.since or today) <= today <= (person.until or today)


def _name(standing: Standing, number: int) -> str:
    return count(number, *PLURALS.get(standing, (standing.value,)))


def _pupils(school: School) -> Check:
    register = school.register
    ranges = sum(1 for network in register.networks if network.kind is NetworkKind.PUPIL)
    said = []
    if register.pupil_accounts:
        said.append(f"{count(len(register.pupil_accounts), 'account')} known")
    if ranges:
        said.append(count(ranges, "network") + " for pupils only")
    if school.settings.unknown_accounts == "drop":
        said.append("every account that is not known is dropped")
    if said:
        words = "; ".join(said)
        return ok("Pupils", f"{words[:1].upper()}{words[1:]}. Their lines are dropped as they are read.")
    says = "None are known, so their lines would be kept as nobody's."
    return to_do("Pupils", says, 'Add pupils.csv, a pupil network, or unknown_accounts = "drop".')


def _devices(register: Register) -> Check:
    if not register.devices:
        return ok("Devices", "None. They are needed only where the log does not name users.")
    shared = sum(1 for device in register.devices if not device.person)
    return ok("Devices", f"{count(len(register.devices), 'machine')}, {shared:,} of them shared.")


def _identities(register: Register, today: date) -> Check:
    title = "Identities"
    if not register.claims:
        return ok(title, "None. DHCP, RADIUS and logon records are needed only where logs name no users.")
    first = min(claim.since for claim in register.claims).date()
    last = max(claim.until or claim.since for claim in register.claims).date()
    says = f"{count(len(register.claims), 'record')} from {name_day(first)} to {name_day(last)}."
    if last < today:
        next = "Copy newer ones into identities/ before logs of later days are read."
        return to_do(title, says, next)
    return ok(title, says)


def _terms(school: School, today: date) -> Check:
    calendar = school.calendar
    if not calendar.terms:
        says = "None are set, so every weekday that is no bank holiday counts as term time."
        return to_do("Terms", says, "Add them to terms.ics or school.toml.")
    term = term_of(calendar, today)
    if term:
        return ok("Terms", f"Today is in {term.name}, which ends on {name_day(term.last)}.")
    ahead = [one for one in calendar.terms if one.first > today]
    if not ahead:
        last = max(one.last for one in calendar.terms)
        says = f"The last that is set ended on {name_day(last)}, so later days count as holiday."
        return to_do("Terms", says, "Add the new term dates to terms.ics or school.toml.")
    begins = min(one.first for one in ahead)
    return ok("Terms", f"Today is in no term; the next begins on {name_day(begins)}.")


def _hours(school: School, today: date) -> Check:
    title = "Hours"
    own = pattern_on(school.calendar, "", today)
    others = len({pattern.name for pattern in school.calendar.patterns} - {""})
    patterns = f"{count(others, 'pattern')} for some of the staff"
    if own is None:
        says = f"The school's own working hours are not set; {patterns}."
        return to_do(title, says, "Add a [[pattern]] without a name to school.toml.")
    return ok(title, f"The school works {count(len(own.days), 'day')} a week; {patterns}.")


def _purposes(purposes: tuple[Purpose, ...], today: date) -> Check:
    title = "Purposes"
    if not purposes:
        says = "The register of school purposes is empty, so all use in working hours counts as without one."
        return to_do(title, says, f"Write {purposes_csv.FILE} with the uses that the school wants.")
    ended = sum(1 for one in purposes if one.until and one.until < today)
    says = f"{count(len(purposes), 'entry', 'entries')} in the register; {ended:,} ended."
    if ended:
        return to_do(title, says, f"Renew what still holds in {purposes_csv.FILE}, or leave it as it is.")
    return ok(title, says)


def _problems(problems: list[Problem]) -> Check:
    if not problems:
        return ok("Files", "Everything in the school's folder can be used.")
    says = f"{count(len(problems), 'problem')} in the school's folder, listed below. The rest counts."
    return to_do("Files", says, "Put the rows right, then run: staffroom doctor")
