"""Makes one more person in a running school.

    python -m browser.made_guest signed-in headteacher
    python -m browser.made_guest invited

Prints their address and what they need to come in: a password, or the code of an invitation.
"""

from __future__ import annotations

import json
import sys

import django


def main(how: str, *posts: str) -> None:
    """Make the person, and print what they know."""
    django.setup()
    from django.utils import timezone

    from school.made_people import PASSWORD, TESTS, make_user
    from staffroom.records.people import Standing
    from staffroom.records.posts import Post
    from staffroom.school.people.actions import Particulars, add_person, give_post
    from staffroom.school.people.actions.invitations import open_invitation
    from staffroom.school.people.models import Person, Way

    at = timezone.now()
    number = Person.objects.count() + 1
    particulars = Particulars("Guest", f"Number{number}", email=f"guest{number}@hollybank.example")
    person = add_person(by=TESTS, at=at, particulars=particulars, standings=[Standing.EMPLOYEE])
    for post in posts:
        give_post(by=TESTS, at=at, person=person, post=Post(post))
    known = {"email": person.email}
    if how == "invited":
        known["code"] = open_invitation(by=TESTS, at=at, person=person, way=Way.LETTER)
    elif how == "signed-in":
        make_user(person)
        known["password"] = PASSWORD
    print(json.dumps(known))  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
