"""What is to be said of each kind of identifier?"""

from __future__ import annotations

from typing import Final, NamedTuple

from staffroom.records.findings import Audience, Kind, Strength

_ABOUT_OTHERS = frozenset((Audience.PUPIL, Audience.PARENT, Audience.COLLEAGUE, Audience.EMPLOYER))
_ABOUT_ONESELF = frozenset((Audience.PUPIL, Audience.PARENT, Audience.COMMUNITY))


class Advice(NamedTuple):
    """A noun with its article, and what a stranger could do with the thing."""

    noun: str
    risk: str


ADVICE: Final[dict[str, Advice]] = {
    "phone": Advice("a phone number", "Anybody who reads it can ring, text or look up whose it is."),
    "postcode": Advice("a postcode", "A postcode narrows a home down to a few houses."),
    "address": Advice("a street address", "It shows where somebody can be found."),
    "birth-date": Advice("a date of birth", "Banks and offices ask for it to know who is speaking."),
    "pupil-number": Advice("a unique pupil number", "It leads to everything that is kept about a pupil."),
    "nhs-number": Advice("an NHS number", "It leads to a person's health record."),
    "insurance-number": Advice(
        "a National Insurance number", "It is for life, and enough to claim or borrow in a person's name."
    ),
    "email": Advice("an e-mail address", "It can be written to by anybody, and tried at other websites."),
    "number-plate": Advice("a number plate", "It tells which car is whose, and so where they are."),
    "bank-account": Advice("bank details", "They are enough to set up payments or to sound like the bank."),
    "payment-card": Advice("the number of a payment card", "It can be used to pay with."),
    "iban": Advice(
        "a bank account number (IBAN)", "It is enough to set up payments or to sound like the bank."
    ),
    "passport": Advice("a passport number", "With a name it is enough to pass for somebody else."),
    "driving-licence": Advice(
        "a driving licence number", "It holds the date of birth, and is asked for as proof of who one is."
    ),
}
NEVER_OWN: Final = frozenset(("pupil-number",))
OWN: Final = "own-"


def all_kinds() -> dict[str, Kind]:
    """Return a kind for each identifier of somebody else, and one for each of the author's own."""
    others = {name: _of_another(advice) for name, advice in ADVICE.items()}
    own = {OWN + name: _own(advice) for name, advice in ADVICE.items() if name not in NEVER_OWN}
    return others | own


def _of_another(advice: Advice) -> Kind:
    return Kind(
        clause="CON-2",
        strength=Strength.MUST,
        why=f"This looks like {advice.noun}. {advice.risk} What belongs to somebody else stays confidential.",
        way_out="Leave it out, or pass it on in the school's own system to those who need it.",
        matters_to=_ABOUT_OTHERS,
    )


def _own(advice: Advice) -> Kind:
    return Kind(
        clause="SEC-6",
        strength=Strength.SHOULD,
        why=f"This looks like {advice.noun} of your own. {advice.risk}",
        way_out="Leave it out, and give it in a private message to those who need it.",
        matters_to=_ABOUT_ONESELF,
    )
