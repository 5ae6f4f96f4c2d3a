"""How does what was noticed in a draft read in a terminal of eighty columns, and as a document?"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from staffroom.cli.draft_sources import Source
from staffroom.detectors.exchange import write_finding
from staffroom.policy.sentences import stand_alone
from staffroom.policy.template import load_template
from staffroom.records.findings import Checked, Finding
from staffroom.records.school_words import SchoolWords
from staffroom.reports.markup import LONGEST_SENTENCE, clean
from staffroom.rules.audiences import sentences_of, views_of

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

WIDEST: Final = 80
MOST_QUOTED: Final = 3
STYLES: Final = {"must": "bold red", "should": "yellow", "advised": "cyan", "your right": "green"}
NOTHING: Final = "Nothing was noticed. Whether to post it is yours to judge."
ADVICE: Final = "This is advice to you alone. Nothing of the text was kept or sent anywhere."
NO_WORDS: Final = (
    "The school's own words (its name, places, systems) are not known here and were not looked for. They "
    "stand in words.toml in the school's folder."
)


def show(checked: list[tuple[Source, Checked]], words: SchoolWords) -> None:
    """Print what was noticed in each draft, at most eighty columns wide."""
    from rich.console import Console

    console = Console(file=sys.stdout, markup=False, emoji=False, highlight=False)
    console.width = min(console.width, WIDEST)
    for source, found in checked:
        if len(checked) > 1:
            _say(console, source.name, style="bold")
        _show_one(console, found)
    if checked:
        _say(console, ADVICE if words != SchoolWords(strictness=words.strictness) else f"{ADVICE} {NO_WORDS}")


def _show_one(console: Console, found: Checked) -> None:
    if not found.findings:
        _say(console, NOTHING)
    for finding in found.findings:
        _show_finding(console, finding)
    views = views_of(found.findings)
    if views:
        _say(console, "Who might see it", style="bold", gap=False)
        for sentence in sentences_of(views):
            _say(console, sentence, indent=2, gap=False)
        console.print()
    for problem in found.problems:
        _say(console, f"! {problem}")


def _show_finding(console: Console, finding: Finding) -> None:
    from rich.text import Text

    strength = strength_of(finding)
    head = Text(strength, style=STYLES[strength])
    head.append(f"  {_quoted(finding)}", style="bold")
    _say(console, head, gap=False)
    _say(console, finding.why, indent=2, gap=False)
    _say(console, f"→ {finding.way_out}", indent=2, gap=False)
    _say(console, f"{finding.clause}: {clause_text(finding)}", indent=2, style="dim")


def strength_of(finding: Finding) -> str:
    """Say how strongly the policy speaks; of what the law may protect, that it is the author's right."""
    return "your right" if finding.protects else finding.strength.name.casefold()


def clause_text(finding: Finding) -> str:
    """Return the clause that a finding touches, as a sentence of its own."""
    return stand_alone(load_template().clause(finding.clause).text)


def _quoted(finding: Finding) -> str:
    words = list(dict.fromkeys(clean(word) for word in finding.words))
    more = " and more" if len(words) > MOST_QUOTED else ""
    return ", ".join(f"“{word}”" for word in words[:MOST_QUOTED]) + more


def _say(console: Console, said: str | Text, *, indent: int = 0, style: str = "", gap: bool = True) -> None:
    from rich.text import Text

    text = Text(clean(said, longest=LONGEST_SENTENCE), style=style) if isinstance(said, str) else said
    for line in text.wrap(console, console.width - indent):
        line.rstrip()
        console.print(Text(" " * indent).append_text(line))
    if gap:
        console.print()


def check_document(checked: list[tuple[Source, Checked]], unread: list[Source]) -> dict[str, object]:
    """Return what `staffroom check --json` prints."""
    return {
        "drafts": [
            {
                "source": source.name,
                "findings": [_finding_document(finding) for finding in found.findings],
                "views": [
                    {"audience": view.audience.value, "sentence": view.sentence}
                    for view in views_of(found.findings)
                ],
                "problems": list(found.problems),
            }
            for source, found in checked
        ],
        "unread": [{"source": source.name, "reason": source.problem} for source in unread],
    }


def _finding_document(finding: Finding) -> dict[str, object]:
    written = write_finding(finding)
    return written | {"text": clause_text(finding), "matters_to": sorted(written["matters_to"])}
