"""Asks for a page of a school whose address is https, as a proxy would, and prints what came as JSON.

STAFFROOM_ADDRESS=https://staffroom.hollybank.example python -m web.over_https
"""

from __future__ import annotations

import json

import django


def main() -> None:
    """Ask without HTTPS, with it, and for the health page; sign in, to be given both cookies."""
    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client

    from school.made_people import PASSWORD, make_person, make_user

    call_command("migrate", verbosity=0)
    host = {"HTTP_HOST": settings.ALLOWED_HOSTS[0]}
    proxied = {"HTTP_X_FORWARDED_PROTO": "https", **host}
    plain, client = Client().get("/sign-in/?next=/", **host), Client()
    client.get("/sign-in/", **proxied)
    user = make_user(make_person())
    signed_in = client.post("/sign-in/", {"login": user.email, "password": PASSWORD}, **proxied)
    health = Client().get("/healthz", **host)
    found = {
        "plain": [plain.status_code, plain.headers.get("Location", "")],
        "signed_in": signed_in.status_code,
        "hsts": signed_in.headers.get("Strict-Transport-Security", ""),
        "cookies": {name: str(morsel.OutputString()) for name, morsel in client.cookies.items()},
        "health": health.status_code,
    }
    print(json.dumps(found))  # noqa: T201


if __name__ == "__main__":
    main()
