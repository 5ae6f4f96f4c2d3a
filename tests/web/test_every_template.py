"""Does everything that a person reads go through gettext, so that it can be said in Welsh as well?"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

import staffroom.web

TEMPLATES = Path(staffroom.web.__file__).parent / "templates"
ALL = sorted(TEMPLATES.rglob("*.html")) + sorted(TEMPLATES.rglob("*.txt"))
READ_ALOUD = {"alt", "title", "aria-label", "placeholder", "content", "value"}
NOT_READ = {("meta", "content"), ("input", "value"), ("button", "value"), ("option", "value")}

WRITTEN_BY_GETTEXT = re.compile(
    r"{%\s*blocktrans(?:late)?\b.*?{%\s*endblocktrans(?:late)?\s*%}|{%\s*comment.*?{%\s*endcomment\s*%}",
    re.DOTALL,
)
TAG = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL)
ADDRESS = re.compile(r"\b[a-z]+(?:\.[a-z]+)+\b")  # of a place on the web, the same in every language
LETTERS = re.compile(r"(?<![-\w])[A-Za-z]{2,}")  # not the end of a class


class Words(HTMLParser):
    """Collects what a person would read or be read: text, and the attributes that are spoken."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.within: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.within.append(tag)
        for name, value in attrs:
            if name in READ_ALOUD and (tag, name) not in NOT_READ and LETTERS.search(value or ""):
                self.found.append(value)

    def handle_endtag(self, tag):
        while self.within and self.within.pop() != tag:
            pass

    def handle_data(self, data):
        if LETTERS.search(ADDRESS.sub("", data)) and not {"script", "style"} & set(self.within[-1:]):
            self.found.append(data.strip())


def untranslated(template: str) -> list[str]:
    """Return the words of a template that do not go through gettext."""
    bare = TAG.sub(" ", WRITTEN_BY_GETTEXT.sub(" ", template))
    words = Words()
    words.feed(bare)
    return words.found


def test_there_are_templates():
    assert len(ALL) > 30


@pytest.mark.parametrize("file", ALL, ids=lambda file: file.relative_to(TEMPLATES).as_posix())
def test_every_word_of_a_template_goes_through_gettext(file):
    assert untranslated(file.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ("<p>Sign in</p>", ["Sign in"]),
        ('<img alt="A square">', ["A square"]),
        ('<nav aria-label="Parts">{{ name }}</nav>', ["Parts"]),
        ('<p>{% translate "Sign in" %}</p>', []),
        ("<p>{% blocktranslate %}Sign in{% endblocktranslate %}</p>", []),
        ("<p>{{ count }} – {{ name }}</p>", []),
        ('<script type="application/json">{"ids": "passkey"}</script>', []),
        ('<input value="person">', []),
    ],
)
def test_words_that_do_not_are_found(template, found):
    assert untranslated(template) == found
