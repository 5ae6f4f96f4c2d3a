"""Is a mail plain, complete, and safe whatever is written in it?"""

from __future__ import annotations

from email import message_from_bytes, policy
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from notifiers.made_messages import message
from notifiers.made_servers import settings_for
from staffroom.notifiers.letter import write_letter, write_page, write_text

SERVER = settings_for(25)


def test_a_mail_has_both_forms_and_says_from_whom_to_whom_and_when():
    letter = message_from_bytes(bytes(write_letter(message(), SERVER)), policy=policy.default)
    assert letter["From"] == "Hollybank <staffroom@hollybank.example>"
    assert letter["To"] == "robin@hollybank.example"
    assert letter["Subject"] == "Please read the policy"
    assert letter["Date"] == "Mon, 14 Sep 2026 09:00:00 +0000"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert [part.get_content_type() for part in letter.iter_parts()] == ["text/plain", "text/html"]


def test_a_repeat_of_a_mail_carries_the_same_number():
    first, second = (write_letter(message(), SERVER)["Message-ID"] for _ in range(2))
    assert first == second == "<abc123.school@hollybank.example>"


def test_the_text_holds_what_was_written_the_link_and_why():
    assert write_text(message()).splitlines() == [
        "The policy has changed.",
        "",
        "Read it by Friday.",
        "",
        "Read it in Staffroom",
        "https://staffroom.hollybank.example/policies/",
        "",
        "-- ",
        "You get this because the policy applies to you.",
    ]


def test_a_message_without_a_link_has_none():
    text = write_text(message(link="", closing=""))
    assert text == "The policy has changed.\n\nRead it by Friday.\n"
    assert "<a " not in write_page(message(link=""))


class Reader(HTMLParser):
    """Reads a page as a screen reader would: its language, headings, links and text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict]] = []
        self.text = ""

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    return reader


def test_the_page_has_a_language_one_heading_and_a_link_that_says_where_it_leads():
    reader = read(write_page(message()))
    assert ("html", {"lang": "en-GB"}) in reader.tags
    assert [tag for tag, _ in reader.tags].count("h1") == 1
    assert ("a", {"href": "https://staffroom.hollybank.example/policies/"}) in reader.tags
    assert "Read it in Staffroom" in reader.text
    assert not {"script", "img", "link", "style"} & {tag for tag, _ in reader.tags}


@given(st.text(max_size=60), st.text(max_size=200))
def test_whatever_is_written_the_page_has_no_other_tags_and_the_head_no_other_lines(subject, body):
    odd = message(subject=subject, body=body)
    plain = {tag for tag, _ in read(write_page(message())).tags}
    assert {tag for tag, _ in read(write_page(odd)).tags} <= plain | {"br"}
    head = bytes(write_letter(odd, SERVER)).partition(b"\r\n\r\n")[0].decode("ascii")
    names = [line.partition(":")[0] for line in head.split("\r\n") if line[:1].strip()]
    assert len(names) == len(set(names))
    assert {"From", "To", "Subject"} <= set(names) <= {*names[:9]}
