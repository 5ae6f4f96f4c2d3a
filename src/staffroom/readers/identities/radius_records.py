"""What does one RADIUS accounting record say, whichever server wrote it down?"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from staffroom.readers.identities.machines import read_hardware
from staffroom.readers.identities.moments import as_moment, read_seconds

MOST_ATTRIBUTES = 500  # of one record; more are passed over

_NOT_AT_ALL = timedelta(0)


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its line, when the server took it in (milliseconds in UTC, or None), its attributes.

    Attributes are by their RADIUS names (RFC 2865, RFC 2866).
    """

    line: int
    arrived: int | None
    attributes: Mapping[str, str]

    def text(self, name: str) -> str:
        """Return an attribute, "" where the record has none of that name."""
        return self.attributes.get(name, "")

    def length(self, name: str) -> timedelta:
        """Return an attribute that is a number of seconds, none where it is missing."""
        return read_seconds(self.text(name)) or _NOT_AT_ALL

    @property
    def moment(self) -> datetime | None:
        """Return when it happened: when it arrived, less what the station says that it kept it."""
        arrived = as_moment(self.arrived)
        return None if arrived is None else arrived - self.length("Acct-Delay-Time")

    @property
    def station(self) -> str:
        """Return which access point or switch reports."""
        return self.text("NAS-IP-Address") or self.text("NAS-IPv6-Address") or self.text("NAS-Identifier")

    @property
    def session(self) -> Hashable:
        """Return what names one session; the server's own id is best, as stations use theirs again."""
        named = self.text("Acct-Unique-Session-Id") or self.text("Acct-Session-Id")
        return (self.station, named) if named else None

    @property
    def account(self) -> str:
        """Return the user, "" for a machine that signed itself in and for a name that hides one.

        A supplicant says `anonymous@school.example` outside the tunnel in which it gives the true
        name (RFC 7542 §2.4), and a machine says `host/pc-12.school.example` or its hardware address.
        """
        user = self.text("User-Name")
        hidden = user.lower().partition("@")[0] in ("", "anonymous")
        return "" if hidden or user.lower().startswith("host/") or read_hardware(user) else user
