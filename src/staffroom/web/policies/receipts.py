"""What does somebody keep of what they acknowledged: a PDF, the signed statement, the scan?"""

from __future__ import annotations

import json
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpResponse

from staffroom.rules import access
from staffroom.school.policies.actions.answering import SCANS
from staffroom.school.policies.actions.looking import look_at_answer
from staffroom.school.policies.models import Acknowledgement
from staffroom.school.policies.signing import signed_statement
from staffroom.vault.kept_files import read_file
from staffroom.web.pages import page, permit
from staffroom.web.policies.finding import answer_or_404
from staffroom.web.policies.receipt_pdf import draw_receipt
from staffroom.web.requests import Request, actor_of


@page(admits=access.anybody)
def give_pdf(request: Request, ref: str) -> HttpResponse:
    """Give the PDF of one acknowledgement to the person, or to those who keep the policy."""
    answer = _seen(request, ref)
    return _file(draw_receipt(answer), "application/pdf", f"acknowledgement-{ref}.pdf")


@page(admits=access.anybody)
def give_statement(request: Request, ref: str) -> HttpResponse:
    """Give the signed statement of one acknowledgement as JSON."""
    answer = _seen(request, ref)
    written = json.dumps(signed_statement(answer), indent=2, ensure_ascii=False).encode()
    return _file(written, "application/json", f"acknowledgement-{ref}.json")


@page(admits=access.anybody)
def give_scan(request: Request, ref: str) -> HttpResponse:
    """Give the scan of an acknowledgement on paper as it came: to be saved, never shown within a page."""
    answer = _seen(request, ref)
    content = read_file(answer.scan, Path(settings.FOLDER) / SCANS)
    if content is None:
        raise Http404
    return _file(content, "application/octet-stream", f"scan-{ref}.{answer.scan_kind}")


def _seen(request: Request, ref: str) -> Acknowledgement:
    """Return an acknowledgement that this person may see; that another's was looked at is written down."""
    answer = answer_or_404(ref)
    assert request.viewer is not None
    own = access.owns(request.viewer, answer.person.ref)
    permit(
        own
        if own.allowed or not access.keeps_policy(request.viewer).allowed
        else access.keeps_policy(request.viewer)
    )
    look_at_answer(by=actor_of(request), at=request.at, answer=answer)
    return answer


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(
        content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
