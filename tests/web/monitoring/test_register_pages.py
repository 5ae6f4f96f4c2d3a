"""Is the school's network described on pages of its own, by people who see no more than they may?"""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from school.made_people import make_person
from school.monitoring.made_monitoring import Leaders, switch_on, visit_lines, write_log
from staffroom.records.posts import Post
from staffroom.school.audit.models import Entry
from staffroom.school.monitoring.models import (
    DomainList,
    IdentitySource,
    LogSource,
    ReadingRequest,
    SchoolDevice,
    SchoolNetwork,
)
from staffroom.school.people.models import Upload
from staffroom.web.monitoring import read_now
from traffic.made_traffic import MONDAY
from web.monitoring.made_visitor import NOW, clock_at_now, text, visitor

pytestmark = [pytest.mark.django_db, pytest.mark.clause("MON-1", "CON-1")]
HERE = "/monitoring/network/"
DEVICES, IMPORT = f"{HERE}devices/", f"{HERE}devices/import/"
READING = "/monitoring/logs/now/"


@pytest.fixture(autouse=True)
def now():
    with clock_at_now:
        yield


@pytest.fixture
def leaders():
    return Leaders()


def holder():
    person = make_person(given_name="Wilhelmina")
    person.identifier = "T-14"
    person.save()
    return person


def table(words):
    return SimpleUploadedFile("devices.csv", words.encode())


def upload(client, words, **more):
    return client.post(IMPORT, {"file": table(words), "source": "Asset list"} | more)["Location"]


def test_ranges_are_added_and_removed(leaders):
    client = visitor(leaders.network)
    assert client.post(f"{HERE}ranges/", {"addresses": "10.2.0.0/16", "kind": "pupil"}).status_code == 302
    assert "10.2.0.0/16" in text(client.get(f"{HERE}ranges/"))
    client.post(f"{HERE}ranges/{SchoolNetwork.objects.get().ref}/remove/")
    assert not SchoolNetwork.objects.exists()


def test_a_wrong_range_is_sent_back_with_a_reason(leaders):
    page = text(visitor(leaders.network).post(f"{HERE}ranges/", {"addresses": "here", "kind": "pupil"}))
    assert "Give a range like" in page


def test_a_list_is_loaded_and_removed_and_what_could_not_be_used_is_said(leaders):
    client = visitor(leaders.network)
    file = SimpleUploadedFile("list", b"social.example\nco.uk\n")
    assert client.post(f"{HERE}lists/", {"name": "Social", "file": file}).status_code == 302
    assert "1: The line names a suffix" in text(client.get(f"{HERE}lists/"))
    client.post(f"{HERE}lists/{DomainList.objects.get().ref}/remove/")
    assert not DomainList.objects.exists()


def test_a_place_of_leases_is_added_and_removed(leaders):
    client = visitor(leaders.network)
    client.post(f"{HERE}leases/", {"title": "DHCP", "place": "/var/lib/dhcp/dhcpd.leases"})
    assert "DHCP" in text(client.get(f"{HERE}leases/"))
    client.post(f"{HERE}leases/{IdentitySource.objects.get().ref}/remove/")
    assert not IdentitySource.objects.exists()


def test_the_network_manager_gives_a_device_to_a_number_and_sees_no_name(leaders):
    person, client = holder(), visitor(leaders.network)
    given = {"address": "10.2.0.9", "number": "T-14", "source": "Asset list"}
    assert client.post(f"{DEVICES}add/", given)["Location"] == DEVICES
    page = text(client.get(DEVICES))
    assert "One person" in page
    assert not any(said in page for said in ("Wilhelmina", person.ref, "T-14"))
    assert not Entry.objects.filter(act="monitoring.devices seen").exists()


def test_those_who_keep_people_see_the_name_and_that_is_written_down(leaders):
    SchoolDevice.objects.create(
        address="10.2.0.9", person=holder(), source="List", added_by=leaders.network, added_at=NOW
    )
    assert "Wilhelmina" in text(visitor(leaders.head).get(DEVICES))
    assert Entry.objects.filter(act="monitoring.devices seen").count() == 1


def test_a_list_of_devices_is_shown_before_it_is_written(leaders):
    holder()
    client = visitor(leaders.network)
    look = upload(client, "address,person\n10.2.0.9,T-14\n10.2.0.10,\nno address!,\n")
    page = text(client.get(look))
    assert "The address is not an IP address" in page
    assert "Wilhelmina" not in page
    assert not SchoolDevice.objects.exists()
    shown = page.partition('name="shown" value="')[2].partition('"')[0]
    assert client.post(look, {"shown": shown})["Location"] == DEVICES
    assert SchoolDevice.objects.count() == 2


def test_a_list_that_would_do_something_else_by_now_is_shown_again(leaders):
    client = visitor(leaders.network)
    look = upload(client, "address,person\n10.2.0.9,\n")
    assert client.post(look, {"shown": "other"}).status_code == 409
    assert not SchoolDevice.objects.exists()


def test_a_list_is_given_up_and_nobody_else_opens_it(leaders):
    client = visitor(leaders.network)
    look = upload(client, "address,person\n10.2.0.9,\n")
    assert visitor(leaders.head).get(look).status_code == 403
    client.post(f"{look}give-up/")
    assert not Upload.objects.exists()


@pytest.mark.parametrize("post", [one for one in Post if one is not Post.NETWORK])
def test_nobody_else_describes_the_network(leaders, post):
    client = visitor(make_person(post))
    for part in ("ranges/", "lists/", "leases/"):
        assert client.get(HERE + part).status_code == 403
    keeps_people = post in (Post.HEADTEACHER, Post.ADMINISTRATOR)
    assert client.get(DEVICES).status_code == (200 if keeps_people else 403)


def test_more_devices_ask_no_more(leaders, django_assert_max_num_queries):
    for number in range(30):
        SchoolDevice.objects.create(
            address=f"10.2.0.{number}", source="List", added_by=leaders.network, added_at=NOW
        )
    client = visitor(leaders.network)
    with django_assert_max_num_queries(20):
        client.get(DEVICES)


def test_logs_are_read_by_the_worker_and_the_page_says_how_far_it_is(leaders, tmp_path):
    switch_on(leaders)
    log = write_log(tmp_path, visit_lines("asample", MONDAY))
    log.write_bytes(log.read_bytes() + b"1788768000.1 www.facebook.com broken\n")
    LogSource.objects.create(title="Proxy", place=str(log), added_by=leaders.network, added_at=NOW)
    client = visitor(leaders.network)
    assert client.post(READING)["Location"] == READING
    asked = ReadingRequest.objects.get()
    assert "The reading waits for its turn." in text(client.get(READING))
    ReadingRequest.objects.update(
        begun_at=NOW, doing="Reading Tuesday", done=412_000, whole=1_100_000, unreadable=3
    )
    page = text(client.get(READING))
    assert "Reading Tuesday: 412,000 of about 1,100,000 lines. 3 could not be read." in page
    assert "Look again" in page
    ReadingRequest.objects.update(begun_at=None)
    assert read_now.read_now.call(asked.ref)
    page = text(client.get(READING))
    assert "All logs were read." in page
    assert "1: " in page


def test_a_reading_is_not_started_twice(leaders):
    switch_on(leaders)
    client = visitor(leaders.network)
    client.post(READING)
    assert "The logs are being read already." in text(client.post(READING, follow=True))
    assert ReadingRequest.objects.count() == 1


def test_no_reading_is_started_while_monitoring_is_off(leaders):
    assert visitor(leaders.network).post(READING).status_code == 403
    assert not ReadingRequest.objects.exists()
