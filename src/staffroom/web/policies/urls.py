"""The addresses of the pages for policies."""

from __future__ import annotations

from django.urls import path

from staffroom.web.frame import WARNERS
from staffroom.web.home.tasks import SOURCES
from staffroom.web.policies.adding import add
from staffroom.web.policies.approval import show_approval
from staffroom.web.policies.campaign import show_campaign
from staffroom.web.policies.changes import show_changes
from staffroom.web.policies.checking import check_statement
from staffroom.web.policies.consultation import answer_comment, show_consultation
from staffroom.web.policies.drafts import start_draft
from staffroom.web.policies.editing import add_piece, edit_piece, show_pieces, take_out_piece
from staffroom.web.policies.found import show_found
from staffroom.web.policies.front_page import edit_description, edit_front
from staffroom.web.policies.listing import show_policies
from staffroom.web.policies.mine import show_mine
from staffroom.web.policies.one import show_policy
from staffroom.web.policies.people_asked import ask_person_again, show_people_asked
from staffroom.web.policies.printing import show_print
from staffroom.web.policies.questions import answer_question
from staffroom.web.policies.reading import show_reading
from staffroom.web.policies.receipts import give_pdf, give_scan, give_statement
from staffroom.web.policies.recording import exempt_person, record_on_paper
from staffroom.web.policies.settings import add_link, change_settings, remove_link
from staffroom.web.policies.steps import begin_consultation, take_step
from staffroom.web.policies.version import show_version
from staffroom.web.policies.waiting import tasks_of, warn_of_reviews

SOURCES.append(tasks_of)
WARNERS.append(warn_of_reviews)

VERSION = "versions/<slug:ref>/"
ASKED = "asked/<slug:ref>/"

urlpatterns = [
    path("", show_policies, name="policies"),
    path("mine/", show_mine, name="policies_mine"),
    path("add/", add, name="policy_add"),
    path("check/", check_statement, name="policy_check"),
    path(VERSION, show_version, name="policy_version"),
    path(f"{VERSION}read/", show_reading, name="policy_reading"),
    path(f"{VERSION}found/", show_found, name="policy_found"),
    path(f"{VERSION}print/", show_print, name="policy_print"),
    path(f"{VERSION}changes/", show_changes, name="policy_changes"),
    path(f"{VERSION}consultation/", show_consultation, name="policy_consultation"),
    path(f"{VERSION}approval/", show_approval, name="policy_approval"),
    path(f"{VERSION}step/", take_step, name="policy_step"),
    path(f"{VERSION}consult/", begin_consultation, name="policy_consult"),
    path(f"{VERSION}edit/", show_pieces, name="policy_edit"),
    path(f"{VERSION}edit/front/", edit_front, name="policy_edit_front"),
    path(f"{VERSION}edit/about/", edit_description, name="policy_edit_about"),
    path(f"{VERSION}edit/<int:place>/", edit_piece, name="policy_edit_piece"),
    path(f"{VERSION}edit/<int:place>/add/", add_piece, name="policy_edit_add"),
    path(f"{VERSION}edit/<int:place>/take-out/", take_out_piece, name="policy_edit_take_out"),
    path("comments/<slug:ref>/", answer_comment, name="policy_comment"),
    path("campaigns/<slug:ref>/", show_campaign, name="policy_campaign"),
    path("campaigns/<slug:ref>/people/", show_people_asked, name="policy_people_asked"),
    path("questions/<slug:ref>/", answer_question, name="policy_question"),
    path(f"{ASKED}paper/", record_on_paper, name="policy_paper"),
    path(f"{ASKED}exempt/", exempt_person, name="policy_exempt"),
    path(f"{ASKED}again/", ask_person_again, name="policy_ask_again"),
    path("answers/<slug:ref>/pdf/", give_pdf, name="policy_receipt"),
    path("answers/<slug:ref>/statement/", give_statement, name="policy_statement"),
    path("answers/<slug:ref>/scan/", give_scan, name="policy_scan"),
    path("<slug:ref>/", show_policy, name="policy"),
    path("<slug:ref>/draft/", start_draft, name="policy_draft"),
    path("<slug:ref>/settings/", change_settings, name="policy_settings"),
    path("<slug:ref>/documents/add/", add_link, name="policy_link"),
    path("<slug:ref>/documents/<int:number>/remove/", remove_link, name="policy_unlink"),
]
