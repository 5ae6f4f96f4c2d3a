"""Is the made week a log that a school could have, with every behaviour in it?"""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta

import pytest

from demonstration.conftest import SEED, WEEK
from demonstration.log_shape import Logged, read_line
from staffroom.demonstration.machines import Kind
from staffroom.demonstration.made_school import MadeSchool
from staffroom.demonstration.presence import moment
from staffroom.demonstration.sites import PRIVATE
from staffroom.demonstration.strangers import GUEST, UNKNOWN_ACCOUNT
from staffroom.demonstration.week import MadeDay, log_lines, made_days
from staffroom.rules.catalogue import load

CATALOGUE = load()


@pytest.fixture(scope="module")
def lines(days: tuple[MadeDay, ...]) -> list[Logged]:
    read = [read_line(text) for day in days for text in day.lines]
    assert None not in read, "every line has the shape of Squid's native log"
    return [line for line in read if line is not None]


def test_the_same_seed_makes_the_same_bytes_and_the_same_truth(days: tuple[MadeDay, ...]) -> None:
    again = made_days(seed=SEED, week=WEEK, staff=60, pupils=80, lines_per_day=16_000)
    assert next(again) == days[0]


def test_another_seed_makes_another_day(days: tuple[MadeDay, ...]) -> None:
    other = next(made_days(seed=SEED + 1, week=WEEK, staff=60, pupils=80, lines_per_day=16_000))
    assert other.lines != days[0].lines
    assert other.truth != days[0].truth


def test_the_lines_of_the_week_are_those_of_its_days(days: tuple[MadeDay, ...]) -> None:
    made = log_lines(seed=SEED, week=WEEK, staff=60, pupils=80, lines_per_day=16_000)
    assert [next(made) for _ in range(5000)] == list(days[0].lines[:5000])


def test_there_are_seven_days_monday_first(days: tuple[MadeDay, ...]) -> None:
    assert [day.day for day in days] == [WEEK + timedelta(days=number) for number in range(7)]


def test_a_school_day_has_exactly_as_many_lines_as_were_asked_for(days: tuple[MadeDay, ...]) -> None:
    assert [len(day.lines) for day in days[:5]] == [16_000] * 5


def test_a_weekend_has_few_lines(days: tuple[MadeDay, ...]) -> None:
    assert all(0 < len(day.lines) < 1000 for day in days[5:])


def test_lines_stand_in_the_order_in_which_their_requests_ended(lines: list[Logged]) -> None:
    ends = [line.ended_at for line in lines]
    assert ends == sorted(ends)


def test_every_line_ends_on_the_day_whose_log_it_is_in(days: tuple[MadeDay, ...]) -> None:
    for day in days:
        first, after = moment(day.day, time(0)), moment(day.day + timedelta(days=1), time(0))
        read = [read_line(text) for text in (day.lines[0], day.lines[-1])]
        assert all(line is not None and first <= line.ended_at < after for line in read)


def test_most_lines_of_a_school_day_fall_into_the_school_day(lines: list[Logged]) -> None:
    hours = Counter(datetime.fromtimestamp(line.ended_at / 1000, tz=UTC).hour + 1 for line in lines)
    assert sum(hours[hour] for hour in range(8, 17)) > 0.9 * len(lines)


def test_about_six_lines_in_a_hundred_are_challenges(lines: list[Logged]) -> None:
    assert 0.045 < sum(line.status == 407 for line in lines) / len(lines) < 0.075


def test_a_user_is_refused_a_blocked_service(lines: list[Logged], school: MadeSchool) -> None:
    staff = {one.signs_in_as for one in school.colleagues}
    refused = {line.host for line in lines if line.status == 403 and line.user in staff}
    assert {"www.tiktok.com", "analytics.tiktok.com"} <= refused


def test_most_lines_are_pupils(lines: list[Logged]) -> None:
    days = [line for line in lines if line.client.startswith("10.30.")]
    assert 0.2 < len(days) / len(lines) < 0.9


@pytest.mark.parametrize(
    "host",
    [
        "connect.facebook.net",
        "platform.twitter.com",
        "px.ads.linkedin.com",
        "www.youtube-nocookie.com",
        "accounts.google.com",
        "t.co",
        "g.whatsapp.net",
        "mqtt-mini.facebook.com",
        "mtalk.google.com",
        "cloudflare-ech.com",
        "dns.google",
        "203.0.113.7",
        *PRIVATE,
    ],
)
def test_the_week_has_a_line_of(lines: list[Logged], host: str) -> None:
    assert any(line.host == host for line in lines)


@pytest.mark.parametrize("kind", list(Kind))
def test_machines_of_every_kind_are_in_use(lines: list[Logged], school: MadeSchool, kind: Kind) -> None:
    clients = {line.client for line in lines}
    assert any(machine.address in clients for machine in school.machines if machine.kind is kind)


def test_machines_that_do_not_sign_in_name_no_user(lines: list[Logged], school: MadeSchool) -> None:
    silent = (Kind.PHONE, Kind.TROLLEY, Kind.PLAIN)
    addresses = {machine.address for machine in school.machines if machine.kind in silent}
    assert {line.user for line in lines if line.client in addresses} == {"-"}


def test_a_pixel_on_the_page_of_others_brings_a_few_kilobytes_from_the_visited_host(
    lines: list[Logged], school: MadeSchool
) -> None:
    desks = {machine.address for machine in school.machines if machine.kind is Kind.DESK}
    small = [
        line
        for line in lines
        if line.client in desks and line.host == "www.facebook.com" and line.octets < 10_000
    ]
    assert len(small) > 100


def test_something_large_is_fetched_from_a_social_network_by_a_pupil_or_an_embed(
    lines: list[Logged],
) -> None:
    assert any(line.octets > 2_000_000 and line.host.endswith("googlevideo.com") for line in lines)


def test_leavers_suppliers_guests_and_machine_accounts_leave_lines_too(
    lines: list[Logged], school: MadeSchool
) -> None:
    users = {line.user for line in lines}
    assert {one.signs_in_as for one in school.colleagues if not one.here} <= users
    assert UNKNOWN_ACCOUNT in users
    assert any(user.endswith("$") for user in users)
    assert any(line.client == GUEST for line in lines)


def test_a_part_of_the_lines_is_about_social_networks(lines: list[Logged]) -> None:
    share = sum(CATALOGUE.listing(line.host.encode()) is not None for line in lines) / len(lines)
    assert 0.15 < share < 0.5


def test_pages_without_encryption_are_among_them(lines: list[Logged]) -> None:
    assert any(line.method == "GET" and line.type == "text/html" for line in lines)


def test_a_week_across_the_change_of_the_clocks_can_be_made() -> None:
    made = list(made_days(seed=1, week=date(2026, 3, 23), staff=30, pupils=5, lines_per_day=100))
    assert len(made) == 7
    assert all(day.lines for day in made)
