"""What does one line of Squid's native log hold? Read here without the product's own reader."""

from __future__ import annotations

import re
from typing import NamedTuple

SHAPE = re.compile(
    rb"(?P<seconds>\d{10})\.(?P<thousandths>\d{3}) (?P<elapsed>[ \d]{5,}\d) (?P<client>[0-9.]+) "
    rb"(?P<result>[A-Z_]+)/(?P<status>\d{3}) (?P<octets>\d+) (?P<method>[A-Z]+) (?P<url>\S+) (?P<user>\S+) "
    rb"(?P<hierarchy>HIER_[A-Z]+)/(?P<server>\S+) (?P<type>\S+)\n"
)


class Logged(NamedTuple):
    """One line; times are milliseconds since 1970 in UTC."""

    began_at: int
    ended_at: int
    client: str
    result: str
    status: int
    octets: int
    method: str
    host: str
    user: str
    server: str
    type: str


def read_line(text: bytes) -> Logged | None:
    """Read a line, or return None for one that is not of the shape."""
    found = SHAPE.fullmatch(text)
    if found is None:
        return None
    part = {name: value.decode("ascii") for name, value in found.groupdict().items()}
    ended_at = int(part["seconds"]) * 1000 + int(part["thousandths"])
    host = part["url"].removeprefix("http://").split("/")[0].split(":")[0]
    return Logged(
        ended_at - int(part["elapsed"]),
        ended_at,
        part["client"],
        part["result"],
        int(part["status"]),
        int(part["octets"]),
        part["method"],
        host,
        part["user"],
        part["server"],
        part["type"],
    )
