"""Staffroom runs a school's social networking policy for its staff."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from staffroom.records.findings import Checked
    from staffroom.records.school_words import SchoolWords

__all__ = ["__version__", "check"]

__version__ = "0.1.0"


def check(text: str, *, school: Path | str | SchoolWords | None = None, for_school: bool = False) -> Checked:
    """Advise on a text that is about to be posted: `staffroom.check("…", school="/srv/staffroom")`.

    `school` is the school's folder, in which words.toml is looked for, or its words themselves. With
    `for_school`, the text is for a school purpose. Nothing of it is kept or sent anywhere.
    Raises OSError where words.toml is there and cannot be opened.
    """
    from pathlib import Path

    from staffroom.detectors.checker import check as check_draft
    from staffroom.detectors.detector import Ground
    from staffroom.readers.rosters.words_toml import FILE, read_words
    from staffroom.records.drafts import Draft

    draft = Draft(text, for_school=for_school)
    if school is None:
        return check_draft(draft)
    if isinstance(school, (str, Path)):
        file = Path(school) / FILE
        school = read_words(file.read_bytes() if file.is_file() else b"").words
    return check_draft(draft, Ground(school))
