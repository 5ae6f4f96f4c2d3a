"""What does the school say of itself in school.toml?"""

from __future__ import annotations

from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from staffroom.readers.rosters.cells import list_known
from staffroom.readers.rosters.problems import Complaints, Problem
from staffroom.readers.rosters.settings import Toml, read_settings, tables_of, text_of
from staffroom.readers.rosters.term_dates import Dates, read_dates
from staffroom.readers.rosters.toml_file import read_toml
from staffroom.readers.rosters.working_hours import read_patterns
from staffroom.records.calendar import Nation, WorkingPattern
from staffroom.records.people import Network, NetworkKind
from staffroom.records.school import Settings
from staffroom.rules.networks import range_of

FILE = "school.toml"
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
    document = read_toml(content, complaints)
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
