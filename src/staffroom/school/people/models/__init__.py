"""The records of the people."""

from staffroom.school.people.models.absence import Absence
from staffroom.school.people.models.closure import Closure
from staffroom.school.people.models.invitation import Invitation, Way
from staffroom.school.people.models.network_account import NetworkAccount
from staffroom.school.people.models.person import Person
from staffroom.school.people.models.post import PostHeld
from staffroom.school.people.models.provider import Provider, ProviderKind
from staffroom.school.people.models.pupil import Pupil
from staffroom.school.people.models.school import Colour, School
from staffroom.school.people.models.standing import StandingHeld
from staffroom.school.people.models.term import Term
from staffroom.school.people.models.training_day import TrainingDay
from staffroom.school.people.models.upload import Upload
from staffroom.school.people.models.user import User
from staffroom.school.people.models.working_hours import WorkingHours

__all__ = [
    "Absence",
    "Closure",
    "Colour",
    "Invitation",
    "NetworkAccount",
    "Person",
    "PostHeld",
    "Provider",
    "ProviderKind",
    "Pupil",
    "School",
    "StandingHeld",
    "Term",
    "TrainingDay",
    "Upload",
    "User",
    "Way",
    "WorkingHours",
]
