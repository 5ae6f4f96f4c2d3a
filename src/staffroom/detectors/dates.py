"""How do people write a day?"""

from __future__ import annotations

import re

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[0-9]\d\d|20\d\d)"
FULL_DATE = (  # with a year
    rf"(?:(?:0?[1-9]|[12]\d|3[01])(?P<mark>[/.-])(?:0?[1-9]|1[0-2])(?P=mark)(?:{_YEAR}|\d\d)"
    rf"|{_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
    rf"|{_DAY} (?:of )?{MONTH},? {_YEAR}|{MONTH} {_DAY},? {_YEAR})(?![\w/])"
)
DAY_OF_YEAR = rf"(?:{_DAY} (?:of )?{MONTH}|{MONTH} {_DAY})\b"
YEAR = re.compile(r"1[0-9]\d\d|20\d\d")
