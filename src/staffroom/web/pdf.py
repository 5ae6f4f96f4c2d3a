"""How does a page of ours become a PDF? Tagged for people who have it read to them (PDF/UA)."""

from __future__ import annotations

from pathlib import Path

from django.contrib.staticfiles import finders

STATIC = "staffroom"  # the folder of our own styles and typefaces


class NothingElseIsLoadedError(ValueError):
    """The page of a PDF asked for a file that is not part of Staffroom."""


def draw_pdf(page: str, *, style: str = "", attached: tuple[tuple[str, str, str], ...] = ()) -> bytes:
    """Draw a page as a PDF, in a style of our static folder, with files attached (name, title, text).

    Nothing is loaded for it but our own static files. Raises NothingElseIsLoadedError.
    """
    from weasyprint import CSS, HTML, Attachment  # it takes half a second to import
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    styles = [CSS(filename=_find(style), font_config=fonts, url_fetcher=fetch_own)] if style else []
    drawn: bytes = HTML(string=page, url_fetcher=fetch_own).write_pdf(
        stylesheets=styles,
        font_config=fonts,
        attachments=[Attachment(string=text, name=name, description=title) for name, title, text in attached],
        pdf_variant="pdf/ua-1",
        pdf_tags=True,
    )
    return drawn


def fetch_own(address: str, *args: object, **options: object) -> dict[str, object]:
    """Give a file of our own static folder, such as a typeface. Raises NothingElseIsLoadedError."""
    folder = Path(_find(STATIC)).resolve()
    path = Path(address.removeprefix("file://")).resolve()
    if not address.startswith("file://") or not path.is_relative_to(folder):
        raise NothingElseIsLoadedError("Only files of Staffroom itself are loaded.")
    return {"string": path.read_bytes()}


def _find(name: str) -> str:
    found = finders.find(name)
    assert isinstance(found, str)
    return found
