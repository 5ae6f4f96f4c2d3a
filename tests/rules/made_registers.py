"""Made people, machines and records for the tests of attribution."""

from datetime import UTC, datetime, timedelta

from staffroom.records.people import Claim, Device, Network, NetworkKind, Person, Register, Standing
from staffroom.rules.attribution import Attribution

NINE = datetime(2026, 9, 7, 8, tzinfo=UTC)  # nine o'clock in summer time
LAPTOP, TABLET, STRANGER = "aa:bb:cc:00:00:01", "aa:bb:cc:00:00:02", "aa:bb:cc:00:00:99"
TEACHER = Person(
    "t-1", "Ama Sample", ("HOLLY\\asample", "asample@holly.example"), frozenset({Standing.EMPLOYEE})
)
GOVERNOR = Person("g-2", "Bo Example", ("bexample",), frozenset({Standing.GOVERNOR}))


def at(minutes):
    return NINE + timedelta(minutes=minutes)


def at_ms(minutes):
    return int(at(minutes).timestamp() * 1000)


def logon(account, since=0, until=60, address="10.0.0.5", source="RADIUS"):
    return Claim(address, at(since), None if until is None else at(until), source, account=account)


def lease(machine, since=0, until=60, address="10.0.0.5", source="DHCP"):
    return Claim(address, at(since), None if until is None else at(until), source, machine=machine)


def attribution(*claims, people=(TEACHER, GOVERNOR), pupils=("p1",), networks=(), devices=(), **more):
    register = Register(people, frozenset(pupils), networks, devices, claims)
    return Attribution(register, timezone="Europe/London", **more)


def pupil_network(text="10.0.0.0/24"):
    return (Network(text, NetworkKind.PUPIL),)


def device(address, person, **more):
    return Device(address, person, **more)
