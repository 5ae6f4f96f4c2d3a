"""How do the fields that a format found become a request?"""

from __future__ import annotations

from staffroom.readers.logs.contents import decode_text, decode_user, read_content_type, read_referrer
from staffroom.readers.logs.times import NONSENSE, is_sensible
from staffroom.records.requests import Grade, Request, Unreadable
from staffroom.records.services import Listing


def make_request(
    listing: Listing,
    *,
    ended_at: int | None,
    elapsed: int = 0,
    client: bytes,
    user: bytes = b"",
    octets: int | None = None,
    blocked: bool = False,
    grade: Grade | None = None,
    referrer: bytes | None = None,
    content_type: bytes | None = None,
) -> Request | Unreadable:
    """Make a request of the raw fields of a line about a listed host.

    `ended_at` is as the `times` return it; `elapsed` is milliseconds, and less than none counts as none.
    `referrer` and `content_type` are None where the log does not record them. Without a `grade` it
    follows from what is recorded.
    """
    if ended_at is None or not is_sensible(ended_at - max(elapsed, 0)):
        return Unreadable(NONSENSE)
    return Request(
        began_at=ended_at - max(elapsed, 0),
        ended_at=ended_at,
        client=decode_text(client),
        user=decode_user(user, client),
        listing=listing,
        octets=octets,
        blocked=blocked,
        grade=grade or find_grade(referrer, octets),
        referrer=None if referrer is None else read_referrer(referrer),
        content_type=None if content_type is None else read_content_type(content_type),
    )


def find_grade(referrer: bytes | None, octets: int | None) -> Grade:
    """Say how much a line can see: with its Referer recorded the page, with its size the volume."""
    if referrer is not None:
        return Grade.PAGE
    return Grade.NAME if octets is None else Grade.NAME_AND_VOLUME
