"""What does the school hold that a roster is compared with?"""

from __future__ import annotations

from collections import defaultdict

from staffroom.records.people import Standing
from staffroom.records.rosters import Held, OnFile, TermOnFile
from staffroom.school.people.models import NetworkAccount, Person, Pupil, StandingHeld, Term


def held_for_roster() -> Held:
    """Return everybody and every term, as values; how many questions that takes does not grow with them."""
    return Held(_staff(), _pupils(), _terms())


def _staff() -> tuple[OnFile, ...]:
    """Return the people; a standing that has ended counts too, so that no roster gives it back."""
    accounts: dict[int, set[str]] = defaultdict(set)
    for person, name in NetworkAccount.objects.values_list("person_id", "name").order_by():
        accounts[person].add(name)
    standings: dict[int, set[Standing]] = defaultdict(set)
    for person, standing in StandingHeld.objects.values_list("person_id", "standing").order_by():
        standings[person].add(Standing(standing))
    return tuple(
        OnFile(
            ref=one.ref,
            identifier=one.identifier,
            given_name=one.given_name,
            family_name=one.family_name,
            email=one.email,
            phone=one.phone,
            job=one.job,
            accounts=frozenset(accounts[one.pk]),
            standings=frozenset(standings[one.pk]),
            since=one.since,
            until=one.until,
            is_imported=one.is_imported,
        )
        for one in Person.objects.order_by("id")
    )


def _pupils() -> tuple[OnFile, ...]:
    return tuple(
        OnFile(
            ref=one.ref,
            identifier=one.identifier,
            given_name=one.given_name,
            family_name=one.family_name,
            email=one.email,
            year=one.year,
            accounts=frozenset({one.account} - {""}),
            since=one.since,
            until=one.until,
            is_imported=one.is_imported,
        )
        for one in Pupil.objects.order_by("id")
    )


def _terms() -> tuple[TermOnFile, ...]:
    return tuple(
        TermOnFile(one.ref, one.identifier, one.name, one.first, one.last) for one in Term.objects.all()
    )
