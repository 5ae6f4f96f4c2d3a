"""Who was at which address, according to RADIUS accounting in FreeRADIUS's detail files?"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from datetime import datetime, timedelta, tzinfo

from staffroom.readers.identities.ledger import Ledger
from staffroom.readers.identities.machines import read_hardware
from staffroom.readers.identities.radius_records import Record, read_records
from staffroom.readers.identities.reader import IdentityFormat, Problem
from staffroom.readers.logs.clients import read_address
from staffroom.readers.logs.times import find_zone
from staffroom.records.people import Claim

_STATUS = re.compile(rb"^[ \t]+Acct-Status-Type = ", re.MULTILINE)

_START = "Start"
_STOP = "Stop"
_SEEN = ("Interim-Update", "Alive")  # Alive is the older name of Interim-Update
_RESTARTS = ("Accounting-On", "Accounting-Off")  # the station forgot all its sessions


class RadiusDetailFormat:
    """FreeRADIUS's `detail` files: sessions of Wi-Fi or 802.1X, with user, station and address.

    A session holds from the first record that names its address, or from as long before as that
    record says the session has lasted. Without a Stop it holds for 10 hours after its last record.
    """

    name = "radius-detail"
    title = "RADIUS accounting (FreeRADIUS detail)"

    longest = timedelta(hours=10)

    def recognises(self, head: bytes) -> bool:
        """Say whether a record of the head has an accounting status."""
        return _STATUS.search(head) is not None

    def read(self, content: bytes, *, timezone: str, written_by: int) -> Iterator[Claim | Problem]:
        """Turn records into claims; see `identities.reader.IdentityFormat`."""
        sessions = _Sessions(self.name, find_zone(timezone), self.longest)
        for record in read_records(content):
            problem = sessions.enter(record)
            if problem:
                yield Problem(record.line, problem)
        yield from sessions.ledger.claims()


class _Sessions:
    """The sessions that the records tell of."""

    def __init__(self, source: str, zone: tzinfo, longest: timedelta) -> None:
        self.ledger = Ledger(longest)
        self._source = source
        self._zone = zone
        self._stopped: set[Hashable] = set()

    def enter(self, record: Record) -> str:
        """Take a record, and return why it cannot be read, or "" where it can."""
        status = record.text("Acct-Status-Type")
        if status not in (_START, _STOP, *_SEEN, *_RESTARTS):
            return ""
        at = record.moment(self._zone)
        if at is None:
            return "The record has no time that can be read."
        if status in _RESTARTS:
            self._restart(record.station, at)
        elif record.session is None:
            return "The record names no session."
        else:
            self._enter_session(record.session, record, status, at)
        return ""

    def _enter_session(self, session: Hashable, record: Record, status: str, at: datetime) -> None:
        """Take a record of a session; what comes late, after its Stop, is passed over."""
        if status == _START:
            self._stopped.discard(session)
        elif session in self._stopped:
            return
        claim = self._make_claim(session, record, at)
        if claim:
            self.ledger.confirm(session, claim, at)
        if status == _STOP:
            self.ledger.close(session, at)
            self._stopped.add(session)

    def _make_claim(self, session: Hashable, record: Record, at: datetime) -> Claim | None:
        """Make the claim of a record; None where it names no address yet, or neither user nor machine."""
        address = read_address(record.text("Framed-IP-Address").encode("ascii", "replace"))
        machine = read_hardware(record.text("Calling-Station-Id"))
        if address is None or not (record.account or machine):
            return None
        lasted = timedelta(0) if self.ledger.is_open(session) else record.length("Acct-Session-Time")
        return Claim(address, at - lasted, None, self._source, record.account, machine)

    def _restart(self, station: str, at: datetime) -> None:
        """End all sessions of a station that began anew."""
        for session in self.ledger.open_keys():
            if isinstance(session, tuple) and session[0] == station:
                self.ledger.close(session, at)


FORMAT: IdentityFormat = RadiusDetailFormat()
