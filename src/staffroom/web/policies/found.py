"""What was found in a text that was imported?"""

from __future__ import annotations

from collections import Counter

from django.http import HttpResponse
from django.shortcuts import render

from staffroom.policy.control import describe_review
from staffroom.policy.matching import Sureness
from staffroom.policy.template import load_template
from staffroom.policy.text import Role
from staffroom.rules import access
from staffroom.school.policies.texts import hash_words, make_words
from staffroom.web.pages import page
from staffroom.web.policies.finding import version_or_404
from staffroom.web.policies.shown_text import show_text
from staffroom.web.requests import Request, day_of


@page(admits=access.keeps_policy)
def show_found(request: Request, ref: str) -> HttpResponse:
    """Show which clauses were found, which are the school's own, and how the review stands."""
    version = version_or_404(ref)
    pieces = list(version.pieces.all())
    clauses = [one for one in pieces if one.role == Role.CLAUSE]
    ids = {one.clause for one in clauses}
    counts = Counter(one.sureness for one in clauses)
    words = make_words(version, pieces)
    shown = {
        "version": version,
        "policy": version.policy,
        "clauses": clauses,
        "unmatched": [one for one in clauses if not one.clause],
        "missing": [one for one in load_template().clauses if one.id not in ids],
        "sure": counts[Sureness.CERTAIN] + counts[Sureness.LIKELY],
        "doubtful": counts[Sureness.DOUBTFUL],
        "front": show_text(version).front,
        "review": describe_review(words.control, day_of(request)),
        "is_rebuilt": hash_words(words) == version.text_hash,
    }
    return render(request, "policies/found.html", shown)
