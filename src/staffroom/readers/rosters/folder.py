"""What does the school's folder of plain files say, as a whole?"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from staffroom.readers.rosters import (
    devices_csv,
    overrides_csv,
    people_csv,
    pupils_csv,
    purposes_csv,
    school_toml,
    terms_ics,
    words_toml,
)
from staffroom.readers.rosters.devices_csv import read_devices
from staffroom.readers.rosters.overrides_csv import read_overrides
from staffroom.readers.rosters.people_csv import read_people
from staffroom.readers.rosters.problems import Complaints, Problem, Reading, Record
from staffroom.readers.rosters.pupils_csv import read_pupils
from staffroom.readers.rosters.purposes_csv import read_purposes
from staffroom.readers.rosters.school_toml import SchoolFile, read_school_file
from staffroom.readers.rosters.term_dates import Dates, complain_of_overlaps
from staffroom.readers.rosters.terms_ics import read_terms
from staffroom.readers.rosters.words_toml import read_words
from staffroom.records.calendar import Calendar
from staffroom.records.people import NetworkKind, Person, Register
from staffroom.records.school import School

__all__ = ["FILES", "Problem", "SchoolFolder", "read_school"]

FILES = (
    school_toml.FILE,
    people_csv.FILE,
    pupils_csv.FILE,
    devices_csv.FILE,
    purposes_csv.FILE,
    overrides_csv.FILE,
    terms_ics.FILE,
    words_toml.FILE,
)
TABLE_ENDINGS = (".csv", ".toml", ".ics", ".xlsx", ".xls", ".ods")


@dataclass(frozen=True, slots=True)
class SchoolFolder:
    """The school as its folder describes it, and what could not be used."""

    school: School
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Folder:
    """The files, by name in lower case, and the problems found so far."""

    files: dict[str, bytes]
    problems: list[Problem]

    def read(self, name: str, reader: Callable[[bytes], Reading[Record]]) -> tuple[Record, ...]:
        if name not in self.files:
            return ()
        reading = reader(self.files[name])
        self.problems.extend(reading.problems)
        return reading.records


def read_school(files: Mapping[str, bytes], *, known_services: Collection[str] | None = None) -> SchoolFolder:
    """Read the folder: the content of each file by its name, such as "people.csv".

    `known_services` are the ids of the catalogue with the school's own lists; None trusts any id.
    Names with a folder in them, such as "lists/…", are passed over. Never raises: what cannot be used
    is a problem, and the rest of the folder counts.
    """
    folder = _Folder({name.casefold(): content for name, content in files.items()}, [])
    _complain_of_files(folder)
    school_file = read_school_file(folder.files.get(school_toml.FILE, b""))
    folder.problems.extend(school_file.problems)
    register = _register(folder, school_file)
    words = read_words(folder.files.get(words_toml.FILE, b""))
    folder.problems.extend(words.problems)
    school = School(
        name=school_file.name,
        register=register,
        calendar=_calendar(folder, school_file),
        purposes=folder.read(
            purposes_csv.FILE,
            lambda content: read_purposes(content, people=register.people, known_services=known_services),
        ),
        overrides=folder.read(
            overrides_csv.FILE, lambda content: read_overrides(content, known_services=known_services)
        ),
        settings=school_file.settings,
        words=words.words,
    )
    _complain_of_unknown_pupils(folder, school)
    return SchoolFolder(school, tuple(folder.problems))


def _register(folder: _Folder, school_file: SchoolFile) -> Register:
    patterns = {pattern.name for pattern in school_file.patterns}
    people = folder.read(people_csv.FILE, lambda content: read_people(content, patterns=patterns))
    pupils = folder.read(
        pupils_csv.FILE, lambda content: read_pupils(content, staff_accounts=_accounts(people))
    )
    ids = {person.id for person in people}
    devices = folder.read(devices_csv.FILE, lambda content: read_devices(content, people=ids))
    return Register(people, frozenset(pupils), school_file.networks, devices)


def _accounts(people: Iterable[Person]) -> set[str]:
    return {account for person in people for account in person.accounts}


def _calendar(folder: _Folder, school_file: SchoolFile) -> Calendar:
    dates = school_file.dates
    for shown in folder.read(terms_ics.FILE, read_terms):
        dates = dates.join(shown)
    dates = dates.join(Dates())
    complaints = Complaints(terms_ics.FILE if terms_ics.FILE in folder.files else school_toml.FILE)
    complain_of_overlaps(dates.terms, complaints)
    folder.problems.extend(complaints.problems())
    return Calendar(
        nation=school_file.nation,
        timezone=school_file.timezone,
        terms=dates.terms,
        closures=dates.closures,
        training_days=dates.training_days,
        patterns=school_file.patterns,
    )


def _complain_of_files(folder: _Folder) -> None:
    for name in (school_toml.FILE, people_csv.FILE):
        if name not in folder.files:
            folder.problems.append(Problem(name, 0, "This file is missing. Add it to the school's folder."))
    for name in sorted(folder.files):
        if name not in FILES and "/" not in name and name.endswith(TABLE_ENDINGS):
            folder.problems.append(Problem(name, 0, f"This file is not used. Used are: {', '.join(FILES)}."))


def _complain_of_unknown_pupils(folder: _Folder, school: School) -> None:
    """Complain where nothing tells pupils from staff: their lines would be kept as nobody's."""
    register = school.register
    has_network = any(network.kind is NetworkKind.PUPIL for network in register.networks)
    if register.pupil_accounts or has_network or school.settings.unknown_accounts == "drop":
        return
    reason = (
        "No pupils are known, so their lines would be kept as nobody's. Add pupils.csv, a pupil network, or "
        'unknown_accounts = "drop" in school.toml.'
    )
    folder.problems.append(Problem(pupils_csv.FILE, 0, reason))
