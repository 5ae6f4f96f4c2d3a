"""Do our fields have the HTML that GOV.UK Frontend publishes for its components?

The published HTML is compared with ours after both are brought into one form: ids follow Django's way, our
labels and legends are one size larger, and Django says of a field in error that it is invalid.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from web.govuk_fixtures import COMPONENTS, examples, reasons, render

pytestmark = pytest.mark.skipif(not COMPONENTS.exists(), reason="The front end's packages are not installed.")

KINDS = ("input", "textarea", "select", "radios", "checkboxes", "file-upload", "error-summary")
ALL = [one for kind in KINDS if COMPONENTS.exists() for one in examples(kind)]
MADE = [one for one in ALL if not reasons(one)]
LEFT_OUT = [one for one in ALL if reasons(one)]
OURS_ALONE = {"govuk-label--s", "govuk-fieldset__legend--s"}
VOID = {"input", "br", "img"}


class Tree(HTMLParser):
    """HTML as nested lists: a tag, its attributes in order of their names, and what is in it."""

    def __init__(self) -> None:
        super().__init__()
        self.root: list = []
        self.open = [self.root]

    def handle_starttag(self, tag, attrs):
        node = [tag, sorted(map(_plain, dict(attrs).items()))]
        self.open[-1].append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag):
        if tag not in VOID:
            self.open.pop()

    def handle_data(self, data):
        if data.strip():
            self.open[-1].append(" ".join(data.split()))


def _plain(attribute):
    name, value = attribute
    if name == "class":
        value = " ".join(sorted(set(value.split()) - OURS_ALONE))
    return name, value or ""


def as_published(html: str) -> str:
    """Write our ids the published way, and leave out what Django adds."""
    html = re.sub(r'(["\s][\w-]+)_helptext\b', r"\1-hint", html)
    html = re.sub(r'(["\s][\w-]+)_error\b', r"\1-error", html)
    html = html.replace(' aria-invalid="true"', "")
    html = re.sub(r'((?:id|for)="[\w-]+)_0"', r'\1"', html)
    html = re.sub(r'((?:id|for)="[\w-]+)_(\d+)"', lambda found: f'{found[1]}-{int(found[2]) + 1}"', html)
    return re.sub(r'(<div class="govuk-(?:radios|checkboxes)"[^>]*?) id="[^"]*"', r"\1", html)


def tree(html: str) -> list:
    parser = Tree()
    parser.feed(html)
    return parser.root


def test_most_examples_can_be_made_of_our_fields():
    assert len(MADE) >= 50
    assert {one.component for one in MADE} == set(KINDS)


@pytest.mark.parametrize("example", MADE, ids=lambda one: f"{one.component} {one.name}")
def test_a_field_has_the_published_html(example):
    assert tree(as_published(render(example))) == tree(example.html)


@pytest.mark.parametrize(
    "example", [one for one in ALL if reasons(one)], ids=lambda one: f"{one.component} {one.name}"
)
def test_an_example_that_is_left_out_has_its_reason(example):
    assert all(reasons(example))


def test_another_html_is_found():
    example = next(one for one in MADE if one.name == "with error message")
    wrong = example.html.replace("govuk-input--error", "")
    assert tree(as_published(render(example))) != tree(wrong)
