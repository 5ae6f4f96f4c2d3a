"""When is the school open?"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from staffroom.readers.rosters.term_dates import LONGEST_DAYS, Dates
from staffroom.records import calendar as records
from staffroom.records.calendar import Nation
from staffroom.rules import access
from staffroom.school.people.actions.calendar import add_dates, remove_date
from staffroom.school.people.models import Closure, School, Term, TrainingDay
from staffroom.school.people.queries.pages import calendar_shown
from staffroom.traffic.bank_holidays import bank_holidays_of
from staffroom.web.pages import page
from staffroom.web.people.asking import ask, tell
from staffroom.web.people.fields import DayField
from staffroom.web.requests import Request, actor_of, day_of

KINDS: Final[dict[str, type[Term] | type[Closure] | type[TrainingDay]]] = {
    "term": Term,
    "closure": Closure,
    "inset": TrainingDay,
}
NATIONS: Final = {
    Nation.ENGLAND: _("England"),
    Nation.WALES: _("Wales"),
    Nation.SCOTLAND: _("Scotland"),
    Nation.NORTHERN_IRELAND: _("Northern Ireland"),
}


class DatesForm(forms.Form):
    """A stretch of days and what they are."""

    kind = forms.ChoiceField(
        label=_("What are these days?"),
        choices=[
            ("term", _("A term: the school is open")),
            ("closure", _("A half term or other closure within a term")),
            ("inset", _("An INSET day: staff work, pupils are away")),
        ],
        widget=forms.RadioSelect,
    )
    name = forms.CharField(label=_("Name"), max_length=80, help_text=_("For example Autumn term 2026"))
    first = DayField(label=_("First day"))
    last = DayField(label=_("Last day"), required=False, help_text=_("Leave it empty for a single day."))

    def clean(self) -> None:
        """Refuse days the wrong way round, or a year and more."""
        first, last = self.cleaned_data.get("first"), self.cleaned_data.get("last")
        if first and last and last < first:
            raise ValidationError({"last": _("The last day cannot be before the first.")})
        if first and last and (last - first).days > LONGEST_DAYS:
            raise ValidationError({"last": _("No term or closure lasts longer than a year.")})
        if first and last and last != first and self.cleaned_data.get("kind") == "inset":
            raise ValidationError({"last": _("An INSET day is one day. Add each by itself.")})

    def dates(self) -> Dates:
        """Return the days."""
        found = self.cleaned_data
        name, first, last = found["name"], found["first"], found["last"] or found["first"]
        if found["kind"] == "term":
            return Dates(terms=(records.Term(name, first, last),))
        if found["kind"] == "closure":
            return Dates(closures=(records.Closure(name, first, last),))
        return Dates(training_days=(records.TrainingDay(name, first),))


@page(admits=access.keeps_people)
def show_calendar(request: Request) -> HttpResponse:
    """Show terms, closures, INSET days and bank holidays."""
    today = day_of(request)
    nation = Nation(School.objects.values_list("nation", flat=True).first() or Nation.ENGLAND)
    shown = {
        "calendar": calendar_shown(),
        "nation": NATIONS[nation],
        "holidays": bank_holidays_from(nation, today),
    }
    return render(request, "people/calendar.html", shown)


def bank_holidays_from(nation: Nation, today: date) -> list[date]:
    """Return the bank holidays of a nation for about a year from a day on."""
    found = bank_holidays_of(settings.FOLDER / "cache", nation, (today.year, today.year + 1))
    return [day for day in sorted(found) if 0 <= (day - today).days <= LONGEST_DAYS]


@page(admits=access.keeps_people, answers=("GET", "POST"))
def add_days(request: Request) -> HttpResponse:
    """Add a term, a closure or an INSET day."""
    form = DatesForm(request.POST or None)
    back = reverse("school_calendar")
    if request.method == "POST" and form.is_valid():
        added = add_dates(by=actor_of(request), at=request.at, dates=form.dates())
        said: Any = _("The days were added. They can be removed again below.")
        return tell(request, said if added else _("These days were there already."), back)
    return ask(request, form, title=_("Add days to the calendar"), button=_("Add"), back=back)


@page(admits=access.keeps_people, answers=("POST",))
def remove_days(request: Request, kind: str, ref: str) -> HttpResponse:
    """Remove a term, a closure or an INSET day."""
    if kind not in KINDS:
        raise Http404
    kept: Any = get_object_or_404(KINDS[kind], ref=ref)
    remove_date(by=actor_of(request), at=request.at, kept=kept)
    return tell(request, _("The days were removed. They can be added again."), reverse("school_calendar"))
