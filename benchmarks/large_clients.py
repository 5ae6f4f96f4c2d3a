"""Signs in the clients of the large made school, and says which pages they open, as a JSON document.

Nobody's password is asked: the sessions are put straight into the session store, with both factors.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

CLIENTS = 50


def main() -> None:
    """Print a session and a reference for each client, and the pages."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "staffroom.config.settings")
    import django

    django.setup()
    from staffroom.school.people.models import Person

    people = list(Person.objects.select_related("user").order_by("pk")[:CLIENTS])
    clients = [{"cookie": sign_in(one), "ref": one.ref} for one in people]
    json.dump({"clients": clients, "pages": pages()}, sys.stdout)


def sign_in(person: Any) -> str:
    """Make a session in which a person has given both factors, and return its key."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore
    from django.utils import timezone

    at = timezone.now().timestamp()
    session = SessionStore()
    session[SESSION_KEY] = str(person.user.pk)
    session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session[HASH_SESSION_KEY] = person.user.get_session_auth_hash()
    session["account_authentication_methods"] = [
        {"method": "password", "at": at},
        {"method": "mfa", "type": "totp", "at": at},
    ]
    session["account_authentication_methods_user"] = str(person.user.pk)
    session.create()
    return str(session.session_key)


def pages() -> list[dict[str, Any]]:
    """Return the name and the address of each page; `{ref}` in it is the client's own reference."""
    from django.urls import reverse

    from staffroom.records.versions import VersionState
    from staffroom.school.people.models import Person
    from staffroom.school.policies.models import Campaign, Version

    version = Version.objects.get(state=VersionState.IN_FORCE.value)
    campaign = Campaign.objects.get(version=version)
    somebody = Person.objects.order_by("pk")[5_000]
    addresses = {
        "sign-in": reverse("account_login"),
        "home": reverse("home"),
        "people, employees, page 3": f"{reverse('people')}?standing=employee&page=3",
        "one person": reverse("person", args=[somebody.ref]),
        "policies": reverse("policies"),
        "reading the policy": reverse("policy_reading", args=[version.ref]),
        "campaign": reverse("policy_campaign", args=[campaign.ref]),
        "my record": reverse("own_record", args=["REF"]).replace("REF", "{ref}"),
        "counts of a week": reverse("counts"),
        "trend": reverse("counts_trend"),
        "notices": reverse("notices"),
    }
    return [
        {"name": name, "address": address, "has_session": name != "sign-in"}
        for name, address in addresses.items()
    ]


if __name__ == "__main__":
    main()
