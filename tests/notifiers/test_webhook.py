"""Does a webhook get a document, and can nobody use it to reach into the school?"""

from __future__ import annotations

import pytest

from notifiers.made_messages import message
from notifiers.made_servers import Hook, free_port, web_server
from staffroom.notifiers.kinds.webhook import KIND
from staffroom.notifiers.message import Outgoing
from staffroom.notifiers.notifier import CannotDeliver, Reason

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

INSIDE = Outgoing(may_reach_inside=True)


def refusal(address: str, outgoing: Outgoing = INSIDE) -> tuple[Reason, bool]:
    with pytest.raises(CannotDeliver) as caught:
        KIND.open(outgoing).deliver(message(to=address))
    return caught.value.reason, caught.value.permanent


def test_a_webhook_gets_what_was_written_and_a_key_by_which_a_repeat_is_known():
    hook = Hook()
    with web_server(hook) as address:
        KIND.open(INSIDE).deliver(message(to=f"{address}/staffroom?key=x"))
    assert hook.taken == [
        {
            "ref": "abc123.school",
            "school": "Hollybank School",
            "subject": "Please read the policy",
            "body": "The policy has changed.\n\nRead it by Friday.",
            "link": "https://staffroom.hollybank.example/policies/",
            "written_at": "2026-09-14T09:00:00+00:00",
        }
    ]
    assert hook.keys == ["abc123.school"]


@pytest.mark.parametrize(
    ("status", "permanent"), [(404, True), (410, True), (429, False), (403, False), (500, False)]
)
def test_an_answer_is_for_good_only_where_another_try_could_not_help(status, permanent):
    hook = Hook()
    hook.status = status
    with web_server(hook) as address:
        assert refusal(address) == (Reason.SERVICE_REFUSED, permanent)


def test_a_redirection_is_not_followed():
    hook, other = Hook(), Hook()
    with web_server(other) as elsewhere, web_server(hook) as address:
        hook.status, hook.location = 307, elsewhere
        assert refusal(address) == (Reason.SERVICE_REFUSED, True)
    assert other.taken == []


def test_a_server_that_is_down_is_not_for_good():
    assert refusal(f"http://127.0.0.1:{free_port()}/") == (Reason.UNREACHABLE, False)


@pytest.mark.parametrize(
    "address", ["https://127.0.0.1/", "https://[::1]/", "https://10.0.0.1/", "https://192.168.1.1/x"]
)
def test_an_address_inside_the_school_is_refused_unless_the_school_allows_it(address):
    assert refusal(address, Outgoing()) == (Reason.INSIDE, True)


def test_without_tls_nothing_leaves_the_school():
    assert refusal("http://hooks.example/", Outgoing()) == (Reason.ADDRESS_UNUSABLE, True)


@pytest.mark.parametrize(
    "address",
    ["", "hooks.example", "ftp://hooks.example/", "https://", "https://user:pass@hooks.example/",
     "https://hooks.example:99999/", "https://hooks.example/a b", "https://hooks.example/a\r\nX: y"],
)  # fmt: skip
def test_what_is_no_address_has_a_fault(address):
    assert KIND.fault_of(address) != ""


def test_only_the_host_of_an_address_is_shown():
    assert KIND.shorten("https://hooks.example/secret/token?key=x") == "hooks.example"
