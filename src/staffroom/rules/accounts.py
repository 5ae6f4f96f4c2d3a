"""Which account does a log mean by a user?"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from urllib.parse import unquote

LONGEST_USER = 512  # user names in Windows and in RADIUS end well before
REMEMBERED = 16_384

# Names that systems log where nobody has signed in: "-" in web logs; the others are the service accounts of
# Windows, which have the same names in every domain of an English installation.
NOBODY = frozenset(
    {"", "-", "(null)", "anonymous", "anonymous logon", "system", "local service", "network service"}
)


@lru_cache(maxsize=REMEMBERED)
def account_names(raw: str) -> tuple[str, ...]:
    r"""Return the names that a logged user may be known by, from the most to the least specific.

    `DOMAIN\user` gives "domain\user" and "user"; `user@realm` gives "user@realm" and "user". Case,
    surrounding spaces and percent-encoding of the separator are evened out. Empty where the log names no
    user: nothing, a machine account (`PC-12$`, or `host/pc-12`, as 802.1X writes it), a service account.
    """
    name = _even_out(raw[:LONGEST_USER])
    without_domain = name.rpartition("\\")[2]
    user, _, _realm = without_domain.partition("@")
    user = user.strip()
    if user in NOBODY or user.endswith("$") or without_domain.startswith("host/"):
        return ()
    return tuple(dict.fromkeys((name, without_domain, user)))


def _even_out(raw: str) -> str:
    return unicodedata.normalize("NFC", unquote(raw, errors="replace").casefold()).strip()
