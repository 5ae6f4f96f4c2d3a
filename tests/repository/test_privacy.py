"""Does every database model say of each of its fields what it holds, for how long, and who may ask for it?

There is no model yet. What looks for them is proved here on made ones, so that the first real one is held to
it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

import pytest

from repository.checkout import parsed, place, python_files

DECLARATION = "Privacy"
ENDINGS = ("Field", "ForeignKey")


def models(trees: Iterable[ast.Module]) -> Iterator[ast.ClassDef]:
    """Yield the classes that are Django models: those of `models.Model`, and those derived from them."""
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    known: set[str] = set()
    grown = True
    while grown:
        derived = {one.name for one in classes if any(_is_model(base, known) for base in one.bases)}
        grown = not derived <= known
        known |= derived
    yield from (one for one in classes if any(_is_model(base, known) for base in one.bases))


def _is_model(base: ast.expr, known: set[str]) -> bool:
    if isinstance(base, ast.Attribute):
        return (base.attr == "Model" and ast.unparse(base.value).endswith("models")) or base.attr in known
    return isinstance(base, ast.Name) and (base.id == "Model" or base.id in known)


def fields(model: ast.ClassDef) -> set[str]:
    """Name the fields that a model defines: what is given a value by calling something that makes a field."""
    return {name for name, value in _assigned(model) if isinstance(value, ast.Call) and _makes_field(value)}


def _makes_field(call: ast.Call) -> bool:
    return ast.unparse(call.func).rpartition(".")[2].endswith(ENDINGS)


def _assigned(body: ast.ClassDef) -> Iterator[tuple[str, ast.expr | None]]:
    for node in body.body:
        if isinstance(node, ast.Assign):
            yield from ((each.id, node.value) for each in node.targets if isinstance(each, ast.Name))
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id, node.value


def faults(model: ast.ClassDef) -> Iterator[str]:
    """Yield what is missing from, or too much in, a model's declaration."""
    own = fields(model)
    inner = [node for node in model.body if isinstance(node, ast.ClassDef) and node.name == DECLARATION]
    if own and not inner:
        yield f"{model.name} has no class {DECLARATION}."
        return
    declared = {name for node in inner for name, value in _assigned(node) if value is not None}
    yield from (f"{model.name}.{name} is not declared." for name in sorted(own - declared))
    yield from (f"{model.name}.{name} is declared and is no field." for name in sorted(declared - own))


def faults_of(text: str) -> list[str]:
    return [fault for model in models([ast.parse(text)]) for fault in faults(model)]


def test_every_model_declares_every_field():
    sources = {file: parsed(file) for file in python_files("src")}
    where = {id(node): file for file, tree in sources.items() for node in ast.walk(tree)}
    found = [
        f"{place(where[id(model)], model.lineno)} {fault}"
        for model in models(sources.values())
        for fault in faults(model)
    ]
    assert found == []


GOOD = """
class Acknowledgement(models.Model):
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT)
    at: datetime = models.DateTimeField()
    LONGEST = 40

    class Privacy:
        person = identifies(until="the person leaves")
        at = housekeeping(until="the person leaves")
"""


def test_a_model_that_declares_every_field_has_no_faults():
    assert faults_of(GOOD) == []


@pytest.mark.parametrize("field", ["person", "at"])
def test_a_field_that_is_not_declared_is_found(field):
    kept = [line for line in GOOD.splitlines() if not line.startswith(f"        {field} = ")]
    assert faults_of("\n".join(kept)) == [f"Acknowledgement.{field} is not declared."]


def test_a_model_without_any_declaration_is_found():
    text = GOOD.partition("    class Privacy")[0]
    assert faults_of(text) == ["Acknowledgement has no class Privacy."]


def test_a_declaration_of_a_field_that_is_gone_is_found():
    text = GOOD + '        note = content(until="the person leaves")\n'
    assert faults_of(text) == ["Acknowledgement.note is declared and is no field."]


@pytest.mark.parametrize("base", ["models.Model", "django.db.models.Model", "Model", "Dated"])
def test_a_model_is_known_by_any_way_of_deriving_it(base):
    text = f"class Dated(models.Model):\n    pass\nclass Note({base}):\n    text = models.TextField()\n"
    assert faults_of(text) == ["Note has no class Privacy."]


def test_a_model_derived_over_two_steps_and_before_its_base_is_known():
    text = (
        "class Note(Kept):\n    text = TextField()\n"
        "class Kept(Dated):\n    pass\n"
        "class Dated(models.Model):\n    pass\n"
    )
    assert faults_of(text) == ["Note has no class Privacy."]


def test_a_class_that_is_no_model_need_declare_nothing():
    assert faults_of("class Note(TypedModel):\n    text = TextField()\n") == []
