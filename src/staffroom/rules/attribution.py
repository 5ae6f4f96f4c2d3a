"""Who was at a machine at a moment?"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from staffroom.policy.keeping import keeps
from staffroom.records.people import Claim, Device, NetworkKind, Person, Register
from staffroom.rules.account_book import AccountBook
from staffroom.rules.accounts import account_names
from staffroom.rules.addresses import even_out, is_ip, is_mac
from staffroom.rules.holdings import (
    ALWAYS,
    FOREVER,
    PUPILS,
    Answer,
    Bearer,
    Holding,
    Interval,
    Rank,
    Statement,
    inside,
    outside,
    settle,
)
from staffroom.rules.local_time import milliseconds, moment_of
from staffroom.rules.networks import Networks

__all__ = ["ALWAYS", "FOREVER", "Attribution", "Bearer", "Holding"]

REMEMBERED = 65_536  # identities whose holdings are kept at hand
UNENDED_MS = 12 * 3600 * 1000  # how long an account is believed to be signed in where no record ends it
FIRST_YEAR, LAST_YEAR = 2, 9998  # moments of days outside these need not exist: always, and for ever

PUPIL_NETWORK = Answer(Bearer.PUPIL, "", "pupil network")
GUEST_NETWORK = Answer(Bearer.NOBODY, "", "guest network")
SHARED_NETWORK = Answer(Bearer.NOBODY, "", "shared network")
SHARED_DEVICE = Answer(Bearer.NOBODY, "", "shared device")
NOTHING = Answer(Bearer.NOBODY, "", "nothing recorded")
OUT_OF_SCOPE = "not in scope that day"
PROXY_USER = "proxy user"


@dataclass(frozen=True, slots=True)
class _Lease:
    interval: Interval
    source: str


@keeps("MON-1", "ABT-2")
class Attribution:
    """Joins what a log says of a client and its user to the people of a register.

    Everybody of the register's `people` counts, whatever their standing; a pupil is never named.
    """

    def __init__(self, register: Register, *, timezone: str, unknown_accounts: str = "unattributed") -> None:
        self._zone = ZoneInfo(timezone)
        self._accounts = AccountBook(
            register.people, register.pupil_accounts, drop_unknown=unknown_accounts == "drop"
        )
        self._networks = Networks(register.networks)
        self._scopes = self._index_scopes(register.people)
        self._devices = self._index_devices(register.devices)
        self._claims = _index_claims(register.claims)
        self._known: dict[tuple[str, str], tuple[Holding, ...]] = {}
        self._by_proxy: dict[str, tuple[Holding, ...]] = {}  # no larger than the staff table

    def holdings(self, client: str, user: str) -> tuple[Holding, ...]:
        """Say who was at a client with a user name, for all time: in order, without gap or overlap.

        `client` is an IP address, a MAC address or a host name, `user` what the log says, "" for nobody.
        """
        found = self._known.get((client, user))
        if found is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            found = self._known[client, user] = self._work_out(even_out(client), user)
        return found

    def bearer_at(self, client: str, user: str, at_ms: int) -> Holding:
        """Return the holding at a moment, in milliseconds since 1970 in UTC."""
        found = self.holdings(client, user)
        return found[max(bisect_right(found, at_ms, key=_since) - 1, 0)]

    def _work_out(self, address: str, user: str) -> tuple[Holding, ...]:
        names = _names_of_user(user, address)
        signed_in = self._accounts.holder(names) if names else None
        if signed_in and signed_in.bearer is Bearer.PERSON:
            return self._signed_in(signed_in.person)
        # Only the proxy's word is taken at a pupils' machine: a logon there may outlast the lesson.
        kind = self._networks.kind(address)
        if kind is NetworkKind.PUPIL:
            return settle((), PUPIL_NETWORK)
        if signed_in or kind is NetworkKind.GUEST:
            return settle((), signed_in or GUEST_NETWORK)
        return settle(self._records(address), SHARED_NETWORK if kind is NetworkKind.SHARED else NOTHING)

    def _signed_in(self, person: str) -> tuple[Holding, ...]:
        found = self._by_proxy.get(person)
        if found is None:
            whole = self._person(Rank.ACCOUNT, (ALWAYS, FOREVER), person, PROXY_USER)
            found = self._by_proxy[person] = settle(whole, NOTHING)
        return found

    def _records(self, address: str) -> Iterator[Statement]:
        leases: dict[_Lease, set[str]] = defaultdict(set)
        for claim in self._claims.get(address, ()):
            names = _names_of_user(claim.account, address)
            if names:
                yield from self._account(claim, names)
            elif claim.machine:
                leases[_Lease(_interval(claim, None), claim.source)].add(even_out(claim.machine))
        for lease, machines in leases.items():
            for machine in _machines_apart(machines):
                yield from self._lease(lease, machine)
        yield from self._device(Rank.DEVICE, (ALWAYS, FOREVER), address, "device register")

    def _account(self, claim: Claim, names: tuple[str, ...]) -> Iterator[Statement]:
        interval = _interval(claim, UNENDED_MS)
        answer = self._accounts.holder(names)
        if answer.bearer is Bearer.PERSON:
            yield from self._person(Rank.ACCOUNT, interval, answer.person, claim.source)
        else:
            who = PUPILS if answer.bearer is Bearer.PUPIL else f"account {names[0]}"
            yield Statement(Rank.ACCOUNT, *interval, who, answer)

    def _lease(self, lease: _Lease, machines: set[str]) -> Iterator[Statement]:
        """Say whose machine held the address; a record may know it by MAC address and by name."""
        source = f"{lease.source} with device register"
        registered: list[Interval] = []
        for machine in machines:
            registered.extend(window for window, _ in self._registered(machine))
            yield from self._device(Rank.LEASE, lease.interval, machine, source)
        for since, until in outside(lease.interval, registered):
            yield Statement(Rank.LEASE, since, until, f"machine {min(machines)}", None)

    def _device(self, rank: Rank, interval: Interval, machine: str, source: str) -> Iterator[Statement]:
        for window, person in self._registered(machine):
            for part in inside(interval, [window]):
                if person:
                    yield from self._person(rank, part, person, source)
                else:
                    yield Statement(rank, *part, "shared device", SHARED_DEVICE)

    def _person(self, rank: Rank, interval: Interval, person: str, source: str) -> Iterator[Statement]:
        scope = self._scopes.get(person, [])
        who = f"person {person}"
        for since, until in inside(interval, scope):
            yield Statement(rank, since, until, who, Answer(Bearer.PERSON, person, source))
        for since, until in outside(interval, scope):
            yield Statement(rank, since, until, who, Answer(Bearer.NOBODY, "", OUT_OF_SCOPE))

    def _registered(self, machine: str) -> list[tuple[Interval, str]]:
        """Find a machine in the device register; a full host name also by its first part."""
        found = self._devices.get(machine)
        if found is None and "." in machine and not is_ip(machine):
            found = self._devices.get(machine.partition(".")[0])
        return found or []

    def _index_scopes(self, people: Iterable[Person]) -> dict[str, list[Interval]]:
        scopes: dict[str, list[Interval]] = defaultdict(list)
        for person in people:
            scopes[person.id].append(self._days(person.since, person.until))
        return scopes

    def _index_devices(self, devices: Iterable[Device]) -> dict[str, list[tuple[Interval, str]]]:
        registered: dict[str, list[tuple[Interval, str]]] = defaultdict(list)
        for device in devices:
            window = self._days(device.since, device.until)
            registered[even_out(device.address)].append((window, device.person))
        return registered

    def _days(self, since: date | None, until: date | None) -> Interval:
        """Turn a first and a last local day, None being open, into an interval."""
        first, end = ALWAYS, FOREVER
        if since is not None and since.year >= FIRST_YEAR:
            first = self._start(since)
        if until is not None and until.year <= LAST_YEAR:
            end = self._start(until + timedelta(days=1))
        return first, end

    def _start(self, day: date) -> int:
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            return ALWAYS if day.year < FIRST_YEAR else FOREVER
        return milliseconds(moment_of(day, timedelta(0), self._zone))


def _since(holding: Holding) -> int:
    return holding.since


def _index_claims(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    by_address: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_address[even_out(claim.address)].append(claim)
    return by_address


def _machines_apart(names: set[str]) -> list[set[str]]:
    """Tell machines apart: a host name goes with the MAC address beside it, two addresses are two."""
    addresses = {name for name in names if is_mac(name)}
    return [names] if len(addresses) <= 1 else [{address} for address in sorted(addresses)]


def _interval(claim: Claim, longest_ms: int | None) -> Interval:
    """Return the time of a claim; one without an end ends after the longest time, or never."""
    since = milliseconds(claim.since)
    if claim.until is not None:
        return since, milliseconds(claim.until)
    return since, FOREVER if longest_ms is None else since + longest_ms


def _names_of_user(user: str, address: str) -> tuple[str, ...]:
    """Return the names of a user; none where the log writes the address of a machine instead.

    RADIUS has a MAC address there for machines that it lets in by it, proxies the address of the client.
    """
    if not user or is_ip(user) or is_mac(user) or even_out(user) == address:
        return ()
    return account_names(user)
