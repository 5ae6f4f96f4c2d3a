"""Who was signed in at which address, according to the security log of Windows machines?"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import replace
from datetime import timedelta
from ipaddress import ip_address

from staffroom.readers.identities.ledger import Ledger
from staffroom.readers.identities.reader import IdentityFormat, Problem
from staffroom.readers.identities.windows_events import Event, is_export, read_events
from staffroom.readers.logs.clients import read_address
from staffroom.readers.logs.times import find_zone
from staffroom.records.people import Claim

# Event numbers of the Windows security log, as Microsoft documents them.
_LOGON = "4624"
_TICKET = "4768"  # a domain controller gave a Kerberos ticket, which is how a domain logon begins
_LOGOFFS = ("4634", "4647")
_LOCK = "4800"
_UNLOCK = "4801"

# 2 at the keyboard, 7 unlocked, 10 remote desktop, 11 at the keyboard without a domain controller.
# Not 3 and 5: opening a shared folder, or a service that starts, is nobody sitting there.
_KINDS_OF_PEOPLE = ("2", "7", "10", "11")
_GRANTED = ("", "0x0", "0")  # the status of a ticket; an export may leave it out

_SYSTEM_ACCOUNTS = frozenset(("", "-", "system", "local service", "network service", "anonymous logon"))
_SYSTEM_PREFIXES = ("dwm-", "umfd-")  # the window manager and the font driver have accounts too


class WindowsLogonsFormat:
    """The security log exported as CSV, from workstations (4624 and its end) or domain controllers (4768).

    A claim runs from a logon or unlock to the logoff or lock. Without such an end it holds for 10 hours after
    the last sign of it: the longest life of a Kerberos ticket where a domain keeps Windows' own setting.
    """

    name = "windows-logons"
    title = "Windows sign-ins (security log as CSV)"

    longest = timedelta(hours=10)

    def recognises(self, head: bytes) -> bool:
        """Say whether the head names the columns of a security log."""
        return is_export(head)

    def read(self, content: bytes, *, timezone: str, written_by: int) -> Iterator[Claim | Problem]:
        """Turn events into claims; see `identities.reader.IdentityFormat`."""
        sessions = _Sessions(self.name, self.longest)
        for event in read_events(content, find_zone(timezone)):
            problem = event if isinstance(event, Problem) else sessions.enter(event)
            if problem:
                yield problem
        yield from sessions.ledger.claims()


class _Sessions:
    """The sign-ins that the events tell of, oldest event first."""

    def __init__(self, source: str, longest: timedelta) -> None:
        self.ledger = Ledger(longest)
        self._source = source
        self._locked: dict[Hashable, Claim] = {}

    def enter(self, event: Event) -> Problem | None:
        """Take the next event; only a sign-in of a person that names no address is a problem."""
        if event.number in (_LOGON, _TICKET):
            return self._open(event) if _is_of_a_person(event) else None
        session = _session(event)
        if event.number == _UNLOCK:
            self._unlock(session, event)
        elif event.number == _LOCK:
            self._lock(session, event)
        elif event.number in _LOGOFFS:
            self._locked.pop(session, None)
            self._end(session, event)
        return None

    def _open(self, event: Event) -> Problem | None:
        """Open the claim of a sign-in."""
        address = _read_remote(event.address)
        if address is None:
            return Problem(event.line, "The sign-in names no network address.")
        claim = Claim(address, event.at, None, self._source, account=_account(event))
        key = _session(event) if event.number == _LOGON else (address, claim.account)
        self.ledger.confirm(key, claim, event.at)
        return None

    def _lock(self, session: Hashable, event: Event) -> None:
        """End the claim of a session whose screen was locked, and remember it."""
        claim = self._end(session, event)
        if claim:
            self._locked[session] = claim

    def _end(self, session: Hashable, event: Event) -> Claim | None:
        """End the claim of a session, and what a ticket of the same account claims at its address."""
        claim = self.ledger.close(session, event.at)
        if claim:
            self.ledger.close((claim.address, claim.account), event.at)
        return claim

    def _unlock(self, session: Hashable, event: Event) -> None:
        """Open again the claim of a session that was locked."""
        claim = self._locked.pop(session, None)
        if claim:
            self.ledger.confirm(session, replace(claim, since=event.at), event.at)


def _is_of_a_person(event: Event) -> bool:
    """Say whether a sign-in succeeded and is of somebody who sits at a machine."""
    name = event.user.lower()
    if name.endswith("$") or name in _SYSTEM_ACCOUNTS or name.startswith(_SYSTEM_PREFIXES):
        return False
    return event.kind in _KINDS_OF_PEOPLE if event.number == _LOGON else event.status in _GRANTED


def _account(event: Event) -> str:
    """Return the account as Windows writes it, with its domain where the event names one."""
    is_bare = event.domain in ("", "-") or "@" in event.user or "\\" in event.user
    return event.user if is_bare else f"{event.domain}\\{event.user}"


def _session(event: Event) -> Hashable:
    """Return what names one session of one machine."""
    return (event.computer.lower(), event.session.lower() or event.user.lower())


def _read_remote(text: str) -> str | None:
    """Read an address of the network; None for a machine's own (127.0.0.1, ::1), which names none."""
    address = read_address(text.encode("ascii", "replace"))
    if address is None or ip_address(address).is_loopback or ip_address(address).is_unspecified:
        return None
    return address


FORMAT: IdentityFormat = WindowsLogonsFormat()
