"""When does a person work, or the school as a whole?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from staffroom.readers.rosters.problems import RowError
from staffroom.readers.rosters.working_hours import read_written_day
from staffroom.rules import access
from staffroom.school.people.actions.hours import set_hours, withdraw_hours
from staffroom.school.people.models import Person, WorkingHours
from staffroom.web.pages import page
from staffroom.web.people.asking import address_of, ask, find_person, tell
from staffroom.web.people.fields import DayField
from staffroom.web.people.words import DAYS
from staffroom.web.requests import Request, actor_of

LEAD = _(
    "Write hours as 08:30-12:15, 13:00-16:00, and leave a day empty that is not worked. Hours decide what is "
    "a break and what is working time; nothing else."
)


class HoursForm(forms.Form):
    """A week of hours and breaks, from a day on."""

    since = DayField(
        label=_("From"), required=False, help_text=_("Empty for always. Earlier hours stay for earlier days.")
    )

    def __init__(self, *args: Any, days: dict[str, dict[str, str]] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, day in enumerate(DAYS):
            written = (days or {}).get(str(number), {})
            for kind, label in (("hours", _("%(day)s: hours")), ("breaks", _("%(day)s: breaks"))):
                self.fields[f"{kind}_{number}"] = forms.CharField(
                    label=label % {"day": day}, required=False, max_length=200, initial=written.get(kind, "")
                )

    def clean(self) -> None:
        """Refuse hours that cannot be read, each at its own day."""
        for number in range(len(DAYS)):
            for kind in ("hours", "breaks"):
                name = f"{kind}_{number}"
                try:
                    read_written_day(self.cleaned_data.get(name, ""), "")
                except RowError as refused:
                    self.add_error(name, str(refused))

    @property
    def rows(self) -> list[tuple[Any, Any, Any]]:
        """Return each day with its two fields."""
        return [(day, self[f"hours_{number}"], self[f"breaks_{number}"]) for number, day in enumerate(DAYS)]

    def days(self) -> dict[str, dict[str, str]]:
        """Return the days that are worked, as written."""
        found = self.cleaned_data
        return {
            str(number): {"hours": found[f"hours_{number}"], "breaks": found[f"breaks_{number}"]}
            for number in range(len(DAYS))
            if found[f"hours_{number}"]
        }


@page(admits=access.keeps_people)
def show_school_hours(request: Request) -> HttpResponse:
    """Show the school's own hours, which hold for whoever has no other."""
    hours = WorkingHours.objects.filter(person__isnull=True)
    return render(request, "people/school_hours.html", {"hours": described(hours)})


@page(admits=access.keeps_people, answers=("GET", "POST"))
def set_school_hours(request: Request) -> HttpResponse:
    """Set the school's own hours."""
    return _set(request, None, back=reverse("school_hours"), title=_("The school's working hours"))


@page(admits=access.keeps_people, answers=("GET", "POST"))
def set_person_hours(request: Request, ref: str) -> HttpResponse:
    """Set a person's own hours."""
    person = find_person(request, ref)
    return _set(request, person, back=address_of(request, person), title=_("Working hours"))


@page(admits=access.keeps_people, answers=("POST",))
def remove_hours(request: Request, ref: str) -> HttpResponse:
    """Take working hours away."""
    hours = get_object_or_404(WorkingHours.objects.select_related("person"), ref=ref)
    back = address_of(request, hours.person) if hours.person else reverse("school_hours")
    withdraw_hours(by=actor_of(request), at=request.at, hours=hours)
    return tell(request, _("The hours were removed. Those before them hold on."), back)


def described(hours: Any) -> list[tuple[WorkingHours, list[tuple[Any, str, str]]]]:
    """Return working hours with their days in words, as a template shows them."""
    return [
        (one, [(DAYS[int(day)], of["hours"], of["breaks"]) for day, of in sorted(one.days.items())])
        for one in hours
    ]


def _set(request: Request, person: Person | None, *, back: str, title: Any) -> HttpResponse:
    latest = WorkingHours.objects.filter(person=person).last()
    form = HoursForm(request.POST or None, days=latest.days if latest else None)
    if request.method == "POST" and form.is_valid():
        since = form.cleaned_data["since"]
        set_hours(by=actor_of(request), at=request.at, person=person, since=since, days=form.days())
        return tell(request, _("The hours were kept. They can be removed again below."), back)
    more = {"caption": person.name if person else "", "template": "people/hours_form.html"}
    return ask(request, form, title=title, button=_("Keep"), back=back, lead=LEAD, **more)
