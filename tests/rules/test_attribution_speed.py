"""Is a school's register worked through before anybody notices?"""

from datetime import date
from random import Random
from time import process_time

from rules.made_registers import at, attribution
from staffroom.records.people import Claim, Device, Network, NetworkKind, Person

CHANCE = Random(4)
STAFF, CLAIMS, DEVICES, IDENTITIES = 300, 5_000, 1_000, 2_000
MOST_SECONDS = 1.0  # a tenth of it is usual on one quiet core; the rest is for a busy one


def an_address():
    return f"10.0.{CHANCE.randrange(8)}.{CHANCE.randrange(250)}"


def a_mac():
    return ":".join(f"{CHANCE.randrange(256):02x}" for _ in range(6))


def a_claim(macs, *, is_lease):
    since = CHANCE.randrange(5_000)
    named = {"machine": CHANCE.choice(macs)} if is_lease else {"account": f"holly\\u{CHANCE.randrange(400)}"}
    return Claim(an_address(), at(since), at(since + CHANCE.randrange(600)), "made", **named)


def test_two_thousand_identities_are_joined_to_five_thousand_claims_at_once():
    macs = [a_mac() for _ in range(DEVICES)]
    people = tuple(
        Person(
            f"t-{number}", "Made", (f"HOLLY\\u{number}", f"u{number}@x"), frozenset(), since=date(2024, 9, 1)
        )
        for number in range(STAFF)
    )
    devices = tuple(Device(mac, f"t-{CHANCE.randrange(STAFF)}", since=date(2024, 9, 1)) for mac in macs)
    claims = [a_claim(macs, is_lease=bool(number % 2)) for number in range(CLAIMS)]
    networks = (Network("10.0.7.0/24", NetworkKind.PUPIL), Network("10.0.6.0/24", NetworkKind.GUEST))
    identities = [
        (an_address(), "" if number % 3 else f"HOLLY\\u{number % 400}") for number in range(IDENTITIES)
    ]
    began = process_time()
    found = attribution(*claims, people=people, devices=devices, networks=networks)
    named = sum(any(holding.person for holding in found.holdings(*identity)) for identity in identities)
    assert process_time() - began < MOST_SECONDS
    assert named > IDENTITIES / 3
