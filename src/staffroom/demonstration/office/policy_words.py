"""In which words did the made school's policy stand before, and what has changed?"""

from __future__ import annotations

from typing import Final

from staffroom.policy.dates import NAMES

TITLE: Final = "Social networking policy"
OWNER: Final = "Business Director"

# By the clause's id: as the older version has it, and whether the new words ask something else of people.
EARLIER_WORDS: Final[dict[str, tuple[str, bool]]] = {
    "GEN-3": (
        "Many employees also take part in social networking in their own time; by 'social networking "
        "websites' this policy means services such as Facebook, Twitter and Snapchat.",
        False,
    ),
    "CON-7": (
        "Anyone on the staff who learns of an unsuitable post, comment or picture should tell the "
        "Headteacher within a week.",
        True,
    ),
    "SEC-6": ("Staff should keep security in mind and guard against identity theft.", True),
}
NOT_YET_THERE: Final = ("CON-11", "BYP-3")  # the new version adds them
ONLY_EARLIER: Final = "Staff on a school trip should carry the school's telephone and no other."  # it goes
BEFORE_THE_ONE_THAT_GOES: Final = "CON-10"

FIRST_REASON: Final = "It is the template as it comes, adopted so that there is a policy at all."
SUMMARY: Final = (
    "Who learns of an unsuitable post now tells the Headteacher at once. It says whom to tell while the "
    "Headteacher is away, and what to do against identity theft. The list of services is up to date."
)
COMMENTS: Final = (
    ("teacher", "SEC-6", "Could it say what to leave out? Birthdays are what most of us put up."),
    ("teaching assistant", "CON-11", "Good to know whom to go to on a Friday afternoon."),
)
REPLIES: Final = (
    ("It now says to give away less. Examples will be in the training in the autumn.", True),
    ("Thank you. It stays as it is.", False),
)
READ_TOGETHER: Final = (
    ("E-safety policy", "2.1"),
    ("Acceptable use of ICT", "5"),
    ("Code of conduct for staff", "7"),
)


def month_of(year: int, month: int) -> str:
    """Write a month as a front page does."""
    return f"{NAMES[month - 1]} {year}"
