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
    r"|unprofessional|bully|snake|joke|nightmare|disgrace|disgraceful|embarrassment|embarrassing"
    r"|shambles|waste of (?:time|space|money|oxygen|a salary)|vile|horrible|awful|dreadful|appalling"
    r"|deluded|entitled|control freak|hungover|drunk|stinks of|liar|spineless|toxic|petty|stupid"
    r"|stupidest|pathetic|ignorant|slimy|rubbish|slop|dire|idle|unbearable|insufferable|patronising"
    r"|spiteful|nasty|smug|power mad|power trip|jobsworth|snob|moron|idiot|muppet|inept|unreliable"
    r"|sexist|racist|poison|boring|fool|clown|prat|plank|dinosaur|know-it-all|busybody|stirrer"
    r"|drama queen|miserable|cruel|heartless|unfair|biased|hypocrite|hypocritical|hypocrites|fraud"
    r"|cowboys|manipulative|bossy|micromanag\w{1,5}|nit-?pick\w{0,4}|overpaid|sly|thick|tyrant"
    r"|favouritism|dithering|gossip|grumpy|moody|vindictive|cowardly|coward|shambolic|farce|chaotic"
    r"|disorganised|inconsiderate"
)
_MANNERS: Final = (
    r"as much use as|worse than|out of spite|like (?:she|he|they|it) (?:owns?|runs?)|talk(?:s|ed"
    r"|ing) (?:over|down)"
    r"|passive[ -]aggressive|all mouth|reeks of|sod all|naff all|(?:my life|us|me) (?:a )?(?:misery|hell)"
    r"|fleec(?:es|ing)"
    r"|into the ground|dump(?:s|ed) (?:her|his|their|it|all|everything)|fell asleep|snoring"
    r"|rubber[ -]?stamps?"
    r"|(?:made|makes|making|reduced)\b.{1,30}\b(?:cry|tears)|far too (?:rough|soft|loud|harsh|slow|busy)"
    r"|evil eye|to drink"
    r"|bomb site|looked at (?:me|us) like|head of anything|favourites|stinks|thug|thinks? (?:rules"
    r"|the rules|the world)"
    r"|wasted|her own homework|his own homework|good riddance|shows? (?:her|him|them) up|two[ -]faced"
    r"|backstabb\w{1,3}"
    r"|throws? (?:me|us|people|everyone) under|chucks?|sneer(?:s|ed|ing)?|smirk(?:s|ed|ing)?|(?:rolls"
    r"|rolled) (?:her|his) eyes"
    r"|pulls? a sickie|off sick again|does nothing|do nothing|done nothing|gets away with|got away with"
    r"|cover(?:s|ed) up"
    r"|grass(?:es|ed) (?:me|us|on)|snitch(?:es|ed)?|spreads? rumours|plays? the victim|never (?:wrong"
    r"|there|around|in)"
    r"|terrible|shocking|atrocious|abysmal|ridiculous|laughable|laughing[ -]stock|liability|menace"
    r"|piece of work"
    r"|pain in (?:the|my)|unfit|disaster|disrespectful|condescending|ashamed|cold fish"
    r"|obsessed with (?:her|him)self"
    r"|wouldn'?t (?:last|notice|lift|listen|help|recognise)|not fit|couldn'?t (?:give|find)|hates? (?:us"
    r"|me|children|kids)"
    r"|rules? by fear|walk(?:s|ed) (?:out|off) (?:on|and)|took the day off|doing nothing|the worst"
    r"|poisonous|bitter"
    r"|left (?:early|late)\b.{0,12}\bagain|thinks\b.{1,24}\bis (?:hers|his|theirs)|start a (?:row|fight)"
    r"|all the charm"
    r"|can'?t stand|nobody (?:likes|trusts)|looks? down on|too big for|full of (?:her|him)self"
    r"|two minutes' notice"
    r"|(?:no|zero) (?:manners|shame|clue|backbone|spine|heart|sense|patience|respect|integrity|empathy|idea)"
    r"|bare minimum|half a job|on purpose|long lunch(?:es)?|(?:even|still|always|forever) (?:complain"
    r"|moan|whin)\w{1,4}"
    r"|so (?:slow|mean|strict|cold|dull|fake|false|difficult|negative)|makes? (?:my|our) (?:life|lives|job)"
    r"|the problem|no help|no support|zero support|never been so|could(?: not|n't) care"
    r"|brown[ -]?nos\w{1,4}|suck(?:s|ing)? up to|loves the sound of|couldn't find|in over (?:her"
    r"|his) head|fobb?ed"
)
_DEEDS: Final = (
    r"hasn'?t (?:got )?a clue|haven'?t (?:got )?a clue|(?:has|have|with) no idea|couldn'?t \w+ (?:a|an"
    r"|less)\b|couldn'?t be|couldn'?t (?:lead|teach|manage|organise|care less)"
    r"|wouldn'?t know|can'?t (?:cook|clean|spell|count|cope|lead|plan|organise|run|keep|teach"
    r"|control|do (?:her|his|their)|manage|be bothered|be arsed|be trusted)"
    r"|never (?:lifts?|fix(?:es)?|does|do|empties|says?|turns? up|answers?|repl(?:y|ies)|listens?"
    r"|set foot|has set foot|helps?|backs?|thanks)"
    r"|has never set foot|forgot\b.{1,30}\bagain|swan(?:s|ned) (?:off|in|about|around)|always late"
    r"|late again|always has to|has to interfere|moans?|whinges?|skiv(?:es|ing)"
    r"|(?:takes|took|takes all|took all|stole|steals)(?: all)? (?:the|my) (?:credit|ideas?)|nicked my"
    r"|passes on the blame|(?:went|goes) behind my back"
    r"|stabbed me in the back|blames? (?:everyone|everybody|me|us|the)|treats? (?:us|me|people"
    r"|staff) like|lets? (?:us|me|everyone)(?: all)? down|dropp(?:ed|ing) (?:me|us) in it"
    r"|lost the plot|lied|lies to|(?:shout|scream|yell|snap|swear)(?:s|ed|ing)? at (?:me|us|the|them|my"
    r"|everyone)|unlocked again|left me with|left my room"
    r"|made a (?:right |complete )?mess|messed (?:it|things|us) (?:all )?(?:up|about)|messes (?:it )?up"
    r"|needs? to learn|driv(?:es|ing) me (?:mad|up the wall|insane|crazy)"
    r"|leaves everything|complained again|promises everything|on (?:her|his|their) phone|bullies|bullying"
    r"|undermin\w{1,3}|belittl\w{1,3}|humiliat\w{1,3}|picks on|gaslight\w{0,3}"
    r"|drinking again|little digs|had it in for me|sick of the sight|out of (?:her|his|their) depth"
    r"|get a life|one more time (?:and )?(?:i|i'll)\b"
    r"|(?:turns|turned|rolls|rolled|strolls|strolled|waltzes|waltzed|breezes|breezed) (?:up|in) (?:late"
    r"|at \d)|gone missing again|nowhere to be seen"
    r"|will be the death of me|can do one|do one\b|having a laugh|has favourites|hid(?:es|ing) in"
    r"|only (?:became|got the job|cares?|here)"
    r"|thinks? (?:she|he|they) (?:runs?|owns?|is|are|knows?)|in the head's pocket|should (?:be sacked"
    r"|resign|retire|be ashamed)|wants? sacking|needs? sacking|even employed"
    r"|(?:doesn'?t|don'?t|won'?t) (?:care|listen|answer|reply|pull (?:her|his|their) weight|do (?:her|his"
    r"|their)|know (?:what|how)|give a)|refuses to|talks? down to|slags? (?:us|me|everyone)? ?off"
    r"|not one word of sense|ignores? (?:me|us|every)|raw chicken|ruined (?:my|our|every)"
)
_BAD = re.compile(rf"(?<![\w-])(?:(?:{_FAULTS})(?:e?s)?|{_DEEDS}|{_MANNERS})(?![\w-])")
_LEAD_IN = re.compile(
    r"\b(?:fed up (?:of|with)|(?:livid|furious|raging|fuming) (?:with|at)|had enough of|had it with"
    r"|sick (?:and tired |to death )?of|tired of|thanks (?:for nothing|a bunch),?"
    r"|(?:don't|do not|never) trust"
    r"|passive[ -]aggressive email from|who made|worst (?:boss|head"
    r"|manager|ta|teacher)"
    r"(?: [\w']{1,8}){0,4},?|shame on|done with)(?: my| our| the| @)? ?$"
)
_DONE_TO = re.compile(
    r"\b(?:shouted at|screamed at|let down|lied to|ignored|bullied|undermined|humiliated|ambushed|blamed"
    r"|dismissed"
    r"|patronised|screwed over|stabbed in the back|thrown under the bus|messed about|blanked|belittled"
    r"|spoken to like"
    r" (?:dirt|a child))(?: again| yet again)? by(?: my| our| the)? ?$"
    r"|\b(?:no respect for|lost (?:all )?respect for|disgusted (?:with|by|at)|ashamed of|appalled (?:by"
    r"|at)|can'?t stand"
    r"|cannot stand|hate|despise|loathe|never (?:working|teaching) with)(?: my| our| the)? ?$"
)
_LEADING: Final = frozenset(
    [
        "by",
        "for",
        "with",
        "of",
        "at",
        "stand",
        "hate",
        "despise",
        "loathe",
        "fed",
        "sick",
        "livid",
        "furious",
        "raging",
        "fuming",
        "had",
        "tired",
        "worst",
        "nothing",
        "bunch",
        "shame",
        "done",
        "trust",
        "email",
        "who",
    ]
)
_OF = re.compile(
    r",?(?: (?:of|from|by|that|that's|is|behaviour|attitude|management"
    r"|comments?)){1,3}(?: @)? ?|,? (?:our|my)? ?"
)
_WORST = re.compile(r"\bworst (?:boss|head|headteacher|manager|governor|teacher|ta|colleague)s?\b")
_NOT = re.compile(
    r"\b(?:isn'?t|not|never|nobody|no one|don'?t|wasn'?t|aren'?t|hardly|far from|couldn'?t be less"
    r"|anything but)"
    r"(?: [\w']{1,12}){0,3} $"
)
_OTHER = re.compile(
    r"\b(?:i|i'm|i've|im|we|you)\b(?! (?:think|reckon|swear|know))|\b(?:said|says|told|called"
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
_FOND = re.compile(r" (?:\w+ ){0,3}(?:and|but) (?:we|i) (?:still |all )?(?:love|adore)")
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
    return any(word.text in _LEADING for word in text.words)


def _complaint(lower: str, adult: Adult, bad: list[Span]) -> Span | None:
    """Return the words that complain of an adult: before, or after in the same sentence."""
    window = max(0, adult.span.start - 50), adult.span.start
    lead = _LEAD_IN.search(lower, *window) or _DONE_TO.search(lower, *window)
    if lead:
        return Span(lead.start(), lead.start() + len(lead.group().rstrip()))
    worst = _WORST.search(lower, adult.span.end, adult.span.end + _REACH)
    if worst:
        return Span(*worst.span())
    first, last = (bisect_left(bad, Span(at, 0)) for at in (adult.span.end, adult.span.end + _REACH))
    after = next((one for one in bad[first:last] if _is_of(lower, adult.span, one)), None)
    before = bad[first - 1] if first else None
    return after or (before if before and _OF.fullmatch(lower, before.end, adult.span.start) else None)


def _is_of(lower: str, adult: Span, words: Span) -> bool:
    between = lower[adult.end : words.start]
    if _STOP.search(between) and len(between) > 30:
        return False
    if _FOND.match(lower, words.end, words.end + 40):
        return False
    return not (_OTHER.search(between) or _NOT.search(between))


DETECTOR = Colleagues()
