"""Does an import write what its plan says, all of it or nothing, and quickly?"""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readers.rosters.made_rosters import ON, SESSIONS, USERS_11, large_roster, release_11
from rules.test_roster_plan import entries
from school.made_people import AT, TESTS, TODAY, make_person, make_user
from staffroom.readers.rosters.one_roster.package import read_one_roster
from staffroom.records.people import Standing
from staffroom.records.posts import Post
from staffroom.records.rosters import Entry, Roster, Source
from staffroom.rules.roster_plan import plan_import
from staffroom.school.audit.models import Entry as AuditEntry
from staffroom.school.people.actions import end_standing, leave
from staffroom.school.people.actions.rosters import NobodyWouldKeepPeople, PlanHasChanged, import_roster
from staffroom.school.people.models import Person, Pupil, Term
from staffroom.school.people.queries import people_in_scope, register_record
from staffroom.school.people.queries.rosters import held_for_roster

pytestmark = pytest.mark.django_db


def read(content: bytes) -> Roster:
    return read_one_roster(content, name="roster.zip", on=ON).roster


def run(roster: Roster, **more):
    return import_roster(by=TESTS, at=AT, roster=roster, **more)


def nothing_to_do(roster: Roster) -> bool:
    return plan_import(roster, held_for_roster(), on=TODAY).is_empty


@pytest.mark.clause("ABT-2")
def test_staff_come_into_scope_with_their_standing_and_account():
    run(read(release_11()))
    ada = Person.objects.get(identifier="u1")
    assert (ada.name, ada.email, ada.is_imported) == ("Ada Maplewood", "ada@hollybank.example", True)
    assert [one.standing for one in ada.standings.all()] == ["employee"]
    assert [one.name for one in ada.accounts.all()] == ["amaple"]
    assert people_in_scope(on=TODAY).count() == 2


@pytest.mark.clause("CON-1")
def test_pupils_are_on_no_list_of_people_and_their_accounts_are_known():
    run(read(release_11()))
    assert Pupil.objects.get().given_name == "Cal"
    assert not Person.objects.filter(identifier="p1").exists()
    assert register_record(on=TODAY).pupil_accounts == {"cmaple"}


def test_terms_come_into_the_calendar():
    run(read(release_11()))
    assert [(one.name, one.last) for one in Term.objects.all()] == [
        ("Autumn", date(2026, 12, 18)), ("Spring", date(2027, 3, 25)),
    ]  # fmt: skip


def test_the_same_again_does_nothing_and_writes_nothing():
    roster = read(release_11())
    run(roster)
    written = AuditEntry.objects.count()
    assert run(roster).is_empty
    assert AuditEntry.objects.count() == written


def test_what_has_changed_is_changed():
    run(read(release_11()))
    changed = (
        USERS_11.replace("Bea,Maplewood", "Bea,Elmwood").replace(",9,", ",10,").replace("amaple", "adam")
    )
    sessions = SESSIONS.replace("2026-12-19", "2026-12-18")
    plan = run(read(release_11(users=changed, academicSessions=sessions)))
    assert (len(plan.staff.changed), len(plan.pupils.changed), len(plan.terms.changed)) == (2, 1, 1)
    assert Person.objects.get(identifier="u2").family_name == "Elmwood"
    assert Pupil.objects.get().year == "10"
    assert [one.name for one in Person.objects.get(identifier="u1").accounts.all()] == ["adam", "amaple"]
    assert Term.objects.first().last == date(2026, 12, 17)


def test_a_leaver_of_the_roster_loses_access_at_once_and_keeps_their_history():
    run(read(release_11()))
    ada = Person.objects.get(identifier="u1")
    user = make_user(ada)
    run(
        read(release_11(users=USERS_11.replace("u1,,", "u1,tobedeleted,").replace("p1,,", "p1,tobedeleted,")))
    )
    user.refresh_from_db()
    ada.refresh_from_db()
    assert (user.is_active, ada.until, ada.standings.count()) == (False, TODAY, 1)
    assert Pupil.objects.get().until == TODAY


def test_whoever_left_by_hand_is_not_brought_back():
    roster = read(release_11())
    run(roster)
    ada = Person.objects.get(identifier="u1")
    leave(by=TESTS, at=AT, person=ada, last_day=TODAY)
    assert run(roster).staff.gone == (ada.ref,)
    ada.refresh_from_db()
    assert ada.until == TODAY


def test_a_standing_that_was_ended_by_hand_is_not_given_back():
    roster = read(release_11())
    run(roster)
    held = Person.objects.get(identifier="u1").standings.get()
    end_standing(by=TESTS, at=AT, held=held, last_day=TODAY)
    assert run(roster).is_empty


def test_a_person_added_by_hand_is_known_again_and_keeps_what_they_hold():
    person = make_person(Post.DEPUTY, standings=(Standing.GOVERNOR,), given_name="Ada")
    entry = Entry(2, "u1", "Ada", "Maplewood", person.email.upper(), standings=frozenset({Standing.EMPLOYEE}))
    run(Roster(Source.TABLE, staff=(entry,)))
    person.refresh_from_db()
    assert person.identifier == "u1"
    assert {one.standing for one in person.standings.all()} == {"employee", "governor"}
    assert person.posts.count() == 1


def test_a_plan_that_is_no_longer_the_one_shown_is_not_carried_out():
    roster = read(release_11())
    shown = plan_import(roster, held_for_roster(), on=TODAY).digest
    make_person()
    run(roster, shown=shown)
    leave(by=TESTS, at=AT, person=Person.objects.get(identifier="u1"), last_day=TODAY - timedelta(days=1))
    changed = read(release_11(users=USERS_11.replace("Bea", "Bee")))
    with pytest.raises(PlanHasChanged):
        run(changed, shown=shown)
    assert not Person.objects.filter(given_name="Bee").exists()


def test_an_import_after_which_nobody_could_look_after_people_does_nothing():
    head = make_person(Post.HEADTEACHER)
    Person.objects.filter(pk=head.pk).update(identifier="u1")
    roster = read(release_11(users=USERS_11.replace("u1,,", "u1,tobedeleted,")))
    with pytest.raises(NobodyWouldKeepPeople):
        run(roster)
    assert Pupil.objects.count() == 0
    head.refresh_from_db()
    assert head.until is None


def test_the_audit_log_has_figures_of_the_import_and_no_names():
    run(read(release_11()))
    line = AuditEntry.objects.get(act="people.roster imported")
    assert line.figures == {
        "staff added": 2, "staff changed": 0, "staff left": 0, "pupils added": 1, "pupils changed": 0,
        "pupils left": 0, "terms": 2,
    }  # fmt: skip
    assert not any("Maplewood" in str(vars(one)) for one in AuditEntry.objects.all())


def test_days_that_only_fit_together_are_set_together():
    run(Roster(Source.TABLE, staff=(Entry(2, "u1", "Ada", "Wood", since=date(2026, 10, 1)),)))
    run(Roster(Source.TABLE, staff=(Entry(2, "u1", "Ada", "Wood", since=date(2020, 9, 1), has_left=True),)))
    assert Person.objects.values_list("since", "until").get() == (date(2020, 9, 1), TODAY)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    first=st.lists(entries(), max_size=4), second=st.lists(entries(), max_size=4), is_complete=st.booleans()
)
def test_planning_after_an_import_of_anything_gives_nothing_to_do(first, second, is_complete):
    for staff in (first, second):
        staff = tuple(replace(one, standings=one.standings or frozenset({Standing.AGENCY})) for one in staff)
        pupils = [replace(one, standings=frozenset(), accounts=one.accounts[:1]) for one in staff[:2]]
        roster = Roster(Source.TABLE, staff, tuple(pupils), is_complete=is_complete)
        run(roster)
        assert nothing_to_do(roster)


def test_a_whole_school_is_imported_in_seconds():
    roster = read(large_roster(staff=120, pupils=1_500))
    begun = time.perf_counter()
    run(roster)
    taken = time.perf_counter() - begun
    assert (Person.objects.count(), Pupil.objects.count()) == (120, 1_500)
    assert nothing_to_do(roster)
    assert taken < 20  # about one second; the machines of tests are busy
