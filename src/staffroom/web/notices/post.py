"""Is the post getting through?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext

from staffroom.rules import access
from staffroom.school.notices.actions.mail import try_refused_again
from staffroom.school.notices.queries.post import is_mail_set, post_now
from staffroom.web.notices.reasons import in_words
from staffroom.web.pages import page
from staffroom.web.requests import Request, actor_of


@page(admits=access.keeps_mail, answers=("GET", "POST"))
def show_post(request: Request) -> HttpResponse:
    """Show how many notices wait or were refused and why, without names; let the refused go once more."""
    if request.method == "POST":
        count = try_refused_again(by=actor_of(request), at=request.at)
        said = ngettext("%(n)d notice goes once more.", "%(n)d notices go once more.", count) % {"n": count}
        messages.success(request, said)
        return redirect("notices_post")
    post = post_now()
    shown = {
        "post": post,
        "is_mail_set": is_mail_set(),
        "waiting": [(in_words(code), count) for code, count in post.waiting_because],
        "refused": [(in_words(code), count) for code, count in post.refused_because],
    }
    return render(request, "notices/post.html", shown)
