"""Does the office keep the school's networks, devices, lists and records of who held which address?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from school.made_people import AT, TODAY, make_person
from school.monitoring.made_monitoring import Leaders, by
from staffroom.records.people import Device, Network, NetworkKind
from staffroom.school.audit.models import Entry
from staffroom.school.monitoring.actions.device_lists import import_devices
from staffroom.school.monitoring.actions.devices import (
    DeviceEntry,
    add_device,
    change_device,
    end_device,
    see_holders,
)
from staffroom.school.monitoring.actions.identities import add_identity_source, read_claims
from staffroom.school.monitoring.actions.lists import load_list, remove_list
from staffroom.school.monitoring.actions.networks import add_network, change_network, remove_network
from staffroom.school.monitoring.models import DomainList, IdentitySource, SchoolDevice
from staffroom.school.monitoring.queries.devices import (
    devices_record,
    read_device_upload,
    school_devices,
)
from staffroom.school.monitoring.queries.record import catalogue_record
from staffroom.school.monitoring.queries.register import networks_record
from staffroom.school.monitoring.refusals import NotAccepted
from staffroom.school.people.actions.uploads import keep_devices
from staffroom.school.people.models import Upload

pytestmark = [pytest.mark.django_db, pytest.mark.clause("MON-1")]
YESTERDAY = TODAY - timedelta(days=1)
LEASE = b"""lease 10.20.0.9 {
  starts 1 2026/09/07 08:00:00;
  ends 1 2026/09/07 16:00:00;
  hardware ethernet aa:bb:cc:00:00:09;
}
"""


@pytest.fixture
def leaders():
    return Leaders()


@pytest.fixture
def keeper(leaders):
    return by(leaders.network)


def known(number):
    person = make_person()
    person.identifier = number
    person.save()
    return person


def entry(address="10.20.0.9", number="", since=None, until=None, source="Asset list"):
    return DeviceEntry(address, number, since, until, source)


def upload(leaders, table, *, is_complete=False):
    return keep_devices(
        by=by(leaders.network),
        at=AT,
        owner=leaders.network,
        content=table.encode(),
        choices={"source": "Asset list", "is_complete": is_complete},
    )


def bring_in(leaders, table, **choices):
    kept = upload(leaders, table, **choices)
    shown = read_device_upload(kept, on=TODAY).plan.digest
    return import_devices(by=by(leaders.network), at=AT, upload=kept, shown=shown)


def test_a_network_is_added_changed_and_removed(keeper):
    network = add_network(by=keeper, at=AT, addresses="10.20.3.4/16", kind=NetworkKind.STAFF)
    assert networks_record() == (Network("10.20.0.0/16", NetworkKind.STAFF),)
    change_network(by=keeper, at=AT, network=network, kind=NetworkKind.PUPIL)
    assert networks_record() == (Network("10.20.0.0/16", NetworkKind.PUPIL),)
    remove_network(by=keeper, at=AT, network=network)
    assert networks_record() == ()
    acts = list(Entry.objects.filter(act__startswith="monitoring.network").values_list("act", flat=True))
    assert len(acts) == 3


@pytest.mark.parametrize("addresses", ["", "here", "10.20.0.0/40"])
def test_what_is_no_range_is_not_taken(keeper, addresses):
    with pytest.raises(NotAccepted):
        add_network(by=keeper, at=AT, addresses=addresses, kind=NetworkKind.STAFF)


def test_a_range_is_in_the_list_once(keeper):
    add_network(by=keeper, at=AT, addresses="10.20.0.0/16", kind=NetworkKind.STAFF)
    with pytest.raises(NotAccepted, match="already"):
        add_network(by=keeper, at=AT, addresses="10.20.9.9/16", kind=NetworkKind.PUPIL)


def test_a_device_is_given_to_somebody_by_roster_number(keeper):
    person = known("T-14")
    add_device(by=keeper, at=AT, entry=entry("AA-BB-CC-00-00-09", "T-14"))
    assert devices_record() == (Device("aa:bb:cc:00:00:09", person.ref),)


def test_no_audit_line_says_whose_a_device_is(keeper):
    person = known("T-14")
    add_device(by=keeper, at=AT, entry=entry(number="T-14"))
    lines = Entry.objects.filter(act="monitoring.device added").values()
    assert len(lines) == 1
    assert not any(said in str(list(lines)) for said in (person.ref, "T-14", "10.20.0.9"))


@pytest.mark.parametrize(
    "wrong",
    [
        entry(address="two words"),
        entry(number="nobody"),
        entry(since=TODAY, until=YESTERDAY),
        entry(source=" "),
    ],
    ids=["address", "number", "days", "source"],
)
def test_a_device_that_cannot_be_taken_is_refused_with_a_reason(keeper, wrong):
    with pytest.raises(NotAccepted):
        add_device(by=keeper, at=AT, entry=wrong)
    assert not SchoolDevice.objects.exists()


def test_a_device_has_one_entry_a_day(keeper):
    add_device(by=keeper, at=AT, entry=entry(until=YESTERDAY))
    with pytest.raises(NotAccepted, match="some of these days"):
        add_device(by=keeper, at=AT, entry=entry(since=YESTERDAY))
    add_device(by=keeper, at=AT, entry=entry(since=TODAY))
    assert len(school_devices()) == 2


def test_an_entry_can_be_corrected_and_does_not_stand_in_its_own_way(keeper):
    device = add_device(by=keeper, at=AT, entry=entry())
    change_device(by=keeper, at=AT, device=device, entry=entry(since=TODAY))
    assert devices_record() == (Device("10.20.0.9", "", TODAY),)


def test_an_ended_entry_still_holds_for_the_days_before(keeper):
    device = add_device(by=keeper, at=AT, entry=entry())
    end_device(by=keeper, at=AT, device=device)
    assert devices_record() == (Device("10.20.0.9", "", None, YESTERDAY),)


def test_an_entry_that_never_held_is_deleted_when_it_ends(keeper):
    end_device(by=keeper, at=AT, device=add_device(by=keeper, at=AT, entry=entry(since=TODAY)))
    assert devices_record() == ()


def test_being_shown_whose_devices_are_whose_is_written_down(leaders):
    see_holders(by=by(leaders.head), at=AT, named=0)  # shared ones name nobody
    assert not Entry.objects.filter(act="monitoring.devices seen").exists()
    see_holders(by=by(leaders.head), at=AT, named=1)
    assert Entry.objects.filter(act="monitoring.devices seen").count() == 1


def test_a_list_is_looked_at_before_anything_is_written(leaders):
    known("T-14")
    table = "address,person\n10.20.0.9,T-14\n10.20.0.10,\n10.20.0.11,X-9\nno address!,\n"
    reading = read_device_upload(upload(leaders, table), on=TODAY)
    assert [(one.row, one.reason) for one in reading.problems] == [
        (4, "The person is not in the list of people, so the machine counts as shared."),
        (5, "The address is not an IP address, a MAC address or a host name."),
    ]
    assert len(reading.plan.added) == 3
    assert not SchoolDevice.objects.exists()


def test_a_list_that_is_imported_again_changes_nothing(leaders):
    known("T-14")
    table = "address,person\n10.20.0.9,T-14\n10.20.0.10,\n"
    assert len(bring_in(leaders, table).added) == 2
    again = bring_in(leaders, table)
    assert (again.is_empty, again.unchanged) == (True, 2)
    assert not Upload.objects.exists()


def test_a_device_that_goes_to_somebody_else_keeps_its_earlier_days(leaders):
    one, other = known("T-14"), known("T-15")
    bring_in(leaders, "address,person\n10.20.0.9,T-14\n")
    bring_in(leaders, "address,person\n10.20.0.9,T-15\n")
    assert set(devices_record()) == {
        Device("10.20.0.9", one.ref, None, YESTERDAY),
        Device("10.20.0.9", other.ref, TODAY),
    }
    assert bring_in(leaders, "address,person\n10.20.0.9,T-15\n").is_empty


def test_what_a_complete_list_does_not_have_ends(leaders):
    bring_in(leaders, "address,person\n10.20.0.9,\n10.20.0.10,\n")
    bring_in(leaders, "address,person\n10.20.0.9,\n", is_complete=True)
    assert Device("10.20.0.10", "", None, YESTERDAY) in devices_record()


def test_a_complete_list_with_bad_rows_ends_nothing(leaders):
    bring_in(leaders, "address,person\n10.20.0.9,\n")
    assert bring_in(leaders, "address,person\nno address!,\n", is_complete=True).left == ()


def test_a_register_that_changed_since_it_was_shown_is_not_written(leaders, keeper):
    kept = upload(leaders, "address,person\n10.20.0.9,\n")
    shown = read_device_upload(kept, on=TODAY).plan.digest
    add_device(by=keeper, at=AT, entry=entry())
    with pytest.raises(NotAccepted, match="Look again"):
        import_devices(by=keeper, at=AT, upload=kept, shown=shown)
    assert len(school_devices()) == 1


@pytest.mark.parametrize(
    "content",
    [
        b"social.example\nchat.example\n",
        b"0.0.0.0 social.example\n0.0.0.0 chat.example\n",
        b"||social.example^\n||chat.example^\n",
        b"address=/social.example/\naddress=/chat.example/\n",
    ],
    ids=["UT1", "hosts", "AdGuard", "dnsmasq"],
)
def test_a_list_of_any_syntax_is_in_the_catalogue_from_then_on(keeper, content):
    loaded = load_list(by=keeper, at=AT, name="Social", content=content)
    service = catalogue_record().services["school-list-social"]
    assert {host.name for host in service.hosts} == {"social.example", "chat.example"}
    remove_list(by=keeper, at=AT, loaded=loaded)
    assert "school-list-social" not in catalogue_record().services


def test_a_newer_list_takes_the_place_of_an_older_one(keeper):
    load_list(by=keeper, at=AT, name="Social", content=b"social.example\n")
    load_list(by=keeper, at=AT, name="Social", content=b"chat.example\nnot a domain\n")
    assert {host.name for host in catalogue_record().services["school-list-social"].hosts} == {"chat.example"}
    assert sum(DomainList.objects.get().unreadable.values()) == 1


@pytest.mark.parametrize(
    ("name", "content"), [("Social", b""), ("Social", b"<html>"), ("!!", b"a.example\n")]
)
def test_what_is_no_list_is_refused(keeper, name, content):
    with pytest.raises(NotAccepted):
        load_list(by=keeper, at=AT, name=name, content=content)
    assert not DomainList.objects.exists()


def test_two_lists_whose_names_are_written_alike_are_not_taken(keeper):
    load_list(by=keeper, at=AT, name="Social", content=b"social.example\n")
    with pytest.raises(NotAccepted, match="alike"):
        load_list(by=keeper, at=AT, name="social!", content=b"chat.example\n")


def test_leases_are_read_where_the_network_writes_them(keeper, tmp_path):
    file = tmp_path / "dhcpd.leases"
    file.write_bytes(LEASE)
    add_identity_source(by=keeper, at=AT, title="DHCP", place=str(file))
    (claim,) = read_claims(at=AT, timezone="Europe/London")
    assert (claim.address, claim.machine, claim.since.date()) == (
        "10.20.0.9",
        "aa:bb:cc:00:00:09",
        date(2026, 9, 7),
    )
    assert IdentitySource.objects.get().claims == 1


def test_a_place_without_leases_is_a_problem_in_words_and_quotes_nothing(keeper, tmp_path):
    (tmp_path / "notes.txt").write_text("jane-secret")
    add_identity_source(by=keeper, at=AT, title="A", place=str(tmp_path / "gone"))
    add_identity_source(by=keeper, at=AT, title="B", place=str(tmp_path / "notes.txt"))
    assert read_claims(at=AT, timezone="Europe/London") == ()
    gone, notes = IdentitySource.objects.all()
    assert gone.problem == "There is no file at this place."
    assert sum(notes.unreadable.values()) == 1
    assert "secret" not in str(notes.unreadable)


@pytest.mark.parametrize("place", ["", "leases", "~/leases"])
def test_a_place_of_leases_that_says_too_little_is_not_taken(keeper, place):
    with pytest.raises(NotAccepted):
        add_identity_source(by=keeper, at=AT, title="DHCP", place=place)
