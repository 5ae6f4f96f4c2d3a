"""What waits for an answer, and what is in the register?"""

from __future__ import annotations

from collections.abc import Sequence

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from staffroom.records.remarks import RemarkKind
from staffroom.rules import access
from staffroom.school.monitoring.actions.purposes import allow_purpose, answer_request, end_purpose
from staffroom.school.monitoring.actions.remarks import answer_remark, open_remark
from staffroom.school.monitoring.models import Remark, SchoolPurpose
from staffroom.school.monitoring.queries.purposes import register_lines, waiting_requests
from staffroom.school.monitoring.queries.remarks import waiting_remarks
from staffroom.school.monitoring.refusals import NotPermitted
from staffroom.school.people.models import Person
from staffroom.school.people.queries import people_in_scope
from staffroom.web.monitoring import words
from staffroom.web.monitoring.doing import did
from staffroom.web.monitoring.fields import words_field
from staffroom.web.monitoring.purposes import LineForm, with_titles
from staffroom.web.pages import Refused, page
from staffroom.web.requests import Request, actor_of, day_of

BOTH = ("GET", "POST")
ANSWERED = gettext_lazy("Your answer was sent.")


class AnswerForm(forms.Form):
    """Whether it is so, and why."""

    is_right = forms.TypedChoiceField(
        label=gettext_lazy("Your answer"),
        choices=[("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No"))],
        coerce=lambda given: given == "yes",
        widget=forms.RadioSelect,
    )
    because = words_field(rows=3, label=gettext_lazy("Why"), required=False)


class AllowForm(LineForm):
    """A line for a person, who is found by their address, or for a role."""

    person = forms.EmailField(label=gettext_lazy("Email address of the person"), required=False)
    role = forms.CharField(
        label=gettext_lazy("Or a role"),
        max_length=80,
        required=False,
        help_text=gettext_lazy("A job, a post or a standing, as it is written in the list of people."),
    )

    field_order = ("person", "role", "service", "purpose", "since", "until")

    def __init__(self, *args: object, people: QuerySet[Person], **options: object) -> None:
        super().__init__(*args, **options)
        self._people = people

    def clean_person(self) -> Person | None:
        """Find the person in scope who has this address."""
        address = self.cleaned_data["person"]
        if not address:
            return None
        found = self._people.filter(email__iexact=address).first()
        if found is None:
            raise forms.ValidationError(_("Nobody to whom the policy applies has this address."))
        return found


@page(admits=access.keeps_purposes)
def show_waiting(request: Request) -> HttpResponse:
    """Show what waits for an answer, the oldest first, and the register."""
    today = day_of(request)
    shown = {
        "requests": with_titles(waiting_requests()),
        "remarks": _remarks(waiting_remarks()),
        "lines": with_titles(register_lines(on=today)),
        "today": today,
    }
    return render(request, "monitoring/answering.html", shown)


@page(admits=access.keeps_purposes, answers=BOTH)
def allow(request: Request) -> HttpResponse:
    """Write a line into the register."""
    people = people_in_scope(on=day_of(request))
    form = AllowForm(request.POST or None, people=people, initial={"since": day_of(request)})
    if request.method == "POST" and form.is_valid() and did(form, lambda: _allow(request, form)):
        messages.success(request, _("The line is in the register."))
        return redirect("answering")
    return render(request, "monitoring/allow.html", {"form": form})


def _allow(request: Request, form: AllowForm) -> None:
    given = form.cleaned_data
    allow_purpose(
        by=actor_of(request), at=request.at, line=form.line(), person=given["person"], role=given["role"]
    )


@page(admits=access.keeps_purposes, answers=("POST",))
def end_line(request: Request, ref: str) -> HttpResponse:
    """Let a line of the register hold no longer."""
    line = get_object_or_404(SchoolPurpose, ref=ref)
    end_purpose(by=actor_of(request), at=request.at, line=line)
    messages.success(request, _("The line holds no longer."))
    return redirect("answering")


@page(admits=access.keeps_purposes, answers=BOTH)
def answer_a_request(request: Request, ref: str) -> HttpResponse:
    """Answer somebody's request for a line of the register."""
    asked = get_object_or_404(SchoolPurpose.objects.select_related("asked_by"), ref=ref)
    form = AnswerForm(request.POST or None)
    if (
        request.method == "POST"
        and form.is_valid()
        and did(form, lambda: _answer_request(request, asked, form))
    ):
        messages.success(request, ANSWERED)
        return redirect("answering")
    return render(request, "monitoring/answer_request.html", {"asked": with_titles([asked])[0], "form": form})


def _answer_request(request: Request, asked: SchoolPurpose, form: AnswerForm) -> None:
    given = form.cleaned_data
    answer_request(
        by=actor_of(request),
        at=request.at,
        request=asked,
        is_allowed=given["is_right"],
        because=given["because"],
    )


@page(admits=access.keeps_purposes, answers=BOTH)
def answer_a_remark(request: Request, ref: str) -> HttpResponse:
    """Answer a remark on a record; whose it is, is shown only where they gave their name."""
    remark = get_object_or_404(Remark.objects.select_related("signed_by"), ref=ref)
    form = AnswerForm(request.POST or None)
    if (
        request.method == "POST"
        and form.is_valid()
        and did(form, lambda: _answer_remark(request, remark, form))
    ):
        messages.success(request, ANSWERED)
        return redirect("answering")
    try:
        open_remark(by=actor_of(request), at=request.at, remark=remark)
    except NotPermitted as error:
        raise Refused(error.decision) from None
    return render(request, "monitoring/answer_remark.html", {"said": _remarks([remark])[0], "form": form})


def _answer_remark(request: Request, remark: Remark, form: AnswerForm) -> None:
    given = form.cleaned_data
    answer_remark(
        by=actor_of(request),
        at=request.at,
        remark=remark,
        is_accepted=given["is_right"],
        answer=given["because"],
    )


def _remarks(remarks: Sequence[Remark]) -> list[dict[str, object]]:
    title_of = words.titles()
    return [
        {
            "remark": one,
            "service": title_of(one.service),
            "kind": words.REMARKS[RemarkKind(one.kind)],
            "from": words.quarter_of(one.first),
            "to": words.quarter_of(one.last + 3),
        }
        for one in remarks
    ]
