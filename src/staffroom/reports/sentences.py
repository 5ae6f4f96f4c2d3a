"""In which words does every form of the week's report speak?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from staffroom.records.calendar import Hours
from staffroom.records.week import Column, Count, Minutes, Share, WeekReport

HIDDEN = "hidden"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
GLUE = "\N{NO-BREAK SPACE}"
FEWEST_LINES = 100  # a share of fewer lines than this says more about single lines than about the log

COLUMNS = {
    Column.WORKING: "Working hours, no school purpose",
    Column.PURPOSE: "Working hours, school purpose",
    Column.BREAK: "Breaks",
    Column.OUTSIDE: "Outside hours",
    Column.AMBIGUOUS: "Unclear",
    Column.EMBEDDED: "Part of another page",
    Column.BACKGROUND: "In the background",
    Column.BLOCKED: "Blocked",
    Column.LOOKED_UP: "Looked up only",
}
VISIT_COLUMNS = (Column.WORKING, Column.PURPOSE, Column.BREAK, Column.OUTSIDE)
OTHER_COLUMNS = tuple(column for column in Column if column not in VISIT_COLUMNS)
HOURS = {
    Hours.WORKING: "Working hours, no school purpose",
    Hours.BREAK: "Breaks",
    Hours.OUTSIDE: "Outside hours",
    Hours.CLOSED: "School closed",
}

WHAT_A_VISIT_IS = (
    "A line in a log is not a person looking: only visits are counted, and a visit needs evidence of "
    "somebody using the service. Buttons and pictures of a service in other pages, and apps that call "
    "home by themselves, are shown apart and never added."
)
WHAT_TIME_IS = "Time is a range: on a screen is not the same as looking at it."
WHAT_THE_CLAUSE_SAYS = (
    "The policy (MON-2) says that social networking in working hours “will only normally be allowed” for "
    "school purposes. “Normally” leaves room, so this report is a prompt for a conversation, not a verdict "
    "on anybody."
)
WHAT_IS_UNSEEN = (
    "What this report cannot see: personal phones on mobile data, anything off the school’s network, what "
    "was read or written, why, and whatever is in the blind share."
)
WHAT_IS_SAFE = "No person is named here, and none can be worked out."
LOOKUPS_ONLY = (
    "This week’s logs hold name lookups only. Services were looked up, never visited as far as these logs "
    "can tell: a lookup may come from a person or from an app, so no visits are counted."
)


def name_day(day: date) -> str:
    """Write a day as "16 November 2026", whatever the machine's language."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def name_short_day(day: date) -> str:
    """Write a day as "16 Nov"."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def name_week(report: WeekReport) -> str:
    """Write the week as "Monday 16 November to Sunday 22 November 2026"."""
    first = name_day(report.monday)
    if report.monday.year == report.sunday.year:
        first = first.removesuffix(f" {report.monday.year}")
    return f"{WEEKDAYS[report.monday.weekday()]} {first} to " + (
        f"{WEEKDAYS[report.sunday.weekday()]} {name_day(report.sunday)}"
    )


def name_moment(moment: datetime) -> str:
    """Write a moment as "23 November 2026 at 07:30"."""
    return f"{name_day(moment.date())} at {moment:%H:%M}"


def write_number(number: int) -> str:
    """Write a whole number with commas between the thousands."""
    return f"{number:,}"


def write_count(count: Count) -> str:
    """Write a count for a table: a rounded number or "hidden"."""
    return HIDDEN if count.value is None else write_number(count.value)


def write_minutes(minutes: Minutes) -> str:
    """Write a range of time: "45 to 80 min", "2 h 5 min to 3 h", "9 to 22 h", "none" or "hidden".

    From ten hours on the ends are whole hours, taken outwards.
    """
    if minutes.least is None or minutes.most is None:
        return HIDDEN
    if minutes.most == 0:
        return "none"
    if minutes.least == minutes.most:
        return write_span(minutes.most)
    if minutes.most < 120:
        return f"{minutes.least} to {minutes.most}{GLUE}min"
    if minutes.most < 600:
        return f"{write_span(minutes.least)} to {write_span(minutes.most)}"
    first, last = write_number(minutes.least // 60), write_number(-(-minutes.most // 60))
    return f"{first}{GLUE}to{GLUE}{last}{GLUE}h"


def write_span(minutes: int) -> str:
    """Write minutes as hours and minutes, above two hours."""
    if minutes < 120:
        return f"{minutes}{GLUE}min"
    hours, rest = divmod(minutes, 60)
    written = f"{write_number(hours)}{GLUE}h"
    return f"{written}{GLUE}{rest}{GLUE}min" if rest else written


def write_clock(minutes: Minutes) -> str:
    """Write a range of time in little room, as hours and minutes: "0:30-1:05", "none" or "hidden"."""
    if not minutes.least or not minutes.most:
        return write_minutes(minutes)
    return "-".join(f"{each // 60}:{each % 60:02d}" for each in (minutes.least, minutes.most))


def whole_percent(share: Share) -> int | None:
    """Return a share in whole percent, or None where it is of too few lines to say.

    Only nothing is 0 and only everything is 100.
    """
    if share.whole < FEWEST_LINES:
        return None
    rounded = (200 * share.part + share.whole) // (2 * share.whole)
    if 0 < share.part < share.whole:
        return min(max(rounded, 1), 99)
    return rounded


def write_share(share: Share) -> str:
    """Write a share of lines in whole percent."""
    percent = whole_percent(share)
    if percent is None:
        return "no lines" if share.whole == 0 else "too few lines to say"
    return f"{percent}%"


def working_visits(report: WeekReport) -> Count | None:
    """Return this week's visits in working hours without a school purpose, None where the report has none."""
    latest = report.trend[-1] if report.trend else None
    return latest.working if latest and latest.week == report.monday else None


def has_logs(report: WeekReport) -> bool:
    """Say whether any log of this week was read."""
    return bool(report.coverage.days_with_logs)


def days_without_logs(report: WeekReport) -> tuple[date, ...]:
    """Return the days of the week of which no log was read, in order."""
    week = (report.monday + timedelta(days=number) for number in range(7))
    return tuple(day for day in week if day not in report.coverage.days_with_logs)


def lead(report: WeekReport) -> str:
    """Say the week in one or two plain sentences."""
    if not has_logs(report):
        return (
            "No logs of this week were read, so nothing can be said about it. "
            "Add the week’s logs and make the report again."
        )
    if report.coverage.lookups_only:
        return LOOKUPS_ONLY
    if report.visits.value == 0:
        return "Logs of this week were read, and no visit to a social networking service was found in them."
    return f"{_lead_working(working_visits(report))} {_lead_all(report)}"


def _lead_working(working: Count | None) -> str:
    if working is None:
        return "How many visits fell in working hours without a school purpose is not part of this report."
    if working.value is None:
        return (
            "Some visits in working hours had no school purpose on the register; their number is hidden, "
            "because it would say too much about too few people."
        )
    if working.value == 0:
        return "No visit in working hours was without a school purpose on the register."
    return (
        f"About {write_number(working.value)} visits in working hours had no school purpose on the register."
    )


def _lead_all(report: WeekReport) -> str:
    if report.visits.value is None:
        return (
            "The number of visits in the whole week is hidden for the same reason: few people, or few visits."
        )
    people = "" if report.people.value is None else f", by about {write_number(report.people.value)} people"
    return f"In the whole week there were about {write_number(report.visits.value)} visits{people}."


def headlines(report: WeekReport) -> Iterator[tuple[str, str, str]]:
    """Give the four numbers: what, how many, and what that means."""
    working = working_visits(report)
    shown = "not known" if working is None else write_count(working)
    if not has_logs(report):
        shown = "no logs"
    yield "Visits in working hours with no school purpose", shown, "on the register of school purposes"
    yield "All visits", _unless_unread(report, write_count(report.visits)), "breaks and evenings included"
    yield "People", _unless_unread(report, write_count(report.people)), "who made at least one visit"
    yield (
        "Time on screen",
        _unless_unread(report, write_minutes(report.minutes)),
        "all people and services together",
    )


def _unless_unread(report: WeekReport, shown: str) -> str:
    return shown if has_logs(report) else "no logs"


def explain_hiding(report: WeekReport) -> str:
    """Say how figures are rounded and hidden."""
    return (
        f"Numbers are rounded to the nearest five. “{HIDDEN.capitalize()}” stands for a number below five, "
        f"one with fewer than {report.smallest_cohort} people behind it, or one from which such a number "
        "could be worked out. Because of the rounding, sums may differ a little."
    )


def explain_map(report: WeekReport) -> str:
    """Say how to read the map of hours."""
    empty = "none" if not days_without_logs(report) else "none, or of a day without logs"
    return f"A hatched square is hidden; an empty one is {empty}. The darker, the more."


def describe_days(report: WeekReport) -> str:
    """Say of which days logs were read."""
    missing = days_without_logs(report)
    if not missing:
        return "Logs were read for every day of the week."
    if len(missing) == 7:
        return "No logs were read for any day of the week."
    named = ", ".join(f"{WEEKDAYS[day.weekday()]} {name_short_day(day)}" for day in missing)
    return f"No line about a listed service was read for {named}: no log of it, or nothing to be seen in it."


def describe_attribution(report: WeekReport) -> str:
    """Say how many requests could be joined to a person in scope."""
    share = report.coverage.attributed
    percent = whole_percent(share)
    if percent is None:
        return "Too few requests to social networking services were kept to say how many have a known person."
    return (
        f"{percent}% of the requests to social networking services could be joined to a person in scope of "
        "the policy. The rest are in no count of people: shared machines, guests, or accounts nobody listed."
    )


def describe_files(report: WeekReport) -> str:
    """Say how much was read, and how much of that could not be."""
    files = report.coverage.files
    if not files:
        return "No file was read."
    lines = sum(each.lines for each in files)
    unreadable = sum(sum(each.unreadable.values()) for each in files)
    read = f"{write_number(lines)} line{'' if lines == 1 else 's'} of "
    read += "1 file " if len(files) == 1 else f"{write_number(len(files))} files "
    read += "was read" if lines == 1 else "were read"
    if not unreadable:
        return f"{read}; none was unreadable."
    return f"{read}; {write_number(unreadable)} could not be read."


def describe_making(report: WeekReport) -> str:
    """Say when and from what the report was made."""
    checked = report.catalogue_checked_on
    catalogue = f"last checked on {name_day(checked)}" if checked else "of unknown age"
    return (
        f"Made on {name_moment(report.made_at)}. Smallest group shown: {report.smallest_cohort} people. "
        f"Catalogue of services {catalogue}."
    )
