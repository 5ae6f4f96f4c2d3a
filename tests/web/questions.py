"""How many questions does a page ask the database?"""

from __future__ import annotations

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


def questions(client: Client, address: str) -> int:
    """Return how many questions a page asks, asked a second time so that what is kept for good is."""
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)
