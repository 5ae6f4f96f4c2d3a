"""How many have answered?"""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from staffroom.records.decisions import Decision
from staffroom.records.viewers import Viewer
from staffroom.rules import access
from staffroom.rules.academic_year import year_words
from staffroom.school.policies.queries.campaigns import count
from staffroom.school.policies.queries.questions import open_questions
from staffroom.web.pages import page
from staffroom.web.policies.finding import campaign_or_404, is_keeper
from staffroom.web.policies.questions import replies_to
from staffroom.web.policies.states import STATES, say_groups
from staffroom.web.requests import Request, day_of


def sees_answers(viewer: Viewer) -> Decision:
    """Admit those who keep the policy, and leaders and governors: they see counts."""
    keeps = access.keeps_policy(viewer)
    return keeps if keeps.allowed else access.sees_counts(viewer)


@page(admits=sees_answers)
def show_campaign(request: Request, ref: str) -> HttpResponse:
    """Show how many people have answered and how, all together and by group; never who."""
    campaign = campaign_or_404(ref)
    replies = replies_to(request, campaign.version.policy)
    counts = count(campaign, on=day_of(request))
    used = [(state, words) for state, words in STATES.items() if counts.states.get(state)]
    shown = {
        "campaign": campaign,
        "version": campaign.version,
        "policy": campaign.version.policy,
        "year": year_words(campaign.year),
        "counts": counts,
        "states": [(words, counts.states[state]) for state, words in used],
        "heads": [words for _, words in used],
        "rows": [
            (say_groups(row.groups), [row.counts.get(state, 0) for state, _ in used], row.total)
            for row in counts.rows
        ],
        "keeps": is_keeper(request),
        "questions": open_questions(campaign, but=request.person) if replies else [],
    }
    return render(request, "policies/campaign.html", shown)
