"""Who was at a machine at a moment, by the best record there is?"""

from datetime import date

import pytest

from rules.made_registers import (
    LAPTOP,
    NINE,
    STRANGER,
    TABLET,
    TEACHER,
    at_ms,
    attribution,
    device,
    lease,
    logon,
    pupil_network,
)
from staffroom.records.people import Claim, Network, NetworkKind, Person, Standing
from staffroom.rules.attribution import ALWAYS, FOREVER, Bearer


def who(found, minutes=30, client="10.0.0.5", user=""):
    holding = found.bearer_at(client, user, at_ms(minutes))
    return holding.bearer, holding.person


PERSON = (Bearer.PERSON, "t-1")
GOVERNOR = (Bearer.PERSON, "g-2")
NOBODY = (Bearer.NOBODY, "")
PUPIL = (Bearer.PUPIL, "")


@pytest.mark.clause("MON-1")
@pytest.mark.parametrize(
    "user", ["HOLLY\\asample", "holly%5CASAMPLE", "asample@HOLLY.example", "asample", " asample "]
)
def test_the_user_whom_the_proxy_names_is_the_person(user):
    assert who(attribution(), user=user) == PERSON


@pytest.mark.clause("ABT-2")
@pytest.mark.parametrize("standing", list(Standing))
def test_everybody_in_the_staff_table_counts_whatever_their_standing(standing):
    person = Person("x-9", "Cy Model", ("cmodel",), frozenset({standing}))
    assert who(attribution(people=(person,)), user="cmodel") == (Bearer.PERSON, "x-9")


@pytest.mark.clause("ABT-2")
def test_a_pupil_is_a_pupil_and_is_never_named():
    assert who(attribution(), user="P1") == PUPIL
    assert who(attribution(logon("HOLLY\\p1"))) == PUPIL


def test_the_same_short_name_in_another_domain_is_somebody_else():
    found = attribution()
    assert found.bearer_at("10.0.0.5", "PUPILS\\asample", at_ms(0)).source == "unknown account"


def test_an_account_of_two_people_is_nobodys():
    twin = Person("t-9", "Al Sample", ("holly\\asample",), frozenset())
    holding = attribution(people=(TEACHER, twin)).bearer_at("10.0.0.5", "HOLLY\\asample", at_ms(0))
    assert (holding.bearer, holding.source) == (Bearer.NOBODY, "account of more than one person")


def test_an_account_of_a_person_and_a_pupil_is_nobodys():
    assert who(attribution(pupils=("holly\\asample",)), user="HOLLY\\asample") == NOBODY


def test_an_unknown_account_is_nobodys_or_dropped_as_the_school_decided():
    assert attribution().bearer_at("10.0.0.5", "visitor", 0).source == "unknown account"
    assert who(attribution(), user="visitor") == NOBODY
    assert who(attribution(unknown_accounts="drop"), user="visitor") == PUPIL
    assert who(attribution(logon("visitor"), unknown_accounts="drop")) == PUPIL


def test_an_unknown_user_at_a_persons_machine_is_not_that_person():
    found = attribution(lease(LAPTOP), devices=(device(LAPTOP, "t-1"),))
    assert who(found, user="visitor") == NOBODY


@pytest.mark.parametrize(
    "user", ["PC-12$", "host/pc-12", "-", "10.0.0.5", "::ffff:10.0.0.5", "AA-BB-CC-00-00-01"]
)
def test_a_machine_is_no_user_and_the_next_record_decides(user):
    found = attribution(logon("asample"))
    assert who(found, user=user) == PERSON
    assert who(found, minutes=90, user=user) == NOBODY


def test_a_user_field_that_repeats_the_clients_name_is_no_user():
    found = attribution(devices=(device("lap-014", "t-1"),))
    assert who(found, client="LAP-014.holly.example", user="lap-014.holly.example") == PERSON


def test_a_logon_counts_from_its_beginning_up_to_its_end():
    found = attribution(logon("HOLLY\\asample", 0, 60))
    assert [who(found, minutes) for minutes in (-1, 0, 59, 60)] == [NOBODY, PERSON, PERSON, NOBODY]
    assert found.bearer_at("10.0.0.5", "", at_ms(0)).source == "RADIUS"


def test_a_logon_that_never_ends_counts_for_twelve_hours():
    found = attribution(logon("asample", 0, None))
    assert who(found, 12 * 60 - 1) == PERSON
    assert who(found, 12 * 60) == NOBODY


def test_a_lease_that_never_ends_lasts():
    found = attribution(lease(LAPTOP, 0, None), devices=(device(LAPTOP, "t-1"),))
    assert who(found, 60 * 24 * 365) == PERSON


def test_a_lease_and_the_device_register_name_the_person():
    found = attribution(lease("AA-BB-CC-00-00-01"), devices=(device(LAPTOP, "t-1"),))
    assert who(found) == PERSON
    assert found.bearer_at("10.0.0.5", "", at_ms(0)).source == "DHCP with device register"


def test_a_lease_to_a_host_name_finds_the_machine_by_its_first_part():
    assert who(attribution(lease("Lap-014.holly.example"), devices=(device("LAP-014", "t-1"),))) == PERSON


def test_a_lease_that_knows_a_machine_by_two_names_does_not_contradict_itself():
    found = attribution(lease(LAPTOP), lease("lap-014"), devices=(device(LAPTOP, "t-1"),))
    assert who(found) == PERSON


def test_the_device_register_names_the_holder_of_an_address():
    found = attribution(devices=(device("10.0.0.5", "t-1"),))
    assert who(found) == PERSON
    assert who(found, client="::ffff:10.0.0.5") == PERSON
    assert who(found, client="10.0.0.6") == NOBODY


@pytest.mark.parametrize("client", ["AA:BB:CC:00:00:01", "aa-bb-cc-00-00-01", "aabb.cc00.0001"])
def test_a_client_may_be_a_mac_address(client):
    assert who(attribution(devices=(device(LAPTOP, "t-1"),)), client=client) == PERSON


def test_a_client_may_be_an_ipv6_address():
    found = attribution(logon("asample", address="2001:DB8::0:5"))
    assert who(found, client="2001:db8::5") == PERSON


def test_a_loan_of_a_machine_counts_on_its_days_only():
    loan = device("10.0.0.5", "t-1", since=date(2026, 9, 7), until=date(2026, 9, 7))
    found = attribution(devices=(loan,))
    midnight, next_midnight = -9 * 60, 15 * 60
    assert [
        who(found, minutes) for minutes in (midnight - 1, midnight, next_midnight - 1, next_midnight)
    ] == [
        NOBODY,
        PERSON,
        PERSON,
        NOBODY,
    ]


def test_better_records_win_over_worse_ones():
    devices = (device("10.0.0.5", "g-2"), device(LAPTOP, "g-2"))
    assert who(attribution(logon("asample"), lease(LAPTOP), devices=devices)) == PERSON
    assert who(attribution(lease(TABLET), devices=(*devices, device(TABLET, "t-1")))) == PERSON
    assert who(attribution(logon("asample"), devices=devices), user="bexample") == GOVERNOR


def test_a_shared_machine_names_nobody():
    found = attribution(lease(LAPTOP), devices=(device(LAPTOP, ""), device("10.0.0.5", "t-1")))
    assert who(found) == NOBODY
    assert found.bearer_at("10.0.0.5", "", at_ms(0)).source == "shared device"


def test_a_logon_at_a_shared_machine_names_the_person():
    assert who(attribution(logon("asample"), lease(LAPTOP), devices=(device(LAPTOP, ""),))) == PERSON


def test_a_lease_to_an_unknown_machine_leaves_the_word_to_the_device_register():
    assert who(attribution(lease(STRANGER), devices=(device("10.0.0.5", "t-1"),))) == PERSON
    assert who(attribution(lease(STRANGER))) == NOBODY


def test_a_machine_of_somebody_who_is_not_in_the_staff_table_names_nobody():
    assert who(attribution(devices=(device("10.0.0.5", "left-long-ago"),))) == NOBODY


@pytest.mark.clause("ABT-2")
def test_a_person_is_named_on_the_days_in_scope_only():
    day = date(2026, 9, 7)
    person = Person("x-9", "Cy Model", ("cmodel",), frozenset(), since=day, until=day)
    found = attribution(logon("cmodel", -2000, 2000), people=(person,))
    for user in ("cmodel", ""):
        assert who(found, 0, user=user) == (Bearer.PERSON, "x-9")
        for minutes in (-9 * 60 - 1, 15 * 60):
            holding = found.bearer_at("10.0.0.5", user, at_ms(minutes))
            assert (holding.bearer, holding.source) == (Bearer.NOBODY, "not in scope that day")


def test_somebody_may_come_back():
    spells = [(date(2025, 9, 1), date(2025, 9, 30)), (date(2026, 9, 1), None)]
    people = tuple(Person("x-9", "Cy", ("cmodel",), frozenset(), since=a, until=b) for a, b in spells)
    bearers = [holding.bearer for holding in attribution(people=people).holdings("10.0.0.5", "cmodel")]
    assert bearers == [Bearer.NOBODY, Bearer.PERSON, Bearer.NOBODY, Bearer.PERSON]


@pytest.mark.clause("ABT-2")
def test_on_a_pupil_network_only_the_proxys_word_makes_somebody_staff():
    found = attribution(
        logon("asample"), lease(LAPTOP), networks=pupil_network(), devices=(device(LAPTOP, "t-1"),)
    )
    assert who(found) == PUPIL
    assert who(found, user="visitor") == PUPIL
    assert who(found, user="PC-12$") == PUPIL
    assert who(found, user="HOLLY\\asample") == PERSON


def test_on_a_guest_network_nobody_is_named_without_the_proxys_word():
    guests = (Network("10.0.0.0/24", NetworkKind.GUEST),)
    found = attribution(logon("asample"), networks=guests)
    assert who(found) == NOBODY
    assert found.bearer_at("10.0.0.5", "", 0).source == "guest network"
    assert who(found, user="asample") == PERSON
    assert who(found, user="p1") == PUPIL


def test_on_a_shared_network_records_still_count():
    shared = (Network("10.0.0.0/24", NetworkKind.SHARED),)
    found = attribution(logon("asample"), networks=shared)
    assert who(found) == PERSON
    assert found.bearer_at("10.0.0.5", "", at_ms(90)).source == "shared network"


def test_without_any_record_one_holding_of_nobody_covers_all_time():
    (only,) = attribution().holdings("10.0.0.5", "")
    assert (only.since, only.until, only.bearer) == (ALWAYS, FOREVER, Bearer.NOBODY)


def test_a_moment_before_all_time_is_the_first_holding():
    assert attribution(logon("asample")).bearer_at("10.0.0.5", "", ALWAYS - 1).since == ALWAYS


def test_a_claim_that_ends_before_it_begins_is_nothing():
    backwards = Claim("10.0.0.5", NINE, NINE, "RADIUS", account="asample")
    assert len(attribution(backwards, logon("asample", 60, 0)).holdings("10.0.0.5", "")) == 1
