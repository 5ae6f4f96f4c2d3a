"""Does a text fish for answers to security questions, or take part in such a game?"""

from __future__ import annotations

import re
from typing import Final

_GAME = (
    r"(?:stripper|porn ?star|rock ?star|elf|star wars|royal|drag|soap star|stage|wrestlers?|wrestling"
    r"|pirate|hippy|hippie"
    r"|witch|superhero|movie star|mafia|gangster|fairy|country singer|villain|spy|dj|rapper) name"
)
_SECRETS = (
    r"(?:\bfirst (?:ever )?(?:pets?|cars?|school|street|teacher|crush|job|concert|kiss|boyfriend"
    r"|girlfriend|house|dog|cat"
    r"|phone|love)\b(?!'? ?s? (?:park|training))|\bmaiden name|\bstreet (?:that )?(?:you|u"
    r"|they)\b(?: (?:ever|first))?"
    r" ?(?:grew|live|lived)|\bfirst street you|\bhome ?town|\bplace of birth|\bwhere (?:were )?(?:you|u) born"
    r"|\bwhere born|\bwhere were you born|\byear were you born|\b(?:month|year|day) you were born"
    r"|\bchildhood (?:phone|best|nickname|home|pet|friend)|\bnickname\b|\bprimary school teacher"
    r"|\bbest friend from (?:primary )?school|\bmiddle name|\bfavourite teacher|\bwhere did you meet your"
    r"|\byour street|\bbirthplace)"
)
SECRET: Final = re.compile(_SECRETS)
GAME: Final = re.compile(rf"\b{_GAME}\b")
PLAYED: Final = re.compile(
    rf"\b(?<!what's )(?<!find )my {_GAME}\b|\b[a-z]{{1,12}}'s {_GAME}(?: is| was|'s| would be| =|:)"
    rf"|\bmine(?:'s| is)\b|^{_GAME}s?(?: =|:)"
    rf"|\bi got\b.{{0,30}}\bfor my {_GAME}|\bso (?:i'm|im|i am|mine is)\b"
)
ASKED: Final = re.compile(
    r"\bwhat(?:'?s| was| is| were| year were)? (?:your|ur|the first [a-z]{2,10} you|the (?:make|name"
    r"|colour) of your)\b|\bwho remembers\b|\bhands up\b|\bwhich (?:street|school|town) did you\b"
    r"|\bwhat (?:city|town|street|year|school) (?:were|was|did) you\b|\bwho(?: was|'s|s)? your\b"
    r"|\bwhere (?:were|did) you\b|\bbet (?:you|u|nobody|no one|none of you)\b|\b(?:comment|drop|post"
    r"|share) (?:with )?(?:your|ur|the"
    r" name)\b|\beverybody post\b|\btell me (?:your|where|what)\b|\bname (?:a|your|the|them)\b|\blet'?s see\b"
    r"|\bcan you (?:still )?remember\b|\b\d{1,2} questions\b|\bfind (?:your|ur)\b|\bcomments? below\b"
    r"|\bwhat's yours\b"
    rf"|\b(?:your|ur) (?:own )?{_GAME}|\b{_GAME} time\b|\bi'll start\b"
)
_PASSED_ON = (
    r"\bcopy(?:,| and| &| n| then| to)* ?paste|\bcopy(?:, | and | & )paste|\bto copy then paste"
    r"|\bre-?post\b|\bshare this\b"
    r"|\bforward (?:this|to)\b|\bpass (?:it|this) on\b|\b(?:delete|erase|change|remove) my answers\b"
    r"|\bcopy this\b|\b(?:on|to) (?:your|ur) (?:own )?(?:page|wall|timeline|status|story)\b"
)
PASSED_ON: Final = re.compile(_PASSED_ON)
FILLED_IN: Final = re.compile(
    r"\b(?:your|ur) (?:own )?answers\b|\byour (?:own )?(?:details|list)\b|\bfill(?:ed)? (?:it |this "
    r"|them )?in\b"
    r"|\bdetails filled\b|\b(?:add|enter|put|insert) yours\b|\bmy answers\b|\bchange all the answers\b"
    r"|\b(?:delete|place of|erase) mine\b|\banswer honestly\b|\banswers to yours\b"
)
SCHOOLWORK: Final = re.compile(
    r"\b(?:worksheets?|seesaw|homework|spellings?|google classroom|year \d{1,2}|y\d{1,2}|class \d"
    r"|sentences|paragraph"
    r"|the form|consent|survey)\b"
)
WARNED: Final = re.compile(
    r"\bfishing for\b|phish|\bscams?\b|\baccounts? get|\bhack(?:ed|ers?)\b|\be-?safety\b|\b(?:internet"
    r"|online) safety\b"
    r"|\bdon'?t (?:do|answer|share|fall|post)\b|\bnever (?:give|share|post|tell)\b|\bidentity theft\b"
    r"|\bfraud|\bnot a safe\b"
    r"|\bharvest"
)
