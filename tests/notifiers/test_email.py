"""Does mail arrive, and does each refusal of a server mean what it should?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifiers.made_messages import message
from notifiers.made_servers import Letters, free_port, mail_server, settings_for
from staffroom.notifiers.kinds.email import KIND
from staffroom.notifiers.mail_server import fault_of_server
from staffroom.notifiers.message import MailServer, Outgoing, Security
from staffroom.notifiers.notifier import CannotDeliver, Reason

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

PASSWORD = "a made password"


def deliver(port: int, *, to: str = "robin@hollybank.example", **more) -> None:
    KIND.open(Outgoing(settings_for(port, **more))).deliver(message(to=to))


def refusal(port: int, **more) -> tuple[Reason, bool]:
    with pytest.raises(CannotDeliver) as caught:
        deliver(port, **more)
    return caught.value.reason, caught.value.permanent


def test_a_message_arrives_with_what_was_written():
    letters, port = Letters(), free_port()
    with mail_server(letters, port):
        deliver(port)
    ((to, letter),) = letters.arrived
    assert to == ["robin@hollybank.example"]
    assert "Read it by Friday." in letter.get_body(("plain",)).get_content()


@pytest.mark.parametrize(
    ("where", "answer", "reason", "permanent"),
    [
        ("to_address", "550 No such person", Reason.ADDRESS_REFUSED, True),
        ("to_address", "450 Try later", Reason.PUT_OFF, False),
        ("to_sender", "550 Not you", Reason.SENDER_REFUSED, False),
        ("to_content", "554 Not this", Reason.CONTENT_REFUSED, True),
        ("to_content", "451 Try later", Reason.PUT_OFF, False),
    ],
)
def test_a_refusal_is_for_good_only_where_another_try_could_not_help(where, answer, reason, permanent):
    letters, port = Letters(), free_port()
    setattr(letters, where, answer)
    with mail_server(letters, port):
        assert refusal(port) == (reason, permanent)
    assert letters.arrived == []


def test_a_server_that_is_down_is_not_for_good():
    assert refusal(free_port()) == (Reason.UNREACHABLE, False)


def test_a_server_that_asks_for_a_password_gets_it_and_a_wrong_one_is_not_for_good():
    letters, port = Letters(), free_port()
    with mail_server(letters, port, PASSWORD):
        deliver(port, user="staffroom", password=PASSWORD)
        assert refusal(port, user="staffroom", password="wrong") == (Reason.SIGN_IN_REFUSED, False)
    assert len(letters.arrived) == 1


def test_a_server_without_tls_is_not_used_where_tls_was_chosen():
    letters, port = Letters(), free_port()
    chosen = MailServer("127.0.0.1", "staffroom@hollybank.example", port, Security.STARTTLS, seconds=5)
    with mail_server(letters, port), pytest.raises(CannotDeliver) as caught:
        KIND.open(Outgoing(chosen)).deliver(message())
    assert (caught.value.reason, caught.value.permanent) == (Reason.NOT_SECURE, False)
    assert letters.arrived == []


def test_before_mail_is_set_up_nothing_is_lost():
    with pytest.raises(CannotDeliver) as caught:
        KIND.open(Outgoing()).deliver(message())
    assert (caught.value.reason, caught.value.permanent) == (Reason.NOT_SET_UP, False)


def test_an_error_never_holds_an_address_or_the_words_of_the_server():
    letters, port = Letters(), free_port()
    letters.to_address = "550 canary@hollybank.example is nobody here"
    with mail_server(letters, port), pytest.raises(CannotDeliver) as caught:
        deliver(port, to="canary@hollybank.example")
    error: BaseException | None = caught.value
    assert "canary" not in str(error)
    assert error is not None
    assert error.__suppress_context__


def test_a_password_is_in_no_repr():
    assert PASSWORD not in repr(Outgoing(settings_for(25, user="u", password=PASSWORD)))


@pytest.mark.parametrize("address", ["a@b", "name@school.example", "o'brien+x@school.example"])
def test_an_address_that_can_be_used_has_no_fault(address):
    assert KIND.fault_of(address) == ""


@given(st.text(alphabet=' @<>\r\n,;:"()[]ab.', max_size=30))
def test_no_odd_text_is_an_address_that_could_add_a_line_or_a_second_receiver(text):
    if not KIND.fault_of(text):
        assert text.count("@") == 1
        assert not set(text) & set(' <>\r\n,;:"()[]')


@pytest.mark.parametrize(
    ("server", "is_right"),
    [
        (MailServer("mail.school.example", "a@b"), True),
        (MailServer("", "a@b"), False),
        (MailServer("mail school", "a@b"), False),
        (MailServer("mail.school.example", "a@b", port=0), False),
        (MailServer("mail.school.example", "a@b", security=Security.NONE, user="u"), False),
        (MailServer("127.0.0.1", "a@b", security=Security.NONE, user="u"), True),
    ],
)
def test_settings_that_would_send_a_password_in_the_clear_or_nowhere_have_a_fault(server, is_right):
    assert (fault_of_server(server) == "") is is_right
