"""Do notices arrive, wait, or come back refused, each with its reason?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from notifiers.made_servers import Hook, Letters, free_port, mail_server, web_server
from school.made_people import AT, TESTS, make_person
from school.notices.made_notices import Hand, make_notice, use_server
from staffroom.school.audit.models import Entry
from staffroom.school.notices.actions.delivering import deliver_waiting
from staffroom.school.notices.actions.mail import try_refused_again
from staffroom.school.notices.models import Channel, Delivery, Notice, Stage, State
from staffroom.school.notices.secrets import channel_secret, keep_secret
from staffroom.school.people.actions import leave

pytestmark = [pytest.mark.django_db, pytest.mark.allow_hosts(["127.0.0.1"])]


def deliver(clock) -> int:
    return deliver_waiting(by=TESTS, now=clock)


def states() -> list[str]:
    return sorted(Notice.objects.values_list("state", flat=True))


def add_hook(person, address: str) -> Channel:
    channel = Channel.objects.create(
        person=person, kind="webhook", shown="127.0.0.1", added_at=AT, confirmed_at=AT
    )
    keep_secret(channel_secret(channel.ref), address)
    return channel


def test_a_notice_is_delivered_once_and_the_log_says_so():
    letters, port, clock = Letters(), free_port(), Hand()
    use_server(port)
    notice = make_notice(link="/policies/")
    with mail_server(letters, port):
        assert deliver(clock) == 1
        clock.move(hours=1)
        assert deliver(clock) == 0
    assert letters.receivers == [notice.person.email]
    text = letters.arrived[0][1].get_body(("plain",)).get_content()
    assert "http://127.0.0.1:8000/policies/" in text
    notice.refresh_from_db()
    assert (notice.state, notice.settled_at, notice.claimed_by) == (State.DELIVERED, AT, "")
    assert Entry.objects.filter(act="notices.notice delivered", about=notice.ref).count() == 1


def test_a_server_that_is_down_loses_none_and_all_go_as_soon_as_it_is_back():
    letters, port, clock = Letters(), free_port(), Hand()
    use_server(port)
    for _ in range(12):
        make_notice()
    with mail_server(letters, port):
        pass  # it was up once, and is down now
    for _ in range(30):
        assert deliver(clock) == 0
        clock.move(minutes=20)
    assert set(states()) == {"waiting"}
    assert set(Notice.objects.values_list("because", flat=True)) == {"server not reached"}
    with mail_server(letters, port):
        clock.move(hours=6)
        deliver(clock)
        clock.move(minutes=1)
        deliver(clock)
    assert set(states()) == {"delivered"}
    assert sorted(letters.receivers) == sorted(set(letters.receivers))
    assert len(letters.receivers) == 12


def test_once_one_gets_through_the_others_need_not_wait_for_the_end_of_their_pauses():
    letters, port, clock = Letters(), free_port(), Hand()
    use_server(port)
    early = make_notice()
    for _ in range(5):
        deliver(clock)
        clock.move(hours=7)
    deliver(clock)
    early.refresh_from_db()
    assert early.next_try_at == clock.at + timedelta(hours=6)
    Notice.objects.filter(pk=make_notice().pk).update(next_try_at=clock.at)
    with mail_server(letters, port):
        assert deliver(clock) == 1
        assert deliver(clock) == 1
    assert states() == ["delivered", "delivered"]


def test_a_server_that_does_not_answer_is_asked_once_a_round(monkeypatch):
    from staffroom.notifiers import mail_server as handing

    asked = []
    opened = handing._open
    monkeypatch.setattr(handing, "_open", lambda server: asked.append(server) or opened(server))
    use_server(free_port())
    for _ in range(5):
        make_notice()
    deliver(Hand())
    assert len(asked) == 1
    assert set(Notice.objects.values_list("because", flat=True)) == {"server not reached"}


def test_before_mail_is_set_up_notices_wait_and_then_go():
    letters, port, clock = Letters(), free_port(), Hand()
    make_notice()
    assert deliver(clock) == 0
    assert Notice.objects.get().because == "mail is not set up"
    use_server(port)
    with mail_server(letters, port):
        assert deliver(clock) == 1


def test_pauses_between_tries_grow():
    clock = Hand()
    notice = make_notice()
    pauses = []
    for _ in range(8):
        deliver(clock)
        notice.refresh_from_db()
        pauses.append(notice.next_try_at - clock.at)
        clock.at = notice.next_try_at
    assert pauses == sorted(pauses)
    assert pauses[0] == timedelta(minutes=1)
    assert pauses[-1] == timedelta(hours=6)
    assert notice.tries == 8


def test_a_refused_address_settles_it_and_an_administrator_can_let_it_go_once_more():
    letters, port, clock = Letters(), free_port(), Hand()
    use_server(port)
    notice = make_notice()
    letters.to_address = "550 no such person"
    with mail_server(letters, port):
        deliver(clock)
        notice.refresh_from_db()
        assert (notice.state, notice.because) == (State.REFUSED, "address refused")
        letters.to_address = "250 OK"
        assert try_refused_again(by=TESTS, at=clock.at) == 1
        assert deliver(clock) == 1
    assert letters.receivers == [notice.person.email]


def test_somebody_without_an_address_is_refused_and_named_nowhere():
    person = make_person()
    person.email = ""
    person.save()
    make_notice(person)
    deliver(Hand())
    assert Notice.objects.get().because == "no address"


def test_somebody_who_has_left_gets_nothing_more():
    letters, port = Letters(), free_port()
    use_server(port)
    person = make_person()
    make_notice(person)
    leave(by=TESTS, at=AT, person=person, last_day=date(2026, 9, 13))
    with mail_server(letters, port):
        deliver(Hand())
    assert (letters.arrived, Notice.objects.get().because) == ([], "person has left")


def test_a_notice_goes_to_every_address_and_only_that_which_failed_is_tried_again():
    letters, hook, port, clock = Letters(), Hook(), free_port(), Hand()
    use_server(port)
    person = make_person()
    hook.status = 500
    with web_server(hook) as address, mail_server(letters, port):
        add_hook(person, address)
        make_notice(person)
        deliver(clock)
        assert Notice.objects.get().because == "service did not take it"
        hook.status = 204
        clock.move(minutes=2)
        deliver(clock)
    assert (len(letters.arrived), len(hook.taken)) == (1, 2)
    assert Notice.objects.get().state == State.DELIVERED


def test_an_added_address_that_stays_dead_is_given_up_and_the_notice_has_arrived_by_mail():
    letters, port, clock = Letters(), free_port(), Hand()
    use_server(port)
    person = make_person()
    add_hook(person, f"http://127.0.0.1:{free_port()}/")
    make_notice(person)
    with mail_server(letters, port):
        deliver(clock)
        clock.move(days=4)
        deliver(clock)
    assert Notice.objects.get().state == State.DELIVERED
    assert len(letters.arrived) == 1
    assert Delivery.objects.get(stage=Stage.REFUSED).because == "given up"


def test_an_address_that_was_not_confirmed_gets_nothing():
    hook = Hook()
    person = make_person()
    with web_server(hook) as address:
        channel = add_hook(person, address)
        Channel.objects.filter(pk=channel.pk).update(confirmed_at=None)
        make_notice(person)
        deliver(Hand())
    assert hook.taken == []


def test_a_kind_whose_package_is_gone_refuses_on_that_way_only():
    letters, port = Letters(), free_port()
    use_server(port)
    person = make_person()
    channel = add_hook(person, "http://127.0.0.1/")
    Channel.objects.filter(pk=channel.pk).update(kind="pigeon")
    make_notice(person)
    with mail_server(letters, port):
        assert deliver(Hand()) == 1
    assert Delivery.objects.get(way=channel.ref).because == "address unusable"


def test_what_one_process_holds_no_other_takes_until_its_time_is_up():
    from staffroom.school.notices.claims import LEASE, claim_notice, due_notices

    notice = make_notice()
    assert claim_notice(number=notice.pk, holder="one", at=AT) is not None
    assert claim_notice(number=notice.pk, holder="two", at=AT) is None
    assert due_notices(at=AT + LEASE, most=9) == []
    late = AT + LEASE + timedelta(seconds=1)
    assert due_notices(at=late, most=9) == [notice.pk]
    assert claim_notice(number=notice.pk, holder="two", at=late) is not None


def test_a_round_that_lost_its_claim_writes_nothing_over_the_others_answer(monkeypatch):
    from staffroom.notifiers.kinds.email import EmailNotifier
    from staffroom.notifiers.notifier import CannotDeliver, Reason

    notice = make_notice()

    def slow(self, message):
        Notice.objects.filter(pk=notice.pk).update(claimed_by="another", state=State.DELIVERED)
        raise CannotDeliver(Reason.UNREACHABLE, permanent=False)

    monkeypatch.setattr(EmailNotifier, "deliver", slow)
    assert deliver(Hand()) == 0
    notice.refresh_from_db()
    assert (notice.state, notice.claimed_by) == (State.DELIVERED, "another")


def test_a_round_ends_after_its_time_and_leaves_the_rest_for_the_next():
    clock = Hand()
    for _ in range(5):
        make_notice()

    def hurried():
        clock.move(seconds=8)
        return clock.at

    deliver_waiting(by=TESTS, now=hurried)
    tried = Notice.objects.filter(tries__gt=0).count()
    assert 0 < tried < 5


def test_how_many_questions_the_database_is_asked_for_a_notice(django_assert_max_num_queries):
    letters, port = Letters(), free_port()
    use_server(port)
    for _ in range(3):
        make_notice()
    with mail_server(letters, port), django_assert_max_num_queries(2 + 3 * 15 + 1):
        assert deliver(Hand()) == 3
