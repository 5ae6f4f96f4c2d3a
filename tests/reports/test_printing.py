"""Does the week's page print on two sheets, in a real browser?"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from reports import made_reports
from staffroom.reports.week_page import draw_page

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or ""
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run", "--no-pdf-header-footer",
)  # fmt: skip

pytestmark = [
    pytest.mark.skipif(not BROWSER, reason="Chromium is not installed (Debian: apt-get install chromium)"),
    pytest.mark.slow,
]


def printed(page: str, folder: Path) -> PdfReader:
    """Print a page as a browser does, with a profile of its own and nothing of the tester's."""
    (folder / "week.html").write_text(page, "utf-8")
    sheet = folder / "week.pdf"
    own = (f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={sheet}")
    done = subprocess.run(
        [BROWSER, *FLAGS, *own, (folder / "week.html").as_uri()],
        capture_output=True,
        timeout=240,
        check=False,
        env={"PATH": "/usr/bin:/bin", "HOME": str(folder)},
    )
    assert sheet.exists(), done.stderr.decode("utf-8", "replace")[-2000:]
    return PdfReader(sheet)


def words_of(document: PdfReader) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in document.pages]


@pytest.mark.parametrize("kind", ["typical", "hidden", "huge"])
def test_a_week_is_two_sheets_of_a4_the_figures_before_how_far_to_trust_them(kind, tmp_path):
    document = printed(draw_page(made_reports.EVERY[kind]()), tmp_path)
    assert len(document.pages) == 2
    for page in document.pages:
        assert (round(page.mediabox.width / 72 * 25.4), round(page.mediabox.height / 72 * 25.4)) == (210, 297)
    first, second = words_of(document)
    assert "Social networking this week" in first
    assert "Social networking this week" not in second


@pytest.mark.parametrize("kind", ["empty", "quiet", "lookups only"])
def test_a_week_with_less_to_say_is_no_longer(kind, tmp_path):
    assert 1 <= len(printed(draw_page(made_reports.EVERY[kind]()), tmp_path).pages) <= 2


def test_a_longer_page_is_counted_as_longer(tmp_path):
    """Or two sheets would prove nothing."""
    page = draw_page(made_reports.typical()).replace("</main>", "<p>more</p>" * 400 + "</main>")
    assert len(printed(page, tmp_path).pages) > 2
