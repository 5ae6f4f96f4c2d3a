"""What do staff say to a draft, and what are they answered?"""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from staffroom.records.versions import VersionState
from staffroom.rules import access
from staffroom.school.policies.actions.consulting import comment, reply
from staffroom.school.policies.queries.comments import comments_on, find_comment
from staffroom.web.pages import page
from staffroom.web.policies.answer_forms import CommentForm, ReplyForm
from staffroom.web.policies.answers import is_done
from staffroom.web.policies.finding import is_keeper, readable_version
from staffroom.web.policies.shown_text import show_text
from staffroom.web.requests import Request, actor_of, day_of


@page(admits=access.in_scope, answers=("GET", "POST"))
def show_consultation(request: Request, ref: str) -> HttpResponse:
    """Show a draft with its comments and answers, and take a new comment while it is open."""
    version = readable_version(request, ref)
    until = version.consulted_until
    is_open = version.state == VersionState.CONSULTATION and (until is None or day_of(request) <= until)
    text = show_text(version)
    form = CommentForm(request.POST or None, text=text)

    def save() -> None:
        assert request.person is not None
        comment(
            by=actor_of(request), at=request.at, version=version, person=request.person, **form.cleaned_data
        )

    if request.method == "POST" and is_done(form, save):
        messages.success(request, _("Your comment has been sent. You are told when it is answered."))
        return redirect("policy_consultation", ref)
    keeps = is_keeper(request)
    own = None if keeps else request.person
    shown = {
        "version": version,
        "policy": version.policy,
        "text": text,
        "form": form if is_open else None,
        "comments": comments_on(version, own=own),
        "keeps": keeps,
        "is_open": is_open,
    }
    return render(request, "policies/consultation.html", shown)


@page(admits=access.keeps_policy, answers=("GET", "POST"))
def answer_comment(request: Request, ref: str) -> HttpResponse:
    """Answer one comment."""
    found = find_comment(ref)
    if found is None:
        raise Http404
    form = ReplyForm(request.POST or None)

    def save() -> None:
        assert request.person is not None
        reply(
            by=actor_of(request),
            at=request.at,
            comment=found,
            person=request.person,
            text=form.cleaned_data["text"],
            is_taken_up=form.cleaned_data["is_taken_up"] == "yes",
        )

    if request.method == "POST" and is_done(form, save):
        messages.success(request, _("The answer has been sent."))
        return redirect("policy_consultation", found.version.ref)
    return render(
        request, "policies/comment.html", {"form": form, "comment": found, "version": found.version}
    )
