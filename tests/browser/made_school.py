"""Makes the school that browsers visit: one person for each post, with a sign-in and an open session.

    STAFFROOM_HOME=folder python -m browser.made_school

Prints the sessions as JSON: the post's name, or "nobody special", and the session's key.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime

import django

WITHOUT_A_POST = "nobody special"
A_DAY = 24 * 60 * 60


def main() -> None:
    """Make the school, and print its sessions."""
    django.setup()
    from django.utils import timezone

    from school.made_people import make_person
    from staffroom.records.posts import Post
    from staffroom.school.people.models import School

    School.objects.create(pk=1, name="Hollybank School", set_up_at=timezone.now())
    people = {post.value: make_person(post, given_name="Robin") for post in Post}
    people[WITHOUT_A_POST] = make_person(given_name="Robin")
    print(json.dumps({post: begin_session(person) for post, person in people.items()}))  # noqa: T201


def begin_session(person: object) -> str:
    """Begin a session with both factors, as recent as a session can be, and return its key."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from school.made_people import make_user

    user = make_user(person)  # type: ignore[arg-type]
    at = datetime.now(UTC).timestamp() + A_DAY  # noqa: TID251  so that no page asks for the password again while the tests run
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session["account_authentication_methods_user"] = str(user.pk)
    session["account_authentication_methods"] = [
        {"method": "password", "at": at, "reauthenticated": True},
        {"method": "mfa", "type": "totp", "at": at},
    ]
    session.create()
    return str(session.session_key)


if __name__ == "__main__":
    main()
