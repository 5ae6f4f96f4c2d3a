"""What does the template say?"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from staffroom.policy.clause import Binds, Clause, Force, KeptBy
from staffroom.policy.control import Row, read_control
from staffroom.policy.text import Piece, Policy, Role

LABELS = (
    ("version", "Version number"),
    ("issued", "Date of issue"),
    ("approved", "Date approved"),
    ("review_by", "Date for review"),
    ("approved_by", "Approved by"),
    ("owner", "SLT member responsible"),
)


@dataclass(frozen=True, slots=True)
class Template:
    """A policy that a school may adopt: the lines of its front page, to be filled in, and its clauses."""

    title: str
    control: tuple[Row, ...]
    clauses: tuple[Clause, ...]

    def clause(self, id: str) -> Clause:
        """Return the clause of this id. Raises KeyError where there is none."""
        for clause in self.clauses:
            if clause.id == id:
                return clause
        raise KeyError(id)


@cache
def load_template() -> Template:
    """Load the social networking policy of the library."""
    source = files("staffroom.policy").joinpath("library/social-networking.toml").read_text("utf-8")
    written = tomllib.loads(source)
    control = written["control"]
    return Template(
        title=written["policy"]["title"],
        control=tuple(Row(field, label, control[field]) for field, label in LABELS),
        clauses=tuple(_clause(one) for one in written["clause"]),
    )


def template_policy(template: Template) -> Policy:
    """Return the template in the form of a published policy, whose ids are known."""
    ids = tuple(clause.id for clause in template.clauses)
    return Policy(read_control(template.control), tuple(_pieces(template)), "\n", ids)


def _pieces(template: Template) -> Iterator[Piece]:
    yield Piece(template.title, Role.HEADING)
    for place, row in enumerate(template.control):
        before = "\n" if place else "\n\n"
        yield Piece(f"{row.label}\t{row.value}", Role.CONTROL, before, template.title)
    section = ""
    for clause in template.clauses:
        if clause.section != section:
            section = clause.section
            yield Piece(section, Role.HEADING, "\n\n", section)
        before = "\n" if clause.text.startswith("- ") else "\n\n"
        yield Piece(clause.text, Role.CLAUSE, before, section)


def _clause(written: dict[str, object]) -> Clause:
    """Read one clause; raises KeyError or ValueError for one that is not as it should be."""
    cues = written.get("cues", [])
    return Clause(
        id=str(written["id"]),
        section=str(written["section"]),
        text=str(written["text"]),
        force=Force(str(written["force"])),
        binds=Binds(str(written["binds"])),
        kept_by=KeptBy(str(written["kept_by"])),
        cues=tuple(str(cue) for cue in cues) if isinstance(cues, list) else (),
        people=str(written.get("people", "")),
        until_built=str(written.get("until_built", "")),
    )
