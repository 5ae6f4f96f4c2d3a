"""Is the made school's office filled so that everybody who signs in has something to look at?"""

from __future__ import annotations

import re
from collections import Counter

import pytest
import time_machine
from django.apps import apps
from django.core.management import call_command
from django.db import models

from demonstration.office.conftest import NOW, WEEK
from staffroom.demonstration.office.sign_ins import EVERYBODYS_WORDS
from staffroom.records.posts import Post
from staffroom.school.audit.models import Entry
from staffroom.school.monitoring.models import PublishedWeek, Remark, SchoolPurpose
from staffroom.school.monitoring.queries.own_record import own_record
from staffroom.school.monitoring.queries.safeguards import may_read_now
from staffroom.school.notices.models import Notice
from staffroom.school.people.models import Person, Pupil, User
from staffroom.school.policies.models import Asked, Policy, Version

pytestmark = pytest.mark.django_db
ANYBODYS = ("/", "/policies/", "/policies/mine/", "/notices/", "/me/", "/monitoring/", "/monitoring/notice/")
OF_ROLES = {
    "headteacher": ("/people/", "/monitoring/counts/", "/monitoring/record/", "/audit/"),
    "chair of governors": ("/monitoring/counts/", "/monitoring/counts/trend/"),
    "network manager": ("/monitoring/logs/", "/monitoring/logs/hosts/"),
    "administrator": ("/people/", "/people/calendar/"),
    "data protection officer": ("/monitoring/record/", "/audit/"),
    "deputy headteacher": ("/monitoring/answers/",),
}
ADDRESSES = re.compile(r"[\w.+-]+@([\w.-]+\w)")


@pytest.fixture
def signed_in(filled, client, settings):
    settings.FOLDER, settings.IS_DEMONSTRATION = filled.folder, True

    def sign_in(email: str):
        user = User.objects.get(email=email)
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    with time_machine.travel(NOW, tick=False):
        yield sign_in


def person(filled, role: str) -> Person:
    return Person.objects.get(email=filled.email(role))


def test_each_post_and_each_way_of_belonging_has_a_sign_in(filled):
    roles = ", ".join(one.role.lower() for one in filled.sign_ins)
    assert all(post.value in roles for post in Post)
    wanted = ("teacher", "teaching assistant", "volunteer", "agency teacher", "staff governor")
    assert all(one in roles for one in wanted)
    assert all(one.look_at for one in filled.sign_ins)


def test_one_password_signs_everybody_in(filled):
    users = User.objects.filter(email__in=[one.email for one in filled.sign_ins])
    assert users.count() == len(filled.sign_ins)
    assert users.first().check_password(EVERYBODYS_WORDS)


def test_every_page_that_is_everybodys_answers_for_each_sign_in(filled, signed_in):
    for one in filled.sign_ins:
        client = signed_in(one.email)
        answered = {page: client.get(page, follow=True).status_code for page in (*ANYBODYS, own(filled, one))}
        assert set(answered.values()) == {200}, (one.role, answered)


def own(filled, sign_in) -> str:
    return f"/monitoring/records/{Person.objects.get(email=sign_in.email).ref}/"


@pytest.mark.parametrize("role", OF_ROLES)
def test_the_pages_of_a_post_answer(filled, signed_in, role):
    client = signed_in(filled.email(role))
    for page in OF_ROLES[role]:
        assert client.get(page, follow=True).status_code == 200, page


def test_governors_see_the_counts_of_the_week(filled, signed_in):
    page = signed_in(filled.email("chair of governors")).get("/monitoring/counts/").content.decode()
    assert "Week from 14 September to 20 September 2026" in page
    assert not any(one.person.name in page for one in filled.school.colleagues)
    assert PublishedWeek.objects.get().monday == WEEK


def test_somebody_sees_their_own_record_with_an_answer(filled, signed_in):
    found = own_record(person(filled, "teacher"))
    assert found.uses
    assert Counter(remark.state for use in found.uses for remark in use.remarks) == {"accepted": 1}


def test_nothing_is_held_under_a_pupils_account_or_a_name(filled):
    assert Pupil.objects.count() == len(filled.school.pupils)
    names = [one.person.name.encode() for one in filled.school.colleagues]
    kept = b"".join(one.read_bytes() for one in (filled.folder / "traffic").rglob("*") if one.is_file())
    assert not any(name in kept for name in names)


def test_the_policy_in_force_has_one_before_it_and_changes_of_every_kind(filled):
    now = Version.objects.get(state="in force")
    assert (now.number, now.before.state, Policy.objects.count()) == ("2.0", "superseded", 1)
    assert {one.kind for one in now.markings.all()} == {"reworded", "added", "withdrawn"}
    assert now.was_consulted
    assert now.comments.count() == now.comments.filter(reply__isnull=False).count() == 2
    assert now.approvals.filter(verdict="given").values("person").distinct().count() == 2
    assert now.review_last_day > NOW.date()


def test_most_have_accepted_and_every_other_answer_is_there_once_at_least(filled):
    states = Counter(
        Asked.objects.filter(campaign__version__state="in force").values_list("state", flat=True)
    )
    assert states["accepted"] > sum(states.values()) / 2
    assert states["questions"] == states["declined"] == 1
    assert states["pending"] >= 2


def test_some_things_wait_for_somebody(filled):
    assert Remark.objects.filter(state="waiting").count() == 1
    assert SchoolPurpose.objects.filter(state="asked").count() == 1
    assert Notice.objects.count() > len(filled.school.colleagues)


def test_monitoring_may_go_on_and_was_switched_by_two_people(filled):
    assert may_read_now(on=NOW.date()).allowed


def test_nothing_is_dated_later_than_now(filled):
    dated = [
        (model, field)
        for model in apps.get_models()
        if model.__module__.startswith("staffroom.school")
        for field in model._meta.fields
        if isinstance(field, models.DateTimeField) and field.name.endswith("_at")
    ]
    plans = {"next_try_at", "expires_at"}
    for model, field in dated:
        if field.name not in plans:
            assert not model.objects.filter(**{f"{field.name}__gt": NOW}).exists(), (model, field.name)
    assert not Entry.objects.filter(at__gt=NOW).exists()


def test_every_address_ends_in_example(filled, capsys):
    call_command("dumpdata", "people", "policies", "monitoring", "notices")
    domains = set(ADDRESSES.findall(capsys.readouterr().out))
    assert domains
    assert all(domain.endswith(".example") for domain in domains)


def test_it_says_what_it_is_doing(filled):
    assert len(filled.said) == len(set(filled.said)) >= 6
