"""Who might see a post, and how would it read to them?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from staffroom.policy.keeping import keeps
from staffroom.records.findings import Audience, Finding

CALLED: Final = {
    Audience.PUPIL: "A pupil",
    Audience.PARENT: "A parent",
    Audience.COLLEAGUE: "A colleague",
    Audience.COMMUNITY: "Anybody in the community",
    Audience.EMPLOYER: "Your employer",
    Audience.FUTURE_EMPLOYER: "A future employer",
}
MOST_TOLD: Final = 4  # findings in one sentence
LONGEST_QUOTE: Final = 40  # characters


@dataclass(frozen=True, slots=True)
class View:
    """One of those who might see a post: the findings that matter to them, and what they would read."""

    audience: Audience
    findings: tuple[Finding, ...]
    told: str

    @property
    def sentence(self) -> str:
        """Say how it would read to them: "A parent would read that you work for the school."."""
        return f"{CALLED[self.audience]} would read {self.told}."


@keeps("BYP-2", "BYP-4")
def views_of(findings: Iterable[Finding]) -> tuple[View, ...]:
    """Return each audience to whom a finding matters, in the order in which a post spreads."""
    every = tuple(findings)
    views = []
    for audience in Audience:
        theirs = tuple(finding for finding in every if audience in finding.matters_to)
        if theirs:
            views.append(View(audience, theirs, _told_by(theirs)))
    return tuple(views)


def sentences_of(views: Iterable[View]) -> tuple[str, ...]:
    """Say how a post would read to each, in one sentence for all to whom it reads the same."""
    alike: dict[str, list[str]] = {}
    for view in views:
        alike.setdefault(view.told, []).append(CALLED[view.audience])
    return tuple(f"{_together(called)} would read {told}." for told, called in alike.items())


def _together(called: list[str]) -> str:
    first, *others = called
    return _listed([first, *(one[0].lower() + one[1:] for one in others)])


def _told_by(findings: tuple[Finding, ...]) -> str:
    told = list(dict.fromkeys(map(_told, findings)))
    more = len(told) - MOST_TOLD
    if more > 0:
        told = [*told[:MOST_TOLD], "one thing more" if more == 1 else f"{more} things more"]
    return _listed(told)


def _told(finding: Finding) -> str:
    """Say what a finding tells a reader, with its words; the words alone where the kind says nothing."""
    words = list(dict.fromkeys(_short(word) for word in finding.words if word.strip()))
    quoted = " … ".join(words[:2])
    if not finding.tells:
        return f"“{quoted}”" if quoted else "this"
    return f"{finding.tells} (“{quoted}”)" if quoted else finding.tells


def _short(words: str) -> str:
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= LONGEST_QUOTE else one_line[: LONGEST_QUOTE - 1].rstrip() + "…"


def _listed(told: list[str]) -> str:
    """Join with commas and an "and"."""
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"
