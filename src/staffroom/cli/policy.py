"""What do a school's words say, what keeps them, and what changed in them?"""

from __future__ import annotations

import json
import logging
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from staffroom.cli import policy_documents, policy_screens
from staffroom.cli.completion import complete_files
from staffroom.cli.home import find_home
from staffroom.cli.policy_checkout import find_tests, read_keepers, read_proofs
from staffroom.policy.comparison import compare
from staffroom.policy.coverage import cover
from staffroom.policy.matching import match
from staffroom.policy.template import load_template, template_policy
from staffroom.policy.text import NotAPolicyError, Policy, read_policy, rebuild
from staffroom.readers.documents.document import LARGEST_FILE, Document, UnreadableDocumentError
from staffroom.readers.documents.opening import read_document
from staffroom.readers.documents.signed_statement import NoStatementError, read_signed
from staffroom.vault.signatures import is_signed, known_key

TEMPLATE = "template"
BRITAIN = ZoneInfo("Europe/London")

DAY = click.DateTime(["%Y-%m-%d"])
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


class Refusal(click.ClickException):
    """A file that cannot be used, and why; ends with status 2."""

    exit_code = 2


@click.group(name="policy", epilog="Example:  staffroom policy import our-policy.docx")
def policy() -> None:
    """Read, check and compare the words of the policy."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it would print its guesses about damaged files


@policy.command(name="import", epilog="Example:  staffroom policy import our-policy.docx")
@click.argument("file", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.option("--text", "as_text", is_flag=True, help="Print the text, made again from its clauses.")
@click.option("--on", "day", type=DAY, metavar="DATE", help="Judge the review as on this day.")
def import_file(file: Path, *, as_json: bool, as_text: bool, day: datetime | None) -> None:
    """Read a school's own policy and find the clauses of the template in it.

    FILE is a .txt, .docx, .pdf or .md file. Nothing is changed and nothing is kept.
    """
    document, read = _read(file)
    if as_text:
        click.echo(rebuild(read), nl=False)
        return
    today = day.date() if day else _today()
    imported = policy_documents.Imported(file.name, document, read, match(read, load_template()), today)
    if as_json:
        _print_json(policy_documents.import_document(imported))
    else:
        policy_screens.draw_import(imported)


@policy.command(epilog="Example:  staffroom policy coverage")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def coverage(*, as_json: bool) -> None:
    """Show what keeps each clause of the policy, and what proves it."""
    tests = find_tests()
    proofs = None if tests is None else read_proofs(tests)
    lines = cover(load_template().clauses, read_keepers(), proofs)
    if as_json:
        _print_json(policy_documents.coverage_document(lines))
    else:
        policy_screens.draw_coverage(lines)


@policy.command(name="compare", epilog="Example:  staffroom policy compare policy-4.0.docx policy-5.0.docx")
@click.argument("before", metavar="A", shell_complete=complete_files)
@click.argument("after", metavar="B", shell_complete=complete_files)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def compare_files(before: str, after: str, *, as_json: bool) -> None:
    """Show what changed from policy A to policy B.

    A and B are files, or the word "template" for the template that Staffroom brings.
    """
    compared = compare(_find(before), _find(after), load_template())
    names = (Path(before).name, Path(after).name)
    if as_json:
        _print_json(policy_documents.compare_document(compared, names))
    else:
        policy_screens.draw_comparison(compared, names)


@policy.command(epilog="Example:  staffroom policy verify acknowledgement.pdf")
@click.argument("file", type=FILE)
@click.option("--key", metavar="KEY", help="The public key to check with, instead of this school's own.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def verify(file: Path, *, key: str | None, as_json: bool) -> None:
    """Check the PDF or the JSON file of an acknowledgement.

    Ends with 0 where this school's key signed exactly the statement of FILE, else with 1.
    """
    checked = _check(file, key or known_key(find_home(None).folder))
    if as_json:
        _print_json(policy_documents.verify_document(checked))
    else:
        policy_screens.draw_verification(checked)
    if not checked.is_genuine:
        raise SystemExit(1)


def _check(file: Path, key: str) -> policy_documents.Checked:
    if not key:
        raise Refusal("This machine has no key of a school yet. Give the public key with --key.")
    try:
        signed = read_signed(file.read_bytes())
    except NoStatementError as reason:
        raise Refusal(str(reason)) from None
    return policy_documents.Checked(signed.statement, key, is_signed(signed.statement, signed.signature, key))


def _find(name: str) -> Policy:
    if name == TEMPLATE:
        return template_policy(load_template())
    path = Path(name)
    if not path.is_file():
        raise Refusal(f'There is no file "{path.name}". Give a file, or the word "template".')
    return _read(path)[1]


def _read(file: Path) -> tuple[Document, Policy]:
    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST_FILE + 1)
        document = read_document(content, file.name)
        return document, read_policy(document.paragraphs, document.after)
    except OSError as reason:
        raise Refusal(
            f'"{file.name}" cannot be opened: {reason.strerror or "no reason was given"}.'
        ) from None
    except (UnreadableDocumentError, NotAPolicyError) as reason:
        raise Refusal(str(reason)) from None


def _today() -> date:
    return datetime.now(BRITAIN).date()


def _print_json(document: dict[str, object]) -> None:
    click.echo(json.dumps(document, ensure_ascii=False, indent=2))
