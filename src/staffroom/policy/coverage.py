"""What keeps each clause, and what proves that it is kept?"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from staffroom.policy.clause import Clause

Names = dict[str, tuple[str, ...]]  # the id of a clause: dotted names of code, or tests
Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


class Standing(StrEnum):
    """How a clause stands; `OPEN` is a fault of the template or of the code."""

    CODE = "kept by code"
    PEOPLE = "kept by people"
    NOT_BUILT = "not built yet"
    OPEN = "kept by nothing"


@dataclass(frozen=True, slots=True)
class Coverage:
    """A clause, the code that keeps it and the tests that prove it (None: the tests are not here to read)."""

    clause: Clause
    keepers: tuple[str, ...]
    proofs: tuple[str, ...] | None

    @property
    def standing(self) -> Standing:
        """Return how the clause stands: code comes before what the template says of people or of parts."""
        if self.keepers:
            return Standing.CODE
        if self.clause.people:
            return Standing.PEOPLE
        return Standing.NOT_BUILT if self.clause.until_built else Standing.OPEN


def cover(
    clauses: Sequence[Clause],
    keepers: Mapping[str, Sequence[str]],
    proofs: Mapping[str, Sequence[str]] | None,
) -> tuple[Coverage, ...]:
    """Put clauses, keepers and proofs together, in the order of the clauses."""
    return tuple(
        Coverage(
            clause,
            tuple(keepers.get(clause.id, ())),
            None if proofs is None else tuple(proofs.get(clause.id, ())),
        )
        for clause in clauses
    )


def gather(found: Iterable[Mapping[str, Sequence[str]]]) -> Names:
    """Join what was found in many files, in the order of the ids."""
    joined: defaultdict[str, list[str]] = defaultdict(list)
    for names in found:
        for id, some in names.items():
            joined[id].extend(some)
    return {id: tuple(joined[id]) for id in sorted(joined)}


def find_keepers(source: str, module: str) -> Names:
    """Find what `@keeps(...)` says in the source of a module. Raises SyntaxError for what is no Python."""
    return gather(
        {id: (f"{module}.{name}",)}
        for name, definition in _definitions(ast.parse(source).body)
        for decorator in definition.decorator_list
        for id in _ids(decorator, "keeps")
    )


def find_proofs(source: str, path: str) -> Names:
    """Find the tests that are marked with a clause in the source of a test file, named as pytest names them.

    A mark on a class or on the file counts for each of its tests. Raises SyntaxError for what is no Python.
    """
    tree = ast.parse(source)
    return gather(
        {id: (f"{path}::{name}",)} for name, ids in _marked_tests(tree.body, _file_marks(tree)) for id in ids
    )


def _definitions(body: Iterable[ast.stmt], within: str = "") -> Iterator[tuple[str, Definition]]:
    for one in body:
        if isinstance(one, DEFINITIONS):
            yield within + one.name, one
            yield from _definitions(one.body, f"{within}{one.name}.")


def _marked_tests(
    body: Iterable[ast.stmt], ids: tuple[str, ...], within: str = ""
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for one in body:
        if not isinstance(one, DEFINITIONS):
            continue
        own = tuple(
            dict.fromkeys((*ids, *(id for mark in one.decorator_list for id in _ids(mark, "clause"))))
        )
        if isinstance(one, ast.ClassDef):
            yield from _marked_tests(one.body, own, f"{within}{one.name}::")
        elif one.name.startswith("test"):
            yield within + one.name, own


def _file_marks(tree: ast.Module) -> tuple[str, ...]:
    """Return the ids of `pytestmark = ...`, one mark or a list of them."""
    marks = [
        one.value for one in tree.body
        if isinstance(one, ast.Assign)
        and any(isinstance(name, ast.Name) and name.id == "pytestmark" for name in one.targets)
    ]  # fmt: skip
    return tuple(id for mark in marks for call in ast.walk(mark) for id in _ids(call, "clause"))


def _ids(node: ast.AST, called: str) -> tuple[str, ...]:
    """Return the written arguments of a call such as `keeps("MON-2")` or `pytest.mark.clause("MON-2")`."""
    if not isinstance(node, ast.Call):
        return ()
    function = node.func
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    if name != called:
        return ()
    return tuple(
        one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)
    )
