"""Are the catalogue's own entries sound?"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from importlib.resources import files

import pytest

from staffroom.records.services import Role, Service, Standing
from staffroom.rules import blind, catalogue
from staffroom.rules.domains import is_domain, is_shared_suffix

CATALOGUE = catalogue.load()
SERVICES = tuple(CATALOGUE.services.values())
HOSTS = [host for service in SERVICES for host in service.hosts]
NAMES = [host.name for host in HOSTS]

# What a school would look for, by id.
EXPECTED = """
facebook x myspace bebo linkedin friendster tiktok snapchat whatsapp discord threads bluesky mastodon reddit
nextdoor yubo bereal ask-fm ngl tellonym lemon8 quora rumble strava viva-engage instagram youtube pinterest
tumblr telegram signal messenger twitch kick clubhouse vk odnoklassniki weibo wechat qq line kakaotalk viber
kik skype flickr vimeo dailymotion deviantart medium substack patreon onlyfans goodreads letterboxd meetup
mumsnet the-student-room tinder bumble hinge grindr roblox steam-community omegle ome-tv chatroulette wattpad
ravelry gab gettr truth-social parler minds mewe vero locals odysee 4chan xing viadeo copains-d-avant hi5
tagged badoo skout meetme houseparty marco-polo saturn poparazzi lapse noplace airbuds widgetable locket
zenly life360 polywork peanut fishbowl blind glassdoor rate-my-teachers rate-my-professors classmates
friends-reunited google-plus vine orkut yik-yak periscope sendit yolo whisper
"""

NOT_SOCIAL = """
academia.edu www.academia.edu researchgate.net www.researchgate.net gravatar.com secure.gravatar.com
addthis.com s7.addthis.com allrecipes.com www.allrecipes.com bbc.co.uk www.bbc.co.uk tes.com www.tes.com
gov.uk www.gov.uk fonts.googleapis.com ajax.googleapis.com googleapis.com www.google.com accounts.google.com
drive.google.com mail.google.com hangouts.google.com lh3.googleusercontent.com stats.wp.com i0.wp.com
teams.microsoft.com outlook.office.com config.edge.skype.com api.flightproxy.skype.com store.steampowered.com
www.qq.com www.sina.com.cn news.sina.com.cn disqus.com wikipedia.org en.wikipedia.org stackoverflow.com
notfacebook.com facebook.com.example.org xx.com
"""


def test_there_are_at_least_two_hundred_services():
    assert len(SERVICES) >= 200


@pytest.mark.parametrize("id", EXPECTED.split())
def test_a_service_that_people_would_miss_is_there(id: str):
    assert CATALOGUE.service(id).hosts


@pytest.mark.clause("GEN-3")
def test_the_services_that_the_policy_names_are_marked_and_no_others():
    marked = {service.id for service in SERVICES if service.named_by_policy}
    assert marked == {"facebook", "x", "myspace", "bebo", "linkedin", "friendster"}


@pytest.mark.clause("GEN-3")
@pytest.mark.parametrize(
    "host", ["facebook.com", "twitter.com", "myspace.com", "bebo.com", "linkedin.com", "friendster.com"]
)
def test_the_home_page_of_each_service_that_the_policy_names_is_a_visit(host: str):
    listing = CATALOGUE.listing(f"www.{host}".encode())
    assert listing is not None
    assert listing.role is Role.INTERACTIVE
    assert CATALOGUE.service(listing.service).named_by_policy


@pytest.mark.parametrize("host", NOT_SOCIAL.split())
def test_what_is_not_social_networking_is_not_listed(host: str):
    assert CATALOGUE.listing(host.encode()) is None


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.id)
def test_a_service_says_what_it_is_and_where_that_is_known_from(service: Service):
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", service.id)
    assert service.title == service.title.strip() != ""
    assert service.kind
    assert service.hosts
    assert service.source
    assert isinstance(service.checked_on, date)
    assert service.minimum_age is None or 13 <= service.minimum_age <= 18
    assert service.standing in Standing


def test_ids_and_titles_are_each_used_once():
    titles = Counter(service.title.casefold() for service in SERVICES)
    assert [title for title, times in titles.items() if times > 1] == []
    entries = sum(_text(name).count("\n[[service]]\n") for name in catalogue.FILES)
    assert entries == len(SERVICES), "a repeated id replaces an entry"


def test_no_host_is_listed_twice():
    assert [name for name, times in Counter(NAMES).items() if times > 1] == []


def test_every_host_is_a_lower_case_domain_and_no_shared_suffix():
    assert [name for name in NAMES if not is_domain(name) or is_shared_suffix(name)] == []


def test_every_role_is_used():
    assert {host.role for host in HOSTS} == set(Role)


def test_no_host_is_a_name_behind_which_the_log_is_blind():
    assert [name for name in NAMES if blind.blindness(name.encode())] == []


def test_dating_is_for_adults():
    dating = [service for service in SERVICES if service.kind == "dating"]
    assert len(dating) > 20
    assert {service.minimum_age for service in dating} == {18}


@pytest.mark.parametrize("id", ["bebo", "friendster", "google-plus", "vine", "orkut", "skype", "omegle"])
def test_a_closed_service_is_defunct(id: str):
    assert CATALOGUE.service(id).standing is Standing.DEFUNCT


def test_the_files_in_the_folder_are_those_that_are_read():
    folder = files("staffroom.rules") / "services"
    found = {entry.name for entry in folder.iterdir() if entry.name.endswith(".toml")}
    assert found == {f"{name}.toml" for name in catalogue.FILES} | {"blind.toml"}


def _text(name: str) -> str:
    return (files("staffroom.rules") / "services" / f"{name}.toml").read_text("utf-8")
