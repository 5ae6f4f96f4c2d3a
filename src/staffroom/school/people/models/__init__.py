"""The records of the people."""

from staffroom.school.people.models.absence import Absence
from staffroom.school.people.models.person import Person
from staffroom.school.people.models.post import PostHeld
from staffroom.school.people.models.school import School
from staffroom.school.people.models.standing import StandingHeld
from staffroom.school.people.models.user import User

__all__ = ["Absence", "Person", "PostHeld", "School", "StandingHeld", "User"]
