"""Does the made school have machines that a log can tell, and machines that it cannot?"""

from __future__ import annotations

from datetime import date
from ipaddress import ip_address, ip_network

import pytest

from staffroom.demonstration.machines import NETWORKS, Kind
from staffroom.demonstration.made_school import SHARED_LEASE_ON, MadeSchool, make_school


@pytest.mark.parametrize("kind", list(Kind))
def test_there_are_machines_of_every_kind(school: MadeSchool, kind: Kind) -> None:
    assert any(machine.kind is kind for machine in school.machines)


@pytest.mark.parametrize("kind", [Kind.CLASSROOM, Kind.TROLLEY])
def test_shared_machines_have_no_owner(school: MadeSchool, kind: Kind) -> None:
    assert {machine.owner for machine in school.machines if machine.kind is kind} == {""}


def test_some_phones_are_in_the_register_and_some_are_not(school: MadeSchool) -> None:
    assert {machine.registered for machine in school.machines if machine.kind is Kind.PHONE} == {True, False}


def test_no_two_machines_share_an_address_or_a_hardware_address() -> None:
    large = make_school(seed=3, week=date(2026, 9, 14), staff=300, pupils=1500)
    addresses = [machine.address for machine in large.machines]
    hardware = [machine.mac for machine in large.machines if machine.mac]
    assert len(set(addresses)) == len(addresses)
    assert len(set(hardware)) == len(hardware)


def test_every_address_lies_in_one_of_the_schools_networks(school: MadeSchool) -> None:
    networks = [ip_network(network.range) for network in NETWORKS]
    for machine in school.machines:
        assert sum(ip_address(machine.address) in network for network in networks) == 1


def test_hardware_addresses_are_locally_administered_so_that_no_maker_owns_them(school: MadeSchool) -> None:
    assert all(int(machine.mac[:2], 16) & 2 for machine in school.machines if machine.mac)


def test_a_machine_with_a_fixed_address_has_no_lease(school: MadeSchool) -> None:
    fixed = [machine for machine in school.machines if not machine.mac]
    assert fixed
    assert not any(machine.leased for machine in fixed)


def test_two_phones_hold_one_address_on_tuesday_and_on_no_other_day(school: MadeSchool) -> None:
    one, other = school.at_once
    held = [school.address_of(one, day) == school.address_of(other, day) for day in school.days]
    assert [number for number, same in enumerate(held) if same] == [SHARED_LEASE_ON]


def test_those_two_phones_are_registered_to_two_people(school: MadeSchool) -> None:
    assert len({machine.owner for machine in school.at_once}) == 2
    assert all(machine.registered for machine in school.at_once)


def test_a_week_that_begins_on_no_monday_is_refused_with_a_sentence() -> None:
    with pytest.raises(ValueError, match="begins on a Monday; 2026-09-15 is not one"):
        make_school(seed=1, week=date(2026, 9, 15))


@pytest.mark.parametrize("pupils", [0, -1, 40_001])
def test_a_school_without_pupils_or_with_too_many_is_refused(pupils: int) -> None:
    with pytest.raises(ValueError, match="pupils"):
        make_school(seed=1, week=date(2026, 9, 14), pupils=pupils)


def test_no_two_pupils_share_an_account() -> None:
    pupils = make_school(seed=1, week=date(2026, 9, 14), pupils=5000).pupils
    assert len(set(pupils)) == 5000
