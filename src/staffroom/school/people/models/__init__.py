"""The records of the people."""

from staffroom.school.people.models.absence import Absence
from staffroom.school.people.models.invitation import Invitation, Way
from staffroom.school.people.models.person import Person
from staffroom.school.people.models.post import PostHeld
from staffroom.school.people.models.provider import Provider, ProviderKind
from staffroom.school.people.models.school import Colour, School
from staffroom.school.people.models.standing import StandingHeld
from staffroom.school.people.models.user import User

__all__ = [
    "Absence",
    "Colour",
    "Invitation",
    "Person",
    "PostHeld",
    "Provider",
    "ProviderKind",
    "School",
    "StandingHeld",
    "User",
    "Way",
]
