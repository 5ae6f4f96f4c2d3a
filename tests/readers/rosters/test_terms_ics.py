"""Which terms, closures and training days does the school's calendar show?"""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from staffroom.readers.rosters.term_dates import Dates
from staffroom.readers.rosters.terms_ics import LARGEST_BYTES, read_terms
from staffroom.records.calendar import Closure, Term, TrainingDay


def event(title, first="20260902", end="", *more):
    lines = ["BEGIN:VEVENT", f"SUMMARY:{title}", f"DTSTART;VALUE=DATE:{first}"]
    if end:
        lines.append(f"DTEND;VALUE=DATE:{end}")
    return "\r\n".join([*lines, *more, "END:VEVENT"])


def calendar(*events):
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *events, "END:VCALENDAR", ""]).encode()


def read(*events):
    reading = read_terms(calendar(*events))
    return reading.records[0], [(problem.row, problem.reason) for problem in reading.problems]


def test_the_end_of_an_event_is_not_part_of_it():
    dates, problems = read(event("Autumn term", "20260902", "20261219"))
    assert dates.terms == (Term("Autumn term", date(2026, 9, 2), date(2026, 12, 18)),)
    assert problems == []


@pytest.mark.parametrize("title", ["Half term", "October Half-Term", "Mid-term break", "HALF TERM HOLIDAY"])
def test_half_term_is_a_closure_and_no_term(title):
    dates, _ = read(event(title, "20261026", "20261031"))
    assert dates.closures == (Closure(title, date(2026, 10, 26), date(2026, 10, 30)),)
    assert dates.terms == ()


def test_a_half_term_of_seven_weeks_is_taught():
    dates, _ = read(event("Half term 1", "20260902", "20261024"))
    assert [term.last for term in dates.terms] == [date(2026, 10, 23)]
    assert dates.closures == ()


@pytest.mark.parametrize(
    "title",
    [
        "INSET",
        "Inset day (no pupils)",
        "Staff Training Day",
        "Staff day",
        "In-service day",
        "School Development Day",
    ],
)
def test_a_training_day_goes_by_many_names(title):
    dates, _ = read(event(title, "20260901"))
    assert dates.training_days == (TrainingDay(title, date(2026, 9, 1)),)


def test_training_days_over_several_days_are_each_one():
    dates, _ = read(event("INSET days", "20260901", "20260903"))
    assert [training.day.day for training in dates.training_days] == [1, 2]


@pytest.mark.parametrize("title", ["Christmas holidays", "School closed: polling", "Easter break", "Closure"])
def test_a_holiday_is_a_closure(title):
    dates, _ = read(event(title, "20261221", "20270102"))
    assert [closure.last for closure in dates.closures] == [date(2027, 1, 1)]


@pytest.mark.parametrize(
    "title", ["Break duty", "Sports day", "Year 7 trip", "Parents' evening", "Term card due"]
)
def test_other_events_are_counted_and_left_out(title):
    dates, problems = read(event(title), event(title))
    assert dates == Dates()
    assert problems == [(0, "Events that name no term, closure or training day were left out: 2.")]


def test_a_term_may_be_two_events_its_start_and_its_end():
    dates, problems = read(
        event("Summer term begins", "20270412"),
        event("Autumn term ends", "20261218"),
        event("Autumn term begins", "20260902"),
        event("End of term assembly", "20261217"),
        event("Last day of term", "20270721"),
    )
    assert sorted(dates.terms, key=lambda term: term.first) == [
        Term("Autumn term", date(2026, 9, 2), date(2026, 12, 18)),
        Term("Summer term", date(2027, 4, 12), date(2027, 7, 21)),
    ]
    assert problems == []


def test_a_start_without_an_end_and_an_end_without_a_start_are_said():
    dates, problems = read(event("Term ends", "20260721"), event("First day of term", "20260902"))
    assert dates.terms == ()
    assert [row for row, _ in problems] == [2, 0]


def test_events_with_a_time_of_day_or_cancelled_are_left_out_and_counted():
    timed = "BEGIN:VEVENT\r\nSUMMARY:Staff training\r\nDTSTART:20260901T090000Z\r\nEND:VEVENT"
    dates, problems = read(timed, event("INSET", "20260901", "", "STATUS:CANCELLED"))
    assert dates.training_days == ()
    assert problems == [(0, "Events with a time of day, or cancelled, were left out: 2.")]


def test_a_repeating_event_is_left_out_and_said():
    dates, problems = read(event("Sports day"), event("INSET", "20260901", "", "RRULE:FREQ=DAILY"))
    assert dates.training_days == ()
    assert [row for row, _ in problems] == [2, 0]


def test_an_event_may_say_how_long_it_is():
    dates, _ = read(event("Autumn term", "20260902", "", "DURATION:P10D"))
    assert dates.terms[0].last == date(2026, 9, 11)


def test_an_event_that_ends_before_it_begins_is_one_day():
    dates, _ = read(event("School closed", "20260902", "00010101"))
    assert dates.closures == (Closure("School closed", date(2026, 9, 2), date(2026, 9, 2)),)


@pytest.mark.parametrize("title", ["Autumn term", "School closed", "INSET"])
def test_an_event_without_end_is_left_out_and_said(title):
    dates, problems = read(event(title, "20260902", "99991231"))
    assert dates == Dates()
    assert [row for row, _ in problems] == [1]


def test_an_event_whose_date_cannot_be_read_is_said_and_the_others_count():
    dates, problems = read(event("Autumn term", "2026"), event("INSET", "20260901"))
    assert len(dates.training_days) == 1
    assert [row for row, _ in problems] == [1]


def test_several_calendars_in_one_file_are_all_read():
    content = calendar(event("INSET", "20260901")) + calendar(event("INSET", "20260902"))
    assert len(read_terms(content).records[0].training_days) == 2


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a calendar",
        b"\x00\xff\xfe",
        b"BEGIN:VCALENDAR\r\n" * 20_000,
        b"BEGIN:VCALENDAR\r\n" * 5_000 + b"END:VCALENDAR\r\n" * 5_000,
        b"x" * (LARGEST_BYTES + 1),
    ],
    ids=["empty", "words", "bytes", "never closed", "deep", "too large"],
)
def test_a_file_that_is_no_calendar_gives_no_dates_and_at_most_one_problem(content):
    reading = read_terms(content)
    assert not reading.records[0].terms
    assert len(reading.problems) <= 1


@settings(deadline=None)
@given(
    st.binary(max_size=200) | st.text(alphabet="BEGIN:VNT\r\n;=DAESUMRY0126\t", max_size=200).map(str.encode)
)
def test_any_bytes_are_read_without_an_error_in_terms_ics(content):
    assert len(read_terms(content).records) == 1
    assert len(read_terms(calendar() + content).records) == 1


names = st.sampled_from(["DTSTART", "DTEND", "DTSTART;VALUE=DATE", "DURATION", "RRULE", "SUMMARY", "STATUS"])
values = st.sampled_from(
    ["20260901", "2026", "", "P1D", "-P9999999W", "99991231", "00010101", "term", "INSET", ",,;"]
)


@settings(deadline=None)
@given(st.lists(st.tuples(names, values), max_size=8))
def test_any_event_is_read_without_an_error(properties):
    lines = [f"{name}:{value}" for name, value in properties]
    read("\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT"]))
