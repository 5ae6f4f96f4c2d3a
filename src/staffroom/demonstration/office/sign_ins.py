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
    "teacher": "my own record, with an answer to what was said to it",
    "teaching assistant": "the policy, which waits to be read",
    "volunteer": "the policy, as it binds a volunteer",
    "agency teacher": "a question that was asked about the policy",
    "staff governor": "somebody who is an employee and a governor at once",
}


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
    return tuple(made)


def _posts(office: Office, post: Post) -> str:
    """Name every post of whoever holds one, that one first."""
    holder = office.holder(post)
    others = [one for one in Post if one is not post and office.holder(one) == holder]
    return ", ".join(one.value for one in (post, *others))


def _sign_in(office: Office, person: Person, role: str, look_at: str) -> SignIn:
    if not User.objects.filter(person=person).exists():
        user = User.objects.create_user(person.email, EVERYBODYS_WORDS, person=person)
        User.objects.filter(pk=user.pk).update(joined_at=office.moments.began)
    return SignIn(role[:1].upper() + role[1:], person.email, look_at)
