"""What is read and acknowledged together with a version?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from staffroom.policy.keeping import keeps
from staffroom.rules.standards import Standard, standards_for
from staffroom.school.people.models import Person
from staffroom.school.people.queries import viewer_of
from staffroom.school.policies.models import LinkedDocument, Version


@dataclass(frozen=True, slots=True)
class Bundle:
    """The documents that belong to a policy, and the standards of one person's role."""

    documents: tuple[LinkedDocument, ...]
    standards: tuple[Standard, ...]

    @property
    def codes(self) -> list[str]:
        """Return what is written into an acknowledgement: standards by code, documents by title."""
        documents = (f"{one.title} {one.version}".strip() for one in self.documents)
        return [*(one.id for one in self.standards), *documents]


@keeps("ABT-1", "GEN-5", "GEN-9")
def bundle_for(person: Person, version: Version, *, on: date) -> Bundle:
    """Return what a person reads and acknowledges together with a version."""
    standards = standards_for(viewer_of(person, on=on), person.job)
    return Bundle(tuple(version.policy.links.all()), standards)
