"""Look at a post before it is sent: what in it touches the policy, why, and what to do?

In a browser with scripts the draft never leaves it: the whole check runs there. Without scripts the form
sends the text here, which is said first; it is looked at in memory, answered, and neither kept nor logged.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from staffroom.detectors.checker import LONGEST, check
from staffroom.detectors.exchange import write_checked
from staffroom.policy.keeping import keeps
from staffroom.records.drafts import Draft
from staffroom.rules import access
from staffroom.web.checker.ground import clause_texts, school_ground
from staffroom.web.checker.words import AUDIENCES, PROTECTED, STRENGTHS
from staffroom.web.pages import page
from staffroom.web.requests import Request, day_of


@keeps("CON-3", "BYP-1")
@page(admits=access.anybody, answers=("GET", "POST"))
def show_checker(request: Request) -> HttpResponse:
    """Show the form; without scripts also what was noticed in the text that was sent."""
    shown: dict[str, Any] = {"longest": LONGEST, "strengths": STRENGTHS, "audiences": AUDIENCES}
    if request.method == "POST":
        shown |= _checked(request)
    return render(request, "checker/checker.html", shown)


def _checked(request: Request) -> dict[str, Any]:
    text = request.POST.get("text", "")
    for_school = request.POST.get("for_school") == "yes"
    draft = Draft(text, at=timezone.localtime(request.at).replace(tzinfo=None), for_school=for_school)
    clauses = clause_texts()
    answer = write_checked(check(draft, school_ground(day_of(request))))
    for finding in answer["findings"]:
        finding["clause_text"] = clauses.get(finding["clause"], "")
        finding["tag"] = PROTECTED if finding["is_protected"] else finding["strength"]
        finding["tag_words"] = STRENGTHS[finding["tag"]]
        finding["readers"] = [AUDIENCES[one] for one in finding["matters_to"]]
    return {"text": text, "for_school": for_school, "checked": answer}
