"""A person at a browser, without one: Django's client, signed in as somebody."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.test import Client

from school.made_people import AT, make_user
from staffroom.school.people.models import Person


def sign_in(client: Client, person: Person, *, with_second_factor: bool = True) -> Client:
    """Sign a person in, by default with both factors."""
    user = get_user_model().objects.filter(person=person).first() or make_user(person)
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    methods = [{"method": "password", "at": AT.timestamp()}]
    if with_second_factor:
        methods.append({"method": "mfa", "type": "totp", "at": AT.timestamp()})
    session = client.session
    session["account_authentication_methods"] = methods
    session["account_authentication_methods_user"] = str(user.pk)
    session.save()
    return client
