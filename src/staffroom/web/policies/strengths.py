"""With what strength does a clause speak, in plain words to the person who reads it?"""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from staffroom.policy.clause import Binds, Force

STAFF: Final[dict[Force, Promise | str]] = {
    Force.MUST: _("You must"),
    Force.MUST_NOT: _("You must not"),
    Force.SHOULD: _("You should"),
    Force.SHOULD_NOT: _("You should not"),
    Force.NORMALLY: _("Normally"),
    Force.EXPECTS: _("The school expects this"),
    Force.ADVISES_AGAINST: _("The school advises against it"),
    Force.ASKS: _("The school asks this of you"),
    Force.MAY: _("You may"),
    Force.PERMITS: _("You may"),
    Force.DEFINES: _("What is meant"),
    Force.INFORMS: _("For your information"),
}
SCHOOL: Final[dict[Force, Promise | str]] = {
    **STAFF,
    Force.MUST: _("The school must"),
    Force.MUST_NOT: _("The school must not"),
    Force.SHOULD: _("The school should"),
    Force.SHOULD_NOT: _("The school should not"),
    Force.ADVISES_AGAINST: _("Advice"),
    Force.ASKS: _("Advice"),
    Force.MAY: _("The school may"),
    Force.PERMITS: _("The school may"),
}
HEADTEACHER: Final[dict[Force, Promise | str]] = {
    **SCHOOL,
    Force.MUST: _("The Headteacher must"),
    Force.MUST_NOT: _("The Headteacher must not"),
    Force.SHOULD: _("The Headteacher should"),
    Force.SHOULD_NOT: _("The Headteacher should not"),
    Force.MAY: _("The Headteacher may"),
    Force.PERMITS: _("The Headteacher may"),
}
STRICT: Final = frozenset({Force.MUST, Force.MUST_NOT})

FORCES: Final = [(force.value, words) for force, words in STAFF.items()]
BINDS: Final = [
    (Binds.STAFF.value, _("Staff")),
    (Binds.SCHOOL.value, _("The school: its leaders and governors")),
    (Binds.HEADTEACHER.value, _("The Headteacher")),
    (Binds.EVERYONE.value, _("Everybody")),
]


def say_strength(force: str, binds: str) -> Promise | str:
    """Say how strongly a clause speaks and to whom; empty for what is no clause."""
    if not force:
        return ""
    words = {Binds.SCHOOL.value: SCHOOL, Binds.HEADTEACHER.value: HEADTEACHER}.get(binds, STAFF)
    return words[Force(force)]
