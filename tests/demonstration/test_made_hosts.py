"""Does the made traffic use hosts that the catalogue knows, under the service it says?"""

from __future__ import annotations

import pytest

from staffroom.demonstration.apps import LEFT_ON_OVERNIGHT, ON_A_PHONE, ON_DESKS, ON_PHONES
from staffroom.demonstration.embeds import EMBEDS
from staffroom.demonstration.exchanges import Exchange
from staffroom.demonstration.manners import IN_A_BROWSER, Manner
from staffroom.demonstration.purposes import DUTIES
from staffroom.demonstration.refusals import BLOCKED, TRIED
from staffroom.demonstration.sites import PRIVATE, make_web
from staffroom.records.services import Role
from staffroom.rules.blind import blindness
from staffroom.rules.catalogue import load

CATALOGUE = load()
MANNERS = (*IN_A_BROWSER, *ON_A_PHONE)


@pytest.mark.parametrize("manner", MANNERS, ids=lambda one: one.service)
def test_every_host_of_a_visit_is_of_the_service_that_the_truth_names(manner: Manner) -> None:
    for host in _hosts(*manner.opening, *manner.acting, *manner.idling):
        if manner.hidden:
            assert blindness(host.encode()) is not None
            continue
        listing = CATALOGUE.listing(host.encode())
        assert listing is not None, host
        assert listing.service == manner.service, host


@pytest.mark.parametrize("manner", MANNERS, ids=lambda one: one.service)
def test_every_service_of_a_visit_is_in_the_catalogue(manner: Manner) -> None:
    assert manner.service in CATALOGUE.services


@pytest.mark.parametrize("manner", MANNERS, ids=lambda one: one.service)
def test_every_act_of_a_person_fetches_something_at_once(manner: Manner) -> None:
    for first in (manner.opening[0], manner.acting[0]):
        assert first.likelihood == 1
        assert first.after.median == 0


@pytest.mark.parametrize("embed", EMBEDS, ids=lambda one: one.name)
def test_every_embed_loads_from_a_social_network(embed) -> None:
    assert any(CATALOGUE.listing(host.encode()) for host in _hosts(*embed.exchanges))


def test_embeds_use_interactive_hosts_too_so_that_roles_alone_cannot_tell_them() -> None:
    roles = {_role(host) for embed in EMBEDS for host in _hosts(*embed.exchanges)}
    assert {Role.INTERACTIVE, Role.EMBED, Role.TRACKING, Role.MEDIA} <= roles


def test_apps_murmur_on_interactive_and_on_background_hosts() -> None:
    roles = {_role(host) for murmur in ON_PHONES for host in _hosts(*murmur.exchanges)}
    assert {Role.INTERACTIVE, Role.BACKGROUND} <= roles


@pytest.mark.parametrize("service", BLOCKED)
def test_every_blocked_host_is_of_the_service_it_stands_under(service: str) -> None:
    listings = [CATALOGUE.listing(host.encode()) for host in BLOCKED[service]]
    assert [listing.service if listing else None for listing in listings] == [service] * len(listings)


def test_what_is_tried_is_blocked() -> None:
    assert set(TRIED) <= {host for hosts in BLOCKED.values() for host in hosts}


def test_every_purpose_is_for_a_service_of_the_catalogue() -> None:
    assert all(manner.service in CATALOGUE.services for duty in DUTIES for manner in duty.manners)


def test_machines_left_on_speak_to_no_social_network() -> None:
    assert not any(_role(host) for murmur in LEFT_ON_OVERNIGHT for host in _hosts(*murmur.exchanges))


def test_desks_murmur_to_a_social_network_now_and_then() -> None:
    assert any(_role(host) for murmur in ON_DESKS for host in _hosts(*murmur.exchanges))


@pytest.mark.parametrize("host", PRIVATE)
def test_sites_that_must_leave_no_trace_are_not_listed_and_not_real(host: str) -> None:
    assert CATALOGUE.listing(host.encode()) is None
    assert host.endswith(".example")


def test_no_ordinary_site_is_listed_and_none_is_real() -> None:
    for site in make_web(1, 2000).sites:
        assert site.host.endswith(".example")
        assert CATALOGUE.listing(site.host.encode()) is None


def _hosts(*exchanges: Exchange) -> set[str]:
    return {host for one in exchanges for host in one.hosts}


def _role(host: str) -> Role | None:
    listing = CATALOGUE.listing(host.encode())
    return listing.role if listing else None
