"""Does every answer carry every header that keeps it safe?"""

from __future__ import annotations

import pytest
from django.test import Client

from school.made_people import make_person
from staffroom.records.posts import Post
from web.test_every_route import PLAIN
from web.visiting import sign_in

pytestmark = pytest.mark.django_db

HEADERS = {
    "Content-Security-Policy": "default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=()",
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex",
}
FORBIDDEN = ("'unsafe-inline'", "'unsafe-eval'", "http:", "*")
ADDRESSES = [*(address for _, address, _ in PLAIN), "/no-such-page/"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_carries_every_header(address):
    for who in (Client(), sign_in(Client(), make_person(Post.HEADTEACHER))):
        headers = who.get(address).headers
        missing = [name for name, value in HEADERS.items() if value not in headers.get(name, "")]
        assert missing == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_answer_allows_anything_inline_or_from_elsewhere(address):
    policy = Client().get(address)["Content-Security-Policy"]
    assert [word for word in FORBIDDEN if word in policy] == []
