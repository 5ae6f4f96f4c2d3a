"""Is nobody named where records contradict each other, and all time covered all the same?"""

from collections import defaultdict
from dataclasses import replace
from datetime import UTC, date
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.made_registers import (
    GOVERNOR,
    LAPTOP,
    TABLET,
    TEACHER,
    at,
    at_ms,
    attribution,
    device,
    lease,
    logon,
)
from staffroom.records.people import Claim, Device, Network, NetworkKind, Person, Register
from staffroom.rules.attribution import ALWAYS, FOREVER, Attribution, Bearer

EPOCH_DAY = date(1970, 1, 1).toordinal()


def course(found, client="10.0.0.5", user=""):
    """The holdings between nine and later, in minutes since nine: (since, bearer, person)."""
    nine = at_ms(0)
    return [
        ((holding.since - nine) // 60_000, holding.bearer, holding.person)
        for holding in found.holdings(client, user)
        if holding.since >= nine
    ]


@pytest.mark.clause("MON-1")
def test_overlapping_claims_of_two_people_name_nobody_while_they_overlap():
    found = attribution(logon("asample", 0, 60), logon("bexample", 40, 90))
    assert course(found) == [
        (0, Bearer.PERSON, "t-1"),
        (40, Bearer.NOBODY, ""),
        (60, Bearer.PERSON, "g-2"),
        (90, Bearer.NOBODY, ""),
    ]
    assert found.bearer_at("10.0.0.5", "", at_ms(50)).source == "overlapping claims"


def test_the_last_claim_never_wins_whatever_the_order():
    claims = (logon("bexample", 40, 90, source="Windows"), logon("asample", 0, 60))
    assert course(attribution(*claims)) == course(attribution(*claims[::-1]))


def test_two_claims_of_one_person_are_no_contradiction():
    found = attribution(logon("asample", 0, 60), logon("HOLLY\\asample", 30, 90, source="Windows"))
    assert {(bearer, person) for since, bearer, person in course(found) if since < 90} == {
        (Bearer.PERSON, "t-1")
    }


@pytest.mark.parametrize("other", ["visitor", "p1"])
def test_a_claim_by_a_stranger_or_a_pupil_contradicts_a_persons(other):
    found = attribution(logon("asample", 0, 60), logon(other, 20, 40))
    assert [bearer for _, bearer, _ in course(found)] == [
        Bearer.PERSON,
        Bearer.NOBODY,
        Bearer.PERSON,
        Bearer.NOBODY,
    ]


def test_two_pupils_at_one_machine_are_pupils():
    found = attribution(logon("p1", 0, 60), logon("p2", 0, 60), pupils=("p1", "p2"))
    assert course(found)[0] == (0, Bearer.PUPIL, "")


def test_overlapping_leases_of_two_machines_name_nobody():
    devices = (device(LAPTOP, "t-1"), device(TABLET, "g-2"))
    found = attribution(lease(LAPTOP, 0, 60), lease(TABLET, 30, 90), devices=devices)
    assert course(found)[1] == (30, Bearer.NOBODY, "")


def test_a_second_lease_to_a_machine_nobody_knows_is_a_contradiction_too():
    found = attribution(
        lease(LAPTOP, 0, 60), lease("aa:bb:cc:00:00:99", 30, 90), devices=(device(LAPTOP, "t-1"),)
    )
    assert course(found)[1][:2] == (30, Bearer.NOBODY)


def test_two_unknown_machines_at_one_address_leave_nothing_to_the_device_register():
    strangers = (lease("aa:bb:cc:00:00:98", 0, 60), lease("aa:bb:cc:00:00:99", 30, 60))
    found = attribution(*strangers, devices=(device("10.0.0.5", "t-1"),))
    assert course(found) == [(30, Bearer.NOBODY, ""), (60, Bearer.PERSON, "t-1")]


def test_two_machines_of_one_person_are_no_contradiction():
    devices = (device(LAPTOP, "t-1"), device(TABLET, "t-1"))
    found = attribution(lease(LAPTOP, 0, 60), lease(TABLET, 30, 60), devices=devices)
    assert course(found) == [(0, Bearer.PERSON, "t-1"), (60, Bearer.NOBODY, "")]


def test_a_contradiction_among_good_records_is_not_settled_by_a_worse_one():
    found = attribution(
        logon("asample", 0, 60), logon("bexample", 0, 60), devices=(device("10.0.0.5", "t-1"),)
    )
    assert course(found) == [(0, Bearer.NOBODY, ""), (60, Bearer.PERSON, "t-1")]


def test_a_machine_given_to_two_people_on_the_same_days_names_nobody():
    devices = (device("10.0.0.5", "t-1"), device("10.0.0.5", "g-2", since=date(2026, 9, 8)))
    found = attribution(devices=devices)
    assert found.bearer_at("10.0.0.5", "", at_ms(0)).person == "t-1"
    assert found.bearer_at("10.0.0.5", "", at_ms(60 * 24)).bearer is Bearer.NOBODY


def test_somebody_no_longer_in_scope_still_contradicts():
    gone = Person("x-9", "Cy Model", ("cmodel",), frozenset(), until=date(2026, 1, 1))
    found = attribution(logon("asample"), logon("cmodel"), people=(TEACHER, gone))
    assert course(found)[0][1] is Bearer.NOBODY


addresses = st.sampled_from(["10.0.0.5", "::ffff:10.0.0.5", "10.0.9.1", LAPTOP, "lap-014"])
accounts = st.sampled_from(["", "asample", "HOLLY\\asample", "bexample", "p1", "visitor", "PC$"])
machines = st.sampled_from(["", LAPTOP, TABLET, "lap-014.holly.example"])
moments = st.datetimes(timezones=st.just(UTC))
near = st.integers(-600, 900).map(at)  # minutes around nine o'clock
any_days = st.dates(date(2, 1, 1), date(9998, 12, 30)) | st.sampled_from([date.min, date.max])
days = st.one_of(st.none(), any_days, st.dates(date(2026, 9, 6), date(2026, 9, 8)))
owners = st.sampled_from(["", "t-1", "g-2", "unheard-of"])
claims = st.builds(
    Claim,
    address=addresses,
    since=moments | near,
    until=st.none() | moments | near,
    source=st.sampled_from(["RADIUS", "DHCP"]),
    account=accounts,
    machine=machines,
)
devices = st.builds(Device, addresses | machines, owners, days, days)
people = st.builds(
    Person,
    id=st.sampled_from(["t-1", "g-2"]),
    name=st.just("Made"),
    accounts=st.lists(accounts, max_size=3).map(tuple),
    standings=st.just(frozenset()),
    since=days,
    until=days,
)
networks = st.builds(
    Network, st.sampled_from(["10.0.9.0/24", "10.0.0.0/8", "::/0", "?"]), st.sampled_from(NetworkKind)
)
registers = st.builds(
    Register,
    st.lists(people, max_size=3).map(tuple),
    st.frozensets(accounts, max_size=2),
    st.lists(networks, max_size=2).map(tuple),
    st.lists(devices, max_size=5).map(tuple),
    st.lists(claims, max_size=8).map(tuple),
)


@settings(deadline=None)
@given(registers, addresses | st.text(max_size=20), accounts | st.text(max_size=20))
def test_holdings_cover_all_time_without_gap_or_overlap_for_any_register(register, client, user):
    found = Attribution(register, timezone="Europe/London").holdings(client, user)
    assert found[0].since == ALWAYS
    assert found[-1].until == FOREVER
    assert all(holding.since < holding.until for holding in found)
    assert all(one.until == other.since for one, other in pairwise(found))
    assert all((holding.bearer is Bearer.PERSON) == bool(holding.person) for holding in found)


@settings(deadline=None)
@given(registers, addresses, accounts)
def test_nobody_is_ever_named_outside_their_days_in_scope(register, client, user):
    scopes = defaultdict(list)
    for person in register.people:
        scopes[person.id].append((person.since or date.min, person.until or date.max))
    for holding in Attribution(register, timezone="UTC").holdings(client, user):
        if holding.bearer is Bearer.PERSON:
            for moment in (holding.since, holding.until - 1):
                assert any(first <= day_of(moment) <= last for first, last in scopes[holding.person])


def day_of(moment_ms):
    """The day in UTC, the first and the last that there are for moments beyond them."""
    days = moment_ms // 86_400_000
    if abs(days) > 10**7:
        return date.max if days > 0 else date.min
    return date.fromordinal(min(max(days + EPOCH_DAY, 1), date.max.toordinal()))


@settings(deadline=None)
@given(registers, addresses)
def test_a_pupils_account_never_names_a_person(register, client):
    pupil = replace(register, pupil_accounts=register.pupil_accounts | {"ONLY\\pupil"})
    found = Attribution(pupil, timezone="Europe/London").holdings(client, "only\\pupil")
    assert [holding.bearer for holding in found] == [Bearer.PUPIL]


@settings(deadline=None)
@given(registers, addresses, accounts)
def test_an_account_that_is_dropped_when_unknown_is_never_staff(register, client, user):
    kept = Attribution(register, timezone="Europe/London").holdings(client, user)
    dropped = Attribution(register, timezone="Europe/London", unknown_accounts="drop").holdings(client, user)
    assert [each for each in kept if each.person] == [each for each in dropped if each.person]


minutes = st.integers(0, 100)
owned = st.tuples(st.sampled_from(["asample", "bexample", "visitor"]), minutes, minutes)


@settings(deadline=None)
@given(st.lists(owned, max_size=8), minutes)
def test_nobody_is_named_in_an_overlap_and_everybody_outside_of_one(claims, minute):
    found = attribution(*(logon(account, *sorted((a, b))) for account, a, b in claims))
    present = {account for account, a, b in claims if min(a, b) <= minute < max(a, b)}
    people = {"asample": TEACHER.id, "bexample": GOVERNOR.id}
    expected = people.get(present.pop(), "") if len(present) == 1 else ""
    assert found.bearer_at("10.0.0.5", "", at_ms(minute)).person == expected


@settings(deadline=None)
@given(st.lists(claims, max_size=8).map(tuple), addresses)
def test_the_order_of_the_records_does_not_matter(records, client):
    register = Register((TEACHER, GOVERNOR), claims=records)
    turned = Register((GOVERNOR, TEACHER), claims=records[::-1])
    one, other = (Attribution(each, timezone="Europe/London") for each in (register, turned))
    assert one.holdings(client, "") == other.holdings(client, "")


def test_thousands_of_overlapping_claims_on_one_address_are_settled_at_once():
    claims = [logon(f"u{number}", number, 20_000 + number) for number in range(5_000)]
    began = process_time()
    found = attribution(*claims).holdings("10.0.0.5", "")
    assert process_time() - began < 2
    assert "overlapping claims" in {holding.source for holding in found}


def test_remembered_holdings_are_bounded(monkeypatch):
    monkeypatch.setattr("staffroom.rules.attribution.REMEMBERED", 10)
    found = attribution(logon("asample"))
    for number in range(50):
        found.holdings(f"10.0.1.{number}", "")
    assert len(found._known) <= 10
    assert found.bearer_at("10.0.0.5", "", at_ms(1)).person == "t-1"


@pytest.mark.clause("MON-1")
def test_two_machines_with_one_lease_at_the_same_time_name_nobody_even_from_one_source():
    stranger = "aa:bb:cc:00:00:99"
    found = attribution(lease(LAPTOP), lease(stranger), devices=(device(LAPTOP, "t-1"),))
    assert course(found)[0] == (0, Bearer.NOBODY, "")
