"""Does a draft tell of private contact with pupils, or offer it?"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from staffroom.detectors.detector import Ground
from staffroom.detectors.names import find_names
from staffroom.detectors.plain_text import PlainText
from staffroom.detectors.pupil_words import find_pupils
from staffroom.policy.keeping import keeps
from staffroom.records.drafts import Draft
from staffroom.records.findings import Audience, Kind, Notice, Span, Strength
from staffroom.records.known_people import Belonging
from staffroom.rules.name_forms import FormKind

_MINDS: Final = frozenset([Audience.PUPIL, Audience.PARENT, Audience.COLLEAGUE, Audience.EMPLOYER])
_STEMS: Final = (
    "friend", "follow", "add", "messag", "dm", "text", "snap", "chat", "gam", "play", "whatsapp",
    "facetim", "mates", "number", "mobile", "insta", "tiktok", "discord", "facebook", "xbox",
    "replied", "replying", "reply", "linkedin", "voice", "stor", "post", "phone", "my", "stream",
    "game", "server", "sent", "jump", "like", "start", "accept", "dms", "tag", "clan", "cod",
    "find", "reach", "get", "up", "live", "socials", "email", "gmail", "ring", "call", "answered",
)  # fmt: skip
_PLATFORM: Final = (
    r"(?:snapchat|snap|insta|instagram|facebook|fb|tiktok|whatsapp|discord|xbox|playstation|psn|messenger"
    r"|twitter"
    r"|linkedin|telegram|bereal|threads|twitch|steam|youtube|socials)"
)
_GAME: Final = (
    r"(?:fortnite|roblox|minecraft|fifa|call of duty|cod|among us|rocket league|xbox|playstation|online)"
)
_SOME: Final = r"(?: [\w':-]{1,14}){0,8}?"
_CONTACT = re.compile(
    rf"\bfriend request\b.{{0,40}}\b(?:accepted|yes)\b|\baccept(?:ed|ing)?\b.{{0,20}}\bfriend request"
    rf"|\baccepted\b.{{0,20}}\bfollow requests?\b|\bthey added me\b|\blike all my\b|\bsent me a (?:reel"
    rf"|snap|meme)\b"
    rf"|\bmy (?:stories|story|posts|reels|streams?)\b|\btheirs back\b|\bon the phone (?:to|with)\b"
    rf"|\bmy {_GAME} (?:server|world|squad)\b"
    rf"|\bstarted following\b|\bon {_GAME} with\b|\bfacebook friends\b"
    rf"|\badded me\b.{{0,40}}\baccepted\b"
    rf"|\bi(?:'ve)? (?:also |even )?follow(?:ed)?\b(?: (?:them|her|him))?|\bfollow(?:ed|ing)? (?:them|her"
    rf"|him)(?: all)? back"
    rf"|\bfollow my (?:private |personal |own )?(?:account|insta|tiktok)|\ba follow\b(?! request)"
    rf"|\bfollow me\b"
    rf"|\bfriended\b"
    rf"|\badd(?:ing)? (?:me\b|my {_PLATFORM}\b)|\badd(?:ed|ing)?\b{_SOME} on {_PLATFORM}\b"
    rf"|\b(?:friends|mates)\b{_SOME} on {_PLATFORM}\b|\b{_PLATFORM} friends\b|\bon my {_PLATFORM}\b"
    rf"|\b(?:have|has|got) me on {_PLATFORM}\b"
    rf"|\b(?:message|text|dm|snap|whatsapp)s? me\b|\bwe (?:text|snap|dm|message|whatsapp|game)\b"
    rf"|\bhave an? (?:{_PLATFORM}|group chat)\b|\b{_GAME} with\b|\bon {_PLATFORM} with\b|\bclan\b|\bdms\b"
    rf"|\bmessages? from\b{_SOME} on {_PLATFORM}\b|\btagg(?:ed|ing) (?:my|some|a)\b|\bfacetime with\b"
    rf"|\b(?:i|we) (?:dm'?d|message|text|snap)\b|\bfound my {_PLATFORM}\b.{{0,40}}\blet\b"
    rf"|\b(?:messaged|messaging|dming|dm'?d|texted|texting|snapped|snapping|snap|facetimed|facetiming"
    rf"|whatsapped"
    rf"|private messaged|voice noting|voice noted|inboxed)\b(?= (?!a parent|the office|a message)[\w'])"
    rf"|\b(?:chat|chatting|chatted|talk|talking)\b{_SOME} on {_PLATFORM}\b"
    rf"|\bgaming with\b|\bplay(?:s|ed|ing)? {_GAME}(?: \w{{1,10}})? with\b"
    rf"|\b(?:group chat|{_PLATFORM} group|{_PLATFORM} (?:is|was|has)|group {_PLATFORM})\b"
    rf"|\brepl(?:y|ied|ying) to\b{_SOME}(?: dms?\b| messages?\b| them\b)|\bdm from\b.{{0,30}}\banswered\b"
    rf"|\bmessages from\b.{{0,30}}\breplying\b"
    rf"|\b{_PLATFORM} streak\b|\bswapped (?:socials|numbers|{_PLATFORM})|\bgoing live\b{_SOME} with\b"
    rf"|\bconnected with\b{_SOME} on {_PLATFORM}\b"
)
_THING: Final = (
    r"(?:number|mobile|personal email|personal gmail|gmail|insta|instagram|snap|snapchat|tiktok|gamertag"
    r"|xbox name"
    r"|discord|facebook|whatsapp|psn|handle|socials|cell)"
)
_OWN: Final = rf"my (?:own |personal |private |new )?(?:mobile |phone |whatsapp |cell )?{_THING}\b"
_PHONE: Final = r"(?:\+44 ?7|07)\d{3} ?\d{3} ?\d{3}"
_DETAILS = re.compile(
    rf"\b(?:gave|give|given|giving|told|shared|sharing|put|wrote|handed out|passed|sent|let|have|has|got"
    rf"|know|add|here's)\b"
    rf"{_SOME} {_OWN}|\b{_OWN}(?: (?:is|for|if)\b|:)"
    rf"|\b(?:text|ring|call|whatsapp|message)\b(?: [\w']{{1,8}}){{0,4}} on {_PHONE}"
    rf"|\b(?:email|ring|phone|call|text) me at home\b|\bmy home (?:address|number|phone|email)\b"
    rf"|\bi'm @\w|\b(?:find|reach|get|catch) me on (?:{_PLATFORM}|{_PHONE})|\bring my (?:mobile|phone)\b"
    rf"|\bin their leavers' books\b"
    rf"|\b(?:follow|add|dm|find|message) me\b(?: on \w{{1,10}})?:? @\w"
)
_REFUSED = re.compile(
    r"\b(?:declin\w{1,4}|reject\w{0,3}|refus\w{1,3}|ignored?|block(?:ed|ing)?|delet(?:ed|ing) the"
    r"|report(?:ed|ing)?(?: it)?"
    r"|told the (?:head|dsl|deputy|safeguarding)|let the head know|passed (?:it )?on to|screenshotted"
    r"|no reply|locked"
    r"|private account now|changed my name|reminder|training|in the bin|binned|can't happen|unfriended"
    r"|lesson learned|remov(?:ed|ing)|end of|do not have|have no phone|wrong number|don't answer"
    r"|if (?:a )?(?:pupil|student)s? \w{1,9} you|asked for my|request off|the policy"
    r"|(?:please )?don't (?:friend|add"
    r"|follow|message|dm)"
    r"|not for pupils|still no|said no|answer is no|trying to follow|stop adding|you may not|should you"
    r"|why would"
    r"|why do|why we|do your students|never to|(?:must|should|do|will) not|mustn't|shouldn't"
    r"|neither should)\b"
)
_NOT_BEFORE = re.compile(
    r"\b(?:never|don'?t|doesn'?t|not|won'?t|no|nobody|cannot|can'?t|without|asked to|asking to|wants? to"
    r"|tried to|while)\b(?: [\w']{1,12}){0,5} $"
)
_SCHOOL_WAY = re.compile(
    r"\b(?:teams|google (?:classroom|meet)|classroom|classdojo|dojo|parentmail|seesaw|showbie|satchel"
    r"|(?:school|class|department|pe) (?:account|address|email|e-mail|phone|line|page|twitter|facebook)"
    r"|school(?:'s)? (?:own )?(?:account|system)|department account)\b"
)
_FAMILY = re.compile(
    r"\bmy (?:own )?(?:son|daughter|nephew|niece|kids|children|grandson|granddaughter|boys|girls|stepson"
    r"|stepdaughter)\b"
    r"(?! (?:from|in) (?:my|school|the) ?(?:class|form|netball)?)"
)
_AROUND: Final = 90  # characters between pupils and what is done with them
_STOPS: Final = re.compile(r"[.?!\n](?=\s|$)")


class ContactWithPupils:
    """Being friends with pupils, following, messaging or gaming with them, or giving them one's number."""

    name = "contact-with-pupils"
    title = "Private contact with pupils"
    kinds: Mapping[str, Kind] = MappingProxyType(
        {
            "contact": Kind(
                "CON-8",
                Strength.SHOULD,
                "This tells of private contact with pupils, which the policy asks staff not to have.",
                "Use the school's own account. If a pupil wrote to you first, tell the Headteacher.",
                _MINDS,
            ),
            "own-details": Kind(
                "CON-8",
                Strength.SHOULD,
                "This gives pupils a way to reach you in private, which the policy asks staff not to open.",
                "Give them the school's number or address, or a channel on the school's own system.",
                _MINDS,
            ),
        }
    )

    @keeps("CON-8")
    def notice(self, text: PlainText, draft: Draft, ground: Ground) -> Iterator[Notice]:
        """Give contact with pupils, unless it is refused, reported or on the school's own channels."""
        if not any(word.text.startswith(_STEMS) for word in text.words) or _is_in_order(text.lower, draft):
            return
        pupils = find_pupils(text) or _named(text, ground)
        if pupils:
            for kind, pattern in (("own-details", _DETAILS), ("contact", _CONTACT)):
                words = _together(text.lower, pattern, pupils)
                if words:
                    yield Notice(kind, (words,))
                    return


def _is_in_order(lower: str, draft: Draft) -> bool:
    """Say whether the contact is the school's, the author's own family's, or was refused or reported."""
    if draft.for_school or _REFUSED.search(lower) or _SCHOOL_WAY.search(lower):
        return True
    return bool(_FAMILY.search(lower)) and "pupil" not in lower and "student" not in lower


def _named(text: PlainText, ground: Ground) -> list[Span]:
    """Find pupils by their whole names, or with their class."""
    return [
        name.span
        for name in find_names(text, ground.names)
        if name.whose is Belonging.PUPIL and name.kind is not None and name.kind is not FormKind.TITLED
    ]


def _together(lower: str, pattern: re.Pattern[str], pupils: list[Span]) -> Span | None:
    """Return the first words of the pattern that stand in one sentence with pupils, and are not denied."""
    for found in pattern.finditer(lower):
        span = Span(*found.span())
        if not _NOT_BEFORE.search(lower, max(0, span.start - _AROUND), span.start):
            first, last = (
                bisect_left(pupils, Span(at, 0)) for at in (span.start - _AROUND, span.end + _AROUND)
            )
            if any(_is_one_sentence(lower, span, pupil) for pupil in pupils[first:last]):
                return span
    return None


def _is_one_sentence(lower: str, one: Span, other: Span) -> bool:
    start, end = min(one.end, other.end), max(one.start, other.start)
    return start >= end or not _STOPS.search(lower, start, end)


DETECTOR = ContactWithPupils()
