"""Servers on this machine's own loopback that take what is delivered: real ones, that can go down."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, HTTPServer

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from staffroom.notifiers.message import MailServer, Security

LOOPBACK = "127.0.0.1"


def free_port() -> int:
    with socket.socket() as one:
        one.bind((LOOPBACK, 0))
        return one.getsockname()[1]


class Letters:
    """What arrived at a mail server. `answers` is what it says to an address or to the content."""

    def __init__(self) -> None:
        self.arrived: list[tuple[list[str], EmailMessage]] = []
        self.to_address = "250 OK"
        self.to_content = "250 OK"
        self.to_sender = "250 OK"

    async def handle_MAIL(self, server, session, envelope, address, options):  # noqa: N802
        if self.to_sender.startswith("250"):
            envelope.mail_from = address
        return self.to_sender

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if self.to_address.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.to_address

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        if self.to_content.startswith("250"):
            letter = message_from_bytes(envelope.content, policy=policy.default)
            self.arrived.append((list(envelope.rcpt_tos), letter))
        return self.to_content

    @property
    def receivers(self) -> list[str]:
        return [address for addresses, _ in self.arrived for address in addresses]


@contextmanager
def mail_server(letters: Letters, port: int, password: str = "") -> Iterator[None]:
    """Run a mail server on a port for a while; with a password it asks for one."""
    more: dict = {}
    if password:

        def check(server, session, envelope, mechanism, given):
            return AuthResult(success=given.password == password.encode(), handled=False)

        more = {"authenticator": check, "auth_require_tls": False, "auth_required": True}
    controller = Controller(letters, hostname=LOOPBACK, port=port, **more)
    controller.start()
    try:
        yield
    finally:
        controller.stop()


def settings_for(port: int, **more) -> MailServer:
    return MailServer(
        LOOPBACK,
        "staffroom@hollybank.example",
        port,
        Security.NONE,
        sender_name="Hollybank",
        seconds=5,
        **more,
    )


class Hook:
    """What a webhook took. `status` is what it answers."""

    def __init__(self) -> None:
        self.status = 204
        self.taken: list[dict] = []
        self.keys: list[str] = []
        self.location = ""


@contextmanager
def web_server(hook: Hook) -> Iterator[str]:
    """Run a web server that takes what is posted, and give its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            hook.taken.append(json.loads(body))
            hook.keys.append(self.headers.get("Idempotency-Key", ""))
            self.send_response(hook.status)
            if hook.location:
                self.send_header("Location", hook.location)
            self.end_headers()

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    server = HTTPServer((LOOPBACK, 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://{LOOPBACK}:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
