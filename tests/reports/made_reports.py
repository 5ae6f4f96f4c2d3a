"""Made reports of every kind: typical, empty, quiet, lookups only, all hidden, huge, hostile."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from staffroom.records.calendar import Hours
from staffroom.records.week import (
    Column,
    Count,
    Coverage,
    DayRow,
    FileAccount,
    Minutes,
    ServiceRow,
    Share,
    Threshold,
    TrendPoint,
    WeekReport,
)

MONDAY = date(2026, 11, 16)
DAYS = tuple(MONDAY + timedelta(days=number) for number in range(7))
HIDDEN = Count(None)
NOTHING = Count(0)
TITLES = (
    "Facebook",
    "Instagram",
    "X (Twitter)",
    "LinkedIn",
    "TikTok",
    "YouTube",
    "WhatsApp",
    "Reddit",
    "Pinterest",
)
THRESHOLDS = (
    Threshold("Least volume of a visit", "100 KB", "in five minutes, from hosts that people use"),
    Threshold("Different hosts", "2", "at least so many of one service in five minutes"),
    Threshold("Window", "5 minutes", "what is seen within it counts as one piece of evidence"),
    Threshold("Gap between visits", "10 minutes", "a longer one begins a new visit"),
    Threshold("One host", "400 KB", "the same where only one host of the service is known at all"),
    Threshold("Crowded", "1,000 KB", "the same where widgets or an app in the background were busy too"),
    Threshold("Neighbour", "60 KB", "enough beside a window that is a visit"),
    Threshold("Glance", "20 KB", "less than this, with no visit beside it, is never more than a widget"),
    Threshold("Names only", "4 quarter-minutes", "times within five minutes at which new connections began"),
)
HOSTILE = (
    "<script>alert(1)</script>",
    '" onload="alert(1)" x="',
    "</title></style><img src=x onerror=alert(1)>",
    '=HYPERLINK("http://bad.example","click")',
    "+44 1632 960000",
    "-2+3",
    "@SUM(A1)",
    "  =1+1",
    "\tcmd",
    "\u202egnp.exe\x00\x07",
    "&amp;&lt;",
    "x" * 5000,
    "a,b\r\nc;\"d'",
)


def some_count(chance: random.Random, most: int) -> Count:
    return chance.choice((HIDDEN, NOTHING, Count(5 * chance.randint(1, max(1, most // 5)))))


def service(number: int, title: str, chance: random.Random, *, most: int) -> ServiceRow:
    columns = {column: some_count(chance, most // (number + 1) + 5) for column in Column}
    columns[Column.LOOKED_UP] = NOTHING
    visits = Count(5 * max(1, most // (number + 1) // 5))
    minutes = Minutes(30, 60) if number else Minutes(125, 310)
    return ServiceRow(title.lower()[:20], title, Count(max(5, 20 - 5 * number)), visits, minutes, columns)


def day(number: int, chance: random.Random) -> DayRow:
    is_open = number < 5
    hours = {hours: some_count(chance, 40) if is_open else NOTHING for hours in Hours}
    hours[Hours.CLOSED] = NOTHING if is_open else HIDDEN
    people = Count(15) if is_open else HIDDEN
    return DayRow(DAYS[number], is_open, hours, HIDDEN if is_open else NOTHING, people)


def heat(chance: random.Random, *, most: int = 40) -> dict[tuple[int, int], Count]:
    made = {(day, hour): some_count(chance, most) for day in range(5) for hour in range(8, 18)}
    return made | {(2, 23): HIDDEN, (5, 11): HIDDEN}


def trend(chance: random.Random, *, weeks: int = 12, most: int = 60) -> tuple[TrendPoint, ...]:
    mondays = [MONDAY - timedelta(weeks=weeks - 1 - number) for number in range(weeks)]
    points = [TrendPoint(each, *(some_count(chance, most) for _ in range(3))) for each in mondays]
    return (*points[:-1], TrendPoint(MONDAY, Count(40), HIDDEN, Count(75)))


def coverage() -> Coverage:
    return Coverage(
        attributed=Share(8_700, 10_000),
        blind={
            "encrypted hello": Share(300, 10_000),
            "encrypted lookups": Share(120, 10_000),
            "tunnels": Share(3, 10_000),
            "addresses only": Share(0, 10_000),
        },
        files=(
            FileAccount("access.log.1.gz", "squid", 812_344, 41_200, {}),
            FileAccount(
                "access.log", "squid", 94_011, 3_961, {"the line ends in the middle": 2, "no time": 1}
            ),
        ),
        days_with_logs=DAYS[:6],
        lookups_only=False,
    )


def typical(seed: int = 1) -> WeekReport:
    chance = random.Random(seed)
    return WeekReport(
        school="Hollybank School",
        monday=MONDAY,
        sunday=DAYS[6],
        made_at=datetime(2026, 11, 23, 7, 30, tzinfo=UTC),
        visits=Count(120),
        people=Count(25),
        minutes=Minutes(545, 1_270),
        services=tuple(service(number, title, chance, most=60) for number, title in enumerate(TITLES)),
        days=tuple(day(number, chance) for number in range(7)),
        heat=heat(chance),
        trend=trend(chance),
        coverage=coverage(),
        thresholds=THRESHOLDS,
        smallest_cohort=5,
        catalogue_checked_on=date(2026, 11, 1),
        notices=(
            "The policy was due for review in February 2021; ask the Headteacher when it will be reviewed.",
        ),
    )


def empty() -> WeekReport:
    """No logs at all."""
    unread = Coverage(Share(0, 0), {}, (), (), lookups_only=False)
    return replace(
        quiet(), coverage=unread, trend=(), days=(), catalogue_checked_on=None, thresholds=(), notices=()
    )


def quiet() -> WeekReport:
    """Logs, but no visits."""
    days = tuple(DayRow(each, True, {hours: NOTHING for hours in Hours}, NOTHING, NOTHING) for each in DAYS)
    return replace(
        typical(),
        visits=NOTHING,
        people=NOTHING,
        minutes=Minutes(0, 0),
        services=(),
        days=days,
        heat={},
        trend=(TrendPoint(MONDAY, NOTHING, NOTHING, NOTHING),),
    )


def lookups_only() -> WeekReport:
    columns = dict.fromkeys(Column, NOTHING) | {Column.LOOKED_UP: Count(85)}
    row = ServiceRow("facebook", "Facebook", NOTHING, NOTHING, Minutes(0, 0), columns)
    return replace(quiet(), services=(row,), coverage=replace(coverage(), lookups_only=True))


def hidden() -> WeekReport:
    """Visits, and not one number that may be shown."""
    columns = dict.fromkeys(Column, HIDDEN)
    row = ServiceRow("facebook", "Facebook", HIDDEN, HIDDEN, Minutes(None, None), columns)
    return replace(
        typical(),
        visits=HIDDEN,
        people=HIDDEN,
        minutes=Minutes(None, None),
        services=(row,),
        days=tuple(DayRow(each, True, dict.fromkeys(Hours, HIDDEN), HIDDEN, HIDDEN) for each in DAYS),
        heat={(day, hour): HIDDEN for day in range(7) for hour in range(24)},
        trend=(TrendPoint(MONDAY, HIDDEN, HIDDEN, HIDDEN),),
    )


def huge() -> WeekReport:
    chance = random.Random(9)
    files = tuple(
        FileAccount(f"proxy-{number:03d}.log.gz", "squid", 20_000_000, 4_000_000, {"no time": number})
        for number in range(200)
    )
    return replace(
        typical(),
        visits=Count(1_234_565),
        people=Count(2_700),
        minutes=Minutes(1_000_000, 2_345_670),
        services=tuple(service(number, f"Service {number}", chance, most=999_995) for number in range(80)),
        heat=heat(chance, most=99_995),
        trend=trend(chance, most=999_995),
        coverage=replace(coverage(), files=files),
    )


def hostile() -> WeekReport:
    chance = random.Random(3)
    files = tuple(FileAccount(each, each, 100, 5, {each: 3}) for each in HOSTILE)
    return replace(
        typical(),
        school=HOSTILE[0],
        services=tuple(service(number, each, chance, most=60) for number, each in enumerate(HOSTILE)),
        coverage=replace(coverage(), files=files, blind={each: Share(1, 1_000) for each in HOSTILE}),
        thresholds=tuple(Threshold(each, each, each) for each in HOSTILE[:3]),
        notices=HOSTILE[:4],
    )


EVERY = {
    "typical": typical,
    "empty": empty,
    "quiet": quiet,
    "lookups only": lookups_only,
    "hidden": hidden,
    "huge": huge,
    "hostile": hostile,
}
