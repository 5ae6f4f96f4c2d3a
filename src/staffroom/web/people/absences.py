"""How is it said that somebody is away, and who is away when?"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from staffroom.rules import access
from staffroom.school.audit.actions import record
from staffroom.school.people.actions import begin_absence, come_back, withdraw_absence
from staffroom.school.people.acts import Act
from staffroom.school.people.models import Absence
from staffroom.school.people.queries import absences_between, is_away
from staffroom.web.pages import page
from staffroom.web.people.asking import address_of, ask, find_person, tell
from staffroom.web.people.fields import DayField
from staffroom.web.requests import Request, actor_of, day_of

WEEKS_SHOWN = 8
LEAD = _("Nobody is asked why. Whoever stands in is told instead while somebody with a post is away.")


class AbsenceForm(forms.Form):
    """From which day to which."""

    first = DayField(label=_("First day away"))
    last = DayField(
        label=_("Last day away"), required=False, help_text=_("Leave it empty if nobody knows yet.")
    )

    def clean(self) -> None:
        """Refuse a last day before the first."""
        first, last = self.cleaned_data.get("first"), self.cleaned_data.get("last")
        if first and last and last < first:
            raise ValidationError({"last": _("The last day cannot be before the first.")})


@page(admits=access.anybody, answers=("GET", "POST"))
def plan_absence(request: Request, ref: str) -> HttpResponse:
    """Write down days on which somebody is away."""
    person = find_person(request, ref)
    back = address_of(request, person)
    form = AbsenceForm(request.POST or None, initial={"first": day_of(request)})
    if request.method == "POST" and form.is_valid():
        first, last = form.cleaned_data["first"], form.cleaned_data["last"]
        ends_at = _midnight(last + timedelta(days=1)) if last else None
        begin_absence(
            by=actor_of(request), at=request.at, person=person, begins_at=_midnight(first), ends_at=ends_at
        )
        return tell(request, _("The absence was kept. It can be removed again below."), back)
    return ask(
        request, form, title=_("Days away"), button=_("Keep"), back=back, lead=LEAD, caption=person.name
    )


@page(admits=access.anybody, answers=("POST",))
def go_away(request: Request, ref: str) -> HttpResponse:
    """Write down that somebody is away from now, until they are back."""
    person = find_person(request, ref)
    back = address_of(request, person)
    if is_away(person, at=request.at):
        return tell(request, _("The absence was there already."), back)
    begin_absence(by=actor_of(request), at=request.at, person=person, begins_at=request.at)
    return tell(request, _("Away from now on. Choose Back when that is over."), back)


@page(admits=access.anybody, answers=("POST",))
def be_back(request: Request, ref: str) -> HttpResponse:
    """Write down that somebody is back."""
    person = find_person(request, ref)
    ended = come_back(by=actor_of(request), at=request.at, person=person)
    said = _("Back from now on.") if ended else _("There was no absence to end.")
    return tell(request, said, address_of(request, person))


@page(admits=access.anybody, answers=("POST",))
def remove_absence(request: Request, ref: str) -> HttpResponse:
    """Take away an absence that will not be, or never was."""
    person = find_person(request, ref)
    chosen = request.POST.get("absence", "")
    absence = get_object_or_404(Absence, person=person, pk=int(chosen) if chosen.isdecimal() else 0)
    withdraw_absence(by=actor_of(request), at=request.at, absence=absence)
    return tell(request, _("The absence was removed."), address_of(request, person))


@page(admits=access.keeps_people)
def show_absences(request: Request) -> HttpResponse:
    """Show who is away in the coming weeks."""
    monday = day_of(request) - timedelta(days=day_of(request).weekday())
    begin, end = _midnight(monday), _midnight(monday + timedelta(weeks=WEEKS_SHOWN))
    absences = absences_between(begin, end)
    with transaction.atomic():
        figures = {"absences": len(absences)}
        record(by=actor_of(request), at=request.at, act=Act.ABSENCES_SEEN, clause="CON-2", figures=figures)
    weeks = [(start, _within(absences, start)) for start in _mondays(monday)]
    return render(request, "people/absences.html", {"weeks": weeks, "has_any": bool(absences)})


def _mondays(monday: date) -> list[date]:
    return [monday + timedelta(weeks=number) for number in range(WEEKS_SHOWN)]


def _within(absences: object, monday: date) -> list[Absence]:
    begin, end = _midnight(monday), _midnight(monday + timedelta(weeks=1))
    assert isinstance(absences, list)
    return [one for one in absences if one.begins_at < end and (one.ends_at is None or one.ends_at > begin)]


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))
