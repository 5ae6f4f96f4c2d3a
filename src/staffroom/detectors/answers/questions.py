"""What do banks and websites ask to know who somebody is, and how is the answer told?"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from staffroom.detectors.answers.wording import ANSWER, CAPITAL_ANSWER, labelled, said_of, told_before
from staffroom.detectors.dates import DAY_OF_YEAR, FULL_DATE


class Question(NamedTuple):
    """What is asked, and how its answer is told.

    A text must have a word of each set of `words`. `patterns` have a group `answer`, `before` is what stands
    behind an answer that comes first, and `unless` says that it is no answer after all.
    """

    words: tuple[frozenset[str], ...]
    patterns: tuple[re.Pattern[str], ...]
    before: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None


def _words(*sets: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(words.split()) for words in sets)


_FIRST = r"(?:first|1st)(?: ever)?"
_PETS = (
    r"(?:pet|dog|cat|hamster|rabbit|guinea pig|budgie|goldfish|fish|tortoise|pony|horse|gerbil|kitten"
    r"|puppy|parrot"
    r"|mouse|rat|lizard|snake)"
)
_PET = rf"(?:{_FIRST}|childhood) {_PETS}(?:'s name)?(?: i ever had)?"
_OWN_PET = rf"(?:(?:my|our|me|ma|got|had) )(?:very )?{_FIRST} {_PETS}"
_SCHOOL = rf"(?:(?:{_FIRST}|old primary|primary|infants?|junior|secondary|old infant|old junior) school)"
_SCHOOLED = (
    r"(?P<answer>(?!(?:the|a|an|my|our|your|their|that|this)\b)(?:[\w'.]{1,20} ){1,3}"
    r"(?:primary|infants?|juniors?|high|secondary|grammar|middle|comprehensive|comp|convent)(?: school)?)\b"
)
_CAR = rf"{_FIRST} (?:car|motor|set of wheels)(?: (?:that )?i (?:ever )?(?:had|owned|bought))?"
_STREET = (
    r"(?P<answer>(?:\d{1,4}[a-z]? )?(?:(?!(?:to|on|in|of|at|the|from|past|back|was|a"
    r"|my)\b)[\w'.]{1,20} ){1,2}"
    r"(?:street|road|lane|avenue|close|drive|way|crescent|terrace|place|court|gardens|grove|hill|mews|row"
    r"|square"
    r"|st|rd|ave))\b"
)
_RAISED = (
    r"(?:grew up|brought up|born and raised|(?:spent|lived) (?:all )?(?:my|our) (?:childhood|early years)"
    r"|as (?:a )?(?:kid|child|kids|children) (?:i|we) lived|(?:childhood|first) (?:home|house|flat)"
    r"|street (?:that )?i (?:grew up|(?:ever |first )?lived) (?:on|in|down))"
)
_MAIDEN = r"(?:maiden|birth) name"
_MOTHERS = r"(?:mother|mum|mom|mam|ma|nan|gran|wife)'?s (?:maiden|birth|family) name(?: before marriage)?"
_NO_PLACE = (
    r"(?!(?i:the|an?|england|scotland|wales|ireland|britain|uk|january|february|march|april|may|june|july"
    r"|august"
    r"|september|october|november|december|summer|winter|spring|autumn|year|captivity|poverty)\b)"
)
_BORN_PLACE = r"(?:place of birth|birth ?place|home ?town|(?:city|town|village) (?:that )?i was born in)"
_DATE = rf"(?P<answer>{FULL_DATE}|{DAY_OF_YEAR})"
_FAVOURITE = (
    r"(?:all[- ]time )?fav(?:e|ou?rite)? (?:all[- ]time )?(?:film|movie|(?:(?:football|rugby|cricket"
    r"|netball) )?team|(?:football|rugby|cricket) club)"
    r"(?: ever| of all time)?"
)
_TOLD_EARLY = (
    rf"(?:{_FIRST} (?:teacher|concert|gig|boyfriend|girlfriend|kiss|crush)|(?:favourite"
    rf"|best) teacher (?:at|in) school"
    r"|(?:best|oldest) (?:friend|mate) (?:growing up|at school|at primary|as a kid)"
    r"|childhood (?:best )?(?:friend|mate)"
    r"|childhood best mate|childhood nickname|nickname (?:growing up|at school|as a kid)|imaginary friend"
    r"|(?:(?:mum|dad|mother|father|(?:(?:old|eld|young)est )?(?:sister|brother|son"
    r"|daughter))'?s) middle name)"
)

QUESTIONS: Final[dict[str, Question]] = {
    "first-pet": Question(
        _words(
            "first 1st childhood kid i growing",
            "pet pet's dog dog's cat cat's hamster rabbit pig budgie goldfish fish tortoise pony horse gerbil"
            " kitten puppy parrot mouse rat lizard snake",
        ),
        (
            *said_of(_PET, through=r"(?:(?i:an? (?:[a-z]{1,15},? ){1,3}(?:called|named|name of)) )?"),
            labelled(_PET),
            re.compile(
                rf"(?i:\b{_OWN_PET}\b[^\n]{{0,50}}?\b(?:named|called|name (?:was|of))(?: it| him"
                rf"| her)?) {ANSWER}"
            ),
            re.compile(rf"(?i:\b(?:named|called) (?:my|our) first {_PETS}) {ANSWER}"),
            re.compile(
                rf"(?i:\b{_PETS} (?:called|named)) {CAPITAL_ANSWER}"
                r"(?i:(?=[^.?!\n]{0,30}\b(?:as a kid|when i was|when we were|growing up)))"
            ),
        ),
        before=told_before(_PET),
        unless=re.compile(r"\b(?:in space|class pet|class hamster)\b"),
    ),
    "first-school": Question(
        _words("my me first i gone spent went", "school infants infant primary juniors junior high grammar"),
        (
            *said_of(_SCHOOL, r"(?:my|me) (?:very )?"),
            labelled(_SCHOOL),
            re.compile(
                r"(?i:\b(?:i (?:went to|attended|was at|was a pupil at)|gone to|went to|years at"
                r"|started (?:school )?at) "
                rf"{_SCHOOLED}(?=.{{0,40}}\b(?:as a (?:kid|child|lad|lass|boy|girl|nipper)|when i was"
                rf"|myself|class of"
                r"|years ago|in the [5-9]0s)))"
            ),
            re.compile(
                rf"(?i:\bas a (?:kid|child|lad|lass|boy|girl|nipper),? i (?:went to|attended"
                rf"|was at) {_SCHOOLED})"
            ),
        ),
        before=told_before(_SCHOOL, r"(?:my|me) (?:very )?"),
        unless=re.compile(
            r"\b(?:nqt|ect|pgce|taught|teach|teaching|placement|headship|deputy|interview|as a teacher)\b"
        ),
    ),
    "first-car": Question(
        _words("first 1st", "car motor wheels"),
        (
            *said_of(_CAR),
            labelled(_CAR),
            re.compile(rf"(?i:\bfirst car (?:that )?i (?:ever )?(?:had|owned|bought) (?:was|were)) {ANSWER}"),
            re.compile(rf"(?i:\bmy first car\b[^.?\n]{{0,20}}? (?:it's|its|it is)) {ANSWER}"),
            re.compile(
                r"(?i:\ban? (?P<answer>[a-z]{2,20}(?: [a-z0-9]{1,20}){0,2}) was my first (?:ever )?car)\b"
            ),
        ),
        before=told_before(_CAR),
    ),
    "first-street": Question(
        _words(
            "grew brought raised childhood lived first born",
            "street road lane avenue close drive way crescent terrace place court gardens grove hill mews"
            " row square st rd ave",
        ),
        (
            re.compile(
                rf"(?i:\b{_RAISED}(?:\W{{1,3}}(?:was|were|is|on|in|down|at|me"
                rf"|called)){{0,3}}\W{{1,3}}{_STREET})"
            ),
            re.compile(
                rf"(?i:\bi lived (?:on|in|at|down) {_STREET}(?=[^.?!\n]{{0,12}}\b(?:till|til|until"
                rf"|as a (?:kid|child)"
                r"|when i was|for the first|growing up)\b))"
            ),
            re.compile(
                rf"(?i:\b{_STREET},? (?:is |was )?where (?:i|we) (?:grew up|was born|were born|was raised))"
            ),
        ),
    ),
    "maiden-name": Question(
        _words("maiden née nee married birth family", "name née nee married"),
        (
            *said_of(_MOTHERS),
            *said_of(_MAIDEN, r"(?:my|her|me) "),
            labelled(_MOTHERS),
            labelled(_MAIDEN),
            re.compile(rf"(?i:\b(?:mum|mother|mam|mom)'?s maiden name (?:is|was|were)) {ANSWER}"),
            re.compile(rf"(?i:\b(?<!your )maiden name) {CAPITAL_ANSWER}"),
            re.compile(rf"{CAPITAL_ANSWER},? \((?:her|my|mum's|mums) (?i:maiden name)\b"),
            re.compile(rf"(?i:\bmaiden name[^.\n]{{0,8}}? (?:it's|its)(?: miss| ms)?) {ANSWER}"),
            re.compile(
                r"(?i:\b(?:i|she|mum|mam|mother) (?:was|were|used to be)) "
                r"(?:(?:(?i:an?|miss|ms) )?(?P<answer>[A-Z][a-z'-]{1,20})|(?i:miss"
                r"|ms) (?P<small>[a-z'-]{2,20}))"
                r" (?i:(?:before|until|till) (?:i|she) (?:got )?married)(?!\s(?i:this|the|my) (?:job|school))"
            ),
            re.compile(rf"(?i:\bnée|\(nee) {CAPITAL_ANSWER}"),
        ),
        before=told_before(_MAIDEN, r"(?:my|her|me) "),
    ),
    "birthplace": Question(
        _words("born birth birthplace hometown town city village home"),
        (
            re.compile(
                r"(?im:(?:\b(?:i was|i were|me and [a-z]{2,12} were|we were)(?: both| actually)?"
                r"|^\W{0,2}(?:me\W{1,2})?)"
                rf" ?born(?: and (?:bred|raised))? (?:in|at) ){_NO_PLACE}{ANSWER}"
            ),
            re.compile(
                r"(?i:(?:\bproud\b|\bi'm\b|\bi am\b|\bme\b)[^.?!\n]{0,25},? born(?: and (?:bred"
                r"|raised))? (?:in|at) )"
                rf"{_NO_PLACE}{ANSWER}"
            ),
            *said_of(_BORN_PLACE),
            labelled(_BORN_PLACE),
        ),
        before=told_before(_BORN_PLACE),
        unless=re.compile(
            r"\bborn (?:in|at) (?:a |the )?(?:barn|wrong|[a-z'.]{1,20} (?:street|road|lane|terrace))\b"
        ),
    ),
    "anniversary": Question(
        _words("anniversary married wed wedding hitched knot marrying marriage big"),
        (
            re.compile(
                r"(?i:\b(?:we(?:'re| are| were| got)?|i|and i|me and [a-z]{2,12}|and me)(?: both| got"
                r"| getting| were)?"
                rf" (?:married|hitched|wed|tied the knot)[^.!?\n\d]{{0,30}}{_DATE})"
            ),
            re.compile(
                rf"(?i:\b(?:my|our) (?:wedding|anniversary|wedding anniversary"
                rf"|big day)(?: day)?[^.!?\n\d]{{0,16}}{_DATE})"
            ),
            re.compile(rf"(?im:(?:^|: )(?:wedding )?anniversary(?: is| was|:)[^.!?\n\d]{{0,8}}{_DATE})"),
            re.compile(rf"(?i:\b(?:years of marriage|married (?:my|him|her))\b[^.!?\n\d]{{0,20}}{_DATE})"),
            re.compile(rf"(?im:^married \d{{1,2}} years[^.!?\n\d]{{0,16}}{_DATE})"),
        ),
    ),
    "favourite": Question(
        _words(
            "fav fave favourite favorite supported fan supporter my",
            "film film's movie movie's team team's club life since i've fan supporter",
        ),
        (
            re.compile(rf"{CAPITAL_ANSWER} (?:is|are|were) my (?:football )?(?:team|club)\b"),
            re.compile(
                r"(?i:\b(?:been|i'm|am|lifelong)(?: an?)?(?: lifelong| massive"
                r"| huge)?) (?P<answer>[A-Z][\w']{1,20}(?: [A-Z]"
                r"[\w']{1,20}){0,2}) (?i:(?:fan|supporter)(?: since| all my| for life| born| through|$"
                r"|[.,!]))"
            ),
            *said_of(_FAVOURITE, r"(?:my|me) "),
            labelled(_FAVOURITE, at_start=True),
            re.compile(rf"(?i:\bteam (?:that )?i(?:'ve| have)? supported[^.!?\n]{{0,25}}? is) {ANSWER}"),
            re.compile(
                r"(?i:\bi(?:'ve| have) (?:always )?supported (?P<answer>[a-z]{3,20}(?: [a-z]{3,12})?)"
                r" (?:all my life|since i was|all me life))"
            ),
        ),
        before=told_before(_FAVOURITE, r"(?:my|me) "),
        unless=re.compile(r"\bsupported (?:send|pupils|children|families|staff|young|kids|local)\b"),
    ),
    "memorable-word": Question(
        _words("memorable secret security"),
        (
            *said_of(r"(?:memorable|secret|security) (?:word|name|place|phrase|answer)"),
            labelled(r"(?:memorable|security) (?:word|name|place|phrase|answer)", at_start=True),
            re.compile(rf"(?i:\bmy memorable (?:word|name|place)\W{{1,3}}(?:it's|its)) {ANSWER}"),
            re.compile(rf"(?i:\bmy security question(?:'s answer)? (?:is|was)) {ANSWER}"),
            re.compile(rf"(?im:(?:^|\bmy )memorable date\W{{1,3}}(?:is |was )?{_DATE})"),
        ),
        before=told_before(r"(?:memorable|secret|security) (?:word|name|place|phrase|answer)"),
    ),
    "childhood": Question(
        _words(
            "first 1st best oldest childhood nickname middle imaginary favourite called my",
            "teacher concert gig friend mate nickname name boyfriend girlfriend kiss crush me",
        ),
        (
            *said_of(_TOLD_EARLY),
            re.compile(
                rf"(?i:\bmy [a-z0-9]{{3,10}}(?: \d{{1,2}})? teacher was (?=mrs?\b|miss\b|ms\b)){ANSWER}"
            ),
            labelled(_TOLD_EARLY),
            re.compile(rf"(?i:\b(?:old|eld|young)est (?:sister|brother)'?s middle name (?:is|was)) {ANSWER}"),
            re.compile(
                r"(?i:\b(?:as a (?:kid|child)|at school|growing up),? (?:everyone|everybody|they all|they"
                r"|people|my mates|the lads)(?: all)?"
                rf" called me) {CAPITAL_ANSWER}"
            ),
        ),
        before=told_before(_TOLD_EARLY),
    ),
}
