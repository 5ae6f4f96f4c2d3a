"""Which professional standards stand beside the policy for whom?

Titles and addresses only: the standards themselves belong to those who wrote them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from staffroom.policy.keeping import keeps
from staffroom.records.people import Standing
from staffroom.records.viewers import Viewer
from staffroom.rules.access import LEADERS


@dataclass(frozen=True, slots=True)
class Standard:
    """A standard: its code here, its title, where it is published, and for whom it is."""

    id: str
    title: str
    address: str
    whom: str


TEACHERS: Final = Standard(
    "teachers",
    "Teachers' Standards",
    "https://www.gov.uk/government/publications/teachers-standards",
    "for teachers",
)
SUPPORT: Final = Standard(
    "support",
    "National Occupational Standards for supporting teaching and learning",
    "https://www.ukstandards.org.uk/",
    "for support staff",
)
NOLAN: Final = Standard(
    "nolan",
    "The seven principles of public life (the Nolan principles)",
    "https://www.gov.uk/government/publications/the-7-principles-of-public-life",
    "for everybody who serves the public",
)
STANDARDS: Final = (TEACHERS, SUPPORT, NOLAN)

WORKERS: Final = frozenset({Standing.EMPLOYEE, Standing.AGENCY})
HELPS = re.compile(r"\b(?:teaching|classroom|learning|support) (?:assistant|support)|\bassistant to\b", re.I)
TEACHES = re.compile(
    r"teacher\b|\blecturer\b|\bhead(?:teacher| of (?:year|house|department|faculty|sixth form))\b"
    r"|\b(?:deputy|assistant) head\b|\bprincipal\b|\bsenco\b",
    re.I,
)


@keeps("GEN-7", "GEN-8")
def standards_for(viewer: Viewer, job: str) -> tuple[Standard, ...]:
    """Return the standards that belong to a role.

    Where the job of an employee or an agency worker is not written down, both the teachers' and the
    support staff's are shown, for the person to take the one that is theirs.
    """
    if viewer.standings.isdisjoint(WORKERS):
        return (NOLAN,)
    if viewer.holds(*LEADERS) or (TEACHES.search(job) and not HELPS.search(job)):
        return (TEACHERS, NOLAN)
    return (SUPPORT, NOLAN) if job.strip() else STANDARDS
