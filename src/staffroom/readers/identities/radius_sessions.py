"""Which sessions do RADIUS accounting records tell of?"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from datetime import datetime, timedelta
from enum import StrEnum

from staffroom.readers.identities.ledger import Ledger
from staffroom.readers.identities.machines import read_hardware
from staffroom.readers.identities.radius_records import Record
from staffroom.readers.identities.reader import Problem
from staffroom.readers.logs.clients import read_address
from staffroom.records.people import Claim

LONGEST = timedelta(hours=10)  # a session holds after the last record of it


class _Status(StrEnum):
    """What a record says of its session."""

    START = "start"
    SEEN = "seen"
    STOP = "stop"
    RESTART = "restart"  # of the station, which forgot all its sessions


# RFC 2866 §5.1; Alive is the older name of Interim-Update.
_STATUSES = {
    "Start": _Status.START,
    "1": _Status.START,
    "Stop": _Status.STOP,
    "2": _Status.STOP,
    "Interim-Update": _Status.SEEN,
    "Alive": _Status.SEEN,
    "3": _Status.SEEN,
    "Accounting-On": _Status.RESTART,
    "7": _Status.RESTART,
    "Accounting-Off": _Status.RESTART,
    "8": _Status.RESTART,
}


def read_sessions(records: Iterable[Record | Problem], *, source: str) -> Iterator[Claim | Problem]:
    """Turn accounting records into claims of user and machine, and hand on the problems among them.

    A session holds from the first record that names its address, or from as long before as that
    record says the session has lasted. Without a Stop it holds for 10 hours after its last record.
    """
    sessions = _Sessions(source)
    for record in records:
        problem = record if isinstance(record, Problem) else sessions.enter(record)
        if problem:
            yield problem
    yield from sessions.ledger.claims()


class _Sessions:
    """The sessions that the records tell of."""

    def __init__(self, source: str) -> None:
        self.ledger = Ledger(LONGEST)
        self._source = source
        self._stopped: set[Hashable] = set()

    def enter(self, record: Record) -> Problem | None:
        """Take a record, and return the problem that it is, if it cannot be read."""
        status = _STATUSES.get(record.text("Acct-Status-Type"))
        if status is None:
            return None
        at = record.moment
        if at is None:
            return Problem(record.line, "The record has no time that can be read.")
        if status is _Status.RESTART:
            self._restart(record.station, at)
        elif record.session is None:
            return Problem(record.line, "The record names no session.")
        else:
            self._enter_session(record.session, record, status, at)
        return None

    def _enter_session(self, session: Hashable, record: Record, status: _Status, at: datetime) -> None:
        """Take a record of a session; what comes late, after its Stop, is passed over."""
        if status is _Status.START:
            self._stopped.discard(session)
        elif session in self._stopped:
            return
        claim = self._make_claim(session, record, at)
        if claim:
            self.ledger.confirm(session, claim, at)
        if status is _Status.STOP:
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
