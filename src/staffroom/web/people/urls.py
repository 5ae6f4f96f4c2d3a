"""The addresses of the pages for people."""

from __future__ import annotations

from django.urls import path

from staffroom.web.home.tasks import SOURCES
from staffroom.web.people import (
    absences,
    accounts,
    calendar,
    calendar_file,
    hours,
    leaving,
    particulars,
    roster_columns,
    roster_file,
    roster_look,
    tenures,
)
from staffroom.web.people.listing import show_people
from staffroom.web.people.person import show_person
from staffroom.web.people.pupils import show_pupils
from staffroom.web.people.waiting import what_waits

SOURCES.append(what_waits)

urlpatterns = [
    path("", show_people, name="people"),
    path("add/", particulars.add, name="person_add"),
    path("absences/", absences.show_absences, name="absences"),
    path("calendar/", calendar.show_calendar, name="school_calendar"),
    path("calendar/add/", calendar.add_days, name="calendar_add"),
    path("calendar/<slug:kind>/<slug:ref>/remove/", calendar.remove_days, name="calendar_remove"),
    path("calendar/file/", calendar_file.upload_calendar, name="calendar_upload"),
    path("calendar/file/<slug:ref>/", calendar_file.look_at_calendar, name="calendar_file"),
    path("hours/", hours.show_school_hours, name="school_hours"),
    path("hours/change/", hours.set_school_hours, name="school_hours_set"),
    path("hours/<slug:ref>/remove/", hours.remove_hours, name="hours_remove"),
    path("import/", roster_file.upload_roster, name="roster_upload"),
    path("import/<slug:ref>/", roster_look.look_at_roster, name="roster_look"),
    path("import/<slug:ref>/columns/", roster_columns.choose_columns, name="roster_columns"),
    path("import/<slug:ref>/school/", roster_look.choose_school, name="roster_school"),
    path("import/<slug:ref>/give-up/", roster_file.give_up, name="roster_give_up"),
    path("pupils/", show_pupils, name="pupils"),
    path("of/<slug:ref>/", show_person, name="person"),
    path("of/<slug:ref>/change/", particulars.change, name="person_change"),
    path("of/<slug:ref>/standings/give/", tenures.give_a_standing, name="standing_give"),
    path("of/<slug:ref>/standings/end/", tenures.end_a_standing, name="standing_end"),
    path("of/<slug:ref>/posts/give/", tenures.give_a_post, name="post_give"),
    path("of/<slug:ref>/posts/end/", tenures.end_a_post, name="post_end"),
    path("of/<slug:ref>/leave/", leaving.say_left, name="person_leave"),
    path("of/<slug:ref>/bring-back/", leaving.take_back, name="person_bring_back"),
    path("of/<slug:ref>/absences/add/", absences.plan_absence, name="absence_add"),
    path("of/<slug:ref>/absences/now/", absences.go_away, name="absence_now"),
    path("of/<slug:ref>/absences/back/", absences.be_back, name="absence_back"),
    path("of/<slug:ref>/absences/remove/", absences.remove_absence, name="absence_remove"),
    path("of/<slug:ref>/accounts/add/", accounts.add_an_account, name="account_add"),
    path("of/<slug:ref>/accounts/remove/", accounts.remove_an_account, name="account_remove"),
    path("of/<slug:ref>/hours/", hours.set_person_hours, name="person_hours_set"),
]
