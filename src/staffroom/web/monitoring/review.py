"""When is the annual review, who comes, and what did it find?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from staffroom.records.safeguards import Seat
from staffroom.rules import access
from staffroom.school.monitoring.actions.reviews import Findings, hold_review, plan_review
from staffroom.school.monitoring.models import Review
from staffroom.school.monitoring.queries.safeguards import people_for_review, planned_review
from staffroom.web.monitoring import words
from staffroom.web.monitoring.doing import did
from staffroom.web.monitoring.fields import day_field, words_field
from staffroom.web.pages import page
from staffroom.web.requests import Request, actor_of, day_of

ADMITS = access.governs_monitoring
HOME = "monitoring_record"


class PlanForm(forms.Form):
    """The day of the next review, and its four people."""

    due_on = day_field(
        label=gettext_lazy("Day of the next review"),
        help_text=gettext_lazy("No more than a year from today."),
    )

    def __init__(self, *args: object, people: Any, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        for seat, title in words.SEATS.items():
            self.fields[seat.name.lower()] = forms.ModelChoiceField(
                queryset=people, label=title, to_field_name="ref", empty_label=_("Choose one")
            )

    def attendees(self) -> dict[Seat, Any]:
        """Return who was chosen for each seat."""
        return {seat: self.cleaned_data[seat.name.lower()] for seat in Seat}


class HeldForm(forms.Form):
    """What a review found and decided, and who was there."""

    held_on = day_field(label=gettext_lazy("Day on which it was held"))
    present = forms.MultipleChoiceField(
        label=gettext_lazy("Who was there"),
        choices=[(seat.value, title) for seat, title in words.SEATS.items()],
        widget=forms.CheckboxSelectMultiple,
    )
    findings = words_field(label=gettext_lazy("What did it find?"))
    decisions = words_field(label=gettext_lazy("What was decided?"))


@page(admits=ADMITS, answers=("GET", "POST"))
def plan(request: Request) -> HttpResponse:
    """Set the day and the people of the next review."""
    people = people_for_review(on=day_of(request))
    form = PlanForm(request.POST or None, people=people, initial=_planned(planned_review()))
    if request.method == "POST" and form.is_valid() and did(form, lambda: _plan(request, form)):
        messages.success(request, _("The review is planned."))
        return redirect(HOME)
    return render(request, "monitoring/review_plan.html", {"form": form})


def _planned(review: Review | None) -> dict[str, object]:
    if review is None:
        return {}
    seats = {Seat(one.seat).name.lower(): one.person.ref for one in review.attendees.all()}
    return {"due_on": review.due_on, **seats}


def _plan(request: Request, form: PlanForm) -> None:
    plan_review(
        by=actor_of(request), at=request.at, due_on=form.cleaned_data["due_on"], attendees=form.attendees()
    )


@page(admits=ADMITS, answers=("GET", "POST"))
def hold(request: Request) -> HttpResponse:
    """Write down what the planned review found."""
    review = planned_review()
    if review is None:
        return redirect("review_plan")
    form = HeldForm(request.POST or None, initial={"held_on": day_of(request)})
    if request.method == "POST" and form.is_valid() and did(form, lambda: _hold(request, review, form)):
        messages.success(request, _("The review is on record. Now plan the next one."))
        return redirect("review_plan")
    return render(request, "monitoring/review_held.html", {"form": form, "review": review})


def _hold(request: Request, review: Review, form: HeldForm) -> None:
    given = form.cleaned_data
    findings = Findings(
        given["held_on"], given["findings"], given["decisions"], {Seat(one) for one in given["present"]}
    )
    hold_review(by=actor_of(request), at=request.at, review=review, findings=findings)
