"""The people of the made school; nobody of them lives."""

from __future__ import annotations

from staffroom.records.known_people import Belonging, KnownPerson

_PUPILS = """
Amelia|Hart||3B
Oliver|Bennett|Ollie|6B
Rose|Fletcher||4A
Will|Marsh||5C
Grace|Okonkwo||2A
Hunter|Blake||6A
Summer|Doyle||1B
Faith|Adeyemi||4B
May|Turner||3A
Mark|Whitlock||5A
Bill|Nowicki||6B
Joy|Oyelaran||RB
Amber|Kaczmarek||2B
Aleksandra|Wiśniewska|Ola|5B
Jakub|Zieliński|Kuba|3B
Małgorzata|Dąbrowska||1A
Stanisław|Wójcik||6A
Mohammed|Abdul Rahman||4A
Ayesha|Siddiqui||6B
Harpreet Kaur|Gill||5C
Arjun|Venkataraman||2A
Zainab|Al-Rashid||3A
Yusuf|El-Masri||1B
Noor|Haddad||4B
Siân|Llewelyn||5A
Dafydd|Prosser||2B
Gwenllian|Pugh||6A
Saoirse|O'Connor||4A
Tadhg|Ó Briain||3B
Niamh|Gallagher||1A
Chukwuemeka|Eze|Emeka|6B
Oluwaseun|Balogun|Seun|5B
Temitope|Adebayo-Clarke|Temi|2A
Wei|Zhang||4B
Xiaoming|Wang||3A
Li Na|Huang||5C
Thomas|Smith-Jones|Tommy|6A
Katherine|Pemberton|Kitty|5B
Jayden|Murphy||6B
Tyler|Rourke||5A
Kai|Thornton||1B
Poppy|Ashworth||RB
Alfie|Cartwright||4B
Jessica|Mbeki||6A
Ffion|Morgan||2B
Maisie|Underwood||3B
Isaac|Greenhalgh||5C
"""
_ADULTS = """
Helen|Farrow|Mrs|STAFF
David|Ashdown|Mr|STAFF
Priya|Nair|Miss|STAFF
Siobhan|Keane|Ms|STAFF
Anthony|Lovell|Dr|STAFF
Janet|Crossley|Mrs|STAFF
Tomasz|Pawlak|Mr|STAFF
Bethany|Clegg|Miss|STAFF
Imran|Qureshi|Mr|STAFF
Folasade|Akande|Mrs|STAFF
Gareth|Bevan|Mr|STAFF
Lin|Chen|Miss|STAFF
Raymond|Tuckwell|Mr|GOVERNOR
Sunita|Desai|Mrs|GOVERNOR
Ngozi|Obi|Dr|GOVERNOR
"""


def _pupil(row: str) -> KnownPerson:
    given, family, preferred, class_name = row.split("|")
    return KnownPerson(given, family, Belonging.PUPIL, preferred=preferred, class_name=class_name)


def _adult(row: str) -> KnownPerson:
    given, family, title, belonging = row.split("|")
    return KnownPerson(given, family, Belonging[belonging], title=title)


PUPILS = tuple(map(_pupil, _PUPILS.split("\n")[1:-1]))
ADULTS = tuple(map(_adult, _ADULTS.split("\n")[1:-1]))
ROSTER = PUPILS + ADULTS
