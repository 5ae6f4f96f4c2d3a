"""Does any Apprise address work, but for those that would turn on the server itself?"""

from __future__ import annotations

import pytest

from notifiers.made_messages import message
from notifiers.made_servers import Hook, free_port, web_server
from staffroom.notifiers.kinds.apprise import KIND, hosts_of
from staffroom.notifiers.message import Outgoing
from staffroom.notifiers.notifier import CannotDeliver, Reason

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])

INSIDE = Outgoing(may_reach_inside=True)


def address_of(web: str, more: str = "") -> str:
    return web.replace("http://", "json://") + "/" + more


def refusal(address: str, outgoing: Outgoing = INSIDE) -> tuple[Reason, bool]:
    with pytest.raises(CannotDeliver) as caught:
        KIND.open(outgoing).deliver(message(to=address))
    return caught.value.reason, caught.value.permanent


def test_a_message_goes_out_by_a_real_service_of_apprise():
    hook = Hook()
    hook.status = 200
    with web_server(hook) as web:
        KIND.open(INSIDE).deliver(message(to=address_of(web)))
    (taken,) = hook.taken
    assert taken["title"] == "Please read the policy"
    assert taken["message"].startswith("The policy has changed.")
    assert taken["message"].endswith("https://staffroom.hollybank.example/policies/")


def test_a_service_that_refuses_or_is_down_is_not_for_good():
    hook = Hook()
    hook.status = 500
    with web_server(hook) as web:
        assert refusal(address_of(web)) == (Reason.SERVICE_REFUSED, False)
    assert refusal(f"json://127.0.0.1:{free_port()}/") == (Reason.SERVICE_REFUSED, False)


def test_a_redirection_is_not_followed():
    hook, other = Hook(), Hook()
    with web_server(other) as elsewhere, web_server(hook) as web:
        hook.status, hook.location = 307, elsewhere
        assert refusal(address_of(web, "?redirect=yes")) == (Reason.SERVICE_REFUSED, False)
    assert other.taken == []


@pytest.mark.parametrize("scheme", ["json", "ntfy", "matrix", "gotify"])
def test_an_address_inside_the_school_is_refused_unless_the_school_allows_it(scheme):
    address = f"{scheme}://user:password@127.0.0.1/topic"
    assert KIND.fault_of(address) == ""
    assert refusal(address, Outgoing()) == (Reason.INSIDE, True)


def test_a_machine_that_an_address_names_beside_its_host_is_looked_at_too():
    class Service:
        templates = ("{schema}://{token}",)
        host = "token"

        def __init__(self):
            self.smtp_host = "127.0.0.1"

    assert hosts_of(Service()) == {"127.0.0.1"}


@pytest.mark.parametrize(
    "address",
    ["", "hello", "nonsense://x", "syslog://", "dbus://", "windows://", "mailto://u:p@host.example", "json://host/?template=/etc/passwd",
     "fcm://project@key/x?keyfile=/etc/passwd", "mailto://u:p@host.example?pgpkey=/etc/passwd"],
)  # fmt: skip
def test_what_is_no_address_or_would_read_or_use_the_server_itself_has_a_fault(address):
    assert KIND.fault_of(address) != ""
    assert refusal(address) == (Reason.ADDRESS_UNUSABLE, True)


def test_only_the_name_of_the_service_is_shown():
    secret = "tgram://123456789:abcdefg_hijklmnop/12315544/"
    assert KIND.fault_of(secret) == ""
    assert KIND.shorten(secret) == "Telegram"
