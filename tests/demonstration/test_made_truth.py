"""Is the truth of the made week true of its lines, and does it hold every kind of visit?"""

from __future__ import annotations

from collections import defaultdict

from demonstration.log_shape import Logged, read_line
from staffroom.demonstration.machines import Kind
from staffroom.demonstration.made_school import MadeSchool
from staffroom.demonstration.manners import FACEBOOK
from staffroom.demonstration.truth import Truth, Visited
from staffroom.demonstration.visits import Told
from staffroom.demonstration.week import MadeDay, people_days
from staffroom.records.evidence import WINDOW_SECONDS
from staffroom.rules.catalogue import load

CATALOGUE = load()


def test_every_true_window_of_a_known_person_has_a_line_of_theirs_in_it(
    days: tuple[MadeDay, ...], school: MadeSchool
) -> None:
    for day in days:
        seen = _windows_by_client_and_user(day)
        for person, service, window in day.truth.visits:
            assert any((*who, service, window) in seen for who in _seats(school, person)), (service, window)


def test_every_visit_is_of_somebody_in_scope_and_of_a_listed_service(
    truth: Truth, school: MadeSchool
) -> None:
    here = {one.person.id for one in school.colleagues if one.here}
    every = truth.visits | truth.unattributable | truth.hidden
    assert {person for person, _, _ in every} <= here
    assert {service for _, service, _ in every} <= CATALOGUE.services.keys()


def test_the_week_holds_visits_that_a_log_shows_and_visits_that_it_cannot(truth: Truth) -> None:
    assert len(truth.visits) > 100
    assert truth.unattributable
    assert truth.hidden


def test_no_visit_is_of_two_kinds(truth: Truth) -> None:
    assert not truth.visits & truth.unattributable
    assert not truth.visits & truth.hidden


def test_visits_for_the_school_are_a_part_of_the_visits(truth: Truth) -> None:
    assert truth.for_school
    assert truth.for_school < truth.visits


def test_only_those_whose_role_is_registered_visit_for_the_school(truth: Truth, school: MadeSchool) -> None:
    roles = {one.person.id: one.person.roles for one in school.colleagues}
    needed = {"facebook": "communications", "x": "communications", "linkedin": "careers"}
    assert all(needed.get(service, "teacher") in roles[person] for person, service, _ in truth.for_school)


def test_the_communications_lead_posts_for_the_school_on_most_days(truth: Truth, school: MadeSchool) -> None:
    [lead] = [one.person.id for one in school.colleagues if one.job.title == "communications lead"]
    days = {window * WINDOW_SECONDS // 86_400 for person, _, window in truth.for_school if person == lead}
    assert len(days) >= 3


def test_on_the_day_of_two_leases_neither_phone_tells_who_it_was(school: MadeSchool) -> None:
    told: dict[str, set[Told]] = defaultdict(set)
    for day in school.days[:5]:
        for one in people_days(school, day):
            for phone in school.at_once:
                if phone.owner == one.colleague.person.id:
                    told[day.isoformat()].add(one.told(FACEBOOK, phone))
    doubtful = school.days[1].isoformat()
    assert told.pop(doubtful) == {Told.NOT_WHO}
    assert set().union(*told.values()) == {Told.WHOLE}


def test_true_seconds_fit_into_the_windows_and_the_pauses_between_them(truth: Truth) -> None:
    windows: dict[tuple[str, str], int] = defaultdict(int)
    for person, service, _ in truth.visits:
        windows[person, service] += 1
    assert truth.seconds.keys() == windows.keys()
    assert all(0 <= truth.seconds[key] <= WINDOW_SECONDS * 2 * number for key, number in windows.items())


def test_nobody_visits_at_the_weekend_but_those_who_are_there(days: tuple[MadeDay, ...]) -> None:
    assert not days[6].truth.visits


def _seats(school: MadeSchool, person: str) -> list[tuple[str, str]]:
    """Return the clients and users under which a log can show a person."""
    [colleague] = [one for one in school.colleagues if one.person.id == person]
    own = school.machines_of.get(person, ())
    rooms = [one for one in school.machines_of[""] if one.kind is Kind.CLASSROOM]
    return [(one.address, _user(one.kind, colleague.signs_in_as)) for one in (*own, *rooms)]


def _user(kind: Kind, account: str) -> str:
    return account if kind in (Kind.DESK, Kind.CLASSROOM) else "-"


def _windows_by_client_and_user(day: MadeDay) -> set[tuple[str, str, str, int]]:
    seen: set[tuple[str, str, str, int]] = set()
    for text in day.lines:
        line = read_line(text)
        assert line is not None
        seen |= {(line.client, line.user, service, window) for service, window in _listed_windows(line)}
    return seen


def _listed_windows(line: Logged) -> set[tuple[str, int]]:
    listing = CATALOGUE.listing(line.host.encode())
    if listing is None or line.status != 200:
        return set()
    first, last = line.began_at // 300_000, line.ended_at // 300_000
    return {(listing.service, window) for window in range(first, last + 1)}


def test_the_listed_windows_of_a_line_reach_from_its_begin_to_its_end() -> None:
    line = read_line(
        b"1789361736.817 600000 10.0.0.1 TCP_TUNNEL/200 9 CONNECT x.com:443 a HIER_DIRECT/192.0.2.1 -\n"
    )
    assert line is not None
    windows: set[Visited] = {("a", *one) for one in _listed_windows(line)}
    assert len(windows) == 3
