"""Does the same school, in its folder and in the office, give the same report for the same log?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from school.made_people import AT, make_person
from school.monitoring.made_monitoring import (
    READ_AT,
    Leaders,
    by,
    read_log,
    switch_on,
    visit_lines,
    write_log,
)
from staffroom.records.people import NetworkKind, Standing
from staffroom.records.progress import Silence
from staffroom.reports.week_document import draw_document
from staffroom.school.monitoring.actions.device_lists import import_devices
from staffroom.school.monitoring.actions.identities import add_identity_source
from staffroom.school.monitoring.actions.lists import load_list
from staffroom.school.monitoring.actions.networks import add_network
from staffroom.school.monitoring.actions.overrides import override_host
from staffroom.school.monitoring.actions.settings import Setting, change_setting
from staffroom.school.monitoring.places import cache_folder, traffic_folder
from staffroom.school.monitoring.queries.devices import read_device_upload
from staffroom.school.monitoring.queries.own_record import open_store
from staffroom.school.monitoring.queries.record import opened_school
from staffroom.school.people.actions import add_account
from staffroom.school.people.actions.hours import set_hours
from staffroom.school.people.actions.uploads import keep_devices
from staffroom.school.people.models import Person, Pupil
from staffroom.school.people.models import School as SchoolRow
from staffroom.traffic.intake import Intake
from staffroom.traffic.published_week import Publication, work_out_week
from staffroom.traffic.school_folder import open_school
from staffroom.traffic.sources import find_sources
from staffroom.traffic.store import Store
from traffic.made_traffic import DAY, HOUR, MONDAY, Made

pytestmark = [pytest.mark.django_db, pytest.mark.clause("MON-1", "ABT-2")]
WEEK = date(2026, 9, 7)
SHARED, LEASED, OWN, GUEST, PUPIL = "10.20.0.1", "10.20.0.9", "10.20.0.10", "10.40.0.5", "10.30.0.5"
LIST = b"0.0.0.0 club.example\n"
DEVICES = "address,person,since,until\n10.20.0.1,,,\naa:bb:cc:00:00:09,P001,,\n10.20.0.10,P002,2026-09-08,\n"
LEASES = """lease 10.20.0.9 {
  starts 1 2026/09/07 05:00:00;
  ends 1 2026/09/07 22:00:00;
  hardware ethernet aa:bb:cc:00:00:09;
}
"""
TOML = """name = "Hollybank"
nation = "england"
[settings]
unknown_accounts = "drop"
[[network]]
range = "10.30.0.0/16"
kind = "pupil"
[[network]]
range = "10.40.0.0/16"
kind = "guest"
[[pattern]]
[pattern.days]
monday = { hours = ["08:30-16:00"], breaks = ["12:00-13:00"] }
tuesday = ["08:30-16:00"]
"""
HOURS = {"0": {"hours": "08:30-16:00", "breaks": "12:00-13:00"}, "1": {"hours": "08:30-16:00"}}
NETWORKS = (("10.30.0.0/16", NetworkKind.PUPIL), ("10.40.0.0/16", NetworkKind.GUEST))
STAFF = [f"P{number:03}" for number in range(1, 13)]


def account(number):
    return f"staff{number.casefold()}"


def log_of_a_week():
    """A week with everything in it that tells one line from another."""
    made = [
        one
        for day in range(2)
        for place, number in enumerate(STAFF)
        for one in visit_lines(account(number), MONDAY + day * DAY + (place % 4) * 2 * HOUR)
    ]
    made += visit_lines("pupil1", MONDAY) + visit_lines("nobody-knows", MONDAY)
    for past, client in enumerate((SHARED, LEASED, OWN, GUEST, PUPIL)):
        for day in range(2):
            began = MONDAY + day * DAY + past * HOUR
            made += [_from(client, one) for one in visit_lines("-", began)]
            made += [_from(client, one, "club.example") for one in visit_lines("-", began + HOUR // 2)]
    return made


def _from(client, one, host=""):
    return Made(
        one.at, host or one.host, client=client, user=one.user, octets=one.octets, elapsed=one.elapsed
    )


def put_in_folder(folder):
    """Describe the school in plain files."""
    (folder / "lists").mkdir(parents=True)
    (folder / "identities").mkdir()
    rows = "".join(f"{number},Somebody,{account(number)},employee\n" for number in STAFF)
    files = {
        "school.toml": TOML,
        "people.csv": "person,name,accounts,standings\n" + rows,
        "pupils.csv": "account\npupil1\n",
        "devices.csv": DEVICES,
        "overrides.csv": "host,service,role,reason,decided on\nwww.tiktok.com,,unlisted,Ours,2026-09-01\n",
        "identities/dhcpd.leases": LEASES,
    }
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    (folder / "lists" / "clubs").write_bytes(LIST)


def put_in_office(leaders, tmp_path):
    """Describe the same school in the office, as its network manager and its leaders would."""
    keeper = by(leaders.network)
    SchoolRow.objects.create(pk=1, name="Hollybank")
    set_hours(by=by(leaders.head), at=AT, person=None, since=None, days=HOURS)
    for number in STAFF:
        person = make_person(standings=(Standing.EMPLOYEE,))
        Person.objects.filter(pk=person.pk).update(identifier=number, since=None)
        add_account(by=by(leaders.head), at=AT, person=person, name=account(number))
    Pupil.objects.create(identifier="1", account="pupil1")
    for addresses, kind in NETWORKS:
        add_network(by=keeper, at=AT, addresses=addresses, kind=kind)
    load_list(by=keeper, at=AT, name="clubs", content=LIST)
    override_host(by=keeper, at=AT, host="www.tiktok.com", service="", role="unlisted", reason="Ours")
    (tmp_path / "dhcpd.leases").write_text(LEASES, "utf-8")
    add_identity_source(by=keeper, at=AT, title="DHCP", place=str(tmp_path / "dhcpd.leases"))
    kept = keep_devices(
        by=keeper, at=AT, owner=leaders.network, content=DEVICES.encode(), choices={"source": "List"}
    )
    shown = read_device_upload(kept, on=AT.date()).plan.digest
    import_devices(by=keeper, at=AT, upload=kept, shown=shown)
    change_setting(
        by=by(leaders.head), at=AT, setting=Setting.DROP_UNKNOWN_ACCOUNTS, value=1, reason="As the folder."
    )


def read_from_folder(folder, log):
    """Read the log as the command line does, and return the week as a document."""
    opened = open_school(folder)
    assert [one for one in opened.problems if one.row] == []
    store = Store(folder / "traffic", opened.school.calendar)
    now = int(READ_AT.timestamp() * 1000)
    intake = Intake(store, opened.school, opened.catalogue, now=now, kernels=None)
    list(intake.read(find_sources([str(log)]), Silence()))
    return week_of(store, opened)


def week_of(store, opened):
    return draw_document(
        work_out_week(store, opened, WEEK, Publication(made_at=READ_AT, cache=cache_folder()))
    )


def test_the_folder_and_the_office_give_the_same_report(tmp_path):
    log = write_log(tmp_path / "logs", log_of_a_week())
    put_in_folder(tmp_path / "plain")
    of_folder = read_from_folder(tmp_path / "plain", log)
    leaders = Leaders()
    switch_on(leaders, at=READ_AT - timedelta(days=14))
    put_in_office(leaders, tmp_path)
    read_log(leaders, log)
    of_office = week_of(open_store(), opened_school(on=READ_AT.date()))
    assert of_office == of_folder
    assert "school-list-clubs" in str(of_office)
    assert (traffic_folder() / "state.json").exists()
