"""How does somebody read a policy with all that belongs to it, and answer?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from staffroom.policy.keeping import keeps
from staffroom.records.versions import Answer
from staffroom.rules import access
from staffroom.school.policies.actions.answering import acknowledge
from staffroom.school.policies.queries.bundles import bundle_for
from staffroom.school.policies.queries.questions import questions_of
from staffroom.school.policies.queries.reading import asked_about
from staffroom.web.pages import page
from staffroom.web.policies.answer_forms import AnswerForm
from staffroom.web.policies.answers import is_done
from staffroom.web.policies.finding import readable_version
from staffroom.web.policies.shown_text import show_text
from staffroom.web.requests import Request, actor_of, day_of


@keeps("ABT-1", "GEN-6", "GEN-7", "GEN-8")
@page(admits=access.in_scope, answers=("GET", "POST"))
def show_reading(request: Request, ref: str) -> HttpResponse:
    """Show the words with their strength, what is read with them, and take the answer."""
    version = readable_version(request, ref)
    asked = asked_about(version, request.person)
    form = AnswerForm(request.POST or None, initial={"text_hash": version.text_hash})

    def save() -> None:
        assert asked is not None
        said = form.cleaned_data
        acknowledge(
            by=actor_of(request),
            at=request.at,
            asked=asked,
            answer=Answer(said["answer"]),
            text_hash=said["text_hash"],
            reason=said["reason"],
        )

    if request.method == "POST" and asked is not None and is_done(form, save):
        messages.success(request, _("Your answer has been saved. You can keep it as a PDF."))
        return redirect("policies_mine")
    shown = {
        "version": version,
        "policy": version.policy,
        "text": show_text(version),
        "bundle": request.person and bundle_for(request.person, version, on=day_of(request)),
        "asked": asked,
        "form": form if asked else None,
        "questions": questions_of(asked) if asked else [],
    }
    return render(request, "policies/reading.html", shown)
