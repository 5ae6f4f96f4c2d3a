"""Does a draft let a stranger in: into the school, its systems, or close to somebody who is alone?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from staffroom.detectors.access import openings, outings, secrets, systems
from staffroom.detectors.access.together import Places
from staffroom.detectors.detector import Ground
from staffroom.detectors.plain_text import PlainText
from staffroom.policy.keeping import keeps
from staffroom.records.drafts import Draft
from staffroom.records.findings import Audience, Kind, Notice, Span, Strength

_MINDED = frozenset((Audience.PARENT, Audience.COLLEAGUE, Audience.COMMUNITY, Audience.EMPLOYER))
_CHANGE = "Leave it out. If it has been seen already, ask for it to be changed."


def _kind(why: str, way_out: str) -> Kind:
    return Kind(clause="SEC-7", strength=Strength.MUST, why=why, way_out=way_out, matters_to=_MINDED)


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_KINDS: Final[dict[str, Kind]] = {
    "password": _kind("This looks like a password or a PIN. Whoever reads it can get in with it.", _CHANGE),
    "wifi-key": _kind("This looks like the key of a network. With it anybody nearby is inside.", _CHANGE),
    "entry-code": _kind("This looks like the code of a door, a gate or an alarm.", _CHANGE),
    "internal-address": _kind(
        "This is an address inside the school's network. It tells a stranger where to try.",
        "Leave it out, or send it in the school's own system.",
    ),
    "login-name": _kind(
        "A name to log in with is half of what a stranger needs.", "Leave the name out of the post."
    ),
    "badge": _kind(
        "A badge or pass that can be seen can be copied, and one that is lost opens doors.",
        "Leave it out of the picture. If it is lost, tell the office, so that it can be stopped.",
    ),
    "spare-key": _kind(
        "This tells how to get in without a key of one's own.",
        "Leave it out, and tell the site team instead.",
    ),
    "empty-building": _kind(
        "This tells when nobody is there, or that nothing is watching.",
        "Say it afterwards, or leave out the times and what does not work.",
    ),
    "trip-ahead": _kind(
        "This tells a stranger where children will be, and when.",
        "Post it when everybody is back, without names of children.",
    ),
    "lone-adult": _kind(
        "This tells where somebody is alone, and when.",
        "Leave out the place or the time, or say it afterwards.",
    ),
    "screen": _kind(
        "A picture of a screen or a board can show names, passwords and private messages.",
        "Leave the picture out, or show only what everybody may see.",
    ),
}
_PICTURE_WORDS = _words(
    "screenshot screenshots screengrab screen photo photos pic pics picture snap snapshot posting look"
    " here's heres"
)
_DOOR_WORDS = _words(
    "door doors gate gates gate's door's alarm alarm's entry entrance barrier keypad shed padlock keysafe key"
    " lockbox lock code combination cupboard store"
)
_PASSWORD_WORDS = _words(
    "password passwords password's passcode passcodes pass passphrase pwd pw pin pins pin's word words code"
)
_OPENING_WORDS = _words("key keys key's set door doors gate gates window windows fence")
_WATCH_WORDS = _words("empty nobody noone no no-one not caretaker alarm alarm's cctv camera cameras")
_LONE_WORDS = _words("alone own only lone just myself himself herself")
_LOGIN_WORDS = _words("username usernames username's user userid login log logon sign account")
# With the words one of which a text must have (none: any text), so that most texts are asked little.
_FINDERS: Final[tuple[tuple[str, frozenset[str], Callable[[PlainText], Iterator[Places]]], ...]] = (
    ("wifi-key", _words("wifi wi-fi wireless network wpa wpa2 hotspot"), secrets.find_network_keys),
    ("entry-code", _DOOR_WORDS, secrets.find_entry_codes),
    ("password", _PASSWORD_WORDS, secrets.find_passwords),
    ("login-name", _LOGIN_WORDS, secrets.find_login_names),
    ("internal-address", frozenset(), systems.find_addresses),
    ("spare-key", _OPENING_WORDS, openings.find_keys),
    ("empty-building", _WATCH_WORDS, openings.find_empty_buildings),
    ("badge", _words("badge card pass lanyard fob"), openings.find_passes),
    ("lone-adult", _LONE_WORDS, openings.find_lone_adults),
    ("trip-ahead", frozenset(), outings.find_outings),
)


class StrangerAccess:
    """Whatever opens a door, real or not, and where and when somebody may be found."""

    name = "stranger-access"
    title = "What lets a stranger in"
    kinds: Mapping[str, Kind] = MappingProxyType(_KINDS)

    @keeps("SEC-7")
    def notice(self, text: PlainText, draft: Draft, ground: Ground) -> Iterator[Notice]:
        """Give each thing once, as the first kind that it is."""
        taken: set[Span] = set()
        for kind, spans in _found(text, ground):
            if taken.isdisjoint(spans):
                taken.update(spans)
                yield Notice(kind, spans)


def _found(text: PlainText, ground: Ground) -> Iterator[tuple[str, Places]]:
    words = frozenset(word.text for word in text.words)
    for kind, needed, find in _FINDERS:
        if not needed or not needed.isdisjoint(words):
            for spans in find(text):
                yield kind, spans
    if not _PICTURE_WORDS.isdisjoint(words):
        for spans in systems.find_screens(text, ground.words.systems):
            yield "screen", spans


DETECTOR = StrangerAccess()
