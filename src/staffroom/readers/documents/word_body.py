"""Which paragraphs, list items and table rows does the body of a Word document hold?"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from staffroom.policy.headings import is_item
from staffroom.policy.paragraph import Kind, Paragraph

# ECMA-376, part 1: the namespace of WordprocessingML; the second is that of its strict form.
SPACES = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
# Word writes a text box twice: as a drawing and, for old programs, as a fallback.
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
GONE = frozenset({"del", "moveFrom"})  # tracked changes: what was struck out, and where moved words once were
# Word names its built-in styles in English whatever its language.
HEADING_STYLE = re.compile(r"(?:heading\s?[1-9]|title|subtitle)", re.I)
LIST_STYLE = re.compile(r"list\s?(?:bullet|number)", re.I)
WRITTEN = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


class DeclaredDoctypeError(Exception):
    """The document declares a document type, which no Word document does."""


@dataclass(slots=True)
class Draft:
    """A paragraph while it is read."""

    text: list[str] = field(default_factory=list)
    kind: Kind = Kind.PLAIN


class WordBody:
    """Hears the elements of a body one after another, as `XMLParser` tells them, and keeps the paragraphs."""

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self._drafts: list[Draft] = []  # a text box lies within a paragraph
        self._cells: list[list[Paragraph]] = []
        self._tables = 0
        self._is_text = False
        self._skipping = 0

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        """Refuse a document type before any of its entities is declared."""
        raise DeclaredDoctypeError

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Hear an element begin."""
        if self._skipping or tag == FALLBACK or _local(tag) in GONE:
            self._skipping += 1
            return
        match _local(tag):
            case "p":
                self._drafts.append(Draft())
            case "t":
                self._is_text = True
            case "tbl":
                self._tables += 1
            case "tc" if self._tables == 1:
                self._cells.append([])
            case "pStyle" | "numPr" | "outlineLvl" as name:
                self._learn_kind(name, _value(attributes))
            case name if name in WRITTEN:
                self.data(WRITTEN[name], is_text=name != "tab" or not attributes)

    def data(self, text: str, *, is_text: bool | None = None) -> None:
        """Hear the characters of a run of text."""
        if self._drafts and not self._skipping and (self._is_text if is_text is None else is_text):
            self._drafts[-1].text.append(text)

    def end(self, tag: str) -> None:
        """Hear an element end."""
        if self._skipping:
            self._skipping -= 1
            return
        match _local(tag):
            case "p" if self._drafts:
                self._keep(self._drafts.pop())
            case "t":
                self._is_text = False
            case "tr" if self._tables == 1:
                self._keep_row()
            case "tbl":
                self._tables -= 1

    def close(self) -> None:
        """Hear the end of the document."""

    def _learn_kind(self, name: str, value: str) -> None:
        if not self._drafts:
            return
        draft = self._drafts[-1]
        is_title = name == "pStyle" and HEADING_STYLE.fullmatch(value)
        if is_title or (name == "outlineLvl" and value != "9"):  # 9 is the level of body text
            draft.kind = Kind.HEADING
        elif draft.kind is Kind.PLAIN and (name == "numPr" or LIST_STYLE.match(value)):
            draft.kind = Kind.ITEM

    def _keep(self, draft: Draft) -> None:
        """Keep the lines of a paragraph: a line break that somebody typed begins a paragraph of its own."""
        kind = draft.kind
        for line in "".join(draft.text).split("\n"):
            self._keep_line(line.strip(), kind)
            kind = Kind.PLAIN if kind is Kind.ITEM else kind

    def _keep_line(self, text: str, kind: Kind) -> None:
        if not any(map(str.isalnum, text)):
            return
        if kind is Kind.ITEM and not is_item(text):
            text = f"- {text}"  # Word draws the mark of a list itself; it is no part of the text
        if self._cells:
            self._cells[-1].append(Paragraph(text, kind, ""))
        else:
            self._add(text, kind)

    def _keep_row(self) -> None:
        """Keep a row: one line for a row of short cells, paragraphs where a table only lays out the page."""
        cells, self._cells = self._cells, []
        if len(cells) > 1 and all(len(cell) <= 1 for cell in cells):
            line = "\t".join(cell[0].text if cell else "" for cell in cells).strip()
            if line:
                self._add(line, Kind.ROW)
            return
        for cell in cells:
            for paragraph in cell:
                self._add(paragraph.text, paragraph.kind)

    def _add(self, text: str, kind: Kind) -> None:
        self.paragraphs.append(Paragraph(text, kind, "\n" if self.paragraphs else ""))


def _local(tag: str) -> str:
    """Return the name of an element of WordprocessingML; empty for any other."""
    for space in SPACES:
        if tag.startswith(space):
            return tag[len(space) :]
    return ""


def _value(attributes: dict[str, str]) -> str:
    return next((value for name, value in attributes.items() if _local(name) == "val"), "")
