"""How does somebody who answers for a policy reply to a question about it?"""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from staffroom.rules import access
from staffroom.rules.acknowledging import decide_replier
from staffroom.school.policies.actions.replying import look_at_question, reply_to_question
from staffroom.school.policies.models import Acknowledgement, Policy
from staffroom.school.policies.queries.questions import find_question, is_open
from staffroom.web.pages import page, permit
from staffroom.web.policies.answer_forms import QuestionReplyForm
from staffroom.web.policies.answers import is_done
from staffroom.web.policies.finding import is_keeper
from staffroom.web.requests import Request, actor_of


def replies_to(request: Request, policy: Policy) -> bool:
    """Say whether the person who is looking replies to questions about a policy."""
    owner = policy.owner.ref if policy.owner else ""
    return request.viewer is not None and access.replies_to_questions(request.viewer, owner).allowed


@page(admits=access.in_scope, answers=("GET", "POST"))
def answer_question(request: Request, ref: str) -> HttpResponse:
    """Show a question, by name to those who keep the policy, and take the reply."""
    question = _question_for(request, ref)
    form = QuestionReplyForm(request.POST or None)

    def save() -> None:
        assert request.person is not None
        text = form.cleaned_data["text"]
        reply_to_question(
            by=actor_of(request), at=request.at, question=question, person=request.person, text=text
        )

    campaign = question.asked.campaign
    if request.method == "POST" and is_done(form, save):
        messages.success(request, _("Your reply has been sent."))
        return redirect("policy_campaign", campaign.ref)
    look_at_question(by=actor_of(request), at=request.at, question=question)
    shown = {
        "question": question,
        "campaign": campaign,
        "policy": campaign.version.policy,
        "form": form if is_open(question) else None,
        "keeps": is_keeper(request),
    }
    return render(request, "policies/question.html", shown)


def _question_for(request: Request, ref: str) -> Acknowledgement:
    """Return a question that this person replies to. Raises Http404, or Refused with the reason."""
    question = find_question(ref)
    if question is None:
        raise Http404
    assert request.viewer is not None
    owner = question.asked.campaign.version.policy.owner
    permit(access.replies_to_questions(request.viewer, owner.ref if owner else ""))
    permit(decide_replier(request.viewer.ref, question.person.ref))
    return question
