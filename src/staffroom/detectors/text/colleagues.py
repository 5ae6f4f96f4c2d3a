"""Does a draft show a colleague, a parent, a governor or a partner of the school in a bad light?"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from staffroom.detectors.adults import Adult, find_adults
from staffroom.detectors.detector import Ground
from staffroom.detectors.plain_text import PlainText
from staffroom.policy.keeping import keeps
from staffroom.records.drafts import Draft
from staffroom.records.findings import Audience, Kind, Notice, Span, Strength

_MINDS: Final = frozenset([Audience.PARENT, Audience.COLLEAGUE, Audience.EMPLOYER, Audience.FUTURE_EMPLOYER])
_FAULTS: Final = (
    r"useless|lazy|laziest|bone idle|incompetent|hopeless|clueless|pompous|rude|two-?faced|arrogant"
    r"|unprofessional"
    r"|bully|snake|joke|nightmare|disgrace|disgraceful|embarrassment|embarrassing|shambles"
    r"|waste of (?:time|space|money)"
    r"|vile|horrible|awful|dreadful|appalling|deluded|entitled|control freak|hungover|drunk|liar"
    r"|spineless|toxic|petty"
    r"|stupid|stupidest|pathetic|ignorant|slimy|rubbish|slop|dire|idle|unbearable|insufferable"
    r"|patronising|spiteful"
    r"|nasty|smug|power mad|jobsworth|snob|moron|idiot|muppet|inept|unreliable|sexist|racist"
)
_DEEDS: Final = (
    r"hasn'?t (?:got )?a clue|haven'?t (?:got )?a clue|couldn'?t (?:run|lead|care less|teach|organise|manage)"
    r"|can'?t (?:teach|control|do (?:her|his|their)|manage|be bothered|be trusted)"
    r"|never (?:lifts?|fix(?:es)?|does|do|empties|says?|turns? up|answers?|repl(?:y|ies)|listens?"
    r"|set foot|has set foot)"
    r"|has never set foot|forgot\b.{1,30}\bagain|swanned off|always late|late again|moans?"
    r"|took all the credit"
    r"|(?:went|goes) behind my back|stabbed me in the back|blames? everyone|treats? us like|lets? (?:us"
    r"|me|everyone)"
    r"(?: all)? down|lost the plot|lied|lies to|shout(?:s|ed) at (?:me|us|the|them)|unlocked again"
    r"|left me with"
    r"|left my room|made a (?:right |complete )?mess|messed (?:it|things|us) (?:all )?(?:up|about)"
    r"|messes (?:it )?up"
    r"|needs? to learn|driv(?:es|ing) me (?:mad|up the wall|insane|crazy)|leaves everything|complained again"
    r"|promises everything|has to interfere|on (?:her|his|their) phone|bullies|undermin(?:es|ed)|picks on"
    r"|drinking again|little digs|had it in for me|sick of the sight|out of (?:her|his|their) depth"
    r"|get a life"
)
_BAD = re.compile(rf"(?<![\w-])(?:{_FAULTS}|{_DEEDS})(?![\w-])")
_LEAD_IN = re.compile(
    r"\b(?:fed up (?:of|with)|sick (?:and tired )?of|tired of|thanks for nothing,?|worst (?:boss|head"
    r"|manager|ta|teacher)"
    r"(?: [\w']{1,8}){0,4},?|shame on|done with)(?: my| our| the| @)? ?$"
)
_WORST = re.compile(r"\bworst (?:boss|head|headteacher|manager|governor|teacher|ta|colleague)s?\b")
_NOT = re.compile(
    r"\b(?:isn'?t|not|never|nobody|no one|don'?t|wasn'?t|aren'?t|hardly|far from|couldn'?t be less"
    r"|anything but)"
    r"(?: [\w']{1,12}){0,3} $"
)
_OTHER = re.compile(
    r"\b(?:i|i'm|i've|im|me|we|you)\b(?! (?:think|reckon|swear|know))|\b(?:said|says|told|called"
    r"|asked (?:who|if|why)"
    r"|tells|thinks|wrote|judged|weather|traffic|rain|pitch|smell|printer|car|boiler|film|hates?|against"
    r"|stopped"
    r"|dealt with|sorted|fixed|apologised)\b"
)
_VETO = re.compile(
    r"\b(?:people who (?:say|think)|anyone who (?:says|thinks)|nobody could call|don'?t let any(?:body"
    r"|one)|who says"
    r"|years ago|in (?:19|20)\d\d|used to have|long gone|so much better|fiction|literature|novel|discuss)\b"
)
_QUOTED = re.compile(r'"[^"\n]{1,200}"')
_REACH: Final = 80  # characters from somebody to what is said of them
_STOP = re.compile(r"[.?!\n](?=\s|$)")
_DOT_OF_TITLE = re.compile(r"\b(?:mr|mrs|ms|dr)\.")


class Colleagues:
    """Complaints about somebody whom people at the school would know. Abuse is another detector's."""

    name = "colleagues"
    title = "Colleagues, parents and partners in a bad light"
    kinds: Mapping[str, Kind] = MappingProxyType(
        {
            "named": Kind(
                "CON-6",
                Strength.MUST,
                "This shows somebody of the school in a bad light, by name. It can reach them.",
                "Leave the name out and say how it is for you, or take it up with them or your line manager.",
                _MINDS,
            ),
            "identifiable": Kind(
                "CON-6",
                Strength.MUST,
                "There is no name here, but people at your school will know who is meant, and so will they.",
                "Say what you need without saying who, or take it up with them or your line manager.",
                _MINDS,
            ),
        }
    )

    @keeps("CON-6")
    def notice(self, text: PlainText, draft: Draft, ground: Ground) -> Iterator[Notice]:
        """Give people together with the complaint about them; praise, news and quotes are left alone."""
        bad = [Span(*found.span()) for found in _BAD.finditer(text.lower)]
        if (not bad and not _is_led_in(text)) or _VETO.search(text.lower):
            return
        quoted = {place for found in _QUOTED.finditer(text.plain) for place in range(*found.span())}
        bad = [one for one in bad if one.start not in quoted]
        for adult in find_adults(text, ground.names):
            words = _complaint(text.lower, adult, bad)
            if words:
                yield Notice("named" if adult.is_named else "identifiable", (adult.span, words))


def _is_led_in(text: PlainText) -> bool:
    return any(
        word.text in ("fed", "sick", "tired", "worst", "nothing", "shame", "done") for word in text.words
    )


def _complaint(lower: str, adult: Adult, bad: list[Span]) -> Span | None:
    """Return the words that complain of an adult: before, or after in the same sentence."""
    lead = _LEAD_IN.search(lower, max(0, adult.span.start - 50), adult.span.start)
    if lead:
        return Span(lead.start(), lead.start() + len(lead.group().rstrip()))
    worst = _WORST.search(lower, adult.span.end, adult.span.end + _REACH)
    if worst:
        return Span(*worst.span())
    first, last = (bisect_left(bad, Span(at, 0)) for at in (adult.span.end, adult.span.end + _REACH))
    return next((one for one in bad[first:last] if _is_of(lower, adult.span, one)), None)


def _is_of(lower: str, adult: Span, words: Span) -> bool:
    between = lower[adult.end : words.start]
    if _STOP.search(between) and len(between) > 30:
        return False
    return not (_OTHER.search(between) or _NOT.search(between))


DETECTOR = Colleagues()
