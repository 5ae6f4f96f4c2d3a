"""Is the school open on a day, and to which term does the day belong?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from datetime import date

from staffroom.policy.keeping import keeps
from staffroom.records.calendar import Calendar, Nation, Term, WorkingPattern
from staffroom.rules.patterns import pattern_on

WEEKDAYS = range(5)
LONGEST_HOLIDAY_DAYS = 92  # a term that ended longer ago than this is not the one before a holiday
LONGEST_SLUG = 40
SCHOOL_YEAR_MONTH = 9


def term_of(calendar: Calendar, day: date) -> Term | None:
    """Find the term that the day lies in; of overlapping terms, the one that began last."""
    around = [term for term in calendar.terms if term.first <= day <= term.last]
    return max(around, key=_first_day, default=None)


@keeps("CON-1")
def period(calendar: Calendar, day: date) -> str:
    """Name the period whose key a day's codes are made with: a slug such as "autumn-2026".

    It is the last term that began on or before the day, so that a holiday goes with the term before it.
    Where there is none, or where it ended too long ago for any holiday (so that no key lives for ever),
    it is the academic year from 1 September, such as "2026-27".
    """
    begun = [term for term in calendar.terms if term.first <= day]
    latest = max(begun, key=_first_day, default=None)
    if latest is None or (day - latest.last).days > LONGEST_HOLIDAY_DAYS:
        return _academic_year(day)
    return _slug(latest)


@keeps("MON-2")
def is_open(calendar: Calendar, day: date, bank_holidays: Collection[date]) -> bool:
    """Say whether staff normally work on this day.

    A training day is always open. Other days must be working days of the school's own pattern (Monday to
    Friday where it has none), in a term (where any is set), and neither a closure nor a bank holiday.
    """
    if any(training.day == day for training in calendar.training_days):
        return True
    if day in bank_holidays or _is_closure(calendar, day):
        return False
    return _is_school_weekday(calendar, day) and _is_in_term(calendar, day)


def bank_holidays(nation: Nation, years: Iterable[int]) -> frozenset[date]:
    """Return the bank holidays of a nation of the United Kingdom, with substitute days.

    Source: the `holidays` package.
    """
    import holidays  # it takes a fifth of a second to import

    return frozenset(holidays.country_holidays("GB", subdiv=nation.value, years=list(years)))


def notices(calendar: Calendar, day: date) -> tuple[str, ...]:
    """Say in whole sentences what is missing from the calendar for a day to be judged well."""
    found = []
    if not calendar.terms:
        found.append(
            "No term dates are set, so every weekday that is no bank holiday or closure counts as term time. "
            "Add them to terms.ics or school.toml."
        )
    elif day > (last := max(term.last for term in calendar.terms)):
        found.append(
            f"The last term that is set ended on {last.day} {last:%B %Y}, so later days count as holiday. "
            "Add the new term dates to terms.ics or school.toml."
        )
    if pattern_on(calendar, "", day) is None:
        found.append(
            "The school's own working hours are not set, so nothing counts as working hours for people "
            "without a pattern of their own. Add a [[pattern]] to school.toml."
        )
    return tuple(found)


def _first_day(term: Term) -> date:
    return term.first


def _is_closure(calendar: Calendar, day: date) -> bool:
    return any(closure.first <= day <= closure.last for closure in calendar.closures)


def _is_in_term(calendar: Calendar, day: date) -> bool:
    return not calendar.terms or term_of(calendar, day) is not None


def _is_school_weekday(calendar: Calendar, day: date) -> bool:
    own: WorkingPattern | None = pattern_on(calendar, "", day)
    if own is None:
        return day.weekday() in WEEKDAYS
    working_day = own.days.get(day.weekday())
    return working_day is not None and bool(working_day.ranges)


def _academic_year(day: date) -> str:
    first = day.year if day.month >= SCHOOL_YEAR_MONTH else day.year - 1
    return f"{first}-{(first + 1) % 100:02d}"


def _slug(term: Term) -> str:
    plain = unicodedata.normalize("NFKD", term.name.casefold()).encode("ascii", "ignore").decode("ascii")
    words = re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST_SLUG].strip("-") or "term"
    year = str(term.first.year)
    return words if year in words.split("-") else f"{words}-{year}"
