"""How is a draft edited, clause by clause?"""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from staffroom.policy.text import Role
from staffroom.rules import access
from staffroom.school.policies.actions import editing
from staffroom.school.policies.models import Piece, Version
from staffroom.web.pages import page
from staffroom.web.policies.answers import do, is_done
from staffroom.web.policies.finding import editable_version
from staffroom.web.policies.forms import AddPieceForm, HeadingForm, PieceForm
from staffroom.web.policies.shown_text import show_text
from staffroom.web.requests import Request, actor_of


@page(admits=access.keeps_policy)
def show_pieces(request: Request, ref: str) -> HttpResponse:
    """Show a draft with a way to change each clause."""
    version = editable_version(ref)
    shown = {"version": version, "policy": version.policy, "text": show_text(version)}
    return render(request, "policies/edit.html", shown)


@page(admits=access.keeps_policy, answers=("GET", "POST"))
def edit_piece(request: Request, ref: str, place: int) -> HttpResponse:
    """Change the words of one clause or heading, its strength and whom it binds."""
    version, piece = _piece(ref, place)
    is_clause = piece.role == Role.CLAUSE
    form_class = PieceForm if is_clause else HeadingForm
    now = {"text": piece.text, "force": piece.force, "binds": piece.binds}
    form = form_class(request.POST or None, initial=now)

    def save() -> None:
        wording = editing.Wording(**form.cleaned_data)
        editing.reword(by=actor_of(request), at=request.at, version=version, place=place, wording=wording)

    if request.method == "POST" and is_done(form, save):
        messages.success(request, _("The new words have been saved."))
        return redirect("policy_edit", ref)
    shown = {
        "version": version,
        "policy": version.policy,
        "form": form,
        "piece": piece,
        "is_clause": is_clause,
    }
    return render(request, "policies/edit_piece.html", shown)


@page(admits=access.keeps_policy, answers=("GET", "POST"))
def add_piece(request: Request, ref: str, place: int) -> HttpResponse:
    """Add a clause or a heading after another."""
    version, piece = _piece(ref, place)
    form = AddPieceForm(request.POST or None, initial={"role": Role.CLAUSE.value})

    def save() -> None:
        said = form.cleaned_data
        editing.add_piece(
            by=actor_of(request),
            at=request.at,
            version=version,
            place=place,
            wording=editing.Wording(said["text"], said["force"], said["binds"]),
            role=Role(said["role"]),
        )

    if request.method == "POST" and is_done(form, save):
        messages.success(request, _("It has been added."))
        return redirect("policy_edit", ref)
    shown = {"version": version, "policy": version.policy, "form": form, "piece": piece}
    return render(request, "policies/edit_add.html", shown)


@page(admits=access.keeps_policy, answers=("POST",))
def take_out_piece(request: Request, ref: str, place: int) -> HttpResponse:
    """Take one clause or heading out of a draft."""
    version, _piece_there = _piece(ref, place)

    def take_out() -> None:
        editing.withdraw_piece(by=actor_of(request), at=request.at, version=version, place=place)

    return do(request, take_out, _("It has been taken out."), "policy_edit", ref)


def _piece(ref: str, place: int) -> tuple[Version, Piece]:
    version = editable_version(ref)
    piece = version.pieces.filter(place=place).first()
    if piece is None or piece.role == Role.CONTROL:
        raise Http404
    return version, piece
