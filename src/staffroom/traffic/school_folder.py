"""How is the school's folder opened: its files, its lists, its records of who held which address?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from staffroom.readers.identities.reader import LARGEST as LARGEST_RECORD
from staffroom.readers.identities.shelf import read_identities
from staffroom.readers.rosters.folder import FILES, read_school
from staffroom.readers.rosters.problems import Problem
from staffroom.records.people import Claim
from staffroom.records.school import School
from staffroom.records.services import Service
from staffroom.rules import catalogue
from staffroom.rules.catalogue import Catalogue
from staffroom.rules.catalogue_additions import AdditionError, listed_by_school
from staffroom.rules.catalogue_overrides import OverrideError

IDENTITIES = "identities"
LISTS = "lists"
LARGEST = 20_000_001  # bytes read of a plain file; the readers refuse one that is larger than 20 MB


@dataclass(frozen=True, slots=True)
class OpenedSchool:
    """The school, the catalogue with the school's own word in it, and what could not be used."""

    school: School
    catalogue: Catalogue
    problems: tuple[Problem, ...]


def open_school(folder: Path) -> OpenedSchool:
    """Read a school's folder; what is missing is empty, what is wrong is a problem. Never raises."""
    additions, list_problems = _lists(folder)
    known = {*catalogue.load().services, *(service.id for service in additions)}
    files, problems = _files(folder, FILES)
    read = read_school(files, known_services=known)
    claims, claim_problems = _claims(folder, read.school.calendar.timezone)
    register = replace(read.school.register, claims=claims)
    school = replace(read.school, register=register, services=additions)
    found, catalogue_problems = _catalogue(school)
    every = (*problems, *read.problems, *list_problems, *claim_problems, *catalogue_problems)
    return OpenedSchool(school, found, every)


def _files(folder: Path, names: tuple[str, ...]) -> tuple[dict[str, bytes], list[Problem]]:
    files, problems = {}, []
    for file in sorted(folder.iterdir()) if folder.is_dir() else []:
        if file.is_file() and (file.name.casefold() in names or file.suffix.casefold() in (".csv", ".ics")):
            content = _read(file, LARGEST)
            if content is None:
                problems.append(Problem(file.name, 0, "The file cannot be read. Check who may read it."))
            else:
                files[file.name] = content
    return files, problems


def _read(file: Path, most: int) -> bytes | None:
    try:
        with file.open("rb") as opened:
            return opened.read(most)
    except OSError:
        return None


def _inside(folder: Path, name: str) -> list[Path]:
    """Return the files of a folder within the school's, but for hidden ones."""
    inside = folder / name
    return [file for file in sorted(inside.glob("*")) if file.is_file() and not file.name.startswith(".")]


def _lists(folder: Path) -> tuple[tuple[Service, ...], list[Problem]]:
    from staffroom.readers.lists.reader import read_list  # few schools have lists

    services, problems = [], []
    for file in _inside(folder, LISTS):
        read = read_list(_read(file, LARGEST) or b"")
        problems += [
            Problem(f"{LISTS}/{file.name}", 0, f"{reason} ({count:,})")
            for reason, count in read.problems.items()
        ]
        if read.names:
            services.append(listed_by_school(file.stem, read.names))
    return tuple(services), problems


def _claims(folder: Path, timezone: str) -> tuple[tuple[Claim, ...], list[Problem]]:
    claims: list[Claim] = []
    problems = []
    for file in _inside(folder, IDENTITIES):
        content = _read(file, LARGEST_RECORD + 1)
        written_by = file.stat().st_mtime_ns // 1_000_000
        for one in read_identities(content or b"", timezone=timezone, written_by=written_by):
            if isinstance(one, Claim):
                claims.append(one)
            else:
                problems.append(Problem(f"{IDENTITIES}/{file.name}", one.line, one.reason))
    return tuple(claims), problems


def _catalogue(school: School) -> tuple[Catalogue, list[Problem]]:
    """Load the catalogue; where the school's own word is refused, without it."""
    try:
        return catalogue.load(overrides=school.overrides, additions=school.services), []
    except OverrideError as error:
        return catalogue.load(additions=school.services), [Problem("overrides.csv", 0, str(error))]
    except AdditionError as error:
        return catalogue.load(overrides=school.overrides), [Problem(LISTS, 0, str(error))]
