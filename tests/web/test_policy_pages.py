"""Can a policy be led through its life on the pages, by those who may and by nobody else?"""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from school.made_people import AT, TESTS, make_person
from school.policies.made_policies import TEXT, make_draft, make_in_force, make_leaders, make_policy
from staffroom.records.people import Standing
from staffroom.records.posts import Post
from staffroom.school.policies.actions.drafting import draft_from_version
from staffroom.school.policies.models import Asked, Comment, Policy, Version
from web.visiting import sign_in

pytestmark = pytest.mark.django_db


def client_of(person) -> Client:
    return sign_in(Client(), person)


def said(response) -> str:
    """Return the words of a page, without its marks."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def upload(text: str = TEXT, name: str = "policy.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode())


def test_from_an_upload_to_the_first_acknowledgement():
    head, governor = make_leaders()
    teacher = make_person()
    desk = client_of(head)

    page = desk.post("/policies/add/", {"title": "Social networking", "file": upload()}, follow=True)
    assert "The clauses make the text again, word for word" in said(page)
    version = Version.objects.get()
    policy = version.policy
    settings = {
        "title": "Social networking",
        "owner": head.pk,
        "governor": governor.pk,
        "approving_posts": ["headteacher", "safeguarding governor"],
        "days_to_read": 28,
    }
    assert "has been saved" in said(desk.post(f"/policies/{policy.ref}/settings/", settings, follow=True))

    address = f"/policies/versions/{version.ref}"
    page = desk.get(f"{address}/")
    assert "Staff were not consulted, and no reason is written down." in said(page)
    until = (timezone.localdate() + timedelta(days=7)).isoformat()
    desk.post(f"{address}/consult/", {"until": until})
    colleague = client_of(teacher)
    assert "Say what you think of a draft" in said(colleague.get("/"))
    colleague.post(f"{address}/consultation/", {"text": "Which sites?", "place": ""})
    comment = Comment.objects.get()
    desk.post(f"/policies/comments/{comment.ref}/", {"text": "We name them now.", "is_taken_up": "yes"})
    assert "We name them now." in said(colleague.get(f"{address}/consultation/"))

    desk.post(f"{address}/step/", {"step": "ask"})
    for person in (head, governor):
        desk_of_approver = client_of(person)
        assert "Approve: Social networking" in said(desk_of_approver.get("/"))
        version.refresh_from_db()
        decision = {"decision": "approve", "text_hash": version.text_hash, "reason": ""}
        desk_of_approver.post(f"{address}/approval/", decision)
    page = desk.post(f"{address}/step/", {"step": "bring_in"}, follow=True)
    assert "The version is in force." in said(page)

    assert "Read and answer: Social networking" in said(colleague.get("/"))
    version.refresh_from_db()
    answer = {"answer": "accepted", "text_hash": version.text_hash, "reason": ""}
    page = colleague.post(f"{address}/read/", answer, follow=True)
    assert "Your answer has been saved." in said(page)
    assert Asked.objects.get(person=teacher).state == "accepted"


def test_a_file_that_is_no_policy_is_refused_on_the_form_and_adds_nothing():
    desk = client_of(make_person(Post.POLICY_OWNER))
    page = desk.post("/policies/add/", {"title": "Mine", "file": upload("x", "policy.exe")})
    assert page.status_code == 200
    assert "Files of this kind cannot be read." in said(page)
    assert not Policy.objects.exists()


def test_without_a_file_the_template_is_taken():
    desk = client_of(make_person(Post.POLICY_OWNER))
    page = desk.post("/policies/add/", {"title": "Mine"}, follow=True)
    assert "43 sentences were read as clauses" in said(page)


def test_the_page_of_what_was_found_says_that_the_review_is_overdue():
    draft = make_draft(make_policy(), TEXT.replace("September 2027", "February 2021"))
    desk = client_of(make_person(Post.POLICY_OWNER))
    assert "Review overdue since February 2021" in said(desk.get(f"/policies/versions/{draft.ref}/found/"))


def test_every_page_warns_of_an_overdue_review_until_a_new_version_is_in_force():
    head, governor = make_leaders()
    version = make_in_force(head, governor)
    Version.objects.filter(pk=version.pk).update(review_last_day="2021-02-28", review_by="2021-02")
    desk = client_of(make_person(standings=(Standing.VOLUNTEER,)))
    warning = "The review of “Social networking policy” is overdue since February 2021."
    for address in ("/", "/policies/", "/policies/mine/", f"/policies/versions/{version.ref}/"):
        assert warning in said(desk.get(address))
    make_in_force(head, governor, TEXT.replace("2.1", "3.0"), version.policy, AT)
    assert warning not in said(desk.get("/"))


@pytest.fixture
def draft():
    head, governor = make_leaders()
    return draft_from_version(by=TESTS, at=AT, version=make_in_force(head, governor, at=AT))


KEEPERS_ONLY = (
    "",
    "edit/",
    "edit/front/",
    "edit/about/",
    "edit/9/",
    "edit/9/add/",
    "found/",
    "changes/",
    "approval/",
)


@pytest.mark.parametrize("part", KEEPERS_ONLY)
def test_a_draft_is_for_those_who_keep_the_policy(draft, part):
    address = f"/policies/versions/{draft.ref}/{part}"
    for person in (make_person(), make_person(Post.CHAIR), make_person(standings=(Standing.GOVERNOR,))):
        assert client_of(person).get(address).status_code == 403
    assert client_of(make_person(Post.POLICY_OWNER)).get(address).status_code == 200


def test_somebody_who_is_asked_to_approve_may_read_and_others_may_not(draft):
    governor = draft.policy.governor
    address = f"/policies/versions/{draft.ref}/approval/"
    assert client_of(governor).get(address).status_code == 403
    desk = client_of(draft.policy.owner)
    desk.post(
        f"/policies/versions/{draft.ref}/edit/about/", {"not_consulted": "Nothing changed.", "summary": ""}
    )
    page = desk.post(f"/policies/versions/{draft.ref}/step/", {"step": "ask"}, follow=True)
    assert "Every approver has been asked." in said(page)
    assert "I approve these words" in said(client_of(governor).get(address))
    assert client_of(make_person()).get(address).status_code == 403


def test_a_clause_is_changed_added_and_taken_out_on_its_page(draft):
    desk = client_of(make_person(Post.POLICY_OWNER))
    place = draft.pieces.get(clause="SEC-1").place
    edit = f"/policies/versions/{draft.ref}/edit/{place}/"
    desk.post(edit, {"text": "Social networks are public.", "force": "informs", "binds": "staff"})
    desk.post(edit + "add/", {"role": "clause", "text": "Be kind.", "force": "must", "binds": "staff"})
    texts = list(draft.pieces.filter(place__in=(place, place + 1)).values_list("text", "force"))
    assert texts == [("Social networks are public.", "informs"), ("Be kind.", "must")]
    desk.post(f"/policies/versions/{draft.ref}/edit/{place + 1}/take-out/")
    assert not draft.pieces.filter(text="Be kind.").exists()
    page = desk.post(edit, {"text": " ", "force": "informs", "binds": "staff"})
    assert "There is a problem" in said(page)


def test_the_changes_page_says_in_words_what_was_taken_out_and_put_in(draft):
    desk = client_of(make_person(Post.POLICY_OWNER))
    piece = draft.pieces.get(clause="SEC-1")
    words = {"text": piece.text.replace("are a", "are always a"), "force": piece.force, "binds": piece.binds}
    desk.post(f"/policies/versions/{draft.ref}/edit/{piece.place}/", words)
    address = f"/policies/versions/{draft.ref}/changes/"
    page = desk.get(address).content.decode()
    assert re.search(r"<ins[^>]*><span class=\"govuk-visually-hidden\">\[put in: </span>always", page)
    assert "1 change is not marked yet." in page
    page = desk.post(address, {"key": draft.markings.get().key, "material": "yes"}, follow=True)
    assert "The mark has been saved." in said(page)
    assert draft.markings.get().is_material is True


def test_only_those_who_keep_the_policy_mark_changes(draft):
    address = f"/policies/versions/{draft.policy.versions.get(state='in force').ref}/changes/"
    assert client_of(make_person()).post(address, {"key": "x", "material": "yes"}).status_code == 403


def test_the_front_page_takes_only_dates(draft):
    desk = client_of(make_person(Post.POLICY_OWNER))
    address = f"/policies/versions/{draft.ref}/edit/front/"
    page = desk.post(address, {"version": "3.0", "review_by": "soon", "issued": "", "owner": ""})
    assert "Write a month and a year, such as March 2028, or a whole date." in said(page)
    desk.post(address, {"version": "3.0", "review_by": "March 2028", "issued": "", "owner": "Deputy Head"})
    draft.refresh_from_db()
    assert (draft.number, draft.review_by, draft.owner_words) == ("3.0", "2028-03", "Deputy Head")


def test_a_withdrawn_draft_can_be_made_a_draft_again(draft):
    desk = client_of(make_person(Post.POLICY_OWNER))
    address = f"/policies/versions/{draft.ref}/step/"
    for step, state in (("withdraw", "withdrawn"), ("reopen", "draft")):
        desk.post(address, {"step": step})
        draft.refresh_from_db()
        assert draft.state == state
    assert "No such step can be taken." in said(desk.post(address, {"step": "burn"}, follow=True))


def test_a_step_that_the_rules_do_not_allow_says_why_and_does_nothing(draft):
    desk = client_of(make_person(Post.POLICY_OWNER))
    page = desk.post(f"/policies/versions/{draft.ref}/step/", {"step": "bring_in"}, follow=True)
    assert "cannot take the step" in said(page)
    assert "Not done" in said(page)


def test_documents_that_belong_to_a_policy_are_added_and_removed(draft):
    desk = client_of(make_person(Post.POLICY_OWNER))
    policy = draft.policy
    link = {"title": "e-Safety Policy", "version": "3", "address": "https://hollybank.example/safety"}
    assert "e-Safety Policy" in said(desk.post(f"/policies/{policy.ref}/documents/add/", link, follow=True))
    assert (
        desk.post(f"/policies/{policy.ref}/documents/add/", link | {"address": "javascript:1"}).status_code
        == 200
    )
    [kept] = policy.links.all()
    desk.post(f"/policies/{policy.ref}/documents/{kept.pk}/remove/")
    assert not policy.links.exists()


@pytest.mark.parametrize("source", ["version", "template"])
def test_a_new_version_is_begun_only_where_none_is_being_worked_on(draft, source):
    desk = client_of(make_person(Post.POLICY_OWNER))
    address = f"/policies/{draft.policy.ref}/draft/"
    assert "Another version is being worked on." in said(desk.post(address, {"source": source}))
    desk.post(f"/policies/versions/{draft.ref}/step/", {"step": "withdraw"})
    assert desk.post(address, {"source": source}).status_code == 302
    assert "Choose the file to start from." in said(desk.post(address, {"source": "file"}))


def test_what_is_not_there_is_not_found():
    desk = client_of(make_person(Post.POLICY_OWNER))
    parts = ("", "versions/", "campaigns/", "comments/")
    for address in (*(f"{part}abc/" for part in parts), "asked/abc/paper/", "answers/abc/pdf/"):
        assert desk.get(f"/policies/{address}").status_code == 404
