"""Do the pages for term dates and working hours keep what is written on them?"""

from __future__ import annotations

from datetime import date

import pytest

from school.made_people import AT, TESTS, make_person
from staffroom.readers.rosters.term_dates import Dates
from staffroom.records.calendar import Closure, Nation, Term, TrainingDay
from staffroom.school.people.actions.calendar import add_dates
from staffroom.school.people.models import School, Upload, WorkingHours
from staffroom.school.people.queries import calendar_record
from staffroom.web.people.calendar import bank_holidays_from
from web.people_pages import administrator, file, questions, send, text_of

pytestmark = pytest.mark.django_db

CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:made
BEGIN:VEVENT
UID:1
SUMMARY:Autumn term
DTSTART;VALUE=DATE:20260901
DTEND;VALUE=DATE:20261219
END:VEVENT
BEGIN:VEVENT
UID:2
SUMMARY:INSET day
DTSTART;VALUE=DATE:20260901
END:VEVENT
BEGIN:VEVENT
UID:3
SUMMARY:Concert
DTSTART:20260910T180000
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")


def test_an_empty_calendar_says_what_that_means():
    client, _ = administrator()
    page = text_of(client.get("/people/calendar/"))
    assert "No dates are set yet" in page
    assert "Bank holidays in England" in page


def test_bank_holidays_are_the_nation_s():
    School.objects.create(pk=1, name="Hollybank School", nation="SCT")
    client, _ = administrator()
    assert "Bank holidays in Scotland" in text_of(client.get("/people/calendar/"))
    found = bank_holidays_from(Nation.SCOTLAND, date(2026, 11, 1))
    assert date(2026, 11, 30) in found
    assert date(2026, 11, 30) not in bank_holidays_from(Nation.ENGLAND, date(2026, 11, 1))


HALF_TERM = Closure("Made", date(2026, 10, 26), date(2026, 10, 30))


@pytest.mark.parametrize(
    ("kind", "first", "last", "expected"),
    [
        ("term", "1 9 2026", "18 12 2026", ("terms", Term("Made", date(2026, 9, 1), date(2026, 12, 18)))),
        ("closure", "26 10 2026", "30 10 2026", ("closures", HALF_TERM)),
        ("inset", "1 September 2026", "", ("training_days", TrainingDay("Made", date(2026, 9, 1)))),
    ],
)  # fmt: skip
def test_days_are_added_by_hand_and_removed(kind, first, last, expected):
    client, _ = administrator()
    field, record = expected
    page = send(client, "/people/calendar/add/", kind=kind, name="Made", first=first, last=last)
    assert getattr(calendar_record(), field) == (record,)
    assert "The days were added." in page
    address = page.split('action="/people/calendar/')[1].split('"')[0]
    send(client, f"/people/calendar/{address}")
    assert getattr(calendar_record(), field) == ()


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "term", "first": "2 9 2026", "last": "1 9 2026"},
        {"kind": "term", "first": "2 9 2026", "last": "1 9 2028"},
        {"kind": "inset", "first": "1 9 2026", "last": "2 9 2026"},
        {"kind": "inset", "first": "soon"},
        {"kind": "party", "first": "1 9 2026"},
    ],
)
def test_days_that_cannot_be_are_refused(fields):
    client, _ = administrator()
    answered = client.post("/people/calendar/add/", {"name": "Made", **fields})
    assert "There is a problem" in text_of(answered)
    assert calendar_record() == type(calendar_record())()


@pytest.mark.parametrize("address", ["party/abc", "term/nobody"])
def test_days_that_are_not_there_cannot_be_removed(address):
    client, _ = administrator()
    assert client.post(f"/people/calendar/{address}/remove/").status_code == 404


def test_a_calendar_file_is_looked_at_and_then_added():
    client, _ = administrator()
    answered = client.post("/people/calendar/file/", {"file": file(CALENDAR, "terms.ics")})
    page = text_of(client.get(answered["Location"]))
    assert "Autumn term" in page
    assert "What could not be used" in page
    assert calendar_record().terms == ()
    assert "2 entries were added." in send(client, answered["Location"])
    assert calendar_record().terms[0].last == date(2026, 12, 18)
    assert not Upload.objects.exists()


def test_a_file_that_is_no_calendar_gives_nothing_to_add():
    client, _ = administrator()
    answered = client.post("/people/calendar/file/", {"file": file("nonsense", "terms.ics")})
    page = text_of(client.get(answered["Location"]))
    assert "No term dates were found in the file." in page
    send(client, answered["Location"].replace("calendar/file", "import") + "give-up/")
    assert not Upload.objects.exists()


def test_a_calendar_file_is_no_roster():
    client, _ = administrator()
    answered = client.post("/people/calendar/file/", {"file": file(CALENDAR, "terms.ics")})
    address = answered["Location"].replace("calendar/file", "import")
    assert client.get(address).status_code == 404
    assert client.get(address + "columns/").status_code == 404


def test_the_calendar_takes_the_same_number_of_questions_for_any_number_of_days():
    client, _ = administrator()
    asked = set()
    for count in (1, 30):
        days = tuple(TrainingDay("INSET", date(2026, 9, number + 1)) for number in range(count))
        add_dates(by=TESTS, at=AT, dates=Dates(training_days=days))
        asked.add(questions(client, "/people/calendar/"))
    assert len(asked) == 1


def test_the_school_s_hours_are_set_shown_and_removed():
    client, _ = administrator()
    assert "No hours are set yet" in text_of(client.get("/people/hours/"))
    page = send(
        client, "/people/hours/change/", since="", hours_0="08:30-12:15, 13:00-16:00", breaks_0="10:30-10:50"
    )
    assert "08:30-12:15, 13:00-16:00" in page
    assert len(calendar_record().patterns[0].days[0].ranges) == 2
    send(client, f"/people/hours/{WorkingHours.objects.get().ref}/remove/")
    assert calendar_record().patterns == ()


def test_a_person_s_hours_are_theirs_from_a_day_on():
    client, _ = administrator()
    person = make_person()
    page = send(client, f"/people/of/{person.ref}/hours/", since="1 10 2026", hours_2="09:00-12:00")
    assert "From 1 October 2026" in page
    assert "Wednesday" in page
    (pattern,) = calendar_record().patterns
    assert (pattern.name, pattern.since) == (person.ref, date(2026, 10, 1))


def test_hours_that_cannot_be_read_are_said_at_their_day():
    client, _ = administrator()
    answered = client.post("/people/hours/change/", {"hours_0": "all day", "breaks_1": "12:00-11:00"})
    page = text_of(answered)
    assert "Monday: hours" in page
    assert 'A range is not written like "08:30-12:15".' in page
    assert "A range ends before it begins." in page
    assert not WorkingHours.objects.exists()
