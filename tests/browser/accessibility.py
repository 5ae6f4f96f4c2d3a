"""Is a page fit for everybody: the steps that a journey ends with."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import expect

from browser.visitors import NARROW, PATIENCE, PHONE, WIDE, Visitor

HEIGHT = 900
COLOURS = 64
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],  # the rules are all run; what is well is not written out
}
LOOK = "rules => axe.run(rules).then(found => found.violations)"
PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
WANTED = "STAFFROOM_SHOTS"


def then_the_page_is_accessible(visitor: Visitor) -> None:
    """Find nothing with axe on a wide screen, on phones, in forced colours and on paper."""
    page = visitor.page
    for width in (WIDE, PHONE, NARROW):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        then_axe_finds_nothing(visitor, f"at {width} px")
        then_nothing_scrolls_sideways(visitor)
    page.emulate_media(forced_colors="active")
    then_axe_finds_nothing(visitor, "in forced colours")
    page.emulate_media(forced_colors="none", media="print")
    then_axe_finds_nothing(visitor, "on paper")
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": WIDE, "height": HEIGHT})


def then_axe_finds_nothing(visitor: Visitor, how: str = "") -> None:
    """Find nothing with axe as the page stands. A page is given axe once, however often it is looked at."""
    if not visitor.page.evaluate("'axe' in window"):
        visitor.page.evaluate(Axe().axe_script)
    found = visitor.page.evaluate(LOOK, RULES)
    said = [f"{one['id']}: {one['help']}: {node['html']}" for one in found for node in one["nodes"]]
    assert not said, "\n".join([f"{visitor.page.url} {how}", *said])


def then_nothing_scrolls_sideways(visitor: Visitor) -> None:
    """See that the page is no wider than the screen."""
    root = "document.documentElement"
    wide = visitor.page.evaluate(f"{root}.scrollWidth - {root}.clientWidth")
    assert wide <= 0, f"{visitor.page.url} is {wide} px wider than the screen."


def then_there_is_one_heading(visitor: Visitor) -> None:
    """See that the page has one first heading."""
    expect(visitor.page.locator("h1")).to_have_count(1, timeout=PATIENCE)


def then_nothing_is_complained_of(visitor: Visitor) -> None:
    """See that the console had nothing to say: no script failed and no policy was broken."""
    assert not visitor.complaints, "\n".join([visitor.page.url, *visitor.complaints])


def take_picture(visitor: Visitor, name: str, *, width: int = WIDE, height: int = 0) -> None:
    """Take a picture for the documents, where pictures are asked for (make shots).

    It shows the whole page, or the page down to `height` pixels. Few colours keep it small.
    """
    if not os.environ.get(WANTED):
        return
    visitor.page.set_viewport_size({"width": width, "height": height or HEIGHT})
    taken = Image.open(BytesIO(visitor.page.screenshot(full_page=not height)))
    taken.convert("RGB").quantize(COLOURS).save(PICTURES / f"{name}.png", optimize=True)
