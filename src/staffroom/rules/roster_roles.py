"""Which standing does a role of a roster give?"""

from __future__ import annotations

from typing import Final

from staffroom.records.people import Standing

# OneRoster's words for those who work at a school, of 1.1 and of 1.2, and what schools' own systems write.
STAFF_ROLES: Final[dict[str, Standing]] = {
    "administrator": Standing.EMPLOYEE,
    "aide": Standing.EMPLOYEE,
    "counselor": Standing.EMPLOYEE,
    "district administrator": Standing.EMPLOYEE,
    "principal": Standing.EMPLOYEE,
    "proctor": Standing.EMPLOYEE,
    "site administrator": Standing.EMPLOYEE,
    "system administrator": Standing.EMPLOYEE,
    "teacher": Standing.EMPLOYEE,
    "employee": Standing.EMPLOYEE,
    "staff": Standing.EMPLOYEE,
    "support": Standing.EMPLOYEE,
    "support staff": Standing.EMPLOYEE,
    "teaching assistant": Standing.EMPLOYEE,
    "teaching staff": Standing.EMPLOYEE,
    "governor": Standing.GOVERNOR,
    "trustee": Standing.TRUSTEE,
    "director": Standing.DIRECTOR,
    "volunteer": Standing.VOLUNTEER,
    "agency": Standing.AGENCY,
    "agency staff": Standing.AGENCY,
    "agency worker": Standing.AGENCY,
    "supply": Standing.AGENCY,
    "supply teacher": Standing.AGENCY,
}
PUPIL_ROLES: Final = frozenset({"learner", "pupil", "student"})
NEITHER: Final = frozenset({"contact", "guardian", "parent", "relative"})


def standing_of(role: str) -> Standing | None:
    """Return the standing that a role gives; None where it gives none. Case and spacing do not matter."""
    return STAFF_ROLES.get(even_out(role))


def is_pupil(role: str) -> bool:
    """Say whether a role is a pupil's."""
    return even_out(role) in PUPIL_ROLES


def is_neither(role: str) -> bool:
    """Say whether a role is that of somebody around a pupil, who is not at the school."""
    return even_out(role) in NEITHER


def even_out(role: str) -> str:
    """Write a role as the tables here do: `siteAdministrator` and `site_administrator` are one."""
    spaced = "".join(f" {sign}" if _begins_word(role, at) else sign for at, sign in enumerate(role))
    return " ".join(spaced.replace("_", " ").replace("-", " ").casefold().split())


def _begins_word(role: str, at: int) -> bool:
    return at > 0 and role[at].isupper() and role[at - 1].islower()
