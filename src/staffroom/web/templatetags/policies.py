"""In which words do templates say states, answers and dates of policies?"""

from __future__ import annotations

from django import template
from django.utils.functional import Promise

from staffroom.rules.academic_year import year_words
from staffroom.school.policies.texts import say_date
from staffroom.web.policies.states import STATES, VERSION_STATES
from staffroom.web.policies.strengths import BINDS

register = template.Library()


@register.filter
def state_words(state: str) -> Promise | str:
    """Say the state of a version."""
    return VERSION_STATES[state][0]


@register.filter
def state_colour(state: str) -> str:
    """Return the class of the tag of a version's state."""
    return VERSION_STATES[state][1]


@register.filter
def answer_words(answer: str) -> Promise | str:
    """Say how somebody has answered; what is no answer is said as it is."""
    return STATES.get(answer, answer)


@register.filter
def binds_words(binds: str) -> Promise | str:
    """Say whom a clause binds."""
    return dict(BINDS).get(binds, binds)


@register.filter
def written_date(iso: str) -> str:
    """Write a date of a front page in British words."""
    return say_date(iso)


@register.filter
def school_year(year: int) -> str:
    """Write an academic year as schools do."""
    return year_words(year)
