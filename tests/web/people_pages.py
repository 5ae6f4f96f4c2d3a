"""What the tests of the pages for people share: who looks, and how a form is sent."""

from __future__ import annotations

import html

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from school.made_people import make_person
from staffroom.records.posts import Post
from staffroom.school.people.models import Person
from web.visiting import sign_in


def administrator(client: Client | None = None) -> tuple[Client, Person]:
    """Return a client at which an administrator has signed in, and who that is."""
    person = make_person(Post.ADMINISTRATOR, family_name="Keeper")
    return sign_in(client or Client(), person), person


def text_of(answered) -> str:
    """Return a page as text, with its signs as themselves."""
    return html.unescape(answered.content.decode())


def send(client: Client, address: str, **fields) -> str:
    """Send a form that is accepted, and return the page that follows."""
    answered = client.post(address, fields)
    assert answered.status_code == 302, text_of(answered)
    return text_of(client.get(answered["Location"]))


def file(content: bytes | str, name: str) -> SimpleUploadedFile:
    """Make a file to be uploaded."""
    return SimpleUploadedFile(name, content if isinstance(content, bytes) else content.encode())


def questions(client: Client, address: str) -> int:
    """Return how many questions a page asks the database once it has been opened before."""
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)
