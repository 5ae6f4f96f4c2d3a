"""What may a page load, and from where?"""

from __future__ import annotations

from typing import Any, Final

SELF: Final = "'self'"
NONE: Final = "'none'"


def write_policy(*, signs_in_at: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return the Content-Security-Policy: everything from here, nothing inline.

    `signs_in_at` are origins of sign-in providers, to which a form may lead.
    """
    return {
        "DIRECTIVES": {
            "default-src": [NONE],
            "script-src": [SELF],
            "style-src": [SELF],
            "img-src": [SELF, "data:"],  # the style sheet draws its arrows as data
            "font-src": [SELF],
            "connect-src": [SELF],
            "manifest-src": [SELF],
            "worker-src": [SELF],
            "form-action": [SELF, *signs_in_at],
            "base-uri": [NONE],
            "frame-ancestors": [NONE],
            "object-src": [NONE],
        }
    }
