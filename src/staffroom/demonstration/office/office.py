"""Who is who in the made school's office, while it is filled?"""

from __future__ import annotations

from dataclasses import dataclass, field

from staffroom.demonstration.machines import Kind
from staffroom.demonstration.made_school import MadeSchool
from staffroom.demonstration.office.moments import Moments
from staffroom.demonstration.posts import give_posts
from staffroom.demonstration.staff import Colleague
from staffroom.records.actors import Actor, system
from staffroom.records.actors import person as person_actor
from staffroom.records.posts import Post
from staffroom.school.people.models import Person

MAKER = system("demonstration")


@dataclass
class Office:
    """The made school, the moments of its story, and its colleagues as people of the office."""

    school: MadeSchool
    moments: Moments
    people: dict[str, Person] = field(default_factory=dict)

    def holder(self, post: Post) -> Person:
        """Return who holds a post."""
        found = next(one for one, held in give_posts(self.school.colleagues) if held is post)
        return self.people[found.person.id]

    def busiest(self, title: str) -> Person:
        """Return who of a job uses social networks most where the proxy knows them: their record shows it."""
        here = (one for one in self.school.colleagues if one.here and one.job.title == title)
        return self.people[max(here, key=self._seen).person.id]

    def _seen(self, colleague: Colleague) -> tuple[bool, float]:
        machines = self.school.machines_of.get(colleague.person.id, ())
        return any(one.kind is Kind.DESK for one in machines), colleague.visits


def by(person: Person) -> Actor:
    """Return the actor that a person is."""
    return person_actor(person.ref)
