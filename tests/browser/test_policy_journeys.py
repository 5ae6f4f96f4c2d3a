"""Can a policy be brought into force, read, changed and read again in a real browser?"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from browser.accessibility import (
    take_picture,
    then_nothing_is_complained_of,
    then_the_page_is_accessible,
    then_there_is_one_heading,
)
from browser.made_school import WITHOUT_A_POST
from browser.running_school import RunningSchool, running
from browser.visitors import PHONE, Visitor, given_a_visitor
from policy.made_policy import CONTROL, REWORDED
from staffroom.records.posts import Post

SCREEN = 800  # what a phone shows at once
HEAD, GOVERNOR, OWNER = Post.HEADTEACHER.value, Post.SAFEGUARDING_GOVERNOR.value, Post.POLICY_OWNER.value
TEXT = "\n\n".join(
    [
        "Social networking policy",
        "\n".join(CONTROL),
        *("\n\n".join([section, *(text for _, text in REWORDED[section])]) for section in REWORDED),
    ]
)


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSchool]:
    """A school of its own, because what happens here shows on every page."""
    with running(tmp_path_factory.mktemp("policy"), made_by="browser.made_school") as school:
        yield school


def given_the_policy_is_added(keeper: Visitor) -> str:
    """Upload the published text, name who answers for it, and return the address of its draft."""
    keeper.opens("/policies/add/")
    file = {"name": "our-policy.txt", "mimeType": "text/plain", "buffer": TEXT.encode()}
    keeper.page.get_by_label("Your published policy").set_input_files(file)
    keeper.presses("Read the policy")
    assert keeper.sees("The clauses make the text again, word for word")
    then_the_page_is_accessible(keeper)
    keeper.presses("Go on")
    address = keeper.page.url.removeprefix(keeper.school.address)
    keeper.follows("Social networking policy")
    keeper.follows("Change who answers for it")
    keeper.page.get_by_label("Senior leader responsible").select_option(index=1)
    keeper.page.get_by_label("Governor responsible").select_option(index=1)
    keeper.presses("Save")
    return address


def given_it_is_approved_and_in_force(
    school: RunningSchool, chromium: object, keeper: Visitor, address: str
) -> None:
    """Say why nobody was consulted, have both approve on their phones, and bring it into force."""
    keeper.opens(address)
    keeper.follows("Say what changed, and what other documents say")
    keeper.writes("If staff were not consulted: why not", "They were consulted in June, on paper.")
    keeper.presses("Save")
    keeper.presses("Ask for approval")
    for post in (HEAD, GOVERNOR):
        with given_a_visitor(chromium, school, post=post, width=PHONE) as approver:
            approver.opens("/")
            approver.follows("Approve: Social networking policy")
            take_picture(approver, "approve", width=PHONE, height=SCREEN)
            approver.page.get_by_label("I approve these words").check()
            approver.presses("Save my decision")
            then_nothing_is_complained_of(approver)
    keeper.opens(address)
    keeper.presses("Bring it into force")
    assert keeper.sees("The version is in force.")


def when_somebody_reads_and_accepts(reader: Visitor) -> None:
    """Read from the first page on, and accept."""
    reader.opens("/")
    reader.follows("Read and answer: Social networking policy")
    then_there_is_one_heading(reader)
    then_the_page_is_accessible(reader)
    take_picture(reader, "first-acknowledgement", width=PHONE, height=SCREEN)
    reader.page.get_by_label("I have read it, and I will keep to it").check()
    reader.presses("Send my answer")
    assert reader.sees("Your answer has been saved.")


def test_from_the_published_text_to_an_acknowledgement_and_again_after_a_material_change(chromium, school):
    with given_a_visitor(chromium, school, post=OWNER) as keeper:
        address = given_the_policy_is_added(keeper)
        given_it_is_approved_and_in_force(school, chromium, keeper, address)

        with given_a_visitor(chromium, school, post=WITHOUT_A_POST, width=PHONE) as reader:
            when_somebody_reads_and_accepts(reader)
            with reader.page.expect_download() as download:
                reader.page.get_by_role("link", name="PDF").click()
            assert download.value.suggested_filename.endswith(".pdf")
            reader.opens("/policies/check/")
            reader.page.get_by_label("The PDF, or the JSON file").set_input_files(download.value.path())
            reader.presses("Check it")
            assert reader.sees("It is genuine")
            then_the_page_is_accessible(reader)
            then_nothing_is_complained_of(reader)

        keeper.opens("/policies/")
        keeper.follows("Social networking policy")
        keeper.presses("Start a new version")
        keeper.page.get_by_label("the words that are in force now").check()
        keeper.presses("Start")
        new = keeper.page.url.removeprefix(school.address)
        keeper.follows("Edit the clauses")
        keeper.page.get_by_role("link", name=re.compile("^Change.*Abusive")).click()
        keeper.writes("Words", "Abusive or defamatory messages must never be sent or passed on.")
        keeper.presses("Save")
        keeper.opens(f"{new}changes/")
        then_the_page_is_accessible(keeper)
        take_picture(keeper, "what-changed")
        keeper.presses("It is material")
        given_it_is_approved_and_in_force(school, chromium, keeper, new)
        then_nothing_is_complained_of(keeper)

    with given_a_visitor(chromium, school, post=WITHOUT_A_POST, with_scripts=False) as reader:
        reader.opens("/")
        reader.follows("Read and answer: Social networking policy")
        reader.page.get_by_label("I decline").check()
        reader.writes("Your questions, or why you decline", "I do not understand the new words.")
        reader.presses("Send my answer")
        assert reader.sees("I do not understand the new words.")


def test_leaders_see_counts_on_a_page_that_is_fit_for_everybody(chromium, school):
    with given_a_visitor(chromium, school, post=HEAD) as head:
        head.opens("/policies/")
        head.follows("Social networking policy")
        head.page.get_by_role("link", name="/").last.click()
        assert head.sees("how many have answered")
        then_the_page_is_accessible(head)
        head.follows("See who has not answered")
        then_the_page_is_accessible(head)
        then_nothing_is_complained_of(head)
