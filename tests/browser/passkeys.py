"""A passkey for a browser without fingers: Chromium's own virtual authenticator."""

from __future__ import annotations

from typing import Any

from browser.visitors import Visitor

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def given_a_device_with_passkeys(visitor: Visitor) -> Any:
    """Give the browser a device that makes and keeps passkeys, and always knows its owner."""
    device = visitor.page.context.new_cdp_session(visitor.page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    return device
