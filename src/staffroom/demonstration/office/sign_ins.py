"""With what does somebody who looks at the demonstration sign in, and what do they look at first?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from staffroom.demonstration.office.office import Office
from staffroom.records.posts import Post
from staffroom.school.people.models import Person, User

# Everybody's, printed at each start: there is nothing to protect, and only this machine is answered.
EVERYBODYS_WORDS: Final = "holly and ivy by the gate"

OF_POSTS: Final = {
    Post.HEADTEACHER: "the counts, who has read the policy, the record behind monitoring",
    Post.DEPUTY: "remarks and requests that wait for an answer",
    Post.ASSISTANT: "the first page of a senior leader",
    Post.LEADERSHIP: "the policy that they keep: compare its versions, see who has answered",
    Post.CHAIR: "the counts that governors see, in which nobody is named",
    Post.SAFEGUARDING_GOVERNOR: "the policy that they have approved",
    Post.DATA_PROTECTION: "the impact assessment, the notice, the audit log",
    Post.NETWORK: "the log sources, the school's word about hosts, no counts of people",
    Post.ADMINISTRATOR: "people, their posts, terms and working hours",
}
OF_JOBS: Final = {
    "teacher": "the policy, which waits to be read, and my own record with an answer in it",
    "teaching assistant": "my own record, and a remark on it that waits for an answer",
    "volunteer": "the policy, as it binds a volunteer",
    "agency teacher": "a question that was asked about the policy",
    "staff governor": "somebody who is an employee and a governor at once",
}
TO_BE_INVITED: Final = ("lunchtime supervisor",)


@dataclass(frozen=True, slots=True)
class SignIn:
    """One line of the table: who, the address to sign in with, and what to look at first."""

    role: str
    email: str
    look_at: str


def make_sign_ins(office: Office) -> tuple[SignIn, ...]:
    """Make a sign-in for each post and each way of belonging to the school, all with the same words."""
    made = [_sign_in(office, office.holder(post), _posts(office, post), OF_POSTS[post]) for post in OF_POSTS]
    made += [_sign_in(office, office.busiest(job), job, OF_JOBS[job]) for job in OF_JOBS]
    _let_others_have_come(office)
    return tuple(made)


def _let_others_have_come(office: Office) -> None:
    """Give the others sign-ins too, which nobody can use; those of some jobs are still to be invited."""
    for colleague in office.school.colleagues:
        person = office.people[colleague.person.id]
        if colleague.here and colleague.job.title not in TO_BE_INVITED and not _can_sign_in(person):
            _make_user(office, person, None)


def _posts(office: Office, post: Post) -> str:
    """Name every post of whoever holds one, that one first."""
    holder = office.holder(post)
    others = [one for one in Post if one is not post and office.holder(one) == holder]
    return ", ".join(one.value for one in (post, *others))


def _sign_in(office: Office, person: Person, role: str, look_at: str) -> SignIn:
    if not _can_sign_in(person):
        _make_user(office, person, EVERYBODYS_WORDS)
    return SignIn(role[:1].upper() + role[1:], person.email, look_at)


def _can_sign_in(person: Person) -> bool:
    return User.objects.filter(person=person).exists()


def _make_user(office: Office, person: Person, password: str | None) -> None:
    user = User.objects.create_user(person.email, password, person=person)
    User.objects.filter(pk=user.pk).update(joined_at=office.moments.began)
