"""What does the school say of itself in school.toml?"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from staffroom.readers.rosters.cells import list_known
from staffroom.readers.rosters.problems import Complaints, Problem
from staffroom.readers.rosters.settings import Toml, read_settings, tables_of, text_of
from staffroom.readers.rosters.term_dates import Dates, read_dates
from staffroom.readers.rosters.text import UTF_8_MARK
from staffroom.readers.rosters.working_hours import read_patterns
from staffroom.records.calendar import Nation, WorkingPattern
from staffroom.records.people import Network, NetworkKind
from staffroom.records.school import Settings
from staffroom.rules.networks import range_of

FILE = "school.toml"
LARGEST_BYTES = 256_000
MOST_DOTS = 100  # of a line: `tomllib` takes memory with the square of the parts of a dotted key
UNNAMED = "The school"
TIMEZONE = "Europe/London"
NATIONS = {
    "england": Nation.ENGLAND,
    "wales": Nation.WALES,
    "scotland": Nation.SCOTLAND,
    "northern ireland": Nation.NORTHERN_IRELAND,
}
SINGLE_ENTRIES = {"name", "nation", "timezone", "settings"}
ENTRIES = frozenset(SINGLE_ENTRIES | {"network", "pattern", "term", "closure", "training_day"})
KINDS = frozenset(kind.value for kind in NetworkKind)

_LINE = re.compile(r"\(at line (\d+), column \d+\)\Z")


@dataclass(frozen=True, slots=True)
class SchoolFile:
    """What school.toml gave, with defaults for what it did not, and what was wrong with it."""

    name: str = UNNAMED
    nation: Nation = Nation.ENGLAND
    timezone: str = TIMEZONE
    settings: Settings = field(default_factory=Settings)
    networks: tuple[Network, ...] = ()
    patterns: tuple[WorkingPattern, ...] = ()
    dates: Dates = field(default_factory=Dates)
    problems: tuple[Problem, ...] = ()


def read_school_file(content: bytes) -> SchoolFile:
    """Read school.toml; one that is no TOML gives one problem, with its line, and defaults."""
    complaints = Complaints(FILE)
    document = _parse(content, complaints)
    if set(document) - ENTRIES:
        complaints.say(0, f"There is an entry that is not known. {list_known(ENTRIES)}")
    return SchoolFile(
        name=text_of(document, "name") or UNNAMED,
        nation=_nation(document, complaints),
        timezone=_timezone(document, complaints),
        settings=read_settings(document, complaints),
        networks=_networks(document, complaints),
        patterns=read_patterns(document, complaints),
        dates=read_dates(document, complaints),
        problems=complaints.problems(),
    )


def _parse(content: bytes, complaints: Complaints) -> Toml:
    if len(content) > LARGEST_BYTES:
        complaints.say(0, f"This file is larger than {LARGEST_BYTES // 1000} KB and was not read.")
        return {}
    if any(line.count(b".") > MOST_DOTS for line in content.splitlines()):
        complaints.say(0, f"A line of this file has more than {MOST_DOTS} dots, so the file was not read.")
        return {}
    try:
        return tomllib.loads(content.removeprefix(UTF_8_MARK).decode("utf-8"))
    except UnicodeDecodeError:
        complaints.say(0, "This file is not UTF-8, so it was not read. Save it as UTF-8 and try again.")
    except RecursionError:
        complaints.say(0, "This file has lists within lists without end, so it was not read.")
    except ValueError as error:  # TOMLDecodeError is one; a number of thousands of digits is another
        found = _LINE.search(str(error))
        reason = "This line is not TOML, so nothing of the file was read. Mend it and try again."
        complaints.say(int(found[1]) if found else 0, reason)
    return {}


def _nation(document: Toml, complaints: Complaints) -> Nation:
    word = text_of(document, "nation").casefold()
    codes = {nation.value.casefold(): nation for nation in Nation}
    found = {**NATIONS, **codes}.get(word)
    if found is None and "nation" in document:
        complaints.say(0, f"The nation is not known, so England's bank holidays count. {list_known(NATIONS)}")
    return found or Nation.ENGLAND


def _timezone(document: Toml, complaints: Complaints) -> str:
    name = text_of(document, "timezone")
    if "timezone" not in document:
        return TIMEZONE
    try:
        ZoneInfo(name)
    except (ValueError, KeyError, OSError):
        complaints.say(0, f"The timezone is not known, so {TIMEZONE} counts.")
        return TIMEZONE
    return name


def _networks(document: Toml, complaints: Complaints) -> tuple[Network, ...]:
    networks: dict[str, Network] = {}
    for place, table in tables_of(document, "network", complaints):
        parsed, kind = range_of(text_of(table, "range")), text_of(table, "kind").casefold()
        if parsed is None:
            complaints.say(0, f"{place} has no range like 10.20.0.0/16, and was left out.")
        elif kind not in KINDS:
            complaints.say(0, f"{place} has no kind that is known, and was left out. {list_known(KINDS)}")
        elif str(parsed) in networks:
            complaints.say(0, f"{place} has the range of an earlier one, which counts.")
        else:
            networks[str(parsed)] = Network(str(parsed), NetworkKind(kind))
    return tuple(networks.values())
