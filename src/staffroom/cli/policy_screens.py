"""How do the answers of `staffroom policy` look on a terminal?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from staffroom.cli.policy_documents import Checked, Imported, count_matches
from staffroom.policy.clause import Clause
from staffroom.policy.comparison import Comparison, Pair
from staffroom.policy.control import Control, describe_review
from staffroom.policy.coverage import Coverage, Standing
from staffroom.policy.matching import Match, Sureness
from staffroom.policy.wording import Fate, compare_words, share_kept
from staffroom.vault.signatures import fingerprint

WIDEST = 100
READABLE = 0.5  # below this share of kept words, before and after are read more easily whole
FATES = {
    Fate.KEPT: ("", "", ""),
    Fate.REMOVED: ("[-", "-]", "red strike"),
    Fate.ADDED: ("{+", "+}", "green"),
}
FIELDS = {
    "version": "Version",
    "issued": "Issued",
    "approved": "Approved",
    "review_by": "Review by",
    "approved_by": "Approved by",
    "owner": "Responsible",
}


def draw_import(imported: Imported) -> None:
    """Show what was read from a file: first what matters, then the clauses."""
    console = _console()
    policy, matching = imported.policy, imported.matching
    console.print(Text(_clean(policy.title or imported.name), style="bold"))
    console.print(_clean(describe_review(policy.control, imported.today)))
    console.print()
    for line in _summary(imported):
        console.print(line)
    _draw_control(console, policy.control)
    for section, matches in groupby(matching.matches, key=lambda one: one.piece.section):
        _head(console, section or "Before the first heading")
        console.print(_matches(matches))
    if matching.unmatched:
        _head(console, "No clause of the template (kept as the school's own)")
        _draw_sentences(console, ((None, one.piece.text) for one in matching.unmatched))
    if matching.missing:
        _head(console, "In the template, but not in this policy")
        _draw_sentences(console, ((clause.id, clause.text) for clause in matching.missing))


def draw_coverage(lines: Sequence[Coverage]) -> None:
    """Show for each clause what keeps it and what proves it."""
    console = _console()
    counts = Counter(line.standing for line in lines)
    said = [f"{counts[standing]} {standing.value}" for standing in Standing if counts[standing]]
    console.print(Text(f"{len(lines)} clauses: {', '.join(said)}.", style="bold"))
    if any(line.proofs is None for line in lines):
        console.print("Proofs are shown in a source checkout only: the tests are not installed.")
    for section, some in groupby(lines, key=lambda line: line.clause.section):
        _head(console, section)
        for line in some:
            console.print(_coverage(line))


def draw_verification(checked: Checked) -> None:
    """Show whether a statement is genuine, and what it says."""
    console = _console()
    said = "Genuine: nothing was changed." if checked.is_genuine else "Not signed by this key as it is."
    console.print(Text(said, style="bold"))
    console.print(f"Checked with the key {fingerprint(checked.key)}.")
    if checked.is_genuine:
        console.print(_grid(sorted((one, _clean(said)) for one, said in checked.statement.items()), 16))


def draw_comparison(compared: Comparison, names: tuple[str, str]) -> None:
    """Show what changed from one policy to the other."""
    console = _console()
    console.print(Text(_clean(f"From {names[0]} to {names[1]}"), style="bold"))
    console.print(_says_changes(compared))
    if compared.control:
        _head(console, "Front page")
        rows = (
            (FIELDS[field], f"{old or 'nothing'} → {new or 'nothing'}")
            for field, old, new in compared.control
        )
        console.print(_grid(rows, 12))
    for title, some in (("Added", compared.added), ("Withdrawn", compared.withdrawn)):
        if some:
            _head(console, title)
            _draw_sentences(console, ((_id(one.clause), one.piece.text) for one in some))
    if compared.reworded:
        _head(console, "Reworded, with words [-taken out-] and {+put in+}")
        for pair in compared.reworded:
            console.print(_reworded(pair))
    if compared.moved:
        _head(console, "Moved")
        _draw_sentences(console, ((pair.id or None, _says_move(pair)) for pair in compared.moved))


def _console() -> Console:
    console = Console(highlight=False, markup=False, emoji=False)
    console.width = min(console.width, WIDEST)
    return console


def _head(console: Console, title: str) -> None:
    console.print()
    console.print(Text(_clean(title), style="bold"))


def _summary(imported: Imported) -> Iterable[str]:
    counts = count_matches(imported.matching)
    sure = [f"{counts[one]} {one.value}" for one in Sureness if counts[one]]
    yield f"{_many(counts['clauses'], 'clause')} read and matched with the template: {', '.join(sure)}."
    if counts["missing"]:
        yield f"{_many(counts['missing'], 'clause')} of the template not found here."
    else:
        yield "No clause of the template is missing."
    if imported.is_rebuilt:
        yield "The clauses make the text again, word for word."
    else:
        yield "The clauses do NOT make the text again word for word. Please report this as a fault."
    if imported.document.left_out:
        yield f"{_many(imported.document.left_out, 'line')} of page headers and page numbers left out."


def _draw_control(console: Console, control: Control) -> None:
    if not control.rows:
        return
    _head(console, "Front page")
    console.print(_grid(((row.label, row.value) for row in control.rows), 24))


def _matches(matches: Iterable[Match]) -> Table:
    table = _table()
    table.add_column(width=7, no_wrap=True)
    table.add_column(width=15, no_wrap=True)
    table.add_column(ratio=1, no_wrap=True, overflow="ellipsis")
    for one in matches:
        sure = "no clause" if one.clause is None else f"{one.confidence:.2f} {one.sureness}"
        table.add_row(_id(one.clause) or "–", sure, Text(_clean(one.piece.text)))
    return table


def _coverage(line: Coverage) -> Table:
    table = _table()
    table.add_column(width=7, no_wrap=True)
    table.add_column(ratio=1)
    said = Text(f"{line.standing.value} ({line.clause.force}; binds {line.clause.binds})")
    for text in _reasons(line):
        said.append(f"\n{text}", style="dim")
    table.add_row(line.clause.id, said)
    return table


def _reasons(line: Coverage) -> Iterable[str]:
    if line.standing is Standing.PEOPLE:
        yield line.clause.people
    if line.standing is Standing.NOT_BUILT:
        yield f"will be kept by {line.clause.until_built}"
    for keeper in line.keepers:
        yield f"keeps   {keeper.removeprefix('staffroom.')}"
    by_file = Counter(proof.partition("::")[0] for proof in line.proofs or ())
    for file, tests in by_file.items():
        yield f"proves  {file} ({_many(tests, 'test')})"
    if line.keepers and line.proofs == ():
        yield "no test proves it yet"


def _says_changes(compared: Comparison) -> str:
    unchanged = sum(1 for pair in compared.pairs if not pair.is_reworded)
    return (
        f"{_many(len(compared.added), 'clause')} added, {len(compared.reworded)} reworded, "
        f"{len(compared.withdrawn)} withdrawn, {len(compared.moved)} moved; {unchanged} with the same words."
    )


def _reworded(pair: Pair) -> Padding:
    text = Text(f"{pair.id or '–'}\n", style="bold")
    stretches = compare_words(pair.before.piece.text, pair.after.piece.text)
    if share_kept(stretches) >= READABLE:
        for stretch in stretches:
            opening, closing, style = FATES[stretch.fate]
            text.append(f"{opening}{_clean(stretch.words)}{closing} ", style=f"not bold {style}")
    else:
        text.append(f"Before: {_clean(pair.before.piece.text)}\n", style="not bold")
        text.append(f"Now:    {_clean(pair.after.piece.text)}", style="not bold")
    if pair.is_force_changed:
        before, after = pair.forces
        text.append(f"\nForce of the words: {before} before, {after} now.", style="not bold italic")
    return Padding(text, (0, 0, 1, 2))


def _says_move(pair: Pair) -> str:
    before, after = pair.before.piece.section, pair.after.piece.section
    where = "within its section" if before == after else f'from "{before}" to "{after}"'
    return f"{where}: {pair.after.piece.text}"


def _draw_sentences(console: Console, sentences: Iterable[tuple[str | None, str]]) -> None:
    console.print(_grid(((id or "–", text) for id, text in sentences), 7))


def _grid(rows: Iterable[tuple[str, str]], width: int) -> Table:
    table = _table()
    table.add_column(width=width)
    table.add_column(ratio=1)
    for label, value in rows:
        table.add_row(Text(_clean(label)), Text(_clean(value)))
    return table


def _table() -> Table:
    return Table(box=None, show_header=False, pad_edge=False, padding=(0, 1, 0, 0), expand=True)


def _many(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _id(clause: Clause | None) -> str | None:
    return clause.id if clause else None


def _clean(text: str) -> str:
    """Make white space spaces, and leave out what could steer a terminal."""
    return "".join(letter for letter in " ".join(text.split()) if letter.isprintable())
